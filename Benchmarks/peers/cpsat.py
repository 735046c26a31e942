"""Solves an exported model with OR-Tools CP-SAT."""

import math
import os
import sys

import peer
from program import RosterProgram

import ortools
from ortools.sat.python import cp_model


def main():
    options = peer.arguments(__doc__)
    program = RosterProgram(options.model)
    model = cp_model.CpModel()
    variables = [model.new_bool_var("") if upper == 1 else model.new_int_var(0, upper, "") for upper in program.upper]
    for numbers, factors, lower, upper in program.rows:
        members = [variables[n] for n in numbers]
        if upper == 1 and all(f == 1 for f in factors) and lower <= 0 and all(program.upper[n] == 1 for n in numbers):
            model.add_at_most_one(members)
            continue
        low = cp_model.INT_MIN if lower == -math.inf else int(lower)
        high = cp_model.INT_MAX if upper == math.inf else int(upper)
        model.add_linear_constraint(cp_model.LinearExpr.weighted_sum(members, factors), low, high)
    costs = [(v, c // program.step) for v, c in zip(variables, program.cost) if c]
    model.minimize(cp_model.LinearExpr.weighted_sum([v for v, _ in costs], [c for _, c in costs]))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, options.time_limit - peer.seconds())
    # With fewer than eight workers CP-SAT leaves out most of its strategies; eight workers on the same cores serve it best.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: options.threads])
    solver.parameters.num_workers = max(8, options.threads)
    solver.parameters.random_seed = options.seed
    solver.parameters.log_search_progress = options.log
    solver.log_callback = lambda text: print(text, file=sys.stderr)
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    values = [solver.value(v) for v in variables] if found else None
    program.write_roster(options.output, values)
    peer.report(
        program, "CP-SAT", ortools.__version__, solver.status_name(status),
        round(solver.objective_value) * program.step if found else None, solver.best_objective_bound * program.step)


main()
