"""lint --statistics counts by rule what lint would show; --explain-timing says where the time went, and nothing of a plan."""

import json
from collections import Counter
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def test_the_counts_are_those_of_the_findings(run):
    found = Counter()
    for plan in json.loads(run("lint", EXAMPLES, "-f", "json").stdout)["plans"]:
        for finding in [*plan["findings"], *(f for outcome in plan["outcomes"] for f in outcome["findings"])]:
            found[finding["code"]] += finding["ignored"] is None
    result = run("lint", EXAMPLES, "--statistics", "-f", "json")
    said = json.loads(result.stdout)
    assert {row["code"]: row["findings"] for row in said["rules"] if row["findings"]} == {c: n for c, n in found.items() if n}
    assert [row["findings"] for row in said["rules"]] == sorted((row["findings"] for row in said["rules"]), reverse=True)
    assert result.exit_code == run("lint", EXAMPLES).exit_code
    lines = run("lint", EXAMPLES, "--statistics").stdout.splitlines()
    assert lines[0].split()[:2] == [str(said["rules"][0]["findings"]), said["rules"][0]["code"]]
    assert lines[-1].startswith(f"{sum(found.values())} findings in ")


def test_what_is_set_aside_or_old_is_counted_apart(run, tmp_path):
    (tmp_path / "a.yaml").write_text(
        "outcomes: [{text: I will improve., ignore: [{rule: N611, because: we asked him}]}]\n", encoding="utf-8"
    )
    run("lint", tmp_path / "a.yaml", "--write-baseline", tmp_path / "base.json")
    text = run("lint", tmp_path / "a.yaml", "--statistics", "--baseline", tmp_path / "base.json").stdout
    assert (
        "1 set aside" in text and "1 in the baseline" in text and text.splitlines()[-1].startswith("0 findings in 1 outcome ")
    )


@pytest.mark.parametrize("format_", ["html", "sarif"])
def test_counts_come_as_text_or_json(run, vague, format_):
    result = run("lint", vague, "--statistics", "-f", format_)
    assert result.exit_code == 2 and "text, json" in result.stderr


def test_timing_names_stages_and_rules(run, vague):
    plain, timed = run("lint", vague), run("lint", vague, "--explain-timing")
    assert (timed.stdout, timed.exit_code) == (plain.stdout, plain.exit_code)
    for part in ("reading files", "language", "mapping", "rules", "writing the report"):
        assert part in timed.stderr
    assert "Laura" not in timed.stderr and "SALT" not in timed.stderr
