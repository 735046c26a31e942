"""An exported model in HiGHS."""

import highspy
import numpy


def load(program, threads, lower=None, upper=None, log=False):
    """A solver that holds the program, costs in steps, to be solved to the optimum; bounds of variables may be given."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", log)
    solver.setOptionValue("threads", threads)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.upper), len(program.rows)
    lp.col_cost_ = numpy.array(program.cost, dtype=float) / program.step
    lp.col_lower_ = numpy.zeros(lp.num_col_) if lower is None else lower
    lp.col_upper_ = numpy.array(program.upper, dtype=float) if upper is None else upper
    lp.row_lower_ = numpy.array([row[2] for row in program.rows], dtype=float)
    lp.row_upper_ = numpy.array([row[3] for row in program.rows], dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.cumsum([0] + [len(row[0]) for row in program.rows], dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array([n for row in program.rows for n in row[0]], dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array([f for row in program.rows for f in row[1]], dtype=float)
    solver.passModel(lp)
    return solver
