"""Solves an exported model with HiGHS."""

import math

import highspy
import highs_program
import peer
from program import RosterProgram


def main():
    options = peer.arguments(__doc__)
    program = RosterProgram(options.model)
    highs = highs_program.load(program, options.threads, log=options.log)
    highs.setOptionValue("random_seed", options.seed)
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
