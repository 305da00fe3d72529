"""Makes the files in bad/: broken, locked, hostile, or something else by another name. Run: python tests/word/make/hostile.py.

The bombs are small on disk; the zip of ten thousand entries, which is not, is made in its test.
"""

import io
import struct
import zipfile
import zlib
from pathlib import Path

from packed import p, packed, part, parts

BAD = Path(__file__).parent.parent / "bad"
GOOD = packed(parts(p("Section E", "Kop1") + p("By July 2027, I will sing.", list_=2)))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(*streams):
    """Return what begins like an old Office file and names these streams in its directory."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def zipped(**made):
    return packed({name.replace("__", "/"): one for name, one in made.items()})


def with_document(text):
    return packed({**parts(""), "word/document.xml": text})


def lying(data, name, size):
    """Return a zip that says a part unpacks to `size` bytes."""
    raw = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo(name).header_offset
    struct.pack_into("<I", raw, at + 22, size)
    entry = raw.rindex(name.encode()) - 46
    struct.pack_into("<I", raw, entry + 24, size)
    return bytes(raw)


def locked(data):
    """Return a zip whose parts say that they are encrypted."""
    raw = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = raw.find(mark)
        while start >= 0:
            raw[start + at] |= 1
            start = raw.find(mark, start + 4)
    return bytes(raw)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE = LAUGHS.split("<!ENTITY a", maxsplit=1)[0] + '<!ENTITY e SYSTEM "file:///etc/hostname">]>' + LAUGHS.split("]>")[1]
DEEP = part("document", "<w:body>" + "<w:tbl><w:tr><w:tc>" * 4_000 + "</w:tc></w:tr></w:tbl>" * 4_000 + "</w:body>")
NESTED = part("document", "<w:body>" + "<w:tbl><w:tr><w:tc><w:p/>" * 60 + "</w:tc></w:tr></w:tbl>" * 60 + "</w:body>")
BOMB = part("document", "<w:body>" + f"<w:p><w:r><w:t>{' ' * 30_000_000}</w:t></w:r></w:p>" + "</w:body>")
RATIO = part("document", "<w:body>" + f"<w:p><w:r><w:t>{'ha' * 4_000_000}</w:t></w:r></w:p>" + "</w:body>")


def cases():
    """Return the files by name, each with what must stand in the one line that answers it."""
    return {
        "password.docx": (ole("EncryptionInfo", "EncryptedPackage"), "protected by a password; open it in Word and save a copy without the password"),
        "rights.docx": (ole("\tDRMContent"), "protected by rights management"),
        "really-doc.docx": (ole("WordDocument", "1Table"), "an old Word document (.doc); open it in Word and save it as .docx"),
        "really-xls.docx": (ole("Workbook"), "an old Excel workbook"),
        "cut-short.docx": (GOOD[: len(GOOD) // 2], "cut short or damaged; copy it again"),
        "flipped.docx": (GOOD.replace(b"word/document.xml", b"word/document.xm\xff", 1), "damaged"),
        "not-a-zip.docx": (b"By July 2027, I will sing.", "no Word document; open it in Word and save it as .docx"),
        "really-pdf.docx": (b"%PDF-1.7\n%\xe2\xe3", "a PDF, not a Word document; rename it to .pdf"),
        "really-rtf.docx": (b"{\\rtf1\\ansi I will sing.}", "a Rich Text document; open it in Word and save it as .docx"),
        "really-html.docx": (b"\xef\xbb\xbf<!DOCTYPE html><p>I will sing.", "a web page, not a Word document"),
        "really-odt.docx": (zipped(mimetype="application/vnd.oasis.opendocument.text", content="<x/>"), "an OpenDocument text (.odt); open it in Word or LibreOffice"),
        "really-xlsx.docx": (zipped(**{"[Content_Types].xml": "<x/>", "xl__workbook.xml": "<x/>"}), "an Excel workbook, not a Word document; rename it to .xlsx"),
        "really-pptx.docx": (zipped(**{"[Content_Types].xml": "<x/>", "ppt__presentation.xml": "<x/>"}), "a PowerPoint file, not a Word document"),
        "really-zip.docx": (zipped(notes="I will sing."), "a compressed file, not a Word document; unpack it first"),
        "no-document.docx": (packed({name: text for name, text in parts("").items() if "document" not in name}), "its text (word/document.xml) is missing"),
        "another-root.docx": (with_document("<html><body/></html>"), "holds no text of a document"),
        "broken-xml.docx": (with_document(part("document", "<w:body>")[:-20]), "damaged inside (word/document.xml)"),
        "laughs.docx": (with_document(LAUGHS), "declares XML entities, which Word never does"),
        "outside-entity.docx": (with_document(OUTSIDE), "declares XML entities, which Word never does"),
        "utf16-entities.docx": (with_document(LAUGHS.replace('"1.0"', '"1.0" encoding="UTF-16"', 1).encode("utf-16")), "declares XML entities"),
        "bomb.docx": (with_document(BOMB), "would unpack to 30 MB of text, so it is refused"),
        "ratio.docx": (with_document(RATIO), "would unpack to 8 MB of text, so it is refused"),
        "lying-bomb.docx": (lying(with_document(BOMB), "word/document.xml", 2_000), "cut short or damaged"),
        "deep.docx": (with_document(DEEP), "damaged inside (word/document.xml)"),
        "tables-in-tables.docx": (with_document(NESTED), "tables within tables without end"),
        "locked-parts.docx": (locked(GOOD), "protected by a password"),
        "blank-form.docx": (packed(parts(p("Section E", "Kop1") + p("{{outcome}}") + p("Click or tap here to enter text."))), "no outcome found; looked for a heading or column “E”"),
        "a-letter.docx": (packed(parts(p("Dear Ms Trask,") + p("Thank you for the call.") + p("- one thing"))), "no outcome found; looked for"),
        "crc.docx": (bad_sum(GOOD), "cut short or damaged"),
    }  # fmt: skip


def bad_sum(data):
    """Return a zip in which the check sum of the text is wrong."""
    text = parts(p("Section E", "Kop1") + p("By July 2027, I will sing.", list_=2))["word/document.xml"].encode()
    return data.replace(struct.pack("<I", zlib.crc32(text)), b"\0\0\0\0")


def main():
    for name, (data, said) in cases().items():
        (BAD / name).write_bytes(data)
        (BAD / f"{name}.expected.yaml").write_text(f'problem: "{said}"\n', encoding="utf-8")


if __name__ == "__main__":
    main()
