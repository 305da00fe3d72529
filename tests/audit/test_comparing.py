"""Two audits side by side: limits against published figures, pairs, and what is said to have improved."""

import json
import random

import pytest
from reports.html_pages import Page
from typer.testing import CliRunner

from send_outcomes.audit.caseload_counts import caseload_counts
from send_outcomes.audit.comparing import Direction, compare
from send_outcomes.audit.intervals import newcombe, wilson
from send_outcomes.cli import app

# Newcombe 1998, Statistics in Medicine 17: 857 to 872, table I (method 3), and 873 to 890, table II (method 10).
SHARES = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


def run(*words):
    return CliRunner().invoke(app, ["audit", "compare", *map(str, words)])


@pytest.mark.parametrize(("part", "whole", "low", "high"), SHARES)
def test_shares_have_the_published_limits(part, whole, low, high):
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


def test_differences_have_the_published_limits():
    assert newcombe((48, 80), (56, 70)) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_pairs_narrow_the_limits():
    low, high = newcombe((40, 100), (50, 100))
    paired_low, paired_high = newcombe((40, 100), (50, 100), 0.8)
    assert low < paired_low < 0.1 < paired_high < high


def write(path, plans, good, prefix="P"):
    """Write an export of plans with four outcomes each; `good` says how many of each plan's name a deadline."""
    rows = ["Plan ID,Outcome ID,Outcome"]
    for plan in range(plans):
        for n in range(4):
            text = (
                f"I will read {n + 2} books to my class"
                if n >= good(plan)
                else f"By June 2027 I will read {n + 2} books to my class"
            )
            rows.append(f'{prefix}{plan:03},O{n},"{text} every week."')
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def changes(record):
    return {change["key"]: change for change in record["changes"]}


def test_the_same_audit_twice_shows_no_difference(audit, export):
    _, folder = audit(export)
    record = json.loads(run(folder, folder, "--format", "json").stdout)
    assert record["plans"]["in_both"] == 60 and record["plans"]["same_band"] == 60 and not record["unlike"]
    assert {change["direction"] for change in record["changes"]} == {"unclear"}
    assert all(change["difference"] == 0 for change in record["changes"])


def test_what_improved_is_named_with_counts_and_limits(audit, tmp_path):
    draw = random.Random(2)
    before = {plan: draw.choice([0, 1, 2]) for plan in range(60)}
    _, old = audit(write(tmp_path / "old.csv", 60, before.get), out="old")
    _, new = audit(write(tmp_path / "new.csv", 60, lambda plan: before[plan] + 1), out="new")
    record = json.loads(run(old, new, "--format", "json").stdout)
    found = changes(record)["time_bound"]
    assert found["direction"] == "improved" and found["difference"] == pytest.approx(0.25)
    assert found["old"]["part"] == sum(before.values()) and found["new"]["part"] == sum(before.values()) + 60
    assert 0 < found["low"] < 0.25 < found["high"]
    assert changes(record)["N651"]["direction"] == "improved" and changes(record)["N651"]["difference"] == pytest.approx(-0.25)
    back = changes(json.loads(run(new, old, "--format", "json").stdout))
    assert back["time_bound"]["direction"] == back["N651"]["direction"] == "worsened"


def test_the_same_plans_are_pairs_and_others_are_not(audit, tmp_path):
    """The same figures say more of the same plans than of others: each plan is its own measure."""
    draw = random.Random(4)
    before = {plan: draw.choice([0, 3]) for plan in range(40)}

    def after(plan):
        return before[plan] + 1 if plan % 4 == 0 else before[plan]

    _, old = audit(write(tmp_path / "old.csv", 40, before.get), out="old")
    _, same = audit(write(tmp_path / "same.csv", 40, after), out="same")
    _, others = audit(write(tmp_path / "others.csv", 40, after, prefix="Q"), out="others")
    paired = changes(json.loads(run(old, same, "--format", "json").stdout))["time_bound"]
    apart = changes(json.loads(run(old, others, "--format", "json").stdout))["time_bound"]
    assert paired["difference"] == apart["difference"] > 0
    assert paired["direction"] == "improved" and apart["direction"] == "unclear"


def test_outcomes_of_one_plan_count_for_less_than_as_many_alone(audit, tmp_path):
    """Where plans are all or nothing, a hundred outcomes in 25 plans are 25 facts, not a hundred."""
    _, folder = audit(write(tmp_path / "a.csv", 24, lambda plan: 4 * (plan % 2)), out="a")
    _, other = audit(write(tmp_path / "b.csv", 24, lambda plan: 4 * (plan % 2), prefix="Q"), out="b")
    found = compare(caseload_counts(folder), caseload_counts(other))
    change = next(one for one in found.changes if one.key == "time_bound")
    assert (change.low, change.high) == pytest.approx(newcombe((12, 24), (12, 24)))
    assert change.direction is Direction.UNCLEAR


def test_plans_that_have_fallen_are_named(audit, tmp_path):
    _, old = audit(write(tmp_path / "old.csv", 12, lambda plan: 4), out="old")
    _, new = audit(write(tmp_path / "new.csv", 12, lambda plan: 0 if plan == 7 else 4), out="new")
    record = json.loads(run(old, new, "--format", "json").stdout)
    assert [one["plan"] for one in record["plans"]["fallen"]] == ["P007"] and record["plans"]["lower_band"] == 1


def test_other_rules_are_warned_of(audit, export):
    _, old = audit(export, out="old")
    _, new = audit(export, "--ignore", "N401", out="new")
    assert "not alike: the rules in force" in run(old, new).stdout
    assert "were not made alike" in run(old, new, "--format", "html").stdout


def test_the_page_stands_alone_and_says_how_limits_were_found(audit, export, tmp_path):
    _, folder = audit(export)
    assert run(folder, folder, "--format", "html", "-o", tmp_path / "c.html").exit_code == 0
    source = (tmp_path / "c.html").read_text(encoding="utf-8")
    page = Page(source)
    assert len(page.ids()) == len(set(page.ids())) and not page.all("script") and not page.all("link")
    assert "Newcombe" in source and "Wilson" in source and "a person decides" in source


def test_a_folder_without_an_audit_is_told(audit, export, tmp_path):
    _, folder = audit(export)
    result = run(folder, tmp_path)
    assert result.exit_code == 2 and "no finished audit" in result.stderr
    (folder / "summary.json").write_text("[" * 100_000, encoding="utf-8")
    result = run(folder, folder)
    assert result.exit_code == 2 and "summary.json: can't be read as the summary" in result.stderr
