"""Streams the rows of CSV tables into sheets of a workbook that is otherwise done. Knows the part of Office Open XML that a cell is.

Every text is an inline string (ECMA-376, part 1, 18.3.1.53): a string whatever it begins with, so that none can be a formula.
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
_KNOWN = 20_000  # cells remembered: most words come again and again
_CHUNK = 2_000  # rows written at a time


class LongSheet(NamedTuple):
    """A sheet to be filled: its part in the workbook, the table it is filled from, the table's columns, and how many rows of it."""

    part: str
    table: Path
    columns: Sequence[Column]
    rows: int


def stream_rows(made: IO[bytes], to: Path, sheets: Sequence[LongSheet]) -> None:
    """Copy a workbook to `to`, filling these sheets beneath their first row. Raises OSError."""
    by_part = {sheet.part: sheet for sheet in sheets}
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for entry in old.infolist():
            sheet = by_part.get(entry.filename)
            if sheet is None:
                new.writestr(entry, old.read(entry), zipfile.ZIP_DEFLATED)
                continue
            before, end, after = _DIMENSION.sub(b"", old.read(entry)).partition(_END)
            info = zipfile.ZipInfo(entry.filename, entry.date_time)
            info.compress_type = zipfile.ZIP_DEFLATED
            with new.open(info, "w", force_zip64=True) as part:
                part.write(before)
                rows = _rows(sheet)
                while chunk := "".join(islice(rows, _CHUNK)):
                    part.write(chunk.encode("utf-8"))
                part.write(end + after)


def _rows(sheet: LongSheet) -> Iterator[str]:
    letters = [column_letters(place) for place in range(len(sheet.columns))]
    ways: list[tuple[str, Callable[[str], str]]] = [
        (letter, _number if column.kind in ("count", "number") else _text if column.kind == "text" else _word())
        for letter, column in zip(letters, sheet.columns, strict=True)
    ]
    with sheet.table.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows, None)
        for number, row in enumerate(islice(rows, sheet.rows), 2):
            cells = [f'<c r="{way[0]}{number}"{way[1](cell)}' for way, cell in zip(ways, row, strict=False) if cell]
            yield f'<row r="{number}">{"".join(cells)}</row>'


def _number(cell: str) -> str:
    return f"><v>{cell}</v></c>" if cell.isascii() and cell.replace(".", "", 1).isdigit() else _text(cell)


def _text(cell: str) -> str:
    text = unguarded(cell)
    if not (text.isascii() and text.isprintable()):
        text = shown(text)
    if len(text) > _CELL:
        text = text[: _CELL - 1] + "…"
    text = _ESCAPE.sub("_x005F_", text) if "_x" in text else text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _word() -> Callable[[str], str]:
    known: dict[str, str] = {}

    def word(cell: str) -> str:
        made = known.get(cell)
        if made is None:
            made = _text(cell)
            if len(known) < _KNOWN:
                known[cell] = made
        return made

    return word


def column_letters(place: int) -> str:
    """Return the letters of a column, counted from 0: A, B, …, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
