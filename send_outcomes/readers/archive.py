"""A ZIP of plans → the plans of its entries, each read by its own reader as “archive.zip/inner.yaml”.

Nothing is written to disk, so no entry's name can lead anywhere. An archive within an archive is not opened.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.archive_entries import encrypted, hold_sizes, opened, unpacked
from send_outcomes.readers.discovery import passed_over
from send_outcomes.readers.intake import other_than
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.reading import read_bytes_as
from send_outcomes.readers.registry import format_of

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# What makes a ZIP an Office document and no archive of plans: the names that must be inside.
_DOCUMENTS = {
    "word/document.xml": ("a Word document", ".docx"),
    "xl/workbook.xml": ("an Excel workbook", ".xlsx"),
    "xl/workbook.bin": ("an Excel workbook", ".xlsb"),
    "content.xml": ("an OpenDocument file", ".ods or .odt"),
    "ppt/presentation.xml": ("a presentation", ".pptx"),
}


def read_archive(data: bytes, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of a ZIP's entries and what is wrong with single ones. Raises `UnreadableInput`.

    `options.skipped` counts the entries that are passed over, by kind.
    """
    if not data.startswith(_ZIP):
        raise other_than(data, "ZIP archive", path, ".txt")
    archive = opened(data, path, options.limits)
    names = {entry.filename for entry in archive.infolist()}
    for inside, (what, suffix) in _DOCUMENTS.items():
        if inside in names:
            raise UnreadableInput(f"looks like {what}; rename it to {suffix}", path)
    total, read = 0, 0
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        if entry.is_dir():
            continue
        name = PurePosixPath(entry.filename.replace("\\", "/"))
        shown = f"{path}/{name}"
        why = passed_over(name.name) or _hidden(name)
        kind = format_of(name.suffix)
        if why or kind is None:
            options.skipped[why or name.suffix.lower() or "without an ending"] += 1
            continue
        read += 1
        if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
            yield UnreadableInput("an entry whose name leads out of the archive; not read", shown)
        elif kind == "archive":
            yield UnreadableInput("an archive within an archive is not read; unpack it first", shown)
        elif encrypted(entry):
            yield UnreadableInput("is protected with a password; pack it without one", shown)
        elif entry.file_size > options.limits.file_bytes:
            yield UnreadableInput(f"larger than {options.limits.file_bytes / 1e6:,.0f} MB; split it", shown)
        else:
            try:
                inner = b"".join(unpacked(archive, entry, options.limits.file_bytes, shown))
                total += len(inner)
                hold_sizes(total, len(data), path, options.limits)
                if not inner.strip():
                    raise NothingInside("the file is empty", shown)
            except UnreadableInput as problem:
                yield problem
                if total > options.limits.unpacked_bytes:
                    return
                continue
            yield from read_bytes_as(inner, kind, shown, options)
    if not read:
        raise NothingInside("no plan found in this archive", path)


def _hidden(name: PurePosixPath) -> str | None:
    """Tell the folders that operating systems leave in archives, and hidden ones."""
    if "__MACOSX" in name.parts[:-1]:
        return "of macOS (__MACOSX)"
    return "hidden" if any(part.startswith(".") and part != ".." for part in name.parts[:-1]) else None
