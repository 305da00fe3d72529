"""Bounds of sheets that are stored as binary records: .xls (BIFF) and .xlsb (BIFF12). Counts only, reads no text.

After Microsoft's [MS-XLS] and [MS-XLSB].
"""

import struct
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence

from send_outcomes.documents import UnreadableInput
from send_outcomes.readers.archive_entries import unpacked
from send_outcomes.readers.options import Limits
from send_outcomes.readers.workbook_bounds import hold_characters, hold_extent

_U16 = struct.Struct("<H")
_PLACE = struct.Struct("<HH")
_TEXT = struct.Struct("<HB")
_U32 = struct.Struct("<I")
# BIFF records of cells; those of several cells in a row say where the last one stands in their last two bytes.
_CELLS = frozenset((0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x0003, 0x0004, 0x0005, 0x0206, 0x0406))
_SEVERAL = frozenset((0x00BD, 0x00BE))
_DIMENSIONS = 0x0200
_SUBSTREAM, _STRINGS, _CONTINUED, _BY_INDEX = 0x0809, 0x00FC, 0x003C, 0x00FD
_MOST_UNCOUNTED = 10_000  # so many cells hold no more text than fits, however long each
_NO_RECORDS = ("printersettings", "vbaproject")  # parts that are made of something else
_DAMAGED = "is damaged or was cut short; copy or save it anew"


def hold_xls(stream: bytes, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where a sheet of a .xls file's workbook stream is too large."""
    at, end, rows, columns = 0, len(stream) - 4, 0, 0
    strings: list[bytes] = []
    references: Counter[int] = Counter()
    in_strings = False
    while at <= end:
        kind, length = _PLACE.unpack_from(stream, at)
        start, at = at + 4, at + 4 + length
        in_strings = kind == _STRINGS or (in_strings and kind == _CONTINUED)
        if in_strings:
            strings.append(stream[start:at])
        elif kind == _SUBSTREAM:
            rows = columns = 0
        elif kind == _DIMENSIONS:
            _hold_dimensions(stream[start:at], path, limits)
        elif (kind in _CELLS or kind in _SEVERAL) and length >= 6 and at <= len(stream):
            row, column = _PLACE.unpack_from(stream, start)
            last = _U16.unpack_from(stream, at - 2)[0] if kind in _SEVERAL else column
            rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
            if kind == _BY_INDEX and length >= 10:
                references[_U32.unpack_from(stream, start + 6)[0]] += 1
            hold_extent(rows, columns, path, limits)
    # A text takes three bytes at least; the library makes room for as many as are announced.
    if strings and len(strings[0]) >= 8 and _U32.unpack_from(strings[0], 4)[0] > sum(map(len, strings)) // 3:
        raise UnreadableInput(_DAMAGED, path)
    if references.total() > _MOST_UNCOUNTED:
        lengths = list(_lengths(strings))
        hold_characters(sum(count * lengths[i] for i, count in references.items() if i < len(lengths)), path)


def _lengths(records: Sequence[bytes]) -> Iterator[int]:
    """Yield how many characters each shared text of a .xls file has; a text may go on in the next record."""
    which, at = 0, 8
    try:
        while which < len(records):
            if at >= len(records[which]):
                which, at = which + 1, at - len(records[which])
                continue
            left, flags = _TEXT.unpack_from(records[which], at)
            yield left
            at += 3
            formatting = _U16.unpack_from(records[which], at)[0] * 4 if flags & 8 else 0
            at += 2 if flags & 8 else 0
            formatting += _U32.unpack_from(records[which], at)[0] if flags & 4 else 0
            at += 4 if flags & 4 else 0
            while left:
                width = 2 if flags & 1 else 1
                taken = min(left, (len(records[which]) - at) // width)
                left, at = left - taken, at + taken * width
                if left:
                    which, at = which + 1, 1
                    flags = records[which][0]
            at += formatting
    except (struct.error, IndexError):
        return  # cut short: the library will say so


def hold_xlsb(archive: zipfile.ZipFile, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where a sheet of a .xlsb file, or the whole, is too large."""
    left = limits.unpacked_bytes
    lengths: list[int] = []
    sheets: list[Counter[int]] = []
    for entry in archive.infolist():
        data = b"".join(unpacked(archive, entry, left, path))
        left -= len(data)
        name = entry.filename.casefold()
        if name.endswith(".bin") and not any(part in name for part in _NO_RECORDS):
            rows, columns, references = _extent(data, lengths, path)
            hold_extent(rows, columns, path, limits)
            sheets.append(references)
    for references in sheets:
        hold_characters(sum(count * lengths[i] for i, count in references.items() if i < len(lengths)), path)


def _hold_dimensions(record: bytes, path: str, limits: Limits) -> None:
    """Hold what a sheet says of its own size: the library makes room for it, whatever it is."""
    form = struct.Struct("<IIHH") if len(record) >= 14 else struct.Struct("<HHHH")
    if len(record) >= form.size:
        first_row, row, first_column, column = form.unpack_from(record)
        if (row, column) != (0, 0) and (row < first_row or column < first_column or row > 65_536):
            raise UnreadableInput(_DAMAGED, path)
        hold_extent(row + 1, column + 1, path, limits)


def _extent(data: bytes, lengths: list[int], path: str) -> tuple[int, int, Counter[int]]:
    """Return rows, columns, and how often each shared text is named in a part; note its own shared texts' `lengths`."""
    at = row = rows = columns = 0
    references: Counter[int] = Counter()
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
            if kind < 12 and length < 8:
                raise UnreadableInput(_DAMAGED, path)  # the library would take what was left over from the record before
            if kind == 0:  # a row begins
                row = _U32.unpack_from(data, at)[0]
            elif 1 < kind < 12:  # a cell that holds something
                rows, columns = max(rows, row + 1), max(columns, _U32.unpack_from(data, at)[0] + 1)
                if kind == 7 and length >= 12:
                    references[_U32.unpack_from(data, at + 8)[0]] += 1
            elif kind == 19:  # a shared text
                lengths.append(length // 2)
            at += length
    except (IndexError, struct.error):
        pass  # cut short: the library will say so
    return rows, columns, references
