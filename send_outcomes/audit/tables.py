"""Rows → the cells of `plans.csv`, `outcomes.csv`, `findings.csv` and `errors.csv`, and back: which columns, of which type.

One list of columns a table serves CSV, Parquet and the workbook. A cell that a spreadsheet would take for a formula gets an
apostrophe before it; `unguarded` takes it away again.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple

from send_outcomes.audit.rows import FEATURES, ErrorRow, FindingRow, Layout, OutcomeRow, PlanRow, Severities
from send_outcomes.findings import Feature

Row = PlanRow | OutcomeRow | FindingRow | ErrorRow
Kind = Literal["text", "word", "count", "number", "date", "yes"]  # text is the plan's, a word one of ours
_FORMULA = tuple("=+-@|%\t\r\n＝＋－＠'")  # what a spreadsheet may act on; and the guard itself, so that it can be undone
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel takes UTF-8 for Windows-1252


class Column(NamedTuple):
    """One column: its name, what its cells are, and how a row gives them."""

    name: str
    kind: Kind
    of: Callable[[Any], object]


def columns(table: str, layout: Layout) -> tuple[Column, ...]:
    """Return the columns of a table. Raises KeyError for a name that is none of `own_files.TABLES`."""
    return tuple(_COLUMNS[table](layout))


def guarded(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; numbers are what they are."""
    if isinstance(cell, str) and (cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)):
        return "'" + cell
    return cell


def unguarded(cell: str) -> str:
    """Return what stood in a cell before it was guarded."""
    return cell[1:] if cell.startswith("'") else cell


def header(table: str, layout: Layout) -> bytes:
    """Return the first line of a table's CSV file."""
    return (BYTE_ORDER_MARK + lines([[guarded(column.name) for column in columns(table, layout)]])).encode("utf-8")


def filler(table: str, layout: Layout) -> Callable[[Row], list[object]]:
    """Return what turns a row of a table into its cells for a CSV file."""
    wanted = columns(table, layout)
    getters = [column.of for column in wanted]
    texts = [place for place, column in enumerate(wanted) if column.kind == "text"]

    def cells(row: Row) -> list[object]:
        made = [getter(row) for getter in getters]
        for place in texts:
            cell = made[place]
            if cell and not str(cell)[0].isalnum():  # most begin with a letter, and need no closer look
                made[place] = guarded(cell)
        return made

    return cells


def lines(rows: Iterable[Sequence[object]]) -> str:
    """Return rows of cells as the lines of a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file that an audit wrote, by column name, guards taken away. Raises OSError."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {unguarded(name): unguarded(cell or "") for name, cell in row.items() if name is not None}


def _plans(layout: Layout) -> Iterator[Column]:
    yield from _plain("text", "plan", "path")
    yield from _plain("word", "kind", "band")
    yield from _plain("number", "score", "points", "possible")
    yield from _plain("count", "outcomes")
    yield from _severities()
    yield from _plain("number", "reading_age")
    yield from _plain("count", "words")
    for horizon in ("short", "medium", "long"):
        yield Column(horizon, "count", _under("horizons", horizon, 0))
    for feature in FEATURES:
        for verdict in ("met", "partly", "not_met"):
            yield Column(f"{feature.value}_{verdict}", "count", _verdicts(feature, verdict))
    for place, group in enumerate(layout.groups):
        yield Column(group, "text", _joined(place))


def _outcomes(layout: Layout) -> Iterator[Column]:
    yield from _plain("text", "plan", "outcome", "path", "label")
    yield from _plain("count", "line")
    yield from _plain("word", "horizon")
    yield from _plain("date", "by")
    yield from _severities()
    yield from _plain("count", "words")
    yield from _plain("number", "reading_age")
    for place, feature in enumerate(FEATURES):
        yield Column(feature.value, "word", _nth("verdicts", place))
    for framework in layout.frameworks:
        yield Column(framework, "word", _served(framework))
    for place, group in enumerate(layout.groups):
        yield Column(group, "text", _nth("groups", place))
    if layout.show_text:
        yield from _plain("text", "text")


def _findings(layout: Layout) -> Iterator[Column]:
    yield from _plain("text", "plan", "outcome", "about", "path")
    yield from _plain("word", "code", "name", "feature", "severity", "confidence")
    yield from _plain("count", "start", "end")
    yield Column("ignored", "yes", lambda row: "yes" if row.ignored else "")
    if layout.show_text:
        yield from _plain("text", "match", "message")


def _errors(layout: Layout) -> Iterator[Column]:
    yield from _plain("text", "path")
    yield from _plain("count", "line", "column")
    yield from _plain("text", "message")


def _plain(kind: Kind, *names: str) -> Iterator[Column]:
    for name in names:
        yield Column(name, kind, attrgetter(name))


def _severities() -> Iterator[Column]:
    for name in Severities._fields:
        yield Column(f"{name}s", "count", attrgetter(f"severities.{name}"))


def _nth(name: str, place: int) -> Callable[[Any], object]:
    return lambda row: getattr(row, name)[place]


def _under(name: str, key: str, otherwise: object) -> Callable[[Any], object]:
    return lambda row: getattr(row, name).get(key, otherwise)


def _verdicts(feature: Feature, verdict: str) -> Callable[[Any], object]:
    return lambda row: getattr(row.verdicts[feature], verdict)


def _joined(place: int) -> Callable[[Any], object]:
    return lambda row: "; ".join(row.groups[place])


def _served(framework: str) -> Callable[[Any], object]:
    return lambda row: " ".join(row.themes.get(framework, ()))


_COLUMNS: dict[str, Callable[[Layout], Iterator[Column]]] = {
    "plans": _plans, "outcomes": _outcomes, "findings": _findings, "errors": _errors,
}  # fmt: skip
