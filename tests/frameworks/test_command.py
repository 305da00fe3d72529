"""`framework list/show/validate/schema/compare/concepts`, as a user meets them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app

FILES = Path(__file__).parent / "files"


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def runner(*arguments):
        return CliRunner().invoke(app, ["framework", *map(str, arguments)])

    return runner


def test_list_names_every_shipped_framework(run):
    result = run("list")
    assert result.exit_code == 0
    for id_ in ("nottingham", "stockport-2020", "stockport-2024", "shropshire-2025", "preparing-for-adulthood"):
        assert id_ in result.stdout
    assert len(json.loads(run("list", "--format", "json").stdout)) == 5


@pytest.mark.parametrize("id_", ["nottingham", "stockport-2020", "shropshire-2025"])
@pytest.mark.parametrize("full", [[], ["--full"]])
def test_show_fits_eighty_columns_without_colour(run, id_, full):
    result = run("show", id_, *full)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "\x1b" not in result.stdout


def test_show_tells_measures_only_when_asked(run):
    assert "Progress 8" not in run("show", "stockport-2020").stdout
    assert "baseline -0.27; target -0.20; by July 2020" in " ".join(run("show", "stockport-2020", "--full").stdout.split())


def test_show_as_json_holds_the_survey(run):
    record = json.loads(run("show", "shropshire-2025", "--format", "json").stdout)
    voice = record["statements"][0]
    survey = next(p for p in voice["passages"] if p["id"] == "survey-child")
    assert survey["items"][0]["text"] == "I am helped to communicate my views and wishes"


def test_concepts_names_what_a_statement_may_name(run):
    assert "friendship  having, making and keeping friends\n" in run("concepts").stdout
    named = {one["name"] for one in json.loads(run("concepts", "--format", "json").stdout)}
    assert {"literacy", "numeracy", "study", "travel"} <= named


def test_compare_marks_the_words_that_changed_without_colour(run):
    said = run("compare", "stockport-2020", "stockport-2024").stdout
    assert "I am confident and able to [reach → achieve] my goals" in said
    assert "The people who love [new: me] and care for me are enabled to do this" in said
    assert "6 → 1 confident-and-goals  reworded" in said
    assert "4 same; 3 reworded" in said


def test_compare_shows_both_texts_where_little_is_shared(run):
    said = run("compare", "preparing-for-adulthood", "nottingham").stdout
    assert "- Good Health" in said
    assert "+ Healthy, Happy, Creative Me" in said


def test_compare_names_what_has_no_counterpart(run):
    said = json.loads(run("compare", "stockport-2024", FILES / "good" / "another-area.yaml", "--format", "json").stdout)
    changes = {(s["left"] or s["right"])["id"]: s["change"] for s in said["statements"]}
    assert changes["safe"] == "reworded"
    assert changes["voice"] == "removed"
    assert changes["sea"] == "added"


def test_validate_says_ok_or_where(run):
    good = run("validate", FILES / "good" / "another-area.yaml")
    assert (good.exit_code, good.stderr) == (0, "")
    assert "another-area.yaml: valid" in good.stdout
    bad = run("validate", FILES / "good" / "smallest.yaml", FILES / "bad" / "misspelt-key.yaml", FILES / "gone.yaml")
    assert bad.exit_code == 2
    assert len(bad.stderr.splitlines()) == 2
    assert "misspelt-key.yaml:3:" in bad.stderr
    assert "smallest.yaml: valid" in bad.stdout
    assert run("validate", FILES / "bad" / "misspelt-key.yaml").exit_code == 1  # as for rules: checked, and wrong


@pytest.mark.parametrize(
    "arguments",
    [("show", "stokport-2024"), ("compare", "stokport-2024", "nottingham"), ("compare", "nottingham", "stokport-2024")],
)
def test_wrong_id_is_one_line_and_two(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "did you mean “stockport-2024”?" in result.stderr


def test_file_content_never_steers_the_terminal(run, tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text(
        'id: hostile\ntitle: "[red]X[/red] \\e[31m \\u202e"\nauthority: A\nsources: [{id: p, title: P}]\n'
        "statements: [{id: only, text: ':smile: [bold]I am[/bold]'}]\n",
        encoding="utf-8",
    )
    said = run("show", path).stdout
    assert "[red]X[/red]" in said
    assert ":smile: [bold]I am[/bold]" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_schema_is_json_that_names_its_keys(run):
    assert "statements" in json.loads(run("schema").stdout)["properties"]
