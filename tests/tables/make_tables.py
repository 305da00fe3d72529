"""Makes the workbooks in good/ and bad/ anew: by openpyxl, LibreOffice (soffice) and, for what neither writes, by hand.

    python tests/tables/make_tables.py        # rewrites the files; the expectations beside them are people's

`protected.xlsx` was made from `plain.xlsx` by msoffcrypto-tool (password “secret”) and is kept as it is.
"""

import datetime as dt
import shutil
import struct
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
GOOD, BAD = HERE / "good", HERE / "bad"
I1 = "By the end of Year 6, I will read three pages of a book to my class."
I2 = "By July 2027, I will walk to school on my own three days a week."
I3 = "I will tell my teacher when a room is too loud for me."


def export():
    """Title rows, blank rows, merged ids, several outcomes in a cell, dates of all kinds; notes and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Outcomes"
    sheet["B2"] = "Outcomes of all plans"
    sheet.merge_cells("B2:G2")
    sheet.append([])
    sheet.append([None, "Plan ID", "DOB", "NCY", "Section E outcome", "By when", "Term", "School", "Paid"])
    sheet.append([None, 4410, dt.date(2016, 5, 14), 5, f"1. {I1}\n2. {I2}", dt.datetime(2027, 7, 31), "medium", "Hill", True])
    sheet.append([None, None, None, None, I3, 46_599, "short", "Hill", False])
    sheet.append([])
    sheet.append([None, 4411, dt.date(2012, 11, 2), 9, "• " + I1 + "\n• " + I3, "End of Year 9", None, "Dale", None])
    sheet.merge_cells("B5:B6")
    notes = book.create_sheet("Notes")
    notes["A1"], notes["A2"] = "Made by", "the team"
    hidden = book.create_sheet("Year 6")
    hidden.sheet_state = "hidden"
    hidden.append(["Plan ID", "Outcome", "Target date"])
    hidden.append(["P-77", "=HYPERLINK is what I will learn to write.", dt.date(2027, 3, 1)])
    hidden["B2"].data_type = "s"
    book.create_chartsheet("Chart")
    book.save(GOOD / "export.xlsx")


def wide():
    book = openpyxl.Workbook()
    sheet = book.active
    names = [name for n in (1, 2, 3) for name in (f"Outcome {n}", f"By when {n}", f"Provision {n}", f"By whom {n}")]
    sheet.append(["UPN", "Forename", *names, "Team"])
    sheet.append(
        [
            "A1",
            "Amara",
            I1,
            dt.date(2027, 7, 1),
            "a reading partner",
            "school",
            I2,
            "July 2027",
            "a mentor",
            "the LA",
            None,
            None,
            None,
            None,
            "North",
        ]
    )
    sheet.append(["A2", "Dev", I3, "End of Year 8", None, None, None, None, None, None, I1, "long term", None, None, "South"])
    book.save(GOOD / "wide.xlsx")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Case ID", "E1", "E1 target date", "E2", "E2 target date"])
    sheet.append(["C-1", I1, dt.date(2027, 7, 1), I2, dt.date(2028, 7, 1)])
    book.save(GOOD / "letters.xlsx")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Child ID", "Outcome", "Due date", "Outcome", "Due date"])
    sheet.append(["C-1", I1, dt.date(2027, 7, 1), I2, dt.date(2028, 7, 1)])
    book.save(GOOD / "repeated-names.xlsx")


def blocks():
    book = openpyxl.Workbook()
    sheet = book.active
    for title, text in (("First", I1), ("Second", I2)):
        sheet.append([f"Children of the {title.lower()} class"])
        sheet.append(["Outcomes", None, None])
        sheet.append(["Plan", "Outcome", "Baseline"])
        sheet.append([title, text, "I read one page."])
        sheet.append([])
    book.save(GOOD / "blocks.xlsx")
    book = openpyxl.Workbook()
    for text in (I1, I2, I3):
        book.active.append([None, text])
    book.save(GOOD / "one-column.xlsm")
    book = openpyxl.Workbook()
    for name, text in (("Hill", I1), ("Dale", I2)):
        sheet = book.create_sheet(name)
        sheet.append(["Outcome"])
        sheet.append([text])
    del book["Sheet"]
    book.save(GOOD / "two-lists.xlsx")


def by_office(source, kind, target):
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
        subprocess.run([*command, "--outdir", folder, str(source)], check=True, capture_output=True)
        shutil.move(Path(folder) / f"{source.stem}.{kind.split(':')[0]}", target)


def old_and_open():
    by_office(GOOD / "export.xlsx", "ods", GOOD / "export.ods")
    by_office(GOOD / "export.xlsx", "xls", GOOD / "export.xls")
    with tempfile.TemporaryDirectory() as folder:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["Plan ID", "Outcome", "By"])
        sheet.append(["=40+2", '="I will read " & (1+2) & " pages."', "=DATE(2027,7,31)"])
        sheet["C2"].number_format = "dd/mm/yyyy"
        source = Path(folder) / "formulas.xlsx"
        book.save(source)
        by_office(source, "xlsx", GOOD / "formulas.xlsx")  # which works the values out and keeps them beside


def record(kind, data=b""):
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(data)
    size = bytearray()
    while True:
        size.append(length & 0x7F | (0x80 if length > 127 else 0))
        length >>= 7
        if not length:
            return head + bytes(size) + data


def words(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary(path, rows, far=None):
    """A .xlsb by hand: records after [MS-XLSB], texts inside the cells."""
    sheet = record(129) + record(148, struct.pack("<4I", 0, len(rows), 0, 3)) + record(145)
    for r, row in enumerate(rows):
        sheet += record(0, struct.pack("<I", far[0] if far and r == len(rows) - 1 else r) + bytes(13))
        for c, text in enumerate(row):
            sheet += record(6, struct.pack("<I", far[1] if far and r == len(rows) - 1 else c) + bytes(4) + words(text))
    sheet += record(146) + record(130)
    book = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + words("rId1") + words("Outcomes")) + record(144)
    book += record(132)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relation}" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    packed(path, {"xl/workbook.bin": book, "xl/_rels/workbook.bin.rels": rels, "xl/worksheets/sheet1.bin": sheet})


def packed(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def sheet_of(rows):
    """A .xlsx as small as can be, with the XML of its rows given."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }


def text_cell(at, text):
    place = f' r="{at}"' if at else ""
    return f'<c{place} t="inlineStr"><is><t>{text}</t></is></c>'


def open_document(rows, manifest=""):
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0"?><office:document-content{names}><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = manifest or '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}


def hostile():
    rows = f"<row>{text_cell('A1', 'Outcome')}</row><row>{text_cell('XFD1048576', 'far')}</row>"
    packed(BAD / "far-cell.xlsx", sheet_of(rows))
    unplaced = "<row/>" * 50_000 + "<row>" + "<c/>" * 9_000 + text_cell("", "far") + "</row>"
    packed(BAD / "far-without-places.xlsx", sheet_of(f"<row>{text_cell('', 'Outcome')}</row>" + unplaced))
    binary(BAD / "far-cell.xlsb", [["Outcome"], ["far"]], far=(1_048_575, 16_383))
    cell = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    repeated = ' table:number-columns-repeated="16000"'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell.format(repeated, "far")}</table:table-row>'
    packed(BAD / "repeated.ods", open_document(row))
    packed(BAD / "protected.ods", open_document("", "<m:manifest xmlns:m='x'><m:encryption-data/></m:manifest>"))
    packed(BAD / "bomb.xlsx", sheet_of(" " * 60_000_000))
    packed(BAD / "archive.xlsx", {"notes.txt": "nothing"})
    packed(BAD / "word.xlsx", {"word/document.xml": "<w/>"})


def broken():
    whole = (GOOD / "export.xlsx").read_bytes()
    (BAD / "cut-short.xlsx").write_bytes(whole[: len(whole) // 2])
    old = (GOOD / "export.xls").read_bytes()
    (BAD / "cut-short.xls").write_bytes(old[:1_500])
    (BAD / "not-an-office-file.xls").write_bytes(old[:8] + b"junk" * 400)
    (BAD / "text.xlsx").write_text(f"Plan ID,Outcome\n1,{I1}\n", encoding="utf-8")
    (BAD / "web-page.xls").write_text("<html><table><tr><td>Outcome</td></tr></table></html>", encoding="utf-8")
    (BAD / "pdf.xlsx").write_bytes(b"%PDF-1.7\n%" + bytes(range(128, 200)))
    (BAD / "noise.ods").write_bytes(bytes(range(256)) * 4)
    (BAD / "empty.xlsx").write_bytes(b"")
    book = openpyxl.Workbook()
    book.save(BAD / "no-cell.xlsx")
    book.active.append(["Plan ID", "Aim", "Owner"])
    book.active.append(["1", I1, "school"])
    book.save(BAD / "no-outcome-column.xlsx")
    book = openpyxl.Workbook()
    book.active.append(["Plan ID", "Outcome"])
    book.save(BAD / "only-a-header.xlsx")


if __name__ == "__main__":
    export()
    wide()
    blocks()
    old_and_open()
    binary(GOOD / "binary.xlsb", [["Plan ID", "Outcome", "By"], ["B-1", I1, "July 2027"], ["B-1", I2, ""]])
    hostile()
    broken()
