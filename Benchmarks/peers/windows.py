"""How far exact windows would better a roster: frees some days of it in some sectors, fixes all else, and solves with HiGHS.

`.venv/bin/python windows.py MODEL ROSTER --days 12 --sectors 3 --seconds 20 --count 6`, MODEL from `veilleur export --model`.
Prints a line per window: days, sectors, status, value before, value after, and what it cannot be below. The next window starts from
what this one found.
"""

import argparse
import csv
import random

import highspy
import highs_program
import numpy
from program import RosterProgram


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model")
    parser.add_argument("roster")
    parser.add_argument("--days", type=int, default=12)
    parser.add_argument("--sectors", type=int, default=0, help="sectors of a window; 0 for all")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def worked(program, path):
    """Duty by (agent, day) of a roster."""
    model = program.model
    numbers = {}
    for number, work in enumerate(model["duties"]):
        shift = model["shiftDays"][work["shiftDay"]]
        stages = tuple((s["start"], s["end"], model["sectors"][s["sector"]]) for s in work["stages"])
        numbers[model["days"][shift["day"]], shift["shift"], stages] = number
    stages = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["agent"], row["service_day"], row["shift"]
            stages.setdefault(key, []).append((row["start"], row["end"], row["sector"]))
    position = {agent["id"]: number for number, agent in enumerate(model["agents"])}
    return {(position[agent], numbers[day, shift, tuple(value)]) for (agent, day, shift), value in stages.items()}


def main():
    options = parse()
    program = RosterProgram(options.model)
    model = program.model
    chosen = worked(program, options.roster)
    value = None
    draw = random.Random(options.seed)
    names = range(len(model["sectors"]))
    best = None
    for number in range(options.count + 1):
        # The first window frees nothing: it values the roster.
        days = 0 if number == 0 else options.days
        first = draw.randrange(len(model["days"]) - days + 1)
        sectors = set(draw.sample(names, options.sectors) if options.sectors else names)
        lower, upper = numpy.zeros(len(program.upper)), numpy.array(program.upper, dtype=float)
        for agent, duties in enumerate(program.x):
            for duty, variable in duties.items():
                work = model["duties"][duty]
                day = model["shiftDays"][work["shiftDay"]]["day"]
                is_free = first <= day < first + days and any(s["sector"] in sectors for s in work["stages"])
                if not is_free:
                    lower[variable] = upper[variable] = (agent, duty) in chosen
        solver = highs_program.load(program, options.threads, lower, upper)
        solver.setOptionValue("time_limit", options.seconds)
        if best is not None:
            start = highspy.HighsSolution()
            start.col_value = list(best)
            solver.setSolution(start)
        solver.run()
        info = solver.getInfo()
        status = solver.modelStatusToString(solver.getModelStatus())
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            raise SystemExit(f"{status}: no roster, not even the given one")
        found = round(info.objective_function_value) * program.step
        if number == 0:
            print(f"roster: {found}")
        else:
            where = " ".join(model["sectors"][s] for s in sorted(sectors))
            print(
                f"{model['days'][first]} to {model['days'][first + days - 1]}, {where}: {status}, {value}, {found}, "
                f"{info.mip_dual_bound * program.step:.0f}", flush=True)
        value, best = found, solver.getSolution().col_value
        chosen = {
            (agent, duty) for agent, duties in enumerate(program.x) for duty, v in duties.items() if best[v] > 0.5}


main()
