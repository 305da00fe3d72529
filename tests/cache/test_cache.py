"""A run with the cache says what one without says, to the byte; what has not changed is not checked again; nothing can be read from it."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes.cache import Store
from send_outcomes.cache import store as store_module
from send_outcomes.cli import app
from send_outcomes.engine import Engine
from send_outcomes.reports import FORMATS, MAP_FORMATS

ROOT = Path(__file__).resolve().parent.parent.parent
PLANS = [str(path) for path in sorted((ROOT / "tests" / "whole_plans").glob("*.yaml")) if ".expected" not in path.name]
EVERYTHING = [*(str(ROOT / "examples" / folder) for folder in ("plans", "drafts", "lists")), *PLANS]
SECRET = """
plan: ZQ-7741
child: {known_as: Xanthippe, born: 2016-03-02, pronouns: she}
date: 2026-09-01
views: She told us with her marimba.
aspirations: [I want to be a glockenspiel tuner.]
needs: [Xanthippe reads seventeen words a minute and finds quadrilles hard.]
outcomes:
  - {text: "Xanthippe will improve her quadrilles with support from SALT by July 2027.", baseline: reads 17 words, ignore: [{rule: N611, because: a flugelhorn}]}
  - {text: "By July 2027, I will read 34 words a minute to my gerbil."}
provision: [{section: F, text: Regular marimba sessions., who: a xylophonist, how_often: as required}]
"""


@pytest.fixture(autouse=True)
def plans_too(tmp_path_factory, monkeypatch):
    """Keep whole plans as well, as settings may ask for; they have more to be got wrong than lists."""
    folder = tmp_path_factory.mktemp("settings")
    (folder / "send-outcomes.toml").write_text("cache-plans = true\n", encoding="utf-8")
    monkeypatch.chdir(folder)


def run(*args):
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def checked(monkeypatch):
    """The paths of the plans that an engine has checked."""
    paths, real = [], Engine.check
    monkeypatch.setattr(Engine, "check", lambda self, plan, *rest: paths.append(plan.path) or real(self, plan, *rest))
    return paths


@pytest.mark.parametrize(("command", "format_"), [*(("lint", f) for f in FORMATS), *(("map", f) for f in MAP_FORMATS)])
def test_a_report_from_the_cache_is_the_same_to_the_byte(command, format_, checked):
    asked = [command, *EVERYTHING, "--format", format_, "--today", "2026-11-22"]
    without = run(*asked, "--no-cache")
    assert without[0] in (0, 1) and without[1]
    assert run(*asked) == without
    checked.clear()
    assert run(*asked) == without
    assert len(checked) <= 3  # a message that works out what no text says can't be kept


def test_with_the_last_plans_too(checked):
    previous = [f for path in PLANS if path.endswith(".previous.yaml") for f in ("--previous", path)]
    asked = ["lint", *(path for path in PLANS if ".previous" not in path), *previous, "-f", "json"]
    assert run(*asked) == run(*asked, "--no-cache")
    checked.clear()
    assert run(*asked) == run(*asked, "--no-cache")
    assert len(checked) < 1.3 * (len(asked) - 1 - len(previous))


def test_of_whole_plans_nothing_is_kept_unasked(checked):
    for path in PLANS:
        for _ in range(2):
            run("lint", path, "--config", "none")
    assert len(checked) == 2 * len(PLANS)


def test_templates_are_kept_whatever_their_form(checked, tmp_path):
    (tmp_path / "bank.md").write_text("- By July 2027, I will swim ten metres.\n", encoding="utf-8")
    (tmp_path / "bank.yaml").write_text("outcomes: ['By July 2027, I will swim ten metres.']\n", encoding="utf-8")
    (tmp_path / "export.csv").write_text("plan_id,outcome\n7,By July 2027 I will swim.\n8,I will run.\n", encoding="utf-8")
    run("lint", tmp_path, "--config", "none")
    checked.clear()
    run("lint", tmp_path, "--config", "none")
    assert {Path(path).name for path in checked} == {"export.csv"}


def test_no_word_of_a_plan_is_in_the_cache(tmp_path, cache_of_its_own):
    (tmp_path / "secret.yaml").write_text(SECRET, encoding="utf-8")
    assert run("lint", tmp_path / "secret.yaml")[0] == 1
    kept = b"".join(path.read_bytes() for path in cache_of_its_own.rglob("*") if path.is_file())
    assert len(kept) > 5_000
    words = set(re.findall(r"[^\W_]{3,}", SECRET + str(tmp_path)))
    ours = {"by", "read", "plan", "text", "date"} | {"outcomes", "provision"}  # the shape of what is kept, not the plan
    said = {word for word in words - ours if word.lower().encode() in kept.lower() and len(word) > 4}
    assert not said
    assert not re.search(rb"zq-7741|xanth|seventeen|marimba", kept, re.IGNORECASE)


def test_spacy_is_not_imported_where_nothing_has_changed(tmp_path):
    (tmp_path / "list.md").write_text("- By July 2027, I will swim ten metres.\n- SALT will help.\n", encoding="utf-8")
    code = "import sys\nfrom send_outcomes.cli import app\ntry: app()\nfinally: print('spacy' in sys.modules, file=sys.stderr)"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    said = [
        subprocess.run(
            [sys.executable, "-c", code, "lint", "list.md"],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        for _ in range(2)
    ]
    assert [one.stderr.split()[-1] for one in said] == ["True", "False"]
    assert said[0].stdout == said[1].stdout and said[0].returncode == said[1].returncode == 1


OTHER = "plan: {id}\nchild: {{known_as: {name}}}\nneeds: [{name} can't follow more than one of the steps that are given to all of the class.]\noutcomes: [By July 2027, I will swim ten metres.]\n"
RULE = """
pack: ours
title: Ours
rules:
  - {{code: X101, name: no-swimming, feature: specific, severity: {severity}, confidence: high, check: phrase, phrases: [swim],
     message: "{message}", why: We do not swim., source: {{document: nottingham, passage: SMART}},
     examples: {{good: [I will run., I will walk.], bad: [{{text: I will swim., marks: [swim]}}, {{text: We swim., marks: [swim]}}]}}}}
"""


@pytest.mark.parametrize(
    ("change", "more"),
    [
        (lambda at: (at / "a.yaml").write_text((at / "a.yaml").read_text().replace("ten", "nine"), encoding="utf-8"), ()),
        (lambda at: (at / "a.yaml").write_text("\n" + (at / "a.yaml").read_text(), encoding="utf-8"), ()),
        (lambda at: None, ("--today", "2019-01-01")),
        (lambda at: None, ("--select", "N6")),
        (lambda at: None, ("--framework", "stockport-2020")),
        (lambda at: None, ("--profile", "stockport")),
        (lambda at: None, ("--suggest",)),
        (lambda at: None, ("--previous", "old.yml")),
        (lambda at: (at / "b.yaml").write_text(OTHER.format(id="P-2", name="Tom"), encoding="utf-8"), ()),
        (
            lambda at: (at / "send-outcomes.toml").write_text(
                "cache-plans = true\n[severities]\nN651 = 'info'\n", encoding="utf-8"
            ),
            (),
        ),
        (lambda at: (at / "ours.yml").write_text(RULE.format(severity="info", message="No swimming"), encoding="utf-8"), ()),
        (lambda at: (at / "ours.yml").write_text(RULE.format(severity="error", message="Dry {match}"), encoding="utf-8"), ()),
    ],
    ids=[
        "text",
        "line",
        "day",
        "select",
        "framework",
        "profile",
        "suggest",
        "previous",
        "copy",
        "settings",
        "severity",
        "message",
    ],
)
def test_what_has_changed_is_seen(tmp_path, monkeypatch, change, more):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(OTHER.format(id="P-1", name="Ann"), encoding="utf-8")
    (tmp_path / "old.yml").write_text(OTHER.format(id="P-1", name="Ann").replace("2027", "2026"), encoding="utf-8")
    (tmp_path / "ours.yml").write_text(RULE.format(severity="error", message="No swimming"), encoding="utf-8")
    (tmp_path / "send-outcomes.toml").write_text("cache-plans = true\npacks = ['ours.yml']\n", encoding="utf-8")
    asked = ["lint", "*.yaml", "-f", "json", "--today", "2026-11-22"]
    before = run(*asked)
    assert run(*asked) == before and before[0] in (0, 1), before
    change(tmp_path)
    after = run(*asked, *more)
    assert after == run(*asked, *more, "--no-cache")
    assert after != before


def test_a_rule_that_makes_no_check_is_told_of_before_anything_is_reported(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("- I will swim.\n", encoding="utf-8")
    (tmp_path / "ours.yml").write_text(RULE.format(severity="error", message="No swimming"), encoding="utf-8")
    (tmp_path / "send-outcomes.toml").write_text("packs = ['ours.yml']\n", encoding="utf-8")
    assert run("lint", "a.md")[0] == 1
    broken = (tmp_path / "ours.yml").read_text().replace("check: phrase, phrases: [swim]", "check: pattern, pattern: '('")
    (tmp_path / "ours.yml").write_text(broken, encoding="utf-8")
    code, out, _ = run("lint", "a.md")
    assert (code, out) == (2, "")


def damaged(file):
    base = sqlite3.connect(file)
    base.execute("UPDATE found SET value = replace(value, '1', '2')")
    base.commit()
    base.close()


def foreign(file):
    file.unlink()
    base = sqlite3.connect(file)
    base.execute("CREATE TABLE theirs (a)")
    base.commit()
    base.close()


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_bytes(b"no database at all, but long enough to be looked at" * 90),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 4096 + file.read_bytes()[8192:]),
        damaged,
        foreign,
        lambda file: (file.unlink(), file.mkdir()),
        lambda file: (file.unlink(), file.parent.rmdir(), file.parent.write_text("")),
    ],
    ids=["garbage", "half", "empty", "overwritten", "damaged", "foreign", "folder", "no-folder"],
)
def test_whatever_is_wrong_with_the_cache_the_run_is_as_without(cache_of_its_own, harm):
    asked = ["lint", *EVERYTHING[:1], "-f", "json"]
    without = run(*asked, "--no-cache")
    assert run(*asked) == without
    harm(cache_of_its_own / "found.sqlite")
    assert run(*asked) == without
    assert run(*asked) == without


def test_another_programs_file_is_left_as_it_is(cache_of_its_own):
    cache_of_its_own.mkdir()
    (cache_of_its_own / "found.sqlite").touch()
    foreign(cache_of_its_own / "found.sqlite")
    before = (cache_of_its_own / "found.sqlite").read_bytes()
    assert run("lint", EVERYTHING[0])[0] in (0, 1)
    assert (cache_of_its_own / "found.sqlite").read_bytes() == before


def test_a_store_forgets_what_nobody_asked_for_when_it_is_full(tmp_path, monkeypatch):
    monkeypatch.setattr(store_module, "_MOST_BYTES", 200_000)
    for day in range(8):
        store = Store(tmp_path)
        store._today += day
        assert day < 2 or store.get(b"asked for") == "every day"
        store.keep(b"asked for", "every day")
        for number in range(40):
            store.keep(f"{day} {number}".encode(), "x" * 1_000)
        store.close()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 300_000
