"""Streams the rows of CSV tables into sheets of a workbook that is otherwise done. Knows the part of Office Open XML that a cell is.

Every text is a string, shared or inline (ECMA-376, part 1, 18.4.8 and 18.3.1.53), whatever it begins with: none can be a formula.
Words that come again and again are shared, and cells stand in order without saying their place (18.3.1.4: the reference is
optional), which takes a third off what has to be written.
"""

import csv
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

from send_outcomes.audit.tables import Column, unguarded
from send_outcomes.reports.safe import shown

_CELL = 32_767  # characters that Excel takes in a cell
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would read as a character's code
_END = b"</sheetData>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_SHARED = 2_000  # strings of one column that are shared; a column of more holds texts, not words
_STRINGS = "xl/sharedStrings.xml"
_COUNTS = re.compile(rb' count="[0-9]+" uniqueCount="([0-9]+)"')
_CHUNK = 2_000  # rows written at a time
_EMPTY = "<c/>"


class LongSheet(NamedTuple):
    """A sheet to be filled: its part in the workbook, the table it is filled from, the table's columns, and how many rows of it."""

    part: str
    table: Path
    columns: Sequence[Column]
    rows: int


def stream_rows(made: IO[bytes], to: Path, sheets: Sequence[LongSheet]) -> None:
    """Copy a workbook to `to`, filling these sheets beneath their first row. Raises OSError."""
    by_part = {sheet.part: sheet for sheet in sheets}
    shared: list[str] = []
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        base = _COUNTS.search(old.read(_STRINGS))
        first = int(base[1]) if base else 0
        for entry in sorted(old.infolist(), key=lambda entry: entry.filename == _STRINGS):  # known once the sheets are written
            sheet = by_part.get(entry.filename)
            if entry.filename == _STRINGS:
                new.writestr(entry, _with_strings(old.read(entry), shared, first), zipfile.ZIP_DEFLATED)
                continue
            if sheet is None:
                new.writestr(entry, old.read(entry), zipfile.ZIP_DEFLATED)
                continue
            before, end, after = _DIMENSION.sub(b"", old.read(entry)).partition(_END)
            info = zipfile.ZipInfo(entry.filename, entry.date_time)
            info.compress_type = zipfile.ZIP_DEFLATED
            with new.open(info, "w", force_zip64=True) as part:
                part.write(before)
                rows = _rows(sheet, shared, first)
                while chunk := "".join(islice(rows, _CHUNK)):
                    part.write(chunk.encode("utf-8"))
                part.write(end + after)


def _with_strings(part: bytes, shared: Sequence[str], first: int) -> bytes:
    """Add strings to those that a workbook shares; counts of uses are advice only, and left out."""
    items = "".join(f"<si>{text}</si>" for text in shared).encode("utf-8")
    counted = _COUNTS.sub(f' uniqueCount="{first + len(shared)}"'.encode("ascii"), part, count=1)
    return counted.replace(b"</sst>", items + b"</sst>")


def _rows(sheet: LongSheet, shared: list[str], first: int) -> Iterator[str]:
    ways: list[Callable[[str], str]] = [
        (_Numbers() if column.kind in ("count", "number") else _Strings(shared, first)).__getitem__ for column in sheet.columns
    ]
    with sheet.table.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows, None)
        for number, row in enumerate(islice(rows, sheet.rows), 2):
            yield f'<row r="{number}">{"".join([way(cell) for way, cell in zip(ways, row, strict=False)])}</row>'


class _Numbers(dict[str, str]):
    """Cells of a column of numbers, by what the table says; those met first are kept."""

    def __missing__(self, cell: str) -> str:
        number = cell.isascii() and cell.replace(".", "", 1).isdigit()
        made = f"<c><v>{cell}</v></c>" if number else _inline(cell) if cell else _EMPTY
        if len(self) < _SHARED:
            self[cell] = made
        return made


class _Strings(dict[str, str]):
    """Cells of a column of words: its first different strings are shared, what comes after them is not."""

    def __init__(self, shared: list[str], first: int) -> None:
        super().__init__({"": _EMPTY})
        self.shared, self.first = shared, first

    def __missing__(self, cell: str) -> str:
        if len(self) > _SHARED:
            return _inline(cell)
        made = self[cell] = f'<c t="s"><v>{self.first + len(self.shared)}</v></c>'
        self.shared.append(_text(cell))
        return made


def _inline(cell: str) -> str:
    return f'<c t="inlineStr"><is>{_text(cell)}</is></c>'


def _text(cell: str) -> str:
    """Return a cell's text as an element: what a person sees of it, no longer than Excel takes."""
    text = unguarded(cell)
    if not (text.isascii() and text.isprintable()):
        text = shown(text)
    if len(text) > _CELL:
        text = text[: _CELL - 1] + "…"
    text = _ESCAPE.sub("_x005F_", text) if "_x" in text else text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<t xml:space="preserve">{text}</t>'


def column_letters(place: int) -> str:
    """Return the letters of a column, counted from 0: A, B, …, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
