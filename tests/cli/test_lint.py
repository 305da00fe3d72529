"""`lint` and `map`: what comes out, where, and with which exit code."""

import json

import pytest
from jsonschema import Draft202012Validator

from send_outcomes.documents import schema

TODAY = ("--today", "2026-09-01")


def holds(value, name="report"):
    assert not list(Draft202012Validator(schema(name)).iter_errors(value))


def test_a_vague_outcome_fails(run, vague):
    result = run("lint", vague, *TODAY)
    assert result.exit_code == 1
    assert "N401 first-person" in result.stdout and "N651 no-deadline" in result.stdout
    assert "Mend first:" in result.stdout
    assert result.stderr == ""


def test_a_clean_outcome_passes(run, clean):
    result = run("lint", clean, *TODAY, "--fail-on", "warning")
    assert result.exit_code == 0, result.stdout
    assert "nothing to mend" in result.stdout


@pytest.mark.parametrize(("severity", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(run, vague, severity, code):
    assert run("lint", vague, "--fail-on", severity, *TODAY).exit_code == code


def test_json_goes_to_a_file_and_keeps_to_the_schema(run, vague, clean, tmp_path):
    out = tmp_path / "report.json"
    result = run("lint", vague, clean, "--format", "json", "--output", out, *TODAY)
    assert (result.exit_code, result.stdout) == (1, "")
    value = json.loads(out.read_text(encoding="utf-8"))
    holds(value)
    assert [plan["path"] for plan in value["plans"]] == [str(vague), str(clean)]
    assert value["profile"] == "nottingham"


def test_jsonl_has_a_plan_a_line(run, vague, clean):
    lines = run("lint", vague, clean, "--format", "jsonl", *TODAY).stdout.splitlines()
    assert len(lines) == 2
    for line in lines:
        holds(json.loads(line))


def test_select_and_ignore_take_codes_names_and_features(run, vague):
    by_feature = ("--select", "first_person", "--select", "time-bound", "--ignore", "N402,N652")
    for args in (("--select", "N4,no-deadline"), by_feature):
        value = json.loads(run("lint", vague, "--format", "json", *args, *TODAY).stdout)
        assert set(value["summary"]["findings_by_rule"]) == {"N401", "N651"}


def test_redact_leaves_out_the_plan_s_words(run, vague):
    for name in ("text", "json", "jsonl"):
        shown = run("lint", vague, "--redact", "--format", name, *TODAY).stdout
        assert "N401" in shown
        for word in ("Laura", "communication", "support from"):
            assert word not in shown


def test_standard_input(run):
    result = run("lint", "-", "--stdin-format", "text", *TODAY, input="I will improve.\n")
    assert result.exit_code == 1
    assert "- · " in result.stdout


def test_a_column_of_a_table(run, tmp_path):
    table = tmp_path / "export.csv"
    table.write_text("Ref,Free text 3\n1,I will improve.\n", encoding="utf-8")
    value = json.loads(run("lint", table, "--column", "outcome=Free text 3", "--format", "json", *TODAY).stdout)
    assert value["plans"][0]["outcomes"][0]["text"] == "I will improve."


def test_map_names_themes_and_the_words_that_led_there(run, tmp_path):
    plan = tmp_path / "friends.txt"
    plan.write_text("By July 2027, I will meet my friends at the youth club every week.\n", encoding="utf-8")
    result = run("map", plan, "--framework", "nottingham")
    assert result.exit_code == 0
    assert "youth club" in result.stdout.split("→")[1] and "(none here: a fact, not a fault)" in result.stdout
    value = json.loads(run("map", plan, "--framework", "nottingham", "--format", "json").stdout)
    holds(value, "map")
    assert list(value["plans"][0]["frameworks"]) == ["nottingham"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("lint",), "Missing argument 'PATH'"),
        (("lnt",), "No such command 'lnt'"),
        (("lint", "x.txt", "--format", "xml"), "“xml” is none of text, json, jsonl, markdown"),
        (("lint", "x.txt", "--today", "yesterday"), "yesterday"),
        (("lint", "x.txt", "--column", "Free text 3"), "write it as WHAT=NAME"),
        (("lint", "x.txt", "--profile", "nottinham"), "did you mean “nottingham”?"),
        (("lint", "x.txt", "--framework", "nottinham"), "did you mean “nottingham”?"),
        (("lint", "x.txt", "--select", "first-persn"), "did you mean “first-person”?"),
        (("lint", "x.txt", "--output", "no/such/folder/report.json"), "no/such/folder/report.json: cannot be written"),
        (("explain", "N999"), "no rule “N999”"),
    ],
)
def test_what_cannot_start_ends_in_one_line_and_2(run, args, said):
    result = run(*args)
    assert result.exit_code == 2
    assert result.stderr.startswith("send-outcomes: ") and result.stderr.count("\n") == 1
    assert said in result.stderr


def test_no_outcome_is_no_clean_plan(run, tmp_path):
    empty = tmp_path / "empty.yaml"
    empty.write_text("plan: L-1\noutcomes: []\n", encoding="utf-8")
    result = run("lint", empty)
    assert result.exit_code in (3, 4)
    assert result.stderr.startswith("send-outcomes: ")


def test_one_unreadable_input_does_not_stop_the_others(run, vague, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("outcomes: [unclosed\n", encoding="utf-8")
    result = run("lint", broken, vague, "--format", "json", *TODAY)
    assert result.exit_code == 4
    assert result.stderr.startswith(f"send-outcomes: {broken}:")
    value = json.loads(result.stdout)
    holds(value)
    assert [p["path"] for p in value["plans"]] == [str(vague)]
    assert [e["path"] for e in value["errors"]] == [str(broken)]


def test_a_missing_file_is_4_even_where_nothing_else_was_found(run, tmp_path):
    result = run("lint", tmp_path / "none.txt")
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1


def test_quiet_says_no_notices_wherever_it_stands(run, vague, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert "skipped 1 file" in run("lint", tmp_path, *TODAY).stderr
    assert run("lint", tmp_path, "--quiet", *TODAY).stderr == ""
    assert run("--quiet", "lint", tmp_path, *TODAY).stderr == ""


@pytest.mark.parametrize("content", ["", "plan_id,outcome\n"], ids=["empty file", "header alone"])
def test_what_holds_no_outcome_at_all_is_3(run, tmp_path, content):
    path = tmp_path / "export.csv"
    path.write_text(content, encoding="utf-8")
    assert run("lint", path).exit_code == 3
    assert run("lint", tmp_path / "a").exit_code == 4  # a missing file is another matter


def test_a_folder_without_plans_is_3(run, tmp_path):
    result = run("lint", tmp_path)
    assert result.exit_code == 3
    assert str(tmp_path) in result.stderr


@pytest.mark.parametrize(
    ("output", "environment", "chosen"),
    [
        (None, {}, "text"),
        (None, {"GITHUB_ACTIONS": "true"}, "github"),
        (None, {"GITHUB_ACTIONS": "false", "CI": "true"}, "text"),
        ("report.sarif", {"GITHUB_ACTIONS": "true"}, "sarif"),
        ("report.XML", {}, "junit"),
        ("report.md", {}, "markdown"),
        ("report.csv", {}, "csv"),
        ("report.html", {}, "html"),
        ("report.txt", {"GITHUB_ACTIONS": "true"}, "text"),
    ],
)
def test_auto_is_what_fits(run, vague, tmp_path, monkeypatch, output, environment, chosen):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    to = ("--output", output) if output else ()

    def written(*asked):
        shown = run("lint", "vague.txt", *asked, *to, *TODAY).stdout
        return (tmp_path / output).read_bytes() if output else shown

    assert written() == written("--format", "auto") == written("--format", chosen)


def test_a_table_in_a_file_has_the_mark_by_which_excel_knows_its_encoding(run, vague, tmp_path):
    for name in ("findings.csv", "findings.txt"):
        run("lint", vague, "--format", "csv", "--output", tmp_path / name, *TODAY)
    assert (tmp_path / "findings.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "findings.txt").read_bytes()


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_several_things_wrong_with_one_file_are_one_input(run, vague, tmp_path, format_):
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "outcomes:\n  - {text: I will swim., needs: [N8]}\n  - {text: I will read., needs: [N9]}\n", encoding="utf-8"
    )
    result = run("lint", vague, bad, "--format", format_)
    assert result.exit_code == 4 and result.stderr.count("bad.yaml") == 2
    assert "1 input could not be read" in result.stdout or "**1 could not be read" in result.stdout


@pytest.mark.parametrize(("name", "said"), [("copy.docx", "--annotate"), ("report.PDF", "does not end in .PDF")])
def test_a_report_is_not_written_under_a_name_that_no_program_would_open(run, vague, tmp_path, name, said):
    result = run("lint", vague, "--output", tmp_path / name)
    assert result.exit_code == 2 and said in result.stderr
    assert not (tmp_path / name).exists()
