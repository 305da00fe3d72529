"""Makes the archives in good/ and bad/ anew, all by Python's zipfile and by hand.

python tests/archives/make_archives.py
"""

import io
import struct
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
TABLES = HERE.parent / "tables" / "good"
GOOD, BAD = HERE / "good", HERE / "bad"
I1 = "By the end of Year 6, I will read three pages of a book to my class."
PLAN = f"plan: L-1\noutcomes:\n  - {{id: O1, text: '{I1}'}}\n"
WHEN = (2026, 9, 1, 0, 0, 0)


def packed(path, entries):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name, WHEN), data, zipfile.ZIP_DEFLATED)


def good():
    packed(
        GOOD / "plans.zip",
        {
            "plans/laura.yaml": PLAN,
            "plans/deeper/list.txt": I1,
            "plans/": b"",
            "wide.xlsx": (TABLES / "letters.xlsx").read_bytes(),
            "export.csv": f"Plan ID,Outcome\nC-1,{I1}\n",
            "plans/~$laura.yaml": b"lock",
            "plans/.~lock.list.txt#": b"lock",
            "__MACOSX/plans/._laura.yaml": b"\0\5\x16\7",
            ".git/x.txt": "no plan",
            "photo.jpg": b"\xff\xd8\xff",
            "README.md": "- no plan",
        },
    )


def flagged(data, flag):
    """Set a flag in every entry, as if it were encrypted."""
    data = bytearray(data)
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(magic)
        while start >= 0:
            (before,) = struct.unpack_from("<H", data, start + at)
            struct.pack_into("<H", data, start + at, before | flag)
            start = data.find(magic, start + 4)
    return bytes(data)


def bad():
    buffer = io.BytesIO()
    packed(buffer, {"laura.yaml": PLAN})
    inner = buffer.getvalue()
    (BAD / "encrypted.zip").write_bytes(flagged(inner, 1))
    (BAD / "cut-short.zip").write_bytes(inner[:-20])
    packed(BAD / "within.zip", {"inner.zip": inner, "laura.yaml": PLAN})
    packed(BAD / "leading-out.zip", {"../laura.yaml": PLAN, "/etc/plan.yaml": PLAN, "C:/plan.yaml": PLAN, "ok.yaml": PLAN})
    packed(BAD / "broken-inside.zip", {"a.yaml": "outcomes: [unclosed", "b.xlsx": "no workbook", "c.yaml": PLAN, "d.txt": ""})
    packed(BAD / "bomb.zip", {"a.txt": b"\0" * 60_000_000})
    (BAD / "workbook.zip").write_bytes((TABLES / "letters.xlsx").read_bytes())
    (BAD / "open-document.zip").write_bytes((TABLES / "export.ods").read_bytes())
    packed(BAD / "no-plan.zip", {"photo.jpg": b"\xff\xd8\xff"})
    (BAD / "text.zip").write_text(PLAN, encoding="utf-8")
    # Damaged: the text is not what its checksum says.
    spoiled = bytearray(inner)
    spoiled[60] ^= 0xFF
    (BAD / "spoiled.zip").write_bytes(bytes(spoiled))
    # States a size of ten bytes; five million come out.
    buffer = io.BytesIO()
    packed(buffer, {"a.txt": b"I will walk. " * 400_000})
    lying = bytearray(buffer.getvalue())
    for magic, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", lying, lying.find(magic) + at, 10)
    (BAD / "lying.zip").write_bytes(bytes(lying))


if __name__ == "__main__":
    good()
    bad()
