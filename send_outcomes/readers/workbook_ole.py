"""Office files from before 2007 (OLE2 compound files): which streams are inside, and the bytes of one.

After Microsoft's [MS-CFB]. Only what is needed to tell workbooks from the rest, and to measure their sheets.
"""

import struct
from collections.abc import Callable

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA
_STREAM, _ROOT = 2, 5
_COUNTS = (40, 44, 64, 72)  # where the header says how many sectors its tables take


class Damaged(Exception):
    """The file breaks its own format."""


class Compound:
    """A compound file of which `data` is the whole. Raises `Damaged` where it breaks the format."""

    def __init__(self, data: bytes) -> None:
        """Read the allocation table and the directory."""
        try:
            self._data = data
            self._sector = 1 << _number("<H", data, 30)
            self._mini = 1 << _number("<H", data, 32)
            if self._sector not in (512, 4096) or self._mini != 64:
                raise Damaged
            sectors = len(data) // self._sector
            if any(_number("<I", data, at) > sectors for at in _COUNTS):
                raise Damaged
            self._table = self._allocation()
            directory = self._chain(_number("<I", data, 48), self._table, self._sector_at)
            self._streams: dict[str, tuple[int, int]] = {}
            self._root = (0, 0)
            for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
                self._take(directory[at : at + _ENTRY])
        except (struct.error, IndexError, UnicodeDecodeError, OverflowError):
            raise Damaged from None

    @property
    def names(self) -> frozenset[str]:
        """The names of the streams."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream. Raises `Damaged`."""
        start, size = self._streams[name]
        try:
            if size >= _number("<I", self._data, 56):
                return self._chain(start, self._table, self._sector_at)[:size]
            raw = self._chain(_number("<I", self._data, 60), self._table, self._sector_at)
            table = list(struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]))
            whole = self._chain(self._root[0], self._table, self._sector_at)
            return self._chain(start, table, lambda at: whole[at * self._mini : (at + 1) * self._mini])[:size]
        except (struct.error, IndexError):
            raise Damaged from None

    def _take(self, entry: bytes) -> None:
        kind, length = entry[66], _number("<H", entry, 64)
        name = entry[: max(0, length - 2)].decode("utf-16-le", "replace")
        place = _number("<I", entry, 116), _number("<I", entry, 120)
        if kind in (_STREAM, _ROOT) and place[1] > len(self._data):
            raise Damaged  # the library would make room for what it says
        if kind == _ROOT:
            self._root = place
        elif kind == _STREAM:
            self._streams.setdefault(name, place)

    def _allocation(self) -> list[int]:
        sectors = list(struct.unpack("<109I", self._data[76:_HEADER]))
        following, seen = _number("<I", self._data, 68), 0
        while following < _LAST_SECTOR:
            seen += 1
            part = self._sector_at(following)
            if seen > len(self._data) // self._sector or len(part) < self._sector:
                raise Damaged
            *more, following = struct.unpack(f"<{self._sector // 4}I", part)
            sectors.extend(more)
        table: list[int] = []
        for sector in sectors:
            if sector < _LAST_SECTOR and len(part := self._sector_at(sector)) == self._sector:
                table.extend(struct.unpack(f"<{self._sector // 4}I", part))
        return table

    def _sector_at(self, at: int) -> bytes:
        start = (at + 1) * self._sector
        return self._data[start : start + self._sector]

    @staticmethod
    def _chain(at: int, table: list[int], part: Callable[[int], bytes]) -> bytes:
        pieces: list[bytes] = []
        while at < _LAST_SECTOR:
            if len(pieces) > len(table):
                raise Damaged  # a chain that bites its own tail
            if not (piece := part(at)):
                raise Damaged
            pieces.append(piece)
            at = table[at]
        return b"".join(pieces)


def _number(form: str, data: bytes, at: int) -> int:
    (value,) = struct.unpack_from(form, data, at)
    return int(value)
