"""CSV text → rows that know where they stand: delimiter and header found, cells placed by line and column. Streams."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.documents.own_files import NO_PLAN, REPORT_COLUMNS
from send_outcomes.model import Anchor
from send_outcomes.readers.columns import Layout, layout_of, looks_like_names, no_outcomes
from send_outcomes.readers.stretch import Stretch

_DELIMITERS = (",", ";", "\t", "|")
# Stands for “one column, no delimiter”; Unicode's own separator, which no text holds by accident.
_NONE = "\x1f"
_TAIL = {each: re.compile(rf"[^{re.escape(each)}\r\n]*") for each in (*_DELIMITERS, _NONE)}
_QUOTE_OR_BREAK = re.compile(r'["\r\n]')
_SAMPLE_LINES = 60
_HEADER_ROWS = 20
_OUTCOME_WORDS = 4


class Row(NamedTuple):
    """A row: its number (from 1, as a spreadsheet counts), first line, cells, and the source that they came from."""

    number: int
    line: int
    cells: list[str]
    raw: str


@dataclass(frozen=True, slots=True)
class Table:
    """What was found out from a table's beginning. `skip` is the number of rows up to and with the header."""

    delimiter: str
    layout: Layout
    skip: int


def open_rows(lines: Iterator[str], named: Mapping[str, str], path: str) -> tuple[Table, Iterator[Row]] | None:
    """Return a table's layout and its rows below the header; None where there is nothing but blank lines.

    Raises `UnreadableInput` where no column holds outcomes, or the table is a report of ours.
    """
    sample = list(islice(lines, _SAMPLE_LINES))
    if not any(line.strip() for line in sample) and not (sample := [*sample, *_until_filled(lines)]):
        return None
    if not any(line.strip() for line in sample):
        return None
    table = _examined(sample, named, path)
    rows = read_rows(chain(sample, lines), table.delimiter, path)
    return table, islice(rows, table.skip, None)


def read_rows(lines: Iterator[str], delimiter: str, path: str) -> Iterator[Row]:
    """Yield every row, blank ones too. Raises `UnreadableInput` for a cell without end."""
    held: list[str] = []
    total = number = 0

    def noted() -> Iterator[str]:
        for line in lines:
            held.append(line)
            yield line

    reader = csv.reader(noted(), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, 1):
            raw = held[0] if len(held) == 1 else "".join(held)
            yield Row(number, total + 1, cells, raw)
            total += len(held)
            held.clear()
    except csv.Error:
        most = f"{csv.field_size_limit():,}"
        message = f"row {number + 1} can't be read: a cell of more than {most} characters; is a quote left open?"
        raise UnreadableInput(message, path, total + 1) from None


def cell(row: Row, index: int, delimiter: str) -> Stretch:
    """Return one cell's text with its place in the source."""
    text = row.cells[index]
    if '"' not in row.raw:
        return Stretch(text, (Anchor(0, row.line, sum(map(len, row.cells[:index])) + index + 1),))
    raw = row.raw
    start = _cell_start(raw, index, delimiter)
    line = row.line + _breaks(raw, 0, start)
    column = start - max(raw.rfind("\n", 0, start), raw.rfind("\r", 0, start))
    if raw[start : start + 1] != '"':
        return Stretch(text, (Anchor(0, line, column),))
    closing = _closing(raw, start)
    # What follows the closing quote, before the delimiter, is sloppy but belongs to the cell.
    tail = _TAIL[delimiter].match(raw, closing + 1)
    content, closing = raw[start + 1 : tail.end() if tail else closing], closing - start - 1
    anchors = [Anchor(0, line, column + 1)]
    spans = []
    at = 0
    while at < closing:
        if content[at] == '"':
            spans.append((at, at + 1))
            at += 2
            continue
        found = _QUOTE_OR_BREAK.search(content, at)
        if found is None or found.start() >= closing:
            break
        at = found.start()
        if content[at] == '"':
            continue
        at += 2 if content.startswith("\r\n", at) else 1
        line += 1
        anchors.append(Anchor(at, line, 1))
    whole = Stretch(content, tuple(anchors)).without([*spans, (closing, closing + 1)])
    return whole if whole.text == text else Stretch(text, whole.anchors[:1])


def _cell_start(raw: str, index: int, delimiter: str) -> int:
    start = 0
    for _ in range(index):
        end = _closing(raw, start) if raw[start : start + 1] == '"' else start
        found = raw.find(delimiter, end)
        if found < 0:
            return start
        start = found + 1
    return start


def _closing(raw: str, start: int) -> int:
    """Return where the quote opened at `start` closes (the end, if nowhere); a doubled quote is a character."""
    end = raw.find('"', start + 1)
    while end >= 0 and raw[end + 1 : end + 2] == '"':
        end = raw.find('"', end + 2)
    return end if end >= 0 else len(raw)


def _breaks(raw: str, start: int, end: int) -> int:
    return raw.count("\n", start, end) + raw.count("\r", start, end) - raw.count("\r\n", start, end)


def _until_filled(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if line.strip():
            return


def _examined(sample: Sequence[str], named: Mapping[str, str], path: str) -> Table:
    best: tuple[int, int, Table] | None = None
    for delimiter in (*_DELIMITERS, _NONE):
        for row in islice(read_rows(iter(sample), delimiter, path), _HEADER_ROWS):
            if tuple(row.cells) == REPORT_COLUMNS:
                raise NothingInside(NO_PLAN, path)
            layout = layout_of(row.cells, named)
            if layout is None or (layout.known == 1 and not _one_column(row, sample, delimiter)):
                continue
            if best is None or (layout.known, layout.width) > best[:2]:
                best = layout.known, layout.width, Table(delimiter if layout.width > 1 else _NONE, layout, row.number)
    if best:
        return best[2]
    rows = [row for row in read_rows(iter(sample), _widest(sample), path) if any(cell.strip() for cell in row.cells)]
    if not rows:
        raise UnreadableInput("the table holds no text", path)
    first = rows[0]
    if not named and not _several_columns(sample) and (bare := _plain_lines(sample, path)):
        return Table(_NONE, Layout(((0, None, ""),), {}, (), 1), bare.number - 1)
    raise no_outcomes(first.cells, named, path, first.line)


def _one_column(row: Row, sample: Sequence[str], delimiter: str) -> bool:
    """Tell whether a lone “Outcome” heads a column, not the table as its title (then names stand in the row below)."""
    if sum(1 for name in row.cells if name.strip()) != 1:
        return True
    below = [line for line in sample[row.line :] if line.strip()][:1]
    for line in below:
        for each in _DELIMITERS:
            cells = next(csv.reader([line], delimiter=each))
            if len(cells) > max(1, len(row.cells)) and looks_like_names(cells) and not any(c[:1].isspace() for c in cells):
                return False
    return True


def _widest(sample: Sequence[str]) -> str:
    first = next(line for line in sample if line.strip())
    return max(_DELIMITERS, key=first.count)


def _several_columns(sample: Sequence[str]) -> bool:
    """Tell whether some delimiter parts every line alike; a comma with a space behind it is punctuation."""
    lines = [line for line in sample if line.strip()]
    for delimiter in _DELIMITERS:
        widths = {len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells}
        whole = "".join(lines)
        spaced = delimiter in ",;" and whole.count(delimiter + " ") * 2 > whole.count(delimiter)
        if len(widths) == 1 and widths != {1} and not spaced:
            return True
    return False


def _plain_lines(sample: Sequence[str], path: str) -> Row | None:
    """Return the first row of a file that is one column of outcomes without a header; None where it reads otherwise."""
    row = next(row for row in read_rows(iter(sample), _NONE, path) if any(cell.strip() for cell in row.cells))
    text = row.cells[0].strip()
    return row if len(text.split()) >= _OUTCOME_WORDS or text.endswith(".") else None
