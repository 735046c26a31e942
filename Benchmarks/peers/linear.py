"""Solves a linear program written by `veilleur plan … --write-lp FILE` with HiGHS: `.venv/bin/python linear.py FILE`.

Its value is no less than the bound before rounding, and equal to it when the dual has converged. With `--integer SECONDS` whole
staffings and lines are asked for as well: the restricted master as an integer program, whose value is a roster's.
"""

import argparse
import time

import highspy


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--integer", type=float, metavar="SECONDS")
    arguments = parser.parse_args()
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    if solver.readModel(arguments.file) != highspy.HighsStatus.kOk:
        raise SystemExit(f"{arguments.file}: not read")
    began = time.monotonic()
    solver.run()
    status = solver.modelStatusToString(solver.getModelStatus())
    print(f"linear: {status}, {solver.getObjectiveValue():.3f} in {time.monotonic() - began:.1f} s")
    if arguments.integer is None:
        return
    for column in range(solver.getNumCol()):
        solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    solver.setOptionValue("time_limit", arguments.integer + solver.getRunTime())
    began = time.monotonic()
    solver.run()
    info = solver.getInfo()
    print(
        f"integer: {solver.modelStatusToString(solver.getModelStatus())}, {solver.getObjectiveValue():.0f}, "
        f"no less than {info.mip_dual_bound:.0f}, in {time.monotonic() - began:.1f} s"
    )


if __name__ == "__main__":
    main()
