"""What both peer scripts share: arguments, clock and result."""

import argparse
import json
import math
import resource
import time

started = time.monotonic()


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("model", help="file of veilleur export --model")
    parser.add_argument("--output", required=True, help="roster.csv to write")
    parser.add_argument("--time-limit", type=float, default=60, help="seconds from the start of this script")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", action="store_true", help="show the solver's log on stderr")
    return parser.parse_args()


def seconds():
    return time.monotonic() - started


def report(program, solver, version, status, objective, bound):
    """Prints the result as one JSON line; the bound is rounded up to the next value that any roster can have."""
    step = program.step
    bound = max(0, math.ceil(bound / step - 1e-6) * step) if math.isfinite(bound) else 0
    print(
        json.dumps(
            {
                "solver": solver,
                "version": version,
                "status": status,
                "objective": objective,
                "bound": bound,
                "weightedDemand": program.model["weightedDemand"],
                "seconds": round(seconds(), 2),
                "peakMegabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                "variables": len(program.upper),
                "rows": len(program.rows),
            }))
