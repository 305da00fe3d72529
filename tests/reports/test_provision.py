"""A plan's provision, part by part, as a reader of the text and of the JSON sees it."""

import json

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from send_outcomes.cli import app

PLAN = """
plan: L-1
child: {known_as: Tia}
outcomes: [{text: By July 2027 I will read a page on my own.}]
provision:
  - {id: P1, text: A TA trained in phonics reads with Tia, review: termly, how_often: daily}
  - {id: P2, text: Tia has a seat near the front.}
  - {id: P3, text: Tia will have access to mentoring.}
"""


def lint(tmp_path, *more):
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return CliRunner().invoke(app, ["lint", str(path), "--today", "2026-11-22", *more], env={"COLUMNS": "80"}).stdout


def table(shown):
    lines = shown.splitlines()
    return lines[lines.index("Provision, part by part") :]


def test_each_part_is_said_or_missing_or_not_asked(tmp_path):
    rows = table(lint(tmp_path))
    assert [line.rstrip() for line in rows[1:4]] == [
        "  P1  ✓ what: A TA trained in phonics rea… ✗ how much",
        "      ✓ how often: daily                   ✓ who: TA",
        "      ✓ skills: trained in phonics reads … ✓ reviewed: termly",
    ]
    assert rows[4].startswith("  P2  ✓ what: seat") and "– how much" in rows[4]
    assert rows[7].startswith("  P3  ✓ what") and all("✗" in line for line in rows[7:10])
    assert all(cell_len(line) <= 80 for line in rows)


def test_json_has_the_words_and_their_place(tmp_path):
    first, second, third = json.loads(lint(tmp_path, "--format", "json"))["plans"][0]["provision"]
    assert first["parts"]["who"] == {"words": "TA", "start": 2, "end": 4}
    assert first["text"][2:4] == "TA"
    assert first["parts"]["review"] == {"words": "termly", "start": 0, "end": 0}
    assert first["parts"]["how_much"] is None
    assert set(second["parts"]) == {"what"}
    assert [part for part, found in third["parts"].items() if found is None] == [
        "how_much",
        "how_often",
        "who",
        "skills",
        "review",
    ]


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_redacted_report_keeps_the_signs_and_drops_the_words(tmp_path, form):
    shown = lint(tmp_path, "--redact", "--format", form)
    assert "phonics" not in shown and "seat" not in shown and "Tia" not in shown
    if form == "json":
        first, second, _ = json.loads(shown)["plans"][0]["provision"]
        assert first["parts"]["who"] == {"words": "", "start": 0, "end": 0}
        assert first["parts"]["how_much"] is None and set(second["parts"]) == {"what"}
