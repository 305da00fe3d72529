"""`python -m benchmarks.speed`: budgets, and where the time goes. Ratios are what counts; times are of this machine, today."""

import argparse
import sys
from collections.abc import Mapping, Sequence

from benchmarks.speed import stages
from benchmarks.speed.budgets import budgets
from benchmarks.speed.grammar import outcomes
from benchmarks.speed.inside import is_compiled, new_engine, take_apart
from benchmarks.speed.processes import one_and_two, peak_megabytes
from benchmarks.speed.starts import start_times

SAMPLE = 5000  # texts for the tables of parts, and for proselint


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 where every budget that was measured is kept, else 1."""
    wanted = _parser().parse_args(arguments)
    texts = outcomes(wanted.number, wanted.seed)
    parts = take_apart(new_engine())
    for text in outcomes(300, wanted.seed + 1):  # nobody's first outcome
        parts.engine.read(text)
    times = stages.whole_times(parts, texts)
    prose = stages.proselint_time(texts[:SAMPLE])
    starts = None if "starts" in wanted.without else start_times()
    processes = None if "processes" in wanted.without else one_and_two(texts)
    parted = stages.shares(parts, outcomes(len(texts) + SAMPLE, wanted.seed)[len(texts) :])

    each = sum(map(len, texts)) / len(texts)
    made = "compiled" if is_compiled() else "not compiled"
    print(f"{len(texts):,} distinct outcomes, {each:.0f} characters each, seed {wanted.seed}; {made}\n")
    kept = budgets(times, prose, starts, processes)
    print("\n".join(budget.line() for budget in kept))
    print("\nµs an outcome, one process")
    _show({**times, **({"proselint": prose} if prose else {})})
    print("\nlint and map by stage, µs an outcome (what is left: findings, verdicts, report)")
    _show(parted.stages)
    print("\nreading by component, µs an outcome")
    _show(parted.components, total=True)
    print("\nrules, µs an outcome")
    _show(parted.rules, total=True)
    print(f"  the slowest rule: {max(parted.rules, key=parted.rules.__getitem__)}")
    if starts:
        print("\nms to start, median of five")
        _show(starts, 1e3)
    if memory := peak_megabytes():
        print(f"\nmost memory held: {memory[0]:.0f} MB here, {memory[1]:.0f} MB in the largest other process")
    return 1 if any(budget.kept is False for budget in kept) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Speed as ratios, and where time goes.")
    parser.add_argument("--number", type=int, default=20_000, help="how many distinct outcomes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", action="append", default=[], choices=["starts", "processes"], help="leave this out")
    return parser


def _show(times: Mapping[str, float], scale: float = 1e6, total: bool = False) -> None:
    """Print times, the longest first, and their share where they add up."""
    whole = sum(times.values())
    for name, time in sorted(times.items(), key=lambda row: -row[1]):
        print(f"  {name:32}{time * scale:9.1f}" + (f"{time / whole:8.0%}" if total else ""))
    if total:
        print(f"  {'together':32}{whole * scale:9.1f}")


if __name__ == "__main__":
    sys.exit(main())
