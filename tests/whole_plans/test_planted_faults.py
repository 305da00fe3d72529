"""The whole plans and what is expected of them hold together: each file is read, and each fault stands at a part that exists."""

from collections import defaultdict
from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.model import Plan
from send_outcomes.readers import read

HERE = Path(__file__).parent
EXPECTED = {path.name.removesuffix(".expected.yaml"): path for path in sorted(HERE.glob("*.expected.yaml"))}
PARTS = ("aspirations", "needs", "outcomes", "provision")
CHANGES = {"kept", "reworded", "moved-on", "new", "dropped"}


def expected(name):
    return load_one(EXPECTED[name].read_text(encoding="utf-8"), EXPECTED[name].name).value


def plan_of(file):
    """Return the one plan of a file; anything unreadable in it fails the test."""
    (plan,) = read([HERE / file])
    assert isinstance(plan, Plan), str(plan)
    return plan


def test_every_plan_has_its_list():
    plans = {path.stem for path in HERE.glob("*.yaml") if not path.stem.endswith((".expected", ".previous"))}
    assert plans == set(EXPECTED)
    assert sum(name.startswith("faulty-") for name in plans) == 8
    assert sum(name.startswith("clean-") for name in plans) == 4


@pytest.mark.parametrize("name", EXPECTED)
def test_faults_name_parts_of_the_plan(name):
    plan = plan_of(f"{name}.yaml")
    ids = {"plan"} | {part.id for group in PARTS for part in getattr(plan, group)}
    faults = expected(name)["faults"]
    assert {fault["about"] for fault in faults} <= ids
    assert all(fault["why"] for fault in faults)
    pairs = [(fault["code"], fault["about"]) for fault in faults]
    assert len(pairs) == len(set(pairs))
    assert bool(faults) is name.startswith("faulty-")


@pytest.mark.parametrize("name", [name for name in EXPECTED if "previous" in expected(name)])
def test_the_comparison_accounts_for_every_outcome(name):
    said = expected(name)
    rows = said["comparison"]
    assert {row["change"] for row in rows} <= CHANGES
    assert all(("old" in row, "new" in row) == (row["change"] != "new", row["change"] != "dropped") for row in rows)
    for side, file in (("new", f"{name}.yaml"), ("old", said["previous"])):
        assert sorted(row[side] for row in rows if side in row) == sorted(outcome.id for outcome in plan_of(file).outcomes)
    kept = {row["new"] for row in rows if row["change"] == "kept"}
    assert {fault["about"] for fault in said["faults"] if fault["code"] == "T09"} == kept


def test_plans_that_share_text_name_each_other():
    for name in EXPECTED:
        said = expected(name)
        assert any(fault["code"] == "N203" for fault in said["faults"]) is ("with" in said)
        assert all(f"{name}.yaml" in expected(Path(other).stem)["with"] for other in said.get("with", []))


def test_every_rule_of_the_thread_and_of_provision_is_broken_in_three_plans():
    plans, count = defaultdict(set), 0
    for name in EXPECTED:
        for fault in expected(name)["faults"]:
            plans[fault["code"]].add(name)
            count += 1
    wanted = [f"T{n:02}" for n in range(1, 12)] + [f"P{n:02}" for n in range(1, 7)]
    assert {code: len(plans[code]) for code in wanted if len(plans[code]) < 3} == {}
    assert count >= 70
