"""`python -m benchmarks.audit`: audits of made-up caseloads, measured: rate, memory, processes, where the time goes, England."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.audit.caseload import Planted, write_caseload
from benchmarks.audit.measuring import Measured, measure, parted

ENGLAND = 638_745 * 12  # plans in January 2025 (DfE, “Education, health and care plans”, 2025), twelve outcomes each
GOAL = 15 * 60  # seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 where all that was planted is recovered in every size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, nargs="+", default=[1_000, 20_635, 100_000], help="sizes of caseloads")
    parser.add_argument("--jobs", type=int, default=2, help="processes for the sizes")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(arguments)
    recovered = True
    runs: list[tuple[Planted, Measured]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("  plans   outcomes  jobs  seconds  outcomes/s  µs of processor each  peak MB, asker  worker  planted faults")
        for size in wanted.plans:
            planted, measured, good = _run(folder, size, wanted.seed, wanted.jobs)
            runs.append((planted, measured))
            recovered &= good
        middle = sorted(wanted.plans)[len(wanted.plans) // 2 - 1] if len(wanted.plans) > 1 else wanted.plans[0]
        recovered &= _run(folder, middle, wanted.seed, 1)[2]
        shares = parted(folder / "parted.csv", wanted.seed)
    print("\nshare of processor time, one process: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items()))
    _line(runs)
    return 0 if recovered else 1


def _run(folder: Path, size: int, seed: int, jobs: int) -> tuple[Planted, Measured, bool]:
    export = folder / "export.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        planted = write_caseload(file, size, seed)
    measured = measure(export, folder / "out", jobs)
    rules = json.loads((folder / "out" / "summary.json").read_text(encoding="utf-8"))["totals"]["rules"]
    good = all(rules[code]["outcomes"] == count for code, count in planted.rules.items())
    print(
        f"{size:>7,}  {planted.outcomes:>9,}  {jobs:>4}  {measured.seconds:>7.1f}  {planted.outcomes / measured.seconds:>10,.0f}  "
        f"{measured.processor / planted.outcomes * 1e6:>20.0f}  {measured.asker:>14.0f}  {measured.worker:>6.0f}  {'all recovered' if good else 'NOT all recovered'}",
        flush=True,
    )
    return planted, measured, good


def _line(runs: Sequence[tuple[Planted, Measured]]) -> None:
    """Lay a straight line through the smallest and largest size, show how well it holds, and follow it to England: by the clock,
    and by the processors' seconds, two of them, which other work on the machine does not spoil."""
    if len(runs) < 2:
        return
    for name, seconds in (
        ("by the clock", lambda measured: measured.seconds),
        ("by two processors of their own", lambda measured: measured.processor / 2),
    ):
        (small, first), (large, last) = runs[0], runs[-1]
        slope = (seconds(last) - seconds(first)) / (large.outcomes - small.outcomes)
        start = seconds(first) - slope * small.outcomes
        print(
            f"\n{name}, a straight line through the smallest and the largest: {start:.1f} s and {slope * 1e6:.0f} µs an outcome"
        )
        for planted, measured in runs[1:-1]:
            said = start + slope * planted.outcomes
            off = seconds(measured) / said - 1
            print(f"  at {planted.plans:,} plans it says {said:.1f} s; measured {seconds(measured):.1f} s ({off:+.0%})")
        england = start + slope * ENGLAND
        print(f"  England, {ENGLAND:,} outcomes: {england / 60:.1f} minutes (goal: {GOAL / 60:.0f})")


if __name__ == "__main__":
    sys.exit(main())
