"""Makes good/national-draft.docx and what it is expected to hold, from national.yaml. Run: python tests/word/make/national.py."""

from pathlib import Path

import docx
import yaml

HERE = Path(__file__).parent
GOOD = HERE.parent / "good"
AREAS = yaml.safe_load((HERE / "national.yaml").read_text(encoding="utf-8"))
HEADER = ("B – Special Educational Needs", "F – Special Educational Provision", " E – Outcomes")


def merged(table, text, style=None):
    """Add a row of one merged cell."""
    row = table.add_row()
    cell = row.cells[0].merge(row.cells[-1])
    cell.paragraphs[0].text = text
    if style:
        cell.paragraphs[0].style = style
    return cell


def details(document):
    table = document.add_table(0, 4, "Table Grid")
    merged(table, "Child or young person’s personal details", "Heading 2")
    rows = [
        ("Name:", "Tamsin Penrose", "Preferred name: ", "Tam"),
        ("Date of Birth:", "14/03/2016", "Year group:", "Year 5"),
        ("Sex:", "Female", "Ethnicity:", "Cornish"),
        ("Main contact: Parent or carer 1", "Jory Penrose", "Relationship:", "Father"),
    ]
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text


def views(document):
    table = document.add_table(0, 1, "Table Grid")
    merged(table, "A2 SUMMARY the views, interests and aspirations of the CHILD and their parent", "Heading 2")
    for title, text in [
        ("Views", "I like being asked. I don't like it when people finish my sentences."),
        ("Interests ", "Lifeboats, swimming and drawing maps."),
        ("Strengths", "Tamsin is kind and remembers places."),
        ("Aspirations", "I want to work on a boat."),
    ]:
        merged(table, title).paragraphs[0].runs[0].bold = True
        merged(table, text)


def area(document, title, rows):
    table = document.add_table(0, 3, "Table Grid")
    cell = merged(table, "Special Educational Needs and Provision (B-F-E)", "Heading 2")
    cell.add_paragraph(title).runs[0].bold = True
    cell.add_paragraph("Children and young people with needs of this kind differ widely; write what is so for this one.")
    merged(table, "Strengths")
    merged(table, "Tamsin likes to be with her family and tries again after a rest.")
    for cell, text in zip(table.add_row().cells, HEADER, strict=True):
        cell.text = text
    for row in rows:
        need, provision, outcomes = table.add_row().cells
        need.text, provision.text = row["need"], row["provision"]
        for i, text in enumerate(row["outcomes"]):
            paragraph = outcomes.paragraphs[0] if not i else outcomes.add_paragraph()
            paragraph.style = "List Bullet"
            paragraph.add_run(text[:20])
            paragraph.add_run(text[20:]).italic = i == 1
    for _ in range(10 - len(rows)):
        table.add_row()


def expected():
    needs, outcomes, table = [], [], 2
    for slug, one in AREAS.items():
        table += 1
        for number, row in enumerate(one["rows"], 5):
            needs.append({"text": row["need"], "section": "B", "area": slug})
            for i, text in enumerate(row["outcomes"], 1):
                bullet = f", bullet {i}" if len(row["outcomes"]) > 1 else ""
                outcomes.append({
                    "text": text, "section": "E", "row": number, "label": f"Section E, table {table}, row {number}{bullet}",
                    "needs": [f"N{len(needs)}"], "columns": {"area": slug},
                })  # fmt: skip
    return {
        "kind": "plan", "child": {"known_as": "Tam", "born": "2016-03-14", "year_group": 5}, "needs": needs, "outcomes": outcomes,
        "aspirations": [{"text": "I want to work on a boat.", "label": "Section A, table 2, row 9", "section": "A"}],
        "views": "I like being asked. I don't like it when people finish my sentences.\nLifeboats, swimming and drawing maps.",
    }  # fmt: skip


def main():
    document = docx.Document()
    document.add_heading("Education, Health and Care plan – draft", 1)
    details(document)
    document.add_paragraph()
    views(document)
    for one in AREAS.values():
        document.add_paragraph()
        area(document, one["title"], one["rows"])
    document.add_heading("I - Placement", 2)
    document.add_table(2, 2, "Table Grid").rows[0].cells[0].text = "Name"
    document.save(GOOD / "national-draft.docx")
    text = "# Written by make/national.py from make/national.yaml; the reader has no part in it.\n" + yaml.safe_dump(
        expected(), allow_unicode=True, sort_keys=False, width=160
    )
    (GOOD / "national-draft.docx.expected.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
