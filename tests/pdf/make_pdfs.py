"""Makes the PDFs in good/ and bad/ anew: by hand (text at places on pages), and one table by LibreOffice (soffice).

python tests/pdf/make_pdfs.py
"""

import subprocess
import tempfile
import zlib
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
GOOD, BAD = HERE / "good", HERE / "bad"
I1 = "By the end of Year 6, I will read three pages of a book to my class."
I2 = "By July 2027, I will walk to school on my own three days a week."
I3 = "I will tell my teacher when a room is too loud for me."
HIGH, WIDE = 842, 595


def pdf(path, pages, picture=False):
    """Write pages of (x, y from the top, size, text); with `picture`, a grey square instead of text."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    square = zlib.compress(bytes([200]) * 10_000).decode("latin-1")
    objects.append(
        "<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        f"/Filter /FlateDecode /Length {len(square)} >>\nstream\n{square}\nendstream"
    )
    kids = []
    for texts in pages:
        parts = ["q 500 0 0 700 40 60 cm /I1 Do Q"] if picture or texts is None else []
        for x, y, size, text in texts or []:
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            parts.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {HIGH - y} Tm ({escaped}) Tj ET")
        stream = "\n".join(parts)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDE} {HIGH}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{at:010d} 00000 n \n" for at in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    path.write_bytes((out + f"startxref\n{start}\n%%EOF\n").encode("latin-1"))


def down(x, y, lines, size=11, step=14):
    """Lines one below the other; an empty one leaves a gap."""
    return [(x, y + i * step, size, line) for i, line in enumerate(lines) if line]


def sections():
    head = [(60, 30, 9, "Education, Health and Care Plan  L-2041")]
    first = [
        (60, 70, 20, "Education, Health and Care Plan"),
        (60, 120, 14, "Section A: The views, interests and aspirations of the child"),
        *down(60, 145, ["I want to be as fit as I can be. I love swimming and I go", "every week with my aunt."]),
        (60, 200, 14, "Section B: Special educational needs"),
        *down(60, 225, ["- I find it hard to read more than a few words.", "- I find loud rooms hard."]),
        (290, 820, 9, "Page 1 of 3"),
    ]
    second = [
        (60, 70, 14, "Section E: The outcomes sought for the child or young"),
        (60, 88, 14, "person"),
        *down(60, 115, ["Short term outcomes:", ""]),
        *down(70, 140, ["\x95  By the end of Year 6, I will read three pages of a book", "    to my class.", f"\x95  {I2}"]),
        *down(60, 210, ["Long term outcomes:", ""]),
        *down(70, 235, [f"1.  {I3}", "2.  By the end of Year 11, I will travel to college by"]),
        (290, 820, 9, "Page 2 of 3"),
    ]
    third = [
        *down(70, 70, ["     tram on my own."]),
        (60, 120, 14, "Section F: The special educational provision"),
        *down(60, 145, ["- A reading partner, twenty minutes a day.", "- A quiet room when I ask for it."]),
        (290, 820, 9, "Page 3 of 3"),
    ]
    pdf(GOOD / "sections.pdf", [head + page for page in (first, second, third)])


def columns():
    left = ["Section E: Outcomes", "", "By the end of Year 6, I will read", "three pages of a book to my class.", ""]
    left += ["By July 2027, I will walk to school", "on my own three days a week."]
    right = [
        "I will tell my teacher when a room",
        "is too loud for me.",
        "",
        "Section F: Provision",
        "",
        "A reading partner for me, twenty",
        "minutes a day.",
    ]
    both = [line for pair in zip(down(50, 80, left), down(320, 80, right[:1] + right[1:]), strict=False) for line in pair]
    pdf(GOOD / "two-columns.pdf", [both])


def tables():
    top = [(50, 60, 14, "Section E: Outcomes")]
    head = [(50, 100, 11, "Outcome"), (300, 100, 11, "By when"), (400, 100, 11, "Provision")]
    rows = [
        *down(50, 124, ["By the end of Year 6, I will read three", "pages of a book to my class."]),
        (300, 124, 11, "July 2027"),
        *down(400, 124, ["A reading partner, twenty", "minutes a day, by school"]),
        *down(50, 172, ["By July 2027, I will walk to school on", "my own three days a week."]),
        (300, 172, 11, "July 2027"),
        (400, 172, 11, "A mentor"),
    ]
    after = [
        *down(50, 70, [I3[:29], I3[30:]]),
        (300, 70, 11, "May 2027"),
        (400, 70, 11, "A quiet room"),
        (50, 130, 14, "Section F: Provision"),
        *down(50, 160, ["- A reading partner."]),
    ]
    pdf(GOOD / "table.pdf", [top + head + rows, after])


def by_office():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Outcome", "By when", "By whom"])
    sheet.append([I1, "July 2027", "school"])
    sheet.append([I2, "End of Year 8", "the LA"])
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = sheet.column_dimensions["C"].width = 14
    for row in (2, 3):
        sheet.cell(row, 1).alignment = openpyxl.styles.Alignment(wrap_text=True)
        sheet.row_dimensions[row].height = 32
        for cell in sheet[row]:
            cell.border = openpyxl.styles.Border(*[openpyxl.styles.Side("thin")] * 4)
    protect = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}'
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "table.xlsx"
        book.save(source)
        for kind, target in (("pdf", GOOD / "by-office.pdf"), (f"pdf:calc_pdf_Export:{protect}", BAD / "protected.pdf")):
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
            subprocess.run([*command, "--outdir", folder, str(source)], check=True, capture_output=True)
            (Path(folder) / "table.pdf").replace(target)


def bad():
    pdf(BAD / "scanned.pdf", [[], []], picture=True)
    pdf(BAD / "partly-scanned.pdf", [down(60, 80, ["Section E: Outcomes", "", f"- {I1}", f"- {I2}"]), None])
    pdf(BAD / "blank.pdf", [[]])
    whole = (GOOD / "sections.pdf").read_bytes()
    (BAD / "cut-short.pdf").write_bytes(whole[:400])
    (BAD / "noise.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    (BAD / "text.pdf").write_text(I1, encoding="utf-8")
    (BAD / "empty.pdf").write_bytes(b"")


if __name__ == "__main__":
    sections()
    columns()
    tables()
    by_office()
    bad()
