"""`read`: what was understood, as a table and as a plan file; and why, where nothing was found."""

import json
from dataclasses import asdict

import pytest

from send_outcomes.documents import load
from send_outcomes.model import Plan
from send_outcomes.readers import read, read_text

PLAN = """plan: L-2041
child: {known_as: Laura, born: 2010-02-11, year_group: 0, pronouns: she}
date: 2026-09-01
review_due: 2027-06-30
views: "Laura told us: no more maths."
ignore: [{rule: T10, because: her own words}]
aspirations: [{id: A1, text: I want to swim., ignore: [{rule: T01, because: her own words}]}]
needs: [{id: N1, section: C, area: health, text: Laura gains weight quickly., ignore: [{rule: T11, because: Laura says so}]}]
outcomes:
  - {id: O1, text: "By July 2027, I will swim: 20 lengths.", term: medium, by: 2027-07-31, agencies: [health, education],
     needs: [N1], aspirations: [A1], baseline: "4", themes: [healthy-happy-creative-me],
     ignore: [{rule: N401, because: her own words}]}
  - {text: "no", by_when: End of Year 6}
provision: [{id: P1, section: H1, outcomes: [O1], needs: [N1], text: A coach., who: the LA, how_often: weekly,
             how_long: 1 hour, skills: none, review: each term, ignore: [{rule: P04, because: ""}]}]
"""


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "laura.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def without_places(value):
    """A plan's values, without where they stood."""
    if isinstance(value, dict):
        return {key: without_places(one) for key, one in value.items() if key not in ("place", "path")}
    return [without_places(one) for one in value] if isinstance(value, list | tuple) else value


def test_everything_understood_is_shown(run, plan):
    result = run("read", plan)
    assert (result.exit_code, result.stderr) == (0, "")
    for said in (
        "L-2041", "Laura, born 2010-02-11, Reception, she", "2026-09-01", "2027-06-30", "no more maths", "I want to swim.",
        "Section C, health", "medium", "2027-07-31", "line 10", "baseline: 4", "N401", "End of Year", "Section H1, for O1",
    ):  # fmt: skip
        assert said in result.stdout, said
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_no_colours_where_nobody_sees_them(run, plan, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("read", plan).stdout


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_what_is_written_reads_back_to_the_same_plan(run, plan, tmp_path, format):
    again = tmp_path / f"again.{format}"
    assert run("read", plan, "--format", format, "--output", again).stdout == ""

    def parts(path):
        (one,) = read([path])
        return without_places(asdict(one))

    assert parts(again) == parts(plan)
    assert run("lint", again, "--today", "2026-09-01").exit_code in (0, 1)


def test_several_inputs_make_documents_that_follow_each_other(run, plan, vague, tmp_path):
    out = tmp_path / "all.yaml"
    assert run("read", plan, vague, "--format", "yaml", "--output", out).exit_code == 0
    assert len(list(load(out.read_text(encoding="utf-8"), "all.yaml"))) == 2
    assert [found.kind.value for found in read([out])] == ["plan", "list"]
    lines = run("read", plan, vague, "--format", "json").stdout.splitlines()
    assert isinstance(json.loads(lines[0]), dict) and isinstance(json.loads(lines[1]), list)


HOSTILE = "I will \u202ereverse\u202c, \x1b[31mred\x1b[0m and \u200bhide: [bold]this[/bold] 😀 # no: comment"


@pytest.mark.parametrize("format", ["text", "yaml", "json"])
def test_no_text_steers_the_screen(run, tmp_path, format):
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps([HOSTILE]), encoding="utf-8")
    out = run("read", path, "--format", format).stdout
    assert not set(out) & {"\u202e", "\u202c", "\x1b", "\u200b"}
    assert "[bold]" in out
    if format != "text":
        (again,) = read_text(out, format)
        assert isinstance(again, Plan) and again.outcomes[0].text == HOSTILE


def test_redact_leaves_out_texts_and_names_and_the_rest_can_be_read(run, plan):
    for format in ("text", "yaml", "json"):
        out = run("read", plan, "--redact", "--format", format).stdout
        for word in ("Laura", "swim", "maths", "weight", "coach", "her own words", "End of Year", "2010-02-11"):
            assert word.casefold() not in out.casefold(), (format, word)
        assert "O1" in out and "2027-07-31" in out
        if format != "text":
            (again,) = read_text(out, format)
            assert isinstance(again, Plan) and len(again.outcomes) == 2


def test_a_column_and_a_sheet_may_be_named(run, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for name in ("First", "Second"):
        sheet = book.create_sheet(name)
        sheet.append(["Case", "Free text 3"])
        sheet.append([1, f"I will walk {name}."])
    path = tmp_path / "a.xlsx"
    book.save(path)
    named = ("--column", "outcome=Free text 3")
    assert run("read", path, *named).stdout.count("I will walk") == 2
    result = run("read", path, *named, "--column", "sheet=second")
    assert "I will walk Second." in result.stdout and "First" not in result.stdout
    result = run("read", path, *named, "--column", "sheet=Third")
    assert result.exit_code == 4
    assert "no sheet is named “Third”; there are: Sheet, First, Second" in result.stderr


def test_columns_that_were_seen_are_told(run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Case,Aim\n1,I will walk.\n", encoding="utf-8")
    result = run("read", path)
    assert result.exit_code == 4
    assert "columns seen: Case, Aim. Name it with --column outcome=NAME" in result.stderr
    assert "looked for" in result.stdout and "Section E" in result.stdout


def test_headings_that_were_seen_are_told(run, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# Views\n\n- I like maths.\n\n# Provision\n\n- A coach.\n", encoding="utf-8")
    result = run("read", path)
    assert result.exit_code == 3
    assert "“Views”, “Provision”" in result.stdout and "“section e”" in result.stdout
    assert "Views" not in run("read", path, "--redact").stdout
    assert run("read", path, "--format", "yaml").stdout == ""


def test_sheets_passed_over_are_a_notice(run, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Outcome"])
    book.active.append(["I will walk."])
    book.create_sheet("Notes").append(["by the team"])
    book.save(tmp_path / "a.xlsx")
    for command in ("read", "lint"):
        result = run(command, tmp_path / "a.xlsx")
        assert "skipped sheet ‘Notes’ of" in result.stderr
        assert run(command, tmp_path / "a.xlsx", "--quiet").stderr == ""


def test_standard_input_may_be_a_workbook(run, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Outcome"])
    book.active.append(["I will walk."])
    book.save(tmp_path / "a.xlsx")
    for more in ((), ("--stdin-format", "workbook")):
        result = run("read", "-", *more, input=(tmp_path / "a.xlsx").read_bytes())
        assert (result.exit_code, "I will walk." in result.stdout) == (0, True)


def test_without_the_extra_a_pdf_says_how_to_install_it(run, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    result = run("read", tmp_path / "a.pdf")
    assert result.exit_code == 4
    assert 'pip install "send-outcomes[pdf]"' in result.stderr and result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("missing.xlsx",), 4, "no such file or folder"),
        (("x.txt", "--format", "xml"), 2, "“xml” is none of text, yaml, json"),
        (("x.txt", "--column", "colour=Free text"), 2, "no column holds that"),
        (("x.txt", "--stdin-format", "odt"), 2, "unknown"),
        (("x.txt", "--output", "no/such/folder/a.yaml"), 2, "cannot be written"),
    ],
)
def test_what_cannot_be_done_ends_in_one_line(run, args, code, said):
    result = run("read", *args)
    assert result.exit_code == code
    assert said in result.stderr and result.stderr.count("\n") == 1


def test_one_unreadable_input_does_not_stop_the_others(run, plan, tmp_path):
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04")
    result = run("read", tmp_path / "broken.xlsx", plan)
    assert result.exit_code == 4
    assert "L-2041" in result.stdout and "could not be read" in result.stdout
