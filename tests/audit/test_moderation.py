"""Samples for auditors: what is drawn, what stands in the sheet, and what is said of how far auditors and tool agree."""

import csv
import json
import random
from pathlib import Path

import openpyxl
import pytest
import yaml
from typer.testing import CliRunner

from send_outcomes.audit import read_table
from send_outcomes.audit.agreement import agreement
from send_outcomes.audit.sampling import Sampling, draw
from send_outcomes.cli import app
from send_outcomes.findings import Feature, Verdict

KAPPA = yaml.safe_load((Path(__file__).parent / "kappa.yaml").read_text(encoding="utf-8"))
LABELS = [feature.label for feature in Feature]


def run(*words):
    return CliRunner().invoke(app, ["audit", *map(str, words)])


@pytest.mark.parametrize("case", KAPPA, ids=[case["name"] for case in KAPPA])
def test_kappa_is_what_it_is_by_hand(case):
    said = [Verdict(word) for word in case["said"]]
    pairs = [
        (said[row], said[column])
        for row, counts in enumerate(case["table"])
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
    found = agreement(pairs)
    assert (found.n, found.agreed) == (case["n"], case["agreed"])
    assert found.kappa == (None if case["kappa"] is None else pytest.approx(case["kappa"], abs=1e-6))
    assert bool(found.because) == (case["kappa"] is None)


def test_a_sample_hangs_on_the_seed_and_not_on_the_order(audit, export, tmp_path):
    _, folder = audit(export)
    table = folder / "outcomes.csv"
    one = [(row["plan"], row["outcome"]) for row in draw(table, Sampling(20, 3))]
    with table.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    random.Random(1).shuffle(rows)
    mixed = tmp_path / "mixed.csv"
    with mixed.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    assert sorted(one) == sorted((row["plan"], row["outcome"]) for row in draw(mixed, Sampling(20, 3)))
    assert len(set(one)) == 20
    assert one != [(row["plan"], row["outcome"]) for row in draw(table, Sampling(20, 4))]


def test_per_team_draws_from_each(audit, export):
    _, folder = audit(export)
    drawn = draw(folder / "outcomes.csv", Sampling(4, 1, "team"))
    teams = {row["team"] for row in read_table(folder / "outcomes.csv")}
    assert {team: sum(row["team"] == team for row in drawn) for team in teams} == dict.fromkeys(teams, 4)


def test_the_sheet_has_lists_to_choose_from_and_no_text_unless_asked(audit, export):
    _, folder = audit(export, "--sample", "5")
    book = openpyxl.load_workbook(folder / "moderation.xlsx")
    assert book.sheetnames == ["Read me first", "Auditor 1", "Auditor 2", "Tool"]
    for name in ("Auditor 1", "Auditor 2"):
        sheet = book[name]
        heads = [cell.value for cell in sheet[1]]
        assert heads == ["plan", "outcome", "path", "label", *LABELS, "remark"]
        lists = sheet.data_validations.dataValidation
        assert lists[0].formula1 == '"met,partly,not met,cannot tell"' and str(lists[0].sqref) == "E2:P6"
        assert not any(cell.value for row in sheet.iter_rows(min_row=2, min_col=5) for cell in row)
    _, shown = audit(export, "--sample", "5", "--show-text", out="shown")
    texts = {row["text"] for row in read_table(shown / "outcomes.csv")}
    sheet = openpyxl.load_workbook(shown / "moderation.xlsx")["Auditor 1"]
    assert all(sheet.cell(row, 5).value in texts for row in range(2, 7))


def test_auditors_tool_and_where_they_differ(audit, export):
    _, folder = audit(export, "--sample", "8")
    path = folder / "moderation.xlsx"
    book = openpyxl.load_workbook(path)
    tool, first, second = book["Tool"], book["Auditor 1"], book["Auditor 2"]
    for row in range(2, 10):
        for column in range(5, 17):
            first.cell(row, column).value = tool.cell(row, column).value
    measurable = 5 + LABELS.index("measurable")
    for row in range(2, 10):
        second.cell(row, measurable).value = "Not met" if row == 2 else "met"
    first.cell(2, measurable).value = tool.cell(2, measurable).value = "met"
    second.cell(3, 5).value = "splendid"
    book.save(path)
    result = run("agree", path, "--format", "json")
    assert result.exit_code == 4 and "“Auditor 2”, cell E3" in result.stderr and "splendid" not in result.stderr
    record = json.loads(result.stdout)
    pairs = {tuple(one["judges"]): one for one in record["between"]}
    assert pairs["auditor 1", "tool"]["all"]["n"] == 8 * 12
    assert pairs["auditor 1", "tool"]["all"]["kappa"] == 1.0
    assert pairs["auditor 1", "auditor 2"]["all"]["n"] == 8
    assert pairs["auditor 1", "auditor 2"]["features"]["specific"]["n"] == 0
    plan, outcome = tool.cell(2, 1).value, tool.cell(2, 2).value
    wanted = {"auditor 1": "met", "auditor 2": "not_met", "tool": "met"}
    assert {"plan": plan, "outcome": outcome, "feature": "measurable", "verdicts": wanted} in record["disagreements"]
    text = run("agree", path).stdout
    assert (
        "Auditor 1 and tool" in text and f"{plan} {outcome} measurable: auditor 1: met · auditor 2: not met · tool: met" in text
    )


def test_empty_sheets_say_so(audit, export):
    _, folder = audit(export, "--sample", "3")
    result = run("agree", folder / "moderation.xlsx")
    assert (
        result.exit_code == 3 and "nothing that both judged" in result.stdout and "auditor 1 has not filled in" in result.stderr
    )


def test_rows_that_have_moved_are_told(audit, export):
    _, folder = audit(export, "--sample", "3")
    path = folder / "moderation.xlsx"
    book = openpyxl.load_workbook(path)
    book["Auditor 2"].delete_rows(3)
    book.save(path)
    result = run("agree", path)
    assert result.exit_code == 4 and "“Auditor 2”, row 3" in result.stderr


def test_what_auditors_filled_in_is_never_written_over(audit, export):
    _, folder = audit(export, "--sample", "3")
    before = (folder / "moderation.xlsx").read_bytes()
    assert run("sample", folder, "--sample", 5).exit_code == 2
    again, _ = audit(export, "--sample", "5")
    assert again.exit_code == 2 and "auditors’ verdicts" in again.stderr
    assert (folder / "moderation.xlsx").read_bytes() == before
    assert run("sample", folder, "--sample", 5, "-o", folder / "second.xlsx").exit_code == 0


def test_wrong_questions_are_answered_in_a_line(audit, export, tmp_path):
    result, _ = audit(export, "--sample", "3", "--per", "tean")
    assert result.exit_code == 2 and "team" in result.stderr
    assert run("sample", tmp_path).exit_code == 2
    report = run("agree", export)
    assert report.exit_code == 4 and "Traceback" not in report.stderr
