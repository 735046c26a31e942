"""Solves an exported model with HiGHS."""

import math

import highspy
import numpy
import peer
from program import RosterProgram


def main():
    options = peer.arguments(__doc__)
    program = RosterProgram(options.model)
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", options.log)
    highs.setOptionValue("threads", options.threads)
    highs.setOptionValue("random_seed", options.seed)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.999)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.upper), len(program.rows)
    lp.col_cost_ = numpy.array(program.cost, dtype=float) / program.step
    lp.col_lower_ = numpy.zeros(lp.num_col_)
    lp.col_upper_ = numpy.array(program.upper, dtype=float)
    lp.row_lower_ = numpy.array([row[2] for row in program.rows], dtype=float)
    lp.row_upper_ = numpy.array([row[3] for row in program.rows], dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.cumsum([0] + [len(row[0]) for row in program.rows], dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array([n for row in program.rows for n in row[0]], dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array([f for row in program.rows for f in row[1]], dtype=float)
    highs.passModel(lp)
    highs.setOptionValue("time_limit", max(0.1, options.time_limit - peer.seconds()))
    highs.run()
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = highs.getSolution().col_value if found else None
    program.write_roster(options.output, values)
    bound = info.mip_dual_bound * program.step
    if not math.isfinite(bound):
        bound = 0
    peer.report(
        program, "HiGHS", highs.version(), highs.modelStatusToString(highs.getModelStatus()),
        round(info.objective_function_value) * program.step if found else None, bound)


main()
