"""Runs of text on a page → lines in reading order: columns of a table one after the other, paragraphs apart.

A column that a table's header calls something other than outcomes is left out. Knows nothing of PDF.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from send_outcomes.readers.headings import kind_of
from send_outcomes.readers.pdf_pages import Run
from send_outcomes.readers.vocabulary import bare, vocabulary

SECTION = re.compile(r"section\s+([a-k])\d?\b(?!.*[.!?]$)|([A-K])\d?\s*[:–—-]\s+(?=\S)(?!.*[.!?]$)", re.IGNORECASE)
_GUTTER = 1.2  # heights of a letter's box between two columns, at least
_NARROW = 0.4  # the same, where lines begin exactly below each other right of it
_PARAGRAPH = 0.6  # heights between two paragraphs
_BREAK = 2.0  # heights after which a table is over, if one line follows
_HEADER_WORDS = 8
_MARKER = 6  # characters: bullets and numbers stand in a column of their own and are none


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its runs from left to right. `apart` says that a paragraph ends before it."""

    runs: tuple[Run, ...]
    apart: bool = False

    @property
    def text(self) -> str:
        """What the line says."""
        return " ".join(run.text for run in self.runs)

    @property
    def top(self) -> float:
        """Where the line begins, from the top of the page."""
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        """Where the line ends."""
        return max(run.bottom for run in self.runs)

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(run.size for run in self.runs)


@dataclass(slots=True)
class Table:
    """The last table with a header: where its columns began, and which of them hold outcomes."""

    lefts: tuple[float, ...] = ()
    wanted: tuple[bool, ...] = ()


def lines_of(runs: Sequence[Run]) -> list[Line]:
    """Return the runs as lines from top to bottom, whatever the columns."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.left)):
        if lines and abs(lines[-1][0].middle - run.middle) < 0.5 * min(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [Line(tuple(sorted(line, key=lambda run: run.left))) for line in lines]


def ordered(lines: Sequence[Line], body: float, table: Table) -> list[Line]:
    """Return lines in reading order. `body` is the usual size of letters; `table` is remembered from page to page."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        end, gutter = _band(lines, at, body)
        if gutter is None and _goes_on(lines[at], table):
            cells = tuple(run for run, wanted in zip(lines[at].runs, table.wanted, strict=True) if wanted)
            found.append(Line(cells, apart=True))
            at += 1
            continue
        if gutter is None:
            found.append(_spaced(lines[at], found[-1] if found else None))
            at += 1
            continue
        columns = _columns(lines[at:end], gutter, body)
        kept = _wanted(columns, table)
        begins = _row_beginnings(lines[at:end]) if len(kept) < len(columns) else set[Run]()
        for i, column in enumerate(kept):
            inner = ordered(column, body, Table()) if len(columns) > 2 or i else _flow(column)
            inner = [Line(line.runs, line.apart or not begins.isdisjoint(line.runs)) for line in inner]
            found.extend([Line(inner[0].runs, apart=True), *inner[1:]] if inner else [])
        at = end
    return found


def _goes_on(line: Line, table: Table) -> bool:
    """Tell whether a line is a row of the last table, each of its cells a line high."""
    lefts = [run.left for run in line.runs]
    return len(lefts) == len(table.lefts) > 1 and all(abs(a - b) < 12 for a, b in zip(lefts, table.lefts, strict=True))


def _row_beginnings(lines: Sequence[Line]) -> set[Run]:
    """Return the runs with which rows begin: where more cells have text than on the line above, if no lines are drawn."""
    if any(run.ruled for line in lines for run in line.runs):
        return set()
    return {run for before, line in pairwise(lines) if len(line.runs) > len(before.runs) for run in line.runs}


def _flow(lines: Sequence[Line]) -> list[Line]:
    flowing: list[Line] = []
    for line in lines:
        flowing.append(_spaced(line, flowing[-1] if flowing else None))
    return flowing


def _spaced(line: Line, before: Line | None) -> Line:
    if before is None or line.top < before.top or line.runs[0].ruled != before.runs[0].ruled:
        return Line(line.runs, apart=True)
    return Line(line.runs, line.top - before.bottom > _PARAGRAPH * line.size)


def _band(lines: Sequence[Line], start: int, body: float) -> tuple[int, float | None]:
    """Return where the columns that begin on the line `start` end, and a gutter between them; None where there is none."""
    if len(lines[start].runs) < 2 or _stops(lines[start], None, body):
        return start + 1, None
    best: tuple[int, float | None] = (start + 1, None)
    runs: list[Run] = []
    for end in range(start, len(lines)):
        if end > start and _stops(lines[end], lines[end - 1], body):
            break
        runs.extend(lines[end].runs)
        gutter = _gutter(runs, body)
        if gutter is None:
            break
        if end > start:
            best = end + 1, gutter
    return best


def _stops(line: Line, before: Line | None, body: float) -> bool:
    if len(line.runs) > 1:
        return False
    if line.size > 1.15 * body or SECTION.match(line.text):
        return True
    return before is not None and line.top - before.bottom > _BREAK * line.size


def _gutter(runs: Sequence[Run], body: float) -> float | None:
    """Return the left edge of the column right of the widest gap that no run crosses."""
    best, reach = (0.0, 0.0), None
    for run in sorted(runs, key=lambda run: run.left):
        if reach is not None and run.left - reach > max(_NARROW * body, best[0]):
            left = [one for one in runs if one.right <= reach + 0.1]
            wide = run.left - reach > _GUTTER * body
            aligned = sum(1 for one in runs if abs(one.left - run.left) < 2)
            if (wide or aligned > 1) and any(len(one.text) > _MARKER for one in left):
                best = run.left - reach, run.left
        reach = max(reach or 0.0, run.right)
    return best[1] if best[0] else None


def _columns(lines: Sequence[Line], gutter: float, body: float) -> list[list[Line]]:
    left, right = list[Line](), list[Line]()
    for line in lines:
        for runs, side in (
            (tuple(r for r in line.runs if r.left < gutter - 0.1), left),
            (tuple(r for r in line.runs if r.left >= gutter - 0.1), right),
        ):
            if runs:
                side.append(Line(runs))
    found = []
    for side in (left, right):
        inner = _gutter([run for line in side for run in line.runs], body)
        found.extend(_columns(side, inner, body) if inner else [side])
    return found


def _wanted(columns: list[list[Line]], table: Table) -> list[list[Line]]:
    """Return the columns of outcomes, if the header (here, or on a page before) tells them; else all of them."""
    lefts = tuple(min(run.left for line in column for run in line.runs) for column in columns)
    roles = [_role(column) for column in columns]
    if "outcomes" in roles and any(role and role != "outcomes" for role in roles):
        table.lefts, table.wanted = lefts, tuple(role == "outcomes" for role in roles)
    elif len(lefts) != len(table.lefts) or any(abs(a - b) > 12 for a, b in zip(lefts, table.lefts, strict=True)):
        return columns
    return [column for column, wanted in zip(columns, table.wanted, strict=True) if wanted]


def _role(column: Sequence[Line]) -> str | None:
    """Return what a column holds by its first line or two: "outcomes", "others", or None where it says nothing."""
    for count in (1, 2):
        text = " ".join(line.text for line in column[:count]).strip()
        if len(text.split()) > _HEADER_WORDS or text.endswith((".", ";", ",")):
            return None
        field = vocabulary().columns.get(bare(text))
        if field is not None:
            return "outcomes" if field.startswith("outcome") and field != "outcome_id" else "others"
        if kind := kind_of(text):
            return "outcomes" if kind == "outcomes" else "others"
    return None


def body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the text is set."""
    sizes = [run.size for line in lines for run in line.runs for _ in range(max(1, len(run.text) // 10))]
    return median(sizes) if sizes else 10.0
