"""The faults of the thread that were planted in whole plans are found, and none in the clean ones."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.documents import load_one

PLANS = Path(__file__).parents[1] / "whole_plans"
NAMES = sorted(path.name.removesuffix(".expected.yaml") for path in PLANS.glob("*.expected.yaml"))
CODES = {"T01", "T02", "T03", "T04", "T05", "T06", "T08", "T12", "T13"}
# Faults that nobody planted, and that are there all the same: an outcome whose only need has no provision has none either.
FOLLOW = {("faulty-callum", "T13", "O4"), ("faulty-mei", "T13", "O5")}


@pytest.mark.parametrize("name", NAMES)
def test_the_planted_faults_and_no_others(name):
    expected = load_one((PLANS / f"{name}.expected.yaml").read_text(encoding="utf-8"), name).value
    planted = {(name, fault["code"], fault["about"]) for fault in expected["faults"] if fault["code"] in CODES}
    shown = (
        CliRunner().invoke(app, ["lint", str(PLANS / f"{name}.yaml"), "--select", ",".join(CODES), "--format", "json"]).stdout
    )
    (plan,) = json.loads(shown)["plans"]
    found = {(name, f["code"], f["about"]["id"] if f["about"] else "plan") for f in plan["findings"]}
    found |= {(name, f["code"], outcome["id"]) for outcome in plan["outcomes"] for f in outcome["findings"]}
    assert found == planted | {one for one in FOLLOW if one[0] == name}
