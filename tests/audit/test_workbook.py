"""`report.xlsx`: every row of the tables, no formula whatever a plan says, and honest where it can't hold all."""

import csv
import json

import openpyxl
import pytest

from send_outcomes.audit import read_table

HOSTILE = [
    "=1+1",
    "+A1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "http://x.example",
    "_x0041_",
    "a\x01b",
    "<b>&amp;",
    "'quoted",
    "1e5",
    "007",
]


def book_in(folder):
    return openpyxl.load_workbook(folder / "report.xlsx")


def test_sheets_hold_what_the_tables_hold(audit, export):
    _, folder = audit(export, "--show-text")
    book = book_in(folder)
    assert book.sheetnames == ["summary", "plans", "outcomes", "findings", "themes"]
    for name in ("plans", "outcomes", "findings"):
        sheet, rows = book[name], list(read_table(folder / f"{name}.csv"))
        heads = [cell.value for cell in sheet[1]]
        assert heads == list(rows[0]) and sheet.max_row == len(rows) + 1
        for number in (0, len(rows) // 2, len(rows) - 1):
            cells = [cell.value for cell in sheet[number + 2]]
            assert [_plain(cell) for cell in cells] == [_plain(cell) for cell in rows[number].values()]
        assert sheet.freeze_panes and sheet.auto_filter.ref.endswith(str(len(rows) + 1))
        assert sheet.conditional_formatting
    assert isinstance(book["plans"]["E2"].value, int | float)


def _plain(cell):
    try:
        return float(cell if cell not in (None, "") else "x")
    except ValueError:
        return cell or ""


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_is_a_formula_or_a_link(audit, tmp_path, cell):
    table = tmp_path / "export.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["Plan ID", "Team", "Outcome"], *([f"{cell}{n}", cell, f"{cell} I will improve."] for n in range(6))]
        )
    _, folder = audit(table, "--show-text", "--sample", "2")
    for name in ("report.xlsx", "moderation.xlsx"):
        for sheet in openpyxl.load_workbook(folder / name):
            for row in sheet.iter_rows():
                assert all(one.data_type != "f" and one.hyperlink is None for one in row)
    teams = {
        row[0].value for row in book_in(folder)["outcomes"].iter_rows(min_row=2, min_col=_team(folder), max_col=_team(folder))
    }
    teams = {team.replace("_x005F_", "_") for team in teams}  # as Excel reads it
    assert teams == {cell.strip().replace("\x01", "␁")}
    assert {type(team) for team in teams} == {str}


def _team(folder):
    return [cell.value for cell in book_in(folder)["outcomes"][1]].index("team") + 1


def test_the_summary_has_the_same_figures(audit, export):
    _, folder = audit(export)
    totals = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["totals"]
    rows = {row[0]: row[1:] for row in book_in(folder)["summary"].iter_rows(values_only=True) if row[0]}
    assert rows["plans"][0] == totals["plans"] and rows["time-bound"][0] == totals["all"]["verdicts"]["time_bound"]["met"]
    themes = list(book_in(folder)["themes"].iter_rows(min_row=2, values_only=True))
    assert sum(row[3] for row in themes) == sum(sum(counts.values()) for counts in totals["themes"].values())


def test_more_rows_than_it_takes_are_told(audit, export, monkeypatch):
    monkeypatch.setattr("send_outcomes.reports.caseload.workbook.MOST_ROWS", 100)
    _, folder = audit(export)
    book = book_in(folder)
    assert book["outcomes"].max_row == 101
    notes = [row[0] for row in book["summary"].iter_rows(values_only=True) if row[0]]
    assert any("“outcomes” holds the first 100 of 720 rows" in str(note) for note in notes)


def test_nothing_is_left_beside_it(audit, export):
    _, folder = audit(export, "--show-text")
    assert not [path.name for path in folder.iterdir() if path.name.startswith((".", "~")) or path.is_dir()]
