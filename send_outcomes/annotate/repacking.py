"""A zip with some of its entries replaced or added; all others keep their bytes, their order and their dates. Knows nothing of Word."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from send_outcomes.documents import UnreadableInput

_CHUNK = 1_000_000
_MOST = 2_000_000_000  # bytes unpacked: pictures pass through here, a bomb must not
_DATE = (1980, 1, 1, 0, 0, 0)  # what Word gives its entries


def repacked(archive: zipfile.ZipFile, changed: Mapping[str, bytes], path: str) -> bytes:
    """Return an archive with new bytes for the entries named in `changed`; names it lacks are added at the end.

    Raises `UnreadableInput` where an entry is damaged or unpacks to too much.
    """
    out = io.BytesIO()
    left = dict(changed)
    spent = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in archive.infolist():
            info = _same(entry)
            if entry.filename in left:
                target.writestr(info, left.pop(entry.filename))
                continue
            try:
                with archive.open(entry) as source, target.open(info, "w") as sink:
                    while chunk := source.read(_CHUNK):
                        spent += len(chunk)
                        if spent > _MOST:
                            raise UnreadableInput(f"would unpack to more than {_MOST / 1e6:,.0f} MB, so it is refused", path)
                        sink.write(chunk)
            except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
                raise UnreadableInput(
                    "damaged inside; open it in Word and save it again, or ask for a new copy", path
                ) from None
        for name, data in left.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
        target.comment = archive.comment
    return out.getvalue()


def _same(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return an entry to be written like one that was read."""
    made = zipfile.ZipInfo(entry.filename, entry.date_time)
    made.compress_type = entry.compress_type if entry.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    made.external_attr, made.create_system, made.comment = entry.external_attr, entry.create_system, entry.comment
    return made
