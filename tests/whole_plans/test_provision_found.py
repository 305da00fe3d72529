"""The provision rules find what is planted in the whole plans, and nothing else."""

import datetime as dt
from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.engine import Engine
from send_outcomes.findings import Severity
from send_outcomes.readers import read
from send_outcomes.rulebook import assemble, load_profile

HERE = Path(__file__).parent
EXPECTED = sorted(HERE.glob("*.expected.yaml"))
RULES = {f"P{n:02}" for n in range(1, 7)}


@pytest.fixture(scope="module")
def engine():
    return Engine(assemble(load_profile("nottingham")), [], dt.date(2026, 11, 22))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name.split(".")[0])
def test_the_planted_gaps_and_no_others(engine, path):
    faults = load_one(path.read_text(encoding="utf-8"), path.name).value["faults"]
    (plan,) = read([HERE / path.name.replace(".expected", "")])
    found = {(f.code, f.about.id) for f in engine.check(plan).findings if f.code in RULES and f.severity is not Severity.INFO}
    assert found == {(fault["code"], fault["about"]) for fault in faults if fault["code"] in RULES}
