"""lint --previous finds each plan's last edition, compares outcome by outcome, and says so in text and JSON; copies are told."""

import json

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app

NEW = """
plan: {id}
child: {{known_as: {name}, born: {born}}}
date: 2026-09-01
needs: [{name} reads slowly.]
outcomes: ["By July 2027, I will read 60 words on my own.", "By July 2027, I will swim ten metres.", "By July 2027, I will cook soup."]
"""
OLD = """
plan: {id}
child: {{known_as: {name}, born: {born}}}
date: 2025-09-01
needs: [{name} reads slowly.]
outcomes: ["By July 2026, I will read 20 words on my own.", "By July 2026, I will swim ten metres.", "By July 2026, I will draw my secret dragon."]
"""


def write(folder, name, text, /, **fields):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(**{"id": "P-1", "name": "Tom", "born": "2016-03-02", **fields}), encoding="utf-8")
    return str(path)


def lint(*given):
    return CliRunner().invoke(app, ["lint", *given, "--today", "2026-09-01"])


def compared(*given):
    result = lint(*given, "--format", "json")
    return {plan["id"]: {pair["new"] or pair["old"]: pair["change"] for pair in plan["comparison"]}
            for plan in json.loads(result.stdout)["plans"]}  # fmt: skip


CHANGES = {"O1": "moved-on", "O2": "kept", "O3": "dropped"}


@pytest.mark.parametrize(
    "old",
    [{"id": "p-1"}, {"id": "draft-7"}, {"id": "draft-7", "name": "TOM"}],
    ids=["by id", "by name and birth date", "in capitals"],
)
def test_the_last_plan_is_found(tmp_path, old):
    write(tmp_path, "last/other.yaml", OLD, id="P-9", name="Asha", born="2012-01-01")
    write(tmp_path, "last/one.yaml", OLD, **old)
    new = write(tmp_path, "new.yaml", NEW)
    assert compared(new, "--previous", str(tmp_path / "last"))["P-1"] == CHANGES


def test_one_goes_with_one_unless_they_name_different_children(tmp_path):
    new = write(tmp_path, "new.yaml", NEW)
    unnamed = write(tmp_path, "last.yaml", OLD.replace("child: {{known_as: {name}, born: {born}}}\n", ""), id="old")
    assert compared(new, "--previous", unnamed)["P-1"] == CHANGES
    stranger = write(tmp_path, "stranger.yaml", OLD, id="old", name="Asha", born="2012-01-01")
    result = lint(new, "--previous", stranger)
    assert "Since the last plan" not in result.stdout
    assert "1 plan has no last plan among those given" in result.stderr


def test_of_several_editions_the_latest_before_the_plan_counts(tmp_path):
    new = write(tmp_path, "new.yaml", NEW)
    write(tmp_path, "all/2024.yaml", OLD.replace("2025-09-01", "2024-09-01").replace("swim ten", "swim two"))
    write(tmp_path, "all/2025.yaml", OLD)
    write(tmp_path, "all/2027.yaml", OLD.replace("2025-09-01", "2027-09-01").replace("swim ten", "swim nine"))
    assert compared(new, "--previous", str(tmp_path / "all"))["P-1"] == CHANGES


def test_the_text_report_shows_what_became_of_each(tmp_path):
    new, old = write(tmp_path, "new.yaml", NEW), write(tmp_path, "old.yaml", OLD)
    shown = lint(new, "--previous", old).stdout
    assert "Since the last plan: 1 kept, 1 moved on, 1 dropped, 1 new" in shown
    assert "secret dragon" in shown and "T09 unchanged-since-last-plan" in shown


@pytest.mark.parametrize("format_", ["text", "json"])
def test_redaction_leaves_out_the_last_plan_s_texts(tmp_path, format_):
    new, old = write(tmp_path, "new.yaml", NEW), write(tmp_path, "old.yaml", OLD)
    shown = lint(new, "--previous", old, "--redact", "--format", format_).stdout
    assert "dragon" not in shown and "dropped" in shown


def test_a_last_plan_that_cannot_be_read_is_told_and_the_rest_is_done(tmp_path):
    new = write(tmp_path, "new.yaml", NEW)
    result = lint(new, "--previous", str(tmp_path / "missing.yaml"))
    assert result.exit_code == 4 and "missing.yaml" in result.stderr and "O1" in result.stdout


LONG = "By July 2027, I will tell an adult that I need a break before I leave the room, in lessons and in the dining hall."
OTHER = "By July 2029, I will tell an adult that I need a break before I leave the room, in lessons and in the dining hall."
PLAN = '\nplan: {id}\nchild: {{known_as: {name}, born: {born}}}\nneeds: ["{need}"]\noutcomes: ["{text}"]\n'


def copies(*given):
    result = lint(*given, "--format", "json", "--select", "N203")
    return [(plan["id"], finding["message"].split(" too")[0]) for plan in json.loads(result.stdout)["plans"]
            for place in (plan, *plan["outcomes"]) for finding in place["findings"]]  # fmt: skip


def test_a_text_shared_by_two_children_s_plans_is_told_in_both(tmp_path):
    one = write(tmp_path, "1.yaml", PLAN, need="Tom is shy.", text=LONG)
    two = write(tmp_path, "2.yaml", PLAN, id="P-2", name="Asha", born="2012-01-01", need="Asha is keen.", text=OTHER)
    assert copies(one, two) == [("P-1", "stands in plan P-2"), ("P-2", "stands in plan P-1")]


def test_two_editions_of_a_plan_and_lists_of_templates_are_no_copies(tmp_path):
    one = write(tmp_path, "1.yaml", PLAN, need="Tom is shy.", text=LONG)
    again = write(tmp_path, "again.yaml", PLAN, need="Tom is shy.", text=LONG)
    renamed = write(tmp_path, "renamed.yaml", PLAN, id="P-1-2025", need="Tom is shy.", text=LONG)
    library = write(tmp_path, "library.md", f"- {LONG}\n- {OTHER}\n")
    assert copies(one, again, renamed, library) == []


def test_short_general_outcomes_are_no_copies_until_more_is_shared(tmp_path):
    short, need = "By July 2027, I will walk to school on my own.", "{name} covers both ears when the room is noisy."
    one = write(tmp_path, "1.yaml", PLAN, need="Tom is shy.", text=short)
    two = write(tmp_path, "2.yaml", PLAN, id="P-2", name="Asha", born="2012-01-01", need="Asha is keen.", text=short)
    assert copies(one, two) == []
    one = write(tmp_path, "1.yaml", PLAN, need=need.format(name="Tom"), text=short)
    two = write(tmp_path, "2.yaml", PLAN, id="P-2", name="Asha", born="2012-01-01", need=need.format(name="Asha"), text=short)
    assert [plan for plan, _ in copies(one, two)] == ["P-1", "P-1", "P-2", "P-2"]
