"""`--suggest`: another wording, in the first person and in plain words, with blanks where a fact is missing."""

import datetime as dt
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.documents import SettingsProblem, load_one
from send_outcomes.engine import Engine
from send_outcomes.model import Outcome, Place, Plan, PlanKind
from send_outcomes.rulebook import assemble, load_profile

_FILE = Path(__file__).parent / "cases.yaml"
CASES = load_one(_FILE.read_text(encoding="utf-8"), str(_FILE), SettingsProblem).value


@pytest.fixture(scope="module")
def engine():
    return Engine(assemble(load_profile("nottingham")), [], dt.date(2026, 9, 1), suggest=True)


def offered(engine, text):
    return engine.check(Plan("L", "L", (Outcome("O1", text, Place("L")),), PlanKind.LIST)).outcomes[0].suggestion


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_offers(engine, case):
    assert offered(engine, case["text"]) == case["offers"]


@pytest.mark.parametrize("case", [c for c in CASES if c["offers"]], ids=lambda case: case["text"][:50])
def test_what_is_offered_speaks_as_the_child(engine, case):
    plan = Plan("L", "L", (Outcome("O1", case["offers"], Place("L")),), PlanKind.LIST)
    assert "N401" not in {finding.code for finding in engine.check(plan).all_findings()}


def test_only_where_it_is_asked_for_and_never_in_a_redacted_report(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("Laura will read ten words.\n", encoding="utf-8")

    def suggestion(*options):
        result = CliRunner().invoke(app, ["lint", str(path), "--format", "json", *options])
        return json.loads(result.stdout)["plans"][0]["outcomes"][0]["suggestion"]

    assert suggestion("--suggest") == "By [date or stage], I will read ten words."
    assert suggestion() is None and suggestion("--suggest", "--redact") is None
    assert "You could write: By [date" in CliRunner().invoke(app, ["lint", str(path), "--suggest"]).stdout
