"""How large a workbook's sheets would grow in memory, found out before they are unfolded: a cell at XFD1048576 is a trap.

The library lays a sheet out as a full rectangle and repeats a shared text in every cell; this only counts. Reads no text.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from send_outcomes.documents import UnreadableInput
from send_outcomes.readers.archive_entries import unpacked
from send_outcomes.readers.options import Limits

_WIDE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{2,3})[0-9]""")
_TALL = re.compile(rb"""\sr\s*=\s*["'](?:[A-Za-z]{1,3})?([0-9]{5,})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\sr\s*=""")
_ROW_OR_CELL = re.compile(rb"""<(?:\w+:)?(row|c)\b([^<>]*)>""")
_AT = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,7})["']""")
_STRING_END = re.compile(rb"</(?:\w+:)?si\s*>")
_INDEX = re.compile(rb"v[^<>]*>\s*([0-9]{1,7})\s*<")
# Below these nothing is looked at closely: 26 columns by 9,999 rows are no danger.
_LEAST_ROWS, _LEAST_COLUMNS = 9_999, 26
MOST_ROWS, MOST_COLUMNS = 2**20, 2**14  # that any spreadsheet has
_MOST_MARKUP = 20_000_000
_MOST_CHARACTERS = 1_000_000_000
_TRAP = "a sheet spans {rows:,} rows and {columns:,} columns; delete what stands far below or beside the table"


@dataclass(slots=True)
class Extent:
    """How far a sheet reaches, in rows and columns; `cells` that hold something; `loose` ones that give no position."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    loose: bool = False


def hold_extent(rows: int, columns: int, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where a sheet of this size would not fit into memory, or can't be true."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise UnreadableInput("is damaged: it says where cells stand beyond any sheet's end; save it anew", path)
    if rows * columns > limits.sheet_cells:
        raise UnreadableInput(_TRAP.format(rows=rows, columns=columns), path)


def hold_characters(characters: int, path: str) -> None:
    """Raise `UnreadableInput` where the texts of all cells together would not fit into memory."""
    if characters > _MOST_CHARACTERS:
        raise UnreadableInput("its cells repeat more text than can be held; split it", path)


def hold_xlsx(archive: zipfile.ZipFile, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where a sheet, or the whole, is too large. Any entry may turn out to be a sheet."""
    left, extents, lengths = limits.unpacked_bytes, list[tuple[zipfile.ZipInfo, Extent]](), list[int]()
    for entry in archive.infolist():
        size = 0

        def counted(entry: zipfile.ZipInfo = entry, most: int = left) -> Iterator[bytes]:
            nonlocal size
            for piece in unpacked(archive, entry, most, path):
                size += len(piece)
                yield piece

        if entry.filename.casefold().endswith("sharedstrings.xml"):
            lengths.extend(_lengths(counted(), path))
            left -= size
            continue
        extent = _loosely(_whole_tags(counted(), path))
        left -= size
        if extent.loose or extent.rows * extent.columns > limits.sheet_cells:
            extent = _strictly(_whole_tags(unpacked(archive, entry, limits.unpacked_bytes, path), path), path, limits)
            hold_extent(extent.rows, extent.columns, path, limits)
        extents.append((entry, extent))
    longest = max(lengths, default=0)
    for entry, extent in extents:
        if extent.cells * longest > _MOST_CHARACTERS:
            pieces = _whole_tags(unpacked(archive, entry, limits.unpacked_bytes, path), path)
            indices = chain.from_iterable(_INDEX.findall(piece) for piece in pieces)
            hold_characters(sum(lengths[i] for i in map(int, indices) if i < len(lengths)), path)


def _loosely(pieces: Iterator[bytes]) -> Extent:
    """Return bounds that are quick to find; `loose` where cells or rows leave out where they stand."""
    found = Extent(_LEAST_ROWS, _LEAST_COLUMNS)
    for piece in pieces:
        for letters in set(_WIDE.findall(piece)):
            found.columns = max(found.columns, _column(letters))
        if tall := _TALL.findall(piece):
            found.rows = max(found.rows, *map(int, tall))
        found.cells += piece.count(b"</v>") + piece.count(b":v>")
        cells = piece.count(b"<c ") + piece.count(b"<c>") + piece.count(b"<c/>") + piece.count(b":c ") + piece.count(b":c>")
        rows = piece.count(b"<row") + piece.count(b":row")
        if cells != piece.count(b'<c r="') or (rows and rows != len(_ROW.findall(piece))):
            found.loose = True
    return found


def _strictly(pieces: Iterator[bytes], path: str, limits: Limits) -> Extent:
    """Follow every row and cell as the library does: an empty one (formatted only) takes no room."""
    found, row, column, seen = Extent(), 0, 0, 0
    for piece in pieces:
        found.cells += piece.count(b"</v>") + piece.count(b":v>")
        for what in _ROW_OR_CELL.finditer(piece):
            seen += 1
            if seen > limits.sheet_cells // 2:  # looking closely takes its time
                raise UnreadableInput(f"a sheet of more than {limits.sheet_cells // 2:,} cells; split it", path)
            at = _AT.search(what[2])
            if what[1] == b"row":
                row, column = int(at[2]) if at else row + 1, 0
                continue
            column = _column(at[1]) if at else column + 1
            if not what[2].endswith(b"/"):
                found.rows, found.columns = max(found.rows, int(at[2]) if at else row), max(found.columns, column)
    return found


def _lengths(pieces: Iterator[bytes], path: str) -> Iterator[int]:
    """Yield how many bytes each shared text takes."""
    rest = b""
    for piece in pieces:
        *whole, rest = _STRING_END.split(rest + piece)
        if len(rest) > _MOST_MARKUP:
            raise UnreadableInput("one cell's text is too long to be read", path)
        yield from map(len, whole)


def _whole_tags(pieces: Iterator[bytes], path: str) -> Iterator[bytes]:
    """Yield the bytes cut before a tag, so that none is cut in two."""
    rest = b""
    for piece in pieces:
        piece = rest + piece  # noqa: PLW2901 -- the same bytes, with what was left over
        cut = piece.rfind(b"<")
        if cut < 0:
            cut = len(piece)
        rest = piece[cut:]
        if len(rest) > _MOST_MARKUP:
            raise UnreadableInput("one cell's text is too long to be read", path)
        yield piece[:cut]
    yield rest


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
