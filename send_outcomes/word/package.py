"""A .docx as the zip it is: limits held before anything is unpacked, only the parts asked for are read, no link is followed."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from send_outcomes.documents import UnreadableInput
from send_outcomes.word.foreign import another_zip, not_a_zip
from send_outcomes.word.limits import WordLimits
from send_outcomes.word.markup import parsed

_ENTRY = b"PK\x01\x02"
_LOCKED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    IndexError,
)
_DAMAGED = "cut short or damaged; copy it again, or ask for a new copy"
_KINDS = {
    "document": "officeDocument",
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "comments": "comments",
}


@dataclass(slots=True)
class Package:
    """An opened zip. `entries` maps names, in lower case with forward slashes, to entries; `spent` counts bytes unpacked."""

    archive: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]
    path: str
    limits: WordLimits
    spent: int = field(default=0)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is none. Raises `UnreadableInput` (limits, damage)."""
        entry = self.entries.get(name.lower())
        if entry is None:
            return None
        most = min(self.limits.part_bytes, self.limits.read_bytes - self.spent)
        size = entry.file_size
        if size > most or (size > self.limits.ratio_from and size > self.limits.ratio * max(1, entry.compress_size)):
            raise self.refused(
                f"would unpack to {size / 1e6:,.0f} MB of text, so it is refused; copy its text into a new document"
            )
        if entry.flag_bits & _LOCKED:
            raise self.refused("protected by a password; save a copy without the password")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.refused("packed in a way that Word does not use; open it in Word and save it again")
        try:
            with self.archive.open(entry) as file:
                data = file.read(most + 1)
        except _BROKEN:
            raise self.refused(_DAMAGED) from None
        self.spent += len(data)
        return data

    def tree(self, name: str) -> "etree._Element | None":
        """Return the root element of a part, None where there is none. Raises `UnreadableInput`."""
        data = self.part(name)
        return None if data is None else parsed(data, name, self.path, self.limits)

    def refused(self, message: str) -> UnreadableInput:
        """Return the problem to raise about this file."""
        return UnreadableInput(message, self.path)

    def parts(self) -> Mapping[str, str]:
        """Return the names of the parts by kind (document, styles, numbering, footnotes, comments), as the relations say.

        Where they say nothing, the usual names stand in. Targets outside the file are never followed.
        """
        document = self._related("_rels/.rels", "").get("officeDocument", "word/document.xml")
        if document.lower() not in self.entries:
            document = "word/document.xml"
        folder, file = posixpath.split(document)
        related = self._related(f"{folder}/_rels/{file}.rels", folder)
        usual = {kind: f"{folder}/{kind}.xml" for kind in _KINDS}
        return {**{kind: related.get(name, usual[kind]) for kind, name in _KINDS.items()}, "document": document}

    def _related(self, name: str, folder: str) -> Mapping[str, str]:
        """Return the targets inside the file, by the last word of the relation's type; the first of each counts."""
        root = self.tree(name)
        found: dict[str, str] = {}
        for one in root.iter("{*}Relationship") if root is not None else ():
            target = one.get("Target", "").replace("\\", "/")
            if one.get("TargetMode") == "External" or not target:
                continue
            whole = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.setdefault(one.get("Type", "").rpartition("/")[2], whole)
        return found


def open_package(data: bytes, path: str, limits: WordLimits) -> Package:
    """Return the zip in `data`. Raises `UnreadableInput` where it is none, is locked, or holds no Word document."""
    if not data.startswith(b"PK"):
        raise UnreadableInput(not_a_zip(data), path)
    # Counted in the bytes: opening the zip would already make an object of each entry.
    if data.count(_ENTRY) > limits.entries:
        raise UnreadableInput(
            f"holds more than {limits.entries:,} files, so it is refused; copy its text into a new document", path
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = {entry.filename.replace("\\", "/").lower(): entry for entry in archive.infolist()}
    except _BROKEN:
        raise UnreadableInput(_DAMAGED, path) from None
    package = Package(archive, entries, path, limits)
    if package.parts()["document"].lower() not in entries:
        mimetype = (package.part("mimetype") or b"")[:200] if "mimetype" in entries else b""
        raise UnreadableInput(another_zip(entries, mimetype), path)
    return package
