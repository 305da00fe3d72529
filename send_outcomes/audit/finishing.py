"""The end of an audit: totals added up, copies found, the summary written, everything put in its place."""

import csv
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from send_outcomes.audit.copies import Copies, find_copies
from send_outcomes.audit.going_on import Begun
from send_outcomes.audit.journal import PRINTS, TOTALS, Ledger
from send_outcomes.audit.rows import Layout
from send_outcomes.audit.suppression import reported
from send_outcomes.audit.tables import BYTE_ORDER_MARK, guarded, lines
from send_outcomes.audit.totals import Totals
from send_outcomes.documents.own_files import SUMMARY
from send_outcomes.workers import ordered

VERSION = 1
COPIES = "copies.csv"
COPIED = "N203"
_KEPT_BACK = (TOTALS, PRINTS)  # needed to go on, not to read
_MOST_CLUSTERS = 50
_LARGE = 20_000  # outcomes: writing all files takes longer than starting workers
COPIES_HEADER = ("cluster", "kind", "plan", "outcome", "path")


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished audit, for those who report on it: the folder of its tables, what they have in common, totals and summary."""

    folder: Path
    layout: Layout
    totals: Totals
    summary: Mapping[str, Any]


Closer = Callable[[Finished], None]


def finish(
    begun: Begun, layout: Layout, facts: Mapping[str, Any], closers: Iterable[Closer] = (), jobs: int = 1
) -> Finished:  # fmt: skip
    """Write `copies.csv` and `summary.json` beside the tables, then whatever `closers` write there. Raises OSError.

    `facts` stand at the summary's beginning. With more `jobs` than one, the closers of a large audit work side by side; they
    go to workers by pickle.
    """
    finished: list[Finished] = []

    def closings() -> Iterator[tuple[str, tuple[Closer, Finished]]]:
        finished.append(_summed_up(begun.results, layout, facts))  # while the workers start
        yield from (("", (close, finished[0])) for close in closers)

    large = sum(entry.outcomes for entry in begun.journal.entries) >= _LARGE
    for _ in ordered(closings(), _closing, jobs if large else 1):
        pass
    return finished[0]


def _closing() -> Callable[[tuple[Closer, Finished]], None]:
    """Return what lets a closer do its work."""
    return lambda work: work[0](work[1])


def _summed_up(folder: Path, layout: Layout, facts: Mapping[str, Any]) -> Finished:
    """Write `copies.csv` and `summary.json`."""
    totals = _totals(folder / TOTALS)
    copies = find_copies(folder / PRINTS)
    examples = _write_copies(folder, copies)
    summary = {
        "version": VERSION,
        **facts,
        "show_text": layout.show_text,
        "totals": reported(totals),
        "copied": _copied(copies, examples),
    }
    text = json.dumps(summary, indent=1, ensure_ascii=True)
    (folder / SUMMARY).write_text(text + "\n", encoding="utf-8")
    return Finished(folder, layout, totals, summary)


def put_in_place(begun: Begun, out: Path) -> None:
    """Move the results out of the unfinished folder, and remove it. Done again from where it stopped, should it be interrupted."""
    if not begun.journal.ready:
        ledger = Ledger(begun.folder, begun.journal)
        ledger.ready()
        ledger.close()
        begun.journal.ready = True
    if begun.results.is_dir():
        for path in sorted(begun.results.iterdir(), key=lambda path: path.name == SUMMARY):
            if path.name not in _KEPT_BACK:
                path.replace(out / path.name)
    shutil.rmtree(begun.folder)


def _totals(path: Path) -> Totals:
    totals = Totals()
    with path.open("rb") as file:
        for line in file:
            totals.merge(Totals.of(json.loads(line)))
    return totals


def _write_copies(folder: Path, copies: Copies) -> dict[int, tuple[str, str]]:
    """Write which outcomes are copies; return the first plan and outcome of the largest clusters."""
    examples: dict[int, tuple[str, str]] = {}
    with (folder / COPIES).open("w", encoding="utf-8", newline="") as file:
        file.write(BYTE_ORDER_MARK + lines([COPIES_HEADER]))
        for number, exact, row in _copied_rows(folder / "outcomes.csv", copies):
            if number <= _MOST_CLUSTERS:
                examples.setdefault(number, (row["plan"], row["outcome"]))
            kind = "exact" if exact else "near"
            file.write(lines([[number, kind, *(guarded(row[name]) for name in ("plan", "outcome", "path"))]]))
    return examples


def _copied_rows(path: Path, copies: Copies) -> Iterator[tuple[int, bool, dict[str, str]]]:
    """Yield the copied outcomes, in one walk through their table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        names = next(rows)
        places = {name: names.index(name) for name in ("plan", "outcome", "path")}
        at = 0
        for place, number, exact in copies.members():
            row = next(islice(rows, place - at, None))
            at = place + 1
            yield number, exact, {name: row[column].removeprefix("'") for name, column in places.items()}


def _copied(copies: Copies, examples: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
    exact = int(copies.exact.sum())
    copied = int((copies.cluster > 0).sum())
    shown = zip(copies.sizes[:_MOST_CLUSTERS], copies.plans, strict=False)
    return {
        "rule": COPIED,
        "outcomes": copied,
        "plans": copies.in_plans,
        "exact": exact,
        "near": copied - exact,
        "clusters_in_all": len(copies.sizes),
        "clusters": [
            {
                "cluster": n,
                "outcomes": size,
                "plans": plans,
                "example": dict(zip(("plan", "outcome"), examples[n], strict=True)),
            }
            for n, (size, plans) in enumerate(shown, 1)
        ],
    }
