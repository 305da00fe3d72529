"""`python -m benchmarks.accuracy`: figures on the labelled outcomes, on the screen or into docs/accuracy.md."""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from benchmarks.accuracy import layout, page, tables
from benchmarks.accuracy.layout import on_screen
from benchmarks.accuracy.run import LABELS, MAPPINGS, engine_for, judge, misses, record
from benchmarks.accuracy.sets import load_sets


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0, 1 where a `--min` is not reached, 2 where an argument is wrong."""
    wanted = _parser().parse_args(arguments)
    try:
        sets = load_sets(only=wanted.set)
        bars = [_bar(text) for text in wanted.min]
    except ValueError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2
    engine = engine_for(wanted.profile)
    judged = {one.name: (one, judge(engine, one)) for one in sets}
    everything = list(chain.from_iterable(said for _, said in judged.values()))
    for label in wanted.list:
        for line in misses(everything, label):
            print(line)
    if not wanted.list:
        _show(judged, everything)
    if wanted.record:
        record(everything, wanted.record)
    if wanted.write:
        page.write(judged, dt.date.today())
        print(f"written: {page.PAGE}")
    overall = tables.table(everything)
    short = [
        f"{name}={bar} (is {reached:.3f})" for name, bar in bars
        if (reached := overall.labels[name].macro_f1 if name in overall.labels else overall.mappings[name].fair) < bar
    ]  # fmt: skip
    if short:
        print(f"below the bar: {', '.join(short)}", file=sys.stderr)
    return 1 if short else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Accuracy on the labelled outcomes.")
    parser.add_argument("--set", action="append", default=[], help="only this set; may be given more than once")
    parser.add_argument("--profile", default="nottingham")
    parser.add_argument("--list", action="append", default=[], choices=[*LABELS, *MAPPINGS], help="show a label's misses")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    parser.add_argument("--record", type=Path, metavar="FILE", help="write down what is said, before learning from a set")
    parser.add_argument("--min", action="append", default=[], metavar="LABEL=F1", help="exit 1 where macro F1 is below it")
    return parser


def _bar(text: str) -> tuple[str, float]:
    """Read “time_bound=0.95”. Raises ValueError."""
    name, _, figure = text.partition("=")
    if name not in (*LABELS, *MAPPINGS):
        raise ValueError(f"no label “{name}”: use one of {', '.join((*LABELS, *MAPPINGS))}")
    try:
        return name, float(figure)
    except ValueError:
        raise ValueError(f"“{text}”: expected LABEL=F1, such as time_bound=0.95") from None


def _show(judged: page.Judged, everything: Sequence[page.Said]) -> None:
    """Print all tables."""
    together = {"all sets": everything} if len(judged) > 1 else {}
    for name, said in {**{name: said for name, (_, said) in judged.items()}, **together}.items():
        standing = f", {judged[name][0].standing}" if name in judged else ""
        found = tables.table(said)
        print(f"\n{name} ({len(said)} outcomes{standing})")
        print(on_screen(layout.LABELS_HEAD, layout.label_rows(found.labels)))
        print(on_screen(layout.MAPPING_HEAD, layout.mapping_rows(found.mappings)))
    for title, named in (("area of need", lambda s: s.case.area), ("kind of source", lambda s: s.case.kind)):
        print(f"\n{title} (mean macro F1; * fewer than {tables.FEW} cases)")
        print(on_screen((title, "n", "macro F1", "weakest"), layout.group_rows(tables.groups(everything, named))))
    faults = {name: tables.false_findings(said) for name, (_, said) in judged.items()}
    print("\nfalse findings on good outcomes")
    print(on_screen(layout.FAULTS_HEAD, layout.fault_rows(faults | {"all sets": tables.false_findings(everything)})))


if __name__ == "__main__":
    sys.exit(main())
