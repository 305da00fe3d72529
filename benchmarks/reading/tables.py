"""Writes the large tables to be read: a workbook and a CSV of an export's shape. Texts vary, so that nothing repeats."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl

NAMES = ["Plan ID", "DOB", "NCY", "Outcome no", "Section E outcome", "By when", "Term", "Area of need", "School", "Team"]
_WHAT = ("read pages of a book", "walk to school", "cook supper for my family", "tell my teacher how I feel", "save some money")
_HOW = ("on my own", "with my sister", "twice a week", "in front of my class", "without being asked")
_A_PLAN = 5


def rows(count: int) -> Iterator[list[str]]:
    """Yield so many rows below the header, five outcomes a plan."""
    for i in range(count):
        text = f"By July {2027 + i % 3}, I will {_WHAT[i % 5]} {_HOW[i // 5 % 5]}, {i} times."
        plan = i // _A_PLAN
        year = str(plan % 14 + 1)
        when = f"{2027 + i % 3}-07-31"
        yield [
            f"P-{plan}",
            f"{2010 + plan % 9}-02-11",
            year,
            str(i % _A_PLAN + 1),
            text,
            when,
            "medium",
            "SEMH",
            f"School {plan % 90}",
            "North",
        ]


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(NAMES)
        writer.writerows(rows(count))


def write_workbook(path: Path, count: int) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Outcomes")
    sheet.append(NAMES)
    for row in rows(count):
        sheet.append(row)
    book.save(path)
