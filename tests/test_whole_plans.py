"""Linting the whole plans finds every fault that was planted in them, next to nothing in the clean ones, and what has changed."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.documents import load_one
from send_outcomes.rulebook import assemble, load_profile

PLANS = Path(__file__).parent / "whole_plans"
NAMES = sorted(path.name.removesuffix(".expected.yaml") for path in PLANS.glob("*.expected.yaml"))
CLEAN = [name for name in NAMES if name.startswith("clean-")]
# The codes for which the lists of faults are whole (README.md of the plans).
LISTED = re.compile(r"N[123]\d\d|N505|N632|N703|[TP]\d\d")
MOST_FALSE = 2  # in all clean plans together


def expected(name):
    return load_one((PLANS / f"{name}.expected.yaml").read_text(encoding="utf-8"), name).value


def report_on(name):
    """Lint a plan with its last edition and the plans it is to be given with; return its part of the JSON."""
    said = expected(name)
    more = [str(PLANS / other) for other in said.get("with", ())]
    previous = ["--previous", str(PLANS / said["previous"])] if "previous" in said else []
    paths = [str(PLANS / f"{name}.yaml"), *more]
    result = CliRunner().invoke(app, ["lint", *paths, *previous, "--today", "2026-11-22", "--format", "json"])
    assert result.exit_code in (0, 1), result.output
    return next(plan for plan in json.loads(result.stdout)["plans"] if plan["path"] == paths[0])


@pytest.fixture(scope="module")
def reports():
    return {name: report_on(name) for name in NAMES}


def findings_in(plan):
    """Yield code, severity and item of everything found in a plan."""
    for finding in plan["findings"]:
        yield finding["code"], finding["severity"], finding["about"]["id"] if finding["about"] else "plan"
    for outcome in plan["outcomes"]:
        for finding in outcome["findings"]:
            yield finding["code"], finding["severity"], outcome["id"]


def false_in(plan, name):
    planted = {(fault["code"], fault["about"]) for fault in expected(name)["faults"]}
    found = {(code, item) for code, severity, item in findings_in(plan) if severity != "info" and LISTED.fullmatch(code)}
    return sorted(found - planted)


def test_every_planted_fault_is_of_a_rule_that_exists():
    planted = {fault["code"] for name in NAMES for fault in expected(name)["faults"]}
    assert planted - {rule.code for rule in assemble(load_profile("nottingham")).rules} == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_fault_is_found(reports, name):
    found = {(code, item) for code, _, item in findings_in(reports[name])}
    planted = {(fault["code"], fault["about"]) for fault in expected(name)["faults"]}
    assert sorted(planted - found) == []


def test_next_to_nothing_is_found_in_the_clean_plans(reports):
    false = [(name, *finding) for name in CLEAN for finding in false_in(reports[name], name)]
    assert len(false) <= MOST_FALSE, false


@pytest.mark.parametrize("name", [name for name in NAMES if name not in CLEAN])
def test_little_else_is_found_in_the_faulty_ones(reports, name):
    assert len(false := false_in(reports[name], name)) <= MOST_FALSE, false


@pytest.mark.parametrize("name", [name for name in NAMES if "previous" in expected(name)])
def test_each_outcome_is_compared_with_the_one_it_came_from(reports, name):
    compared = [
        {key: pair[key] for key in ("new", "old", "change") if pair[key] is not None} for pair in reports[name]["comparison"]
    ]
    assert sorted(compared, key=str) == sorted(map(ordered, expected(name)["comparison"]), key=str)


def ordered(pair):
    return {key: pair[key] for key in ("new", "old", "change") if key in pair}
