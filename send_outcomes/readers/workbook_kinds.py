"""What a file that calls itself a workbook really is, and whether it may be unfolded. Reads no cell."""

import zipfile

from send_outcomes.documents import UnreadableInput
from send_outcomes.readers.archive_entries import BROKEN, encrypted, opened
from send_outcomes.readers.intake import other_than, refuse_binary
from send_outcomes.readers.options import Limits
from send_outcomes.readers.workbook_bounds import hold_xlsx
from send_outcomes.readers.workbook_ods import hold_ods
from send_outcomes.readers.workbook_ole import MAGIC, Compound, Damaged
from send_outcomes.readers.workbook_records import hold_xls, hold_xlsb

_PROTECTED = "is protected with a password; save it without one"
_DAMAGED = "is damaged or was cut short; copy or save it anew"
_PAGE = "is a web page that only calls itself a workbook; open it in Excel and save it as .xlsx"


def hold_workbook(data: bytes, path: str, limits: Limits) -> None:
    """Raise `UnreadableInput`, saying what it is, where `data` is no workbook, a protected, broken or too large one."""
    if data.startswith(b"PK"):
        _hold_zip(data, path, limits)
    elif data.startswith(MAGIC):
        _hold_old(data, path, limits)
    else:
        refuse_binary(data, path)
        head = data[:2_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if head.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in head:
            raise UnreadableInput("is an XML workbook of Excel 2003; open it in Excel and save it as .xlsx", path)
        if head.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head")):
            raise UnreadableInput(_PAGE, path)
        raise other_than(data, "workbook", path, ".csv")


def _hold_zip(data: bytes, path: str, limits: Limits) -> None:
    archive = opened(data, path, limits)
    names = {entry.filename.replace("\\", "/").casefold() for entry in archive.infolist()}
    if any(encrypted(entry) for entry in archive.infolist()):
        raise UnreadableInput(_PROTECTED, path)
    if "xl/workbook.bin" in names:
        hold_xlsb(archive, path, limits)
    elif "xl/workbook.xml" in names:
        hold_xlsx(archive, path, limits)
    elif "content.xml" in names and _mimetype(archive).startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        hold_ods(archive, path, limits)
    elif any(name.startswith("word/") for name in names):
        raise UnreadableInput("looks like a Word document; rename it to .docx", path)
    elif "content.xml" in names:
        raise UnreadableInput("is an OpenDocument file, but no workbook", path)
    else:
        raise UnreadableInput("is a ZIP archive, no workbook; if there are plans in it, rename it to .zip", path)


def _mimetype(archive: zipfile.ZipFile) -> bytes:
    try:
        with archive.open("mimetype") as file:
            return file.read(100)
    except (KeyError, *BROKEN):
        return b""


def _hold_old(data: bytes, path: str, limits: Limits) -> None:
    try:
        compound = Compound(data)
        if {"EncryptedPackage", "EncryptionInfo"} & compound.names:
            raise UnreadableInput(_PROTECTED, path)
        if "WordDocument" in compound.names:
            raise UnreadableInput("is an old Word document; open it in Word and save it as .docx", path)
        stream = next((name for name in ("Workbook", "Book", "WORKBOOK", "BOOK") if name in compound.names), None)
        if stream is None:
            raise UnreadableInput("is an old Office file, but no workbook", path)
        hold_xls(compound.stream(stream), path, limits)
    except Damaged:
        raise UnreadableInput(_DAMAGED, path) from None
