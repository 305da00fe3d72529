"""Findings set aside, wherever it is written: with a reason they count no more; without one, or in vain, that is told."""

import json

import pytest
from jsonschema import Draft202012Validator

from send_outcomes.documents import schema

TODAY = ("--today", "2026-09-01")
CLEAN = "By the end of Year 6, I will read three pages of a book to my class on my own."
THIRD = "By the end of Year 6, Ela will read three pages of a book to her class on her own."
FILES = {
    "yaml": "outcomes:\n  - text: {text}\n    ignore: [{{rule: {rule}, because: {why}}}]\n",
    "json": '{{"outcomes": [{{"text": "{text}", "ignore": [{{"rule": "{rule}", "because": "{why}"}}]}}]}}\n',
    "md": "<!-- send-outcomes: ignore {rule}: {why} -->\n- {text}\n",
    "txt": "# send-outcomes: ignore {rule}: {why}\n{text}\n",
    "csv": 'outcome,ignore\n"{text}",{rule}: {why}\n',
}


@pytest.fixture
def checked(run, tmp_path):
    """Check a file of these contents; return what is told of it."""

    def check(kind, content, beside=None, *args):
        path = tmp_path / f"draft.{kind}"
        path.write_text(content, encoding="utf-8")
        if beside is not None:
            (tmp_path / f"draft.{kind}.ignore.yaml").write_text(beside, encoding="utf-8")
        result = run("lint", path, "--format", "json", *args, *TODAY)
        value = json.loads(result.stdout)
        assert not list(Draft202012Validator(schema("report")).iter_errors(value))
        return result, value

    return check


def told(value, code):
    """Every finding of a rule, on outcomes or on the plan."""
    (plan,) = value["plans"]
    found = [*plan["findings"], *(f for o in plan["outcomes"] for f in o["findings"])]
    return [f for f in found if f["code"] == code]


@pytest.mark.parametrize("kind", FILES)
def test_with_a_reason_it_counts_no_more(checked, kind):
    result, value = checked(kind, FILES[kind].format(text=THIRD, rule="N401", why="her parents chose the words"))
    assert result.exit_code == 0, result.stdout
    assert told(value, "N401")[0]["ignored"] == {"because": "her parents chose the words"}
    assert value["summary"]["set_aside_by_rule"] == {"N401": 1}
    assert "N401" not in value["summary"]["findings_by_rule"]
    assert told(value, "S01") == told(value, "S02") == []


@pytest.mark.parametrize("kind", FILES)
def test_without_a_reason_it_still_counts_and_that_is_told_with_its_place(checked, kind):
    result, value = checked(kind, FILES[kind].format(text=THIRD, rule="N401", why="").replace("because: }", 'because: ""}'))
    assert result.exit_code == 1
    assert told(value, "N401")[0]["ignored"] is None
    (missing,) = told(value, "S01")
    assert missing["severity"] == "warning" and "no reason is given" in missing["message"]
    assert missing["at"]["line"] == {"yaml": 3, "json": 1, "md": 1, "txt": 1, "csv": 2}[kind]


@pytest.mark.parametrize("kind", FILES)
def test_what_there_is_nothing_to_set_aside_for_is_told(checked, kind):
    _, value = checked(kind, FILES[kind].format(text=CLEAN, rule="first-person", why="agreed"))
    (unused,) = told(value, "S02")
    assert unused["message"].startswith("first-person is set aside here for nothing")
    assert unused["at"]["line"]


def test_a_rule_that_is_not_in_force_is_nobody_s_business(checked):
    content = FILES["md"].format(text=CLEAN, rule="N401", why="agreed")
    for args in (("--select", "N6,S"), ("--profile", "code-of-practice")):
        assert told(checked("md", content, None, *args)[1], "S02") == []
    assert told(checked("md", FILES["md"].format(text=CLEAN, rule="L999", why="agreed"))[1], "S02") == []


def test_a_row_s_ignore_is_for_any_of_its_outcomes(checked):
    table = f'id,outcome 1,outcome 2,ignore\n1,"{CLEAN}","{THIRD}",N401: her own words\n'
    result, value = checked("csv", table)
    assert result.exit_code == 0
    assert told(value, "S02") == []


def test_a_file_beside_it_sets_aside_what_a_file_can_t_hold(checked):
    beside = """\
ignore:
  - {rule: N401, item: O1, because: her parents chose the words}
  - {rule: N401, item: O2, text: "by the end of year 6, I", because: this one is}
  - {rule: N401, item: O7, because: it was there in the spring}
"""
    result, value = checked("txt", f"{THIRD}\n\n{CLEAN}\n", beside)
    assert result.exit_code == 0, result.stdout
    assert [f["ignored"] for f in told(value, "N401")] == [{"because": "her parents chose the words"}]
    assert [(f["at"]["path"].rpartition("draft")[2], f["at"]["line"]) for f in told(value, "S02")] == [
        (".txt.ignore.yaml", 4), (".txt.ignore.yaml", 3)
    ]  # fmt: skip


def test_a_wrong_file_beside_it_is_told_and_the_plan_is_checked_all_the_same(checked, tmp_path):
    result, value = checked("txt", THIRD, "ignore: [{rul: N401}]\n")
    assert result.exit_code == 4
    assert "draft.txt.ignore.yaml:1:10: ignore, item 1: " in result.stderr
    assert told(value, "N401")


def test_the_file_beside_it_is_no_plan_and_stands_for_its_own(run, checked, tmp_path):
    checked("txt", CLEAN, "ignore: []\n")
    value = json.loads(run("lint", tmp_path, "--format", "json", *TODAY).stdout)
    assert [plan["path"].rpartition("draft")[2] for plan in value["plans"]] == [".txt"] and value["errors"] == []
    value = json.loads(run("lint", tmp_path / "draft.txt.ignore.yaml", "--format", "json", *TODAY).stdout)
    assert [plan["path"].rpartition("draft")[2] for plan in value["plans"]] == [".txt"]


def test_the_report_for_people_says_what_was_set_aside_and_how_much(run, checked, tmp_path):
    checked("md", FILES["md"].format(text=THIRD, rule="N401", why="her parents chose the words"))
    shown = run("lint", tmp_path / "draft.md", *TODAY).stdout
    assert "- set aside: N401 first-person “Ela” (because: her parents chose the words)" in shown
    assert "Not counted: 1 finding set aside with a reason." in shown
