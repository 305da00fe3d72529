"""A profile of one's own says how far the terms reach and changes the settings of single rules; slips in it are told."""

import json

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app

PLAN = """
plan: P-1
child: {year_group: 4}
date: 2026-09-01
needs: [Tom reads slowly.]
outcomes: ["By July 2027, I will read 60 words.", "By Easter 2027, I will swim ten metres.", "By the end of Year 8, I will cook soup."]
"""


@pytest.fixture
def lint(tmp_path):
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")

    def run(more):
        profile = tmp_path / "ours.yaml"
        profile.write_text(f"profile: ours\ntitle: Ours\npacks: [n6-smart, n7-terms]\n{more}\n", encoding="utf-8")
        return CliRunner().invoke(app, ["lint", str(tmp_path / "plan.yaml"), "--profile", str(profile), "--format", "json"])

    return run


def on_plan(result):
    return [(f["code"], f["message"].split(";")[0]) for f in json.loads(result.stdout)["plans"][0]["findings"]]


def test_the_medium_term_is_missing_where_the_profile_knows_one(lint):
    assert on_plan(lint("")) == [("N703", "no outcome for the medium term")]
    assert on_plan(lint("horizons: {medium: none}")) == []


def test_months_decide_where_the_profile_counts_in_months(lint):
    result = lint("horizons: {short_months: 6, medium: 60}")
    plan = json.loads(result.stdout)["plans"][0]
    assert [outcome["horizon"] for outcome in plan["outcomes"]] == ["medium", "short", "medium"]


@pytest.mark.parametrize("name", ["N632", "too-many-outcomes"])
def test_settings_of_a_rule_are_laid_over_the_pack_s(lint, name):
    codes = [code for code, _ in on_plan(lint(f"settings: {{{name}: {{most: 2}}}}"))]
    assert codes == ["N632", "N703"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("settings: {N632: {most: eight}}", "most: expected a whole number"),
        ("settings: {N632: {mots: 8}}", "did you mean “most”?"),
        ("settings: {N999: {most: 8}}", "“N999” is no code or name of a rule"),
        ("horizons: {medium: always}", "expected one of phase, none"),
        ("short_months: 6", "unknown key “short_months”"),
    ],
)
def test_a_slip_is_told(lint, more, said):
    result = lint(more)
    assert result.exit_code == 2 and said in result.stderr
