"""What a file that is no Word document really is, and what its owner can do. Looks at bytes and at names in a zip only."""

from collections.abc import Collection

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an old Office file (they stand in its directory as UTF-16) → what it is, and what to do.
_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "protected by a password; open it in Word and save a copy without the password"),
    ("DRMContent", "protected by rights management; open it in Word and save a copy without the protection"),
    ("WordDocument", "an old Word document (.doc); open it in Word and save it as .docx"),
    ("Workbook", "an old Excel workbook, not a Word document; open it in Excel and save it as .xlsx"),
    ("PowerPoint Document", "an old PowerPoint file, not a Word document; save its text as .docx"),
)
_OLE_OTHER = "an old or protected Office document; open it in Word and save it as .docx without a password"
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%pdf", "a PDF, not a Word document; rename it to .pdf"),
    (b"{\\rtf", "a Rich Text document; open it in Word and save it as .docx"),
    (b"<!doctype html", "a web page, not a Word document; open it in Word and save it as .docx"),
    (b"<html", "a web page, not a Word document; open it in Word and save it as .docx"),
    (b"mime-version:", "a web page, not a Word document; open it in Word and save it as .docx"),
    (b"<?xml", "an XML file, not a Word document; open it in Word and save it as .docx"),
    (b"\x89png", "a picture; text in pictures can't be read"),
    (b"\xff\xd8\xff", "a picture; text in pictures can't be read"),
)
_MIMETYPES: tuple[tuple[bytes, str], ...] = (
    (b"opendocument.text", "an OpenDocument text (.odt); open it in Word or LibreOffice and save it as .docx"),
    (b"opendocument", "an OpenDocument file, not a Word document; open its program and save the text as .docx"),
    (b"epub", "an e-book, not a Word document"),
)
_FOLDERS: tuple[tuple[str, str], ...] = (
    ("xl/", "an Excel workbook, not a Word document; rename it to .xlsx"),
    ("ppt/", "a PowerPoint file, not a Word document; save its text as .docx"),
)
_ZIP = "a compressed file, not a Word document; unpack it first"
_UNKNOWN = "no Word document; open it in Word and save it as .docx"


def not_a_zip(data: bytes) -> str:
    """Return what bytes that are no zip file are, and what to do."""
    if data.startswith(_OLE):
        for name, message in _STREAMS:
            if name.encode("utf-16-le") in data:
                return message
        return _OLE_OTHER
    start = data[:400].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    for magic, message in _STARTS:
        if start.startswith(magic):
            return message
    return _UNKNOWN


def another_zip(names: Collection[str], mimetype: bytes) -> str:
    """Return what a zip file without a Word document in it is, from the names in it and its entry `mimetype`."""
    for kind, message in _MIMETYPES:
        if kind in mimetype:
            return message
    for folder, message in _FOLDERS:
        if any(name.startswith(folder) for name in names):
            return message
    if "[content_types].xml" in names:
        return "a damaged Word document: its text (word/document.xml) is missing; open it in Word and save it again, or ask for a new copy"
    return _ZIP
