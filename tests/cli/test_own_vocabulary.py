"""An authority's own short forms and terms (`vocabularies` in the file of settings) count wherever texts are read."""

import csv
import datetime as dt
import json
from pathlib import Path

import pytest

from send_outcomes.configuration import Choice, Engines, configuration_for
from send_outcomes.editor.diagnosing import diagnose

WORDS = """
accepted: SALT
acronyms:
  - {short: [ZED], means: [zone for every day], plain: the calm corner, class: flag}
jargon:
  - {terms: [bubble time], plain: time to talk alone, class: flag}
medical:
  - {terms: [communication], plain: talking, class: plain}
"""
PLAN = """
plan: L-1
needs: [{id: N1, section: C, text: Kit has bubble time and a ZED.}]
outcomes: ["By July 2027, I will ask for bubble time with SALT in the ZED twice a week."]
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with settings that name a vocabulary in a folder of its own, and a plan."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "ours.yaml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "send-outcomes.toml").write_text('vocabularies = ["words/ours.yaml"]\n', encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def marked(result):
    (plan,) = json.loads(result.stdout)["plans"]
    return {(one["code"], one["match"]) for outcome in plan["outcomes"] for one in outcome["findings"]}


def test_lint_knows_them_and_no_others(here, run):
    own = marked(run("lint", "plan.yaml", "--format", "json"))
    assert {("N501", "ZED"), ("N503", "bubble time")} <= own and ("N501", "SALT") not in own
    shipped = marked(run("lint", "plan.yaml", "--format", "json", "--config", "none"))
    assert ("N501", "SALT") in shipped and ("N503", "bubble time") not in shipped
    assert "zone for every day" in " ".join(run("lint", "plan.yaml").stdout.split())


def test_they_are_found_from_a_folder_below(here, run, monkeypatch):
    monkeypatch.chdir("below")
    assert ("N503", "bubble time") in marked(run("lint", "../plan.yaml", "--format", "json"))


def test_the_audit_counts_them(here, run):
    assert run("audit", "plan.yaml", "--out", "found", "--jobs", "2", "--today", "2026-11-22").exit_code in (0, 1)
    rows = [row for file in (here / "found").rglob("*.csv") for row in csv.reader(file.open(encoding="utf-8"))]
    assert any("N503" in cell for row in rows for cell in row)


def test_the_editor_shows_them(here):
    engine = Engines(Choice(), configuration_for(here), dt.date(2026, 11, 22)).of("plan.yaml")
    found = diagnose(PLAN, "plan.yaml", "yaml", engine)
    assert any(remark.finding and remark.finding.code == "N503" for remark in found.remarks)


@pytest.mark.parametrize(
    "command", [["lint", "plan.yaml"], ["map", "plan.yaml"], ["thread", "plan.yaml"], ["audit", "plan.yaml", "--out", "o"]]
)
def test_a_wrong_file_is_told_with_its_place_and_nothing_is_done(here, run, command):
    (here / "words" / "ours.yaml").write_text("acronym: []\n", encoding="utf-8")
    result = run(*command)
    assert result.exit_code == 2
    assert "ours.yaml:1:1" in result.stderr and "acronyms" in result.stderr
    (here / "words" / "ours.yaml").unlink()
    assert run(*command).exit_code == 2


def test_the_example_for_an_area_is_one(here, run):
    ours = Path(__file__).parents[2] / "docs" / "our-area" / "our-vocabulary.yaml"
    (here / "words" / "ours.yaml").write_text(ours.read_text(encoding="utf-8"), encoding="utf-8")
    assert ("N503", "bubble time") in marked(run("lint", "plan.yaml", "--format", "json"))
