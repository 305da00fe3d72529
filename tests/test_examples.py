"""Linting examples/ finds the faults that their authors planted and nothing in what they wrote well."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.documents import load_one


def yaml_of(path):
    return load_one(path.read_text(encoding="utf-8"), path.name).value


ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
DATA = Path(__file__).parent / "examples"
TODAY = "2026-11-22"
FILES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.glob("*/*.*") if path.suffix != ".py")

PLANTED = yaml_of(DATA / "planted.yaml")
WRONG = yaml_of(DATA / "checker-wrong.yaml")


def lint(path, *more):
    """Lint one path under the examples; return exit code and parsed JSON."""
    result = CliRunner().invoke(app, ["lint", str(path), *more, "--today", TODAY, "--format", "json"])
    return result.exit_code, json.loads(result.stdout)


@pytest.fixture(scope="module")
def linted():
    return lint(EXAMPLES)


def outcomes_by_file(report):
    """Return {file: {outcome's name: outcome}}; in a table of many plans, the name is plan and number."""
    files = {}
    for plan in report["plans"]:
        name = Path(plan["path"]).relative_to(EXAMPLES).as_posix()
        many = name.endswith(".csv")
        for outcome in plan["outcomes"]:
            files.setdefault(name, {})[f"{plan['id']}/{outcome['id']}" if many else outcome["id"]] = outcome
        for finding in plan["findings"]:
            item = finding["about"]["id"] if finding["about"] else "plan"
            files[name].setdefault(item, {"findings": []})["findings"].append(finding)
    return files


def grave(outcome):
    return {f["code"] for f in outcome["findings"] if f["severity"] != "info"}


def test_every_example_is_read(linted):
    code, report = linted
    assert code == 1  # the drafts have errors
    assert report["errors"] == []
    assert set(outcomes_by_file(report)) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_finds_what_was_planted_and_nothing_else(linted, name):
    expected = {(outcome, code) for outcome, codes in PLANTED.get(name, {}).items() for code in codes}
    for entry in (entry for entry in WRONG["findings"] if entry["file"] == name):
        pair = (entry["outcome"], entry["code"])
        assert (pair in expected) is (entry["checker"] == "missing"), f"{entry} contradicts planted.yaml"
        (expected.remove if entry["checker"] == "missing" else expected.add)(pair)
    outcomes = outcomes_by_file(linted[1])[name]
    found = {(outcome, code) for outcome, report in outcomes.items() for code in grave(report)}
    assert {"not expected": sorted(found - expected), "not found": sorted(expected - found)} == {
        "not expected": [],
        "not found": [],
    }


def test_the_planted_faults_name_outcomes_that_exist(linted):
    files = outcomes_by_file(linted[1])
    for name, outcomes in PLANTED.items():
        assert set(outcomes) <= set(files[name]), name


def test_the_drafts_show_most_rules():
    codes = [code for outcomes in PLANTED.values() for found in outcomes.values() for code in found]
    assert len(codes) >= 30 and len(set(codes)) >= 20


def test_each_outcome_serves_a_theme_that_its_authors_chose(linted):
    files = outcomes_by_file(linted[1])
    missed = set()
    for path in sorted((EXAMPLES / "plans").iterdir()):
        for outcome in yaml_of(path)["outcomes"]:
            mapped = files[f"plans/{path.name}"][outcome["id"]]["mapping"]["nottingham"]
            if not set(outcome["themes"]) & {theme["id"] for theme in mapped}:
                missed.add((f"plans/{path.name}", outcome["id"]))
    assert sorted(missed) == sorted((entry["file"], entry["outcome"]) for entry in WRONG["themes"])


@pytest.mark.parametrize("profile", ["nottingham", "stockport", "shropshire", "code-of-practice"])
def test_the_agreed_plans_are_clean_in_every_area(profile):
    code, report = lint(EXAMPLES / "plans", "--profile", profile, "--fail-on", "warning")
    assert (code, report["summary"]["findings_by_rule"]) == (0, {})
    assert report["summary"]["outcomes"] == 31


def test_the_third_person_is_no_fault_under_the_code_of_practice():
    _, report = lint(EXAMPLES / "drafts", "--profile", "code-of-practice")
    assert report["summary"]["outcomes"] == 25
    assert not {"N401", "N701"} & set(report["summary"]["findings_by_rule"])
