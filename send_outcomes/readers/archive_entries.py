"""What stands inside a ZIP (an archive, a workbook): entries counted and measured before anything is unpacked.

A size that an entry states is only its word; `unpacked` counts what really comes out. Knows nothing of plans.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from send_outcomes.documents import UnreadableInput
from send_outcomes.readers.options import Limits

CHUNK = 1_000_000
# Below this, in bytes, a high ratio does no harm: an empty sheet of a thousand rows packs a hundredfold.
_RATIO_FROM = 20_000_000
_ENCRYPTED = 0x1
# What Python's zipfile raises on damaged files, in one place or another.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, struct.error, RuntimeError)
_DAMAGED = "is damaged or was cut short; copy or save it anew"


def opened(data: bytes, path: str, limits: Limits) -> zipfile.ZipFile:
    """Return a ZIP whose entries are within the limits. Raises `UnreadableInput`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except BROKEN:
        raise UnreadableInput(_DAMAGED, path) from None
    if len(entries) > limits.archive_entries:
        raise UnreadableInput(f"holds {len(entries):,} entries, more than {limits.archive_entries:,}; split it", path)
    hold_sizes(sum(entry.file_size for entry in entries), len(data), path, limits)
    return archive


def hold_sizes(unpacked: int, packed: int, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput` where so many bytes would come out of so few."""
    if unpacked > limits.unpacked_bytes:
        raise UnreadableInput(f"unpacks to more than {limits.unpacked_bytes / 1e6:,.0f} MB; split it", path)
    if unpacked > _RATIO_FROM and unpacked > packed * limits.unpacked_ratio:
        message = f"unpacks to more than {limits.unpacked_ratio} times its size, as only a trap does; not read"
        raise UnreadableInput(message, path)


def encrypted(entry: zipfile.ZipInfo) -> bool:
    """Tell whether an entry can't be read without a password."""
    return bool(entry.flag_bits & _ENCRYPTED)


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, path: str) -> Iterator[bytes]:
    """Yield an entry's bytes in pieces. Raises `UnreadableInput` where it is damaged or larger than `most` bytes."""
    total = 0
    try:
        with archive.open(entry) as file:
            while piece := file.read(CHUNK):
                total += len(piece)
                if total > most:
                    raise UnreadableInput(f"unpacks to more than {most / 1e6:,.0f} MB; split it", path)
                yield piece
    except UnreadableInput:
        raise
    except BROKEN:
        raise UnreadableInput(_DAMAGED, path) from None
