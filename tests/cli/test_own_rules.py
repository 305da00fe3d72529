"""Rules and frameworks of one's own: scaffolds, `extends`, packages that bring them, and packs that can't hold up a run."""

import json

import pytest

from send_outcomes.documents.installed import installed

VAGUE = "Laura will improve her skills with her peers.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in, with one vague outcome in `one.txt`."""
    (tmp_path / "one.txt").write_text(VAGUE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(result):
    findings = json.loads(result.stdout)["plans"][0]["outcomes"][0]["findings"]
    return {finding["code"]: (finding["severity"], finding["message"]) for finding in findings}


@pytest.mark.parametrize("kind", ["pack", "profile", "framework", "plan"])
def test_what_new_writes_is_valid_and_works(here, run, kind):
    assert run("new", kind, "our-area").exit_code == 0
    checks = {
        "pack": [("rules", "validate", "our-area.yaml"), ("rules", "test", "our-area.yaml")],
        "profile": [
            ("rules", "validate", "our-area.yaml"),
            ("lint", "one.txt", "--profile", "our-area.yaml", "--fail-on", "never"),
        ],
        "framework": [("framework", "validate", "our-area.yaml"), ("map", "one.txt", "--framework", "our-area.yaml")],
        "plan": [("lint", "our-area.yaml", "--fail-on", "warning", "--today", "2026-09-01")],
    }
    for check in checks[kind]:
        result = run(*check)
        assert result.exit_code == 0, (check, result.output)


def test_new_never_writes_over_a_file(here, run):
    (here / "ours.yaml").write_text("mine", encoding="utf-8")
    result = run("new", "pack", "ours")
    assert result.exit_code == 2 and "is there already" in result.stderr
    assert (here / "ours.yaml").read_text(encoding="utf-8") == "mine"
    assert "is no id" in run("new", "pack", "../ours").stderr


def test_a_pack_that_extends_another_stands_in_for_it(here, run):
    (here / "ours.yaml").write_text(
        "pack: ours\ntitle: Ours\nextends: n4-first-person\nrules:\n  - {code: N401, severity: info, message: 'say “I”'}\n",
        encoding="utf-8",
    )
    (here / "send-outcomes.toml").write_text('packs = ["ours.yaml"]\n', encoding="utf-8")
    assert found(run("lint", "one.txt", "--format", "json"))["N401"] == ("info", "say “I”")
    assert run("rules", "test", "ours.yaml").exit_code == 0
    (here / "ours.yaml").write_text(
        "pack: ours\ntitle: Ours\nextends: ours.yaml\nrules: [{code: N401, severity: info}]\n", encoding="utf-8"
    )
    result = run("rules", "validate", "ours.yaml")
    assert result.exit_code == 2 and "ours.yaml:3:10: extends “ours.yaml”, which leads in a circle" in result.stderr


def test_a_package_brings_a_pack_and_a_framework(here, run, monkeypatch):
    """As pip would leave it: a module's folder, and beside it the package's entry points."""
    site = here / "site"
    (site / "our_area" / "rules").mkdir(parents=True)
    (site / "our_area" / "frameworks").mkdir()
    (site / "our_area" / "__init__.py").write_text("raise RuntimeError('never imported')\n", encoding="utf-8")
    (site / "our_area-1.0.dist-info").mkdir()
    (site / "our_area-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: our-area\nVersion: 1.0\n", encoding="utf-8"
    )
    (site / "our_area-1.0.dist-info" / "entry_points.txt").write_text(
        "[send_outcomes]\nour-area = our_area\n", encoding="utf-8"
    )
    for kind, folder in (("pack", "rules"), ("framework", "frameworks")):
        run("new", kind, f"our-{kind}", "--in", site / "our_area" / folder)
    monkeypatch.syspath_prepend(str(site))
    installed.cache_clear()
    try:
        (here / "send-outcomes.toml").write_text('packs = ["our-pack"]\nframeworks = ["our-framework"]\n', encoding="utf-8")
        result = run("lint", "one.txt", "--format", "json")
        assert found(result)["L101"][0] == "warning"
        assert list(json.loads(result.stdout)["plans"][0]["outcomes"][0]["mapping"]) == ["our-framework"]
        assert run("rules", "test", "our-pack").exit_code == 0
    finally:
        installed.cache_clear()


def test_a_pattern_without_end_is_stopped_and_named(here, run, monkeypatch):
    monkeypatch.setattr("send_outcomes.checks.pattern._SECONDS", 0.05)
    (here / "slow.yaml").write_text(
        "pack: slow\ntitle: Slow\nrules:\n"
        "  - {code: X101, name: slow, feature: specific, severity: info, confidence: low, check: pattern, patterns: ['(a|a|b?a)+$'],\n"
        "     message: m, why: w, source: {document: d, title: D, passage: p}}\n",
        encoding="utf-8",
    )
    (here / "send-outcomes.toml").write_text('packs = ["slow.yaml"]\n', encoding="utf-8")
    (here / "one.txt").write_text("I will say " + "a" * 60 + "! by July 2027.\n", encoding="utf-8")
    result = run("lint", "one.txt")
    assert result.exit_code == 2 and "X101" in result.stderr and "make it simpler" in result.stderr


def test_why_shows_each_word_with_what_was_found_there(run):
    said = run("rules", "test", "n4-first-person", "--why").stdout
    assert "subject (name)" in said and "not-first-person" in said
