"""Bounds of sheets that are stored as binary records: .xls (BIFF) and .xlsb (BIFF12). Counts only, reads no text.

After Microsoft's [MS-XLS] and [MS-XLSB].
"""

import struct
import zipfile

from send_outcomes.readers.archive_entries import unpacked
from send_outcomes.readers.options import Limits
from send_outcomes.readers.workbook_bounds import hold_characters, hold_extent

_U16 = struct.Struct("<H")
_PLACE = struct.Struct("<HH")
_U32 = struct.Struct("<I")
# BIFF records of cells; those of several cells in a row say where the last one stands in their last two bytes.
_CELLS = frozenset((0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x0003, 0x0004, 0x0005, 0x0206, 0x0406))
_SEVERAL = frozenset((0x00BD, 0x00BE))
_SUBSTREAM, _STRINGS, _CONTINUED, _BY_INDEX = 0x0809, 0x00FC, 0x003C, 0x00FD
_LONGEST = 32_767
_MOST_REFERENCES = 200_000


def hold_xls(stream: bytes, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where a sheet of a .xls file's workbook stream is too large."""
    at, end, rows, columns, references = 0, len(stream) - 4, 0, 0, 0
    strings = bytearray()
    in_strings = False
    while at <= end:
        kind, length = _PLACE.unpack_from(stream, at)
        start, at = at + 4, at + 4 + length
        in_strings = kind == _STRINGS or (in_strings and kind == _CONTINUED)
        if in_strings:
            strings += stream[start:at]
        elif kind == _SUBSTREAM:
            rows = columns = 0
        elif (kind in _CELLS or kind in _SEVERAL) and length >= 6 and at <= len(stream):
            row, column = _PLACE.unpack_from(stream, start)
            last = _U16.unpack_from(stream, at - 2)[0] if kind in _SEVERAL else column
            rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
            references += kind == _BY_INDEX
            hold_extent(rows, columns, path, limits)
    if references > _MOST_REFERENCES and len(strings) > 8:
        # One long text in every cell: an average above what a caseworker writes in a paragraph gives it away.
        unique = max(1, _U32.unpack_from(strings, 4)[0])
        hold_characters(references * min(_LONGEST, len(strings) // unique), path)


def hold_xlsb(archive: zipfile.ZipFile, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where a sheet of a .xlsb file, or the whole, is too large."""
    left, longest, most_cells = limits.unpacked_bytes, 0, 0
    for entry in archive.infolist():
        data = b"".join(unpacked(archive, entry, left, path))
        left -= len(data)
        if not entry.filename.casefold().endswith(".bin"):
            continue
        rows, columns, cells, texts = _extent(data)
        hold_extent(rows, columns, path, limits)
        longest, most_cells = max(longest, texts), max(most_cells, cells)
    hold_characters(longest * most_cells, path)


def _extent(data: bytes) -> tuple[int, int, int, int]:
    """Return rows, columns, cells that name a shared text, and the longest shared text of a part, in bytes."""
    at = row = rows = columns = cells = longest = 0
    try:
        while at < len(data):
            kind = data[at]
            at += 1
            if kind & 0x80:
                kind = (kind & 0x7F) | ((data[at] & 0x7F) << 7)
                at += 1
            length = shift = 0
            while True:
                byte = data[at]
                at += 1
                length |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 or shift > 21:
                    break
            if kind == 0 and length >= 4:  # a row begins
                row = _U32.unpack_from(data, at)[0]
            elif 1 < kind < 12 and length >= 4:  # a cell that holds something
                rows, columns = max(rows, row + 1), max(columns, _U32.unpack_from(data, at)[0] + 1)
                cells += kind == 7
            elif kind == 19:  # a shared text
                longest = max(longest, length // 2)
            at += length
    except (IndexError, struct.error):
        pass  # cut short: the library will say so
    return rows, columns, cells, longest
