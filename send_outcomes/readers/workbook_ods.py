"""Bounds of the sheets of an OpenDocument workbook: one element there may stand for a million cells. Counts only."""

import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from send_outcomes.documents import UnreadableInput
from send_outcomes.readers.archive_entries import unpacked
from send_outcomes.readers.options import Limits
from send_outcomes.readers.workbook_bounds import hold_characters, hold_extent

_MOST_ELEMENTS = 8_000_000


def hold_ods(archive: zipfile.ZipFile, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where a sheet is too large, or the content is protected or damaged."""
    if any(entry.filename == "META-INF/manifest.xml" and _protected(archive, entry, path) for entry in archive.infolist()):
        raise UnreadableInput("is protected with a password; save it without one", path)
    for entry in archive.infolist():
        if entry.filename == "content.xml":
            _hold(archive, entry, path, limits)


def _protected(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str) -> bool:
    return b"encryption-data" in b"".join(unpacked(archive, entry, 5_000_000, path))


def _hold(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, limits: Limits) -> None:
    counting = _Counting(path, limits)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = counting.begin
    parser.EndElementHandler = counting.finish
    parser.CharacterDataHandler = counting.text
    parser.EntityDeclHandler = counting.entity
    try:
        for piece in unpacked(archive, entry, limits.unpacked_bytes, path):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise UnreadableInput("its content is damaged; save it anew", path) from None


class _Counting:
    """Follows tables, rows and cells; repeated empty ones count only where something stands behind them."""

    def __init__(self, path: str, limits: Limits) -> None:
        self.path, self.limits = path, limits
        self.elements = self.characters = 0
        self.table()

    def table(self) -> None:
        self.row_at = self.rows = self.columns = 0
        self.row()

    def row(self, times: int = 1) -> None:
        self.times, self.column, self.last, self.row_characters = times, 0, 0, 0
        self.cell_times, self.cell_characters, self.filled = 1, 0, False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self.elements > _MOST_ELEMENTS:
            raise UnreadableInput(f"more than {_MOST_ELEMENTS:,} parts in its sheets; split it", self.path)
        if name == "table:table":
            self.table()
        elif name == "table:table-row":
            self.row(_times(attributes, "table:number-rows-repeated"))
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.cell_times = _times(attributes, "table:number-columns-repeated")
            self.cell_characters = sum(len(value) for key, value in attributes.items() if key.startswith("office:"))
            self.filled = "office:value-type" in attributes or self.cell_characters > 0

    def text(self, text: str) -> None:
        self.cell_characters += len(text)
        self.filled = self.filled or bool(text.strip())

    def entity(self, *_: object) -> None:
        raise UnreadableInput("its content declares entities, as only a trap does; not read", self.path)

    def finish(self, name: str) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            self.column += self.cell_times
            if self.filled:
                self.last = self.column
                self.row_characters += self.cell_times * self.cell_characters
            self.cell_characters, self.filled = 0, False
        elif name == "table:table-row":
            self.row_at += self.times
            if self.last:
                self.rows, self.columns = self.row_at, max(self.columns, self.last)
                self.characters += self.times * self.row_characters
                hold_extent(self.rows, self.columns, self.path, self.limits)
                hold_characters(self.characters, self.path)


def _times(attributes: Mapping[str, str], key: str) -> int:
    given = attributes.get(key, "1")
    return min(int(given), 10**10) if given.isdecimal() and len(given) < 12 else 10**10 if given.isdecimal() else 1
