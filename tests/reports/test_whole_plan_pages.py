"""The picture of a whole plan in Markdown and in text, as a caseworker pastes or reads it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from typer.testing import CliRunner

from send_outcomes.cli import app

PLANS = Path(__file__).parents[1] / "whole_plans"
JAYDEN, IVY = PLANS / "faulty-jayden.yaml", PLANS / "faulty-ivy.yaml"
LAST = ("--previous", str(PLANS / "faulty-jayden.previous.yaml"))


def lint(*more):
    return CliRunner().invoke(app, ["lint", *map(str, more)], env={"COLUMNS": "80"}).stdout


def tables(page):
    """Each table of a Markdown page by the heading above it: rows of cells."""
    found, heading, row = {}, "", []
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type == "heading_open":
            heading = token.content
        elif token.type == "tr_open":
            row = []
            found.setdefault(heading, []).append(row)
        elif token.type == "inline" and before.type in ("td_open", "th_open"):
            row.append(token.content)
    return found


def test_markdown_shows_the_whole_plan():
    page = lint(JAYDEN, *LAST, "--format", "markdown")
    assert re.search(r"^1\. \*\*Set a new end or say that it was reached\*\* \(N301 deadline-passed, 1 of 12 outcomes: O5\)\.$", page, re.M)  # fmt: skip
    assert re.search(r"^3\. \*\*", page, re.M) and not re.search(r"^4\. \*\*", page, re.M)
    shown = tables(page)
    assert ["A1", "N2", "**O3**", "P2"] in shown["Golden thread"]
    assert "- ✗ A2: no outcome" in page and "- ✗ N5: no outcome" in page
    part = {row[0]: row[1:] for row in shown["Provision"]}
    assert part["**P4** (F)"][1:] == ["✗ missing"] * 5
    assert part["**P5** (H1)"][1] == "✓ three hours"
    assert ["My Family My Friends My Community", "0", ""] in shown["Themes and statements served"]
    assert "- **Preparing for adulthood:** 2 of 4; none for: Good Health; Community Inclusion" in page
    assert ["O5", "kept word for word, though its end has passed", "O3"] in shown["Since the last plan"]
    assert [row[0] for row in shown["Readability"][1:]] == [f"Section {one}" for one in ("A", "B", "D", "E", "F", "H1")]


@pytest.mark.parametrize("format_", ["markdown", "text", "html", "json", "sarif"])
def test_redacted_pages_hold_no_word_of_the_plan(format_, tmp_path):
    plan = tmp_path / "draft.yaml"
    text = re.sub(r"\bN5\b", "Jayden-5", JAYDEN.read_text(encoding="utf-8"))
    plan.write_text(re.sub(r"\bA2\b", "A2-JAYDEN", text), encoding="utf-8")
    page = lint(plan, *LAST, "--format", format_, "--redact")
    for word in ("Jayden", "JAYDEN", "skate", "gran", "dyslexia", "electric", "tools in the workshop", "three hours"):
        assert word not in page
    assert "…-5" in page or "\\u2026-5" in page


def test_several_plans_have_their_pictures_folded_and_fit_a_comment():
    page = lint(*sorted(PLANS.glob("faulty-*[a-z].yaml")), "--format", "markdown")
    assert page.count("<summary>The picture of ") >= 2
    assert "**Mend first:**" not in page
    assert len(page) < 65_536


def test_what_a_provision_lacks_is_one_remark_with_all_codes():
    shown = " ".join(lint(JAYDEN).split())
    assert (
        "! ◐ not said how much (P01), how often (P03), who (P02), what skills or training (P04), when it is reviewed" in shown
    )
    assert shown.count("P05 no-review Say when it is reviewed") == 1  # P2 lacks nothing else: there the advice stands in full


def test_words_that_want_the_same_are_spoken_of_once():
    shown = lint(IVY)
    assert shown.count("T11 health-need-language ") == 1
    flat = " ".join(shown.split())
    assert "◐ T11 health-need-language “Trisomy 21”, “AVSD”, “hypotonia”, “otitis media”, “effusion”" in flat
    line = shown.splitlines().index("  Trisomy 21 with repaired AVSD, generalised hypotonia and recurrent otitis")
    assert shown.splitlines()[line + 1] == "  ~~~~~~~~~~               ~~~~              ~~~~~~~~~               ~~~~~~"


def test_text_shows_thread_and_readability():
    shown = lint(JAYDEN)
    assert re.search(r"^  O4 +A1 +N2 +P2 *$", shown, re.M)
    assert re.search(r"^  ✗ A2: no outcome$", shown, re.M)
    assert re.search(r"^  E +231 +5\.7 +3\.8 +26\.2$", shown, re.M)
    assert max(map(len, shown.splitlines())) <= 80


def test_parts_of_another_severity_are_a_remark_of_their_own():
    shown = " ".join(lint(JAYDEN, "--profile", "code-of-practice").split())
    assert "! i P05 no-review" in shown and "(P04), when it is reviewed" not in shown
    assert "! ◐ not said how much (P01), how often (P03), who (P02)" in shown


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_an_export_of_outcomes_has_no_thread_to_show(format_):
    export = Path(__file__).parents[2] / "examples" / "lists" / "export.csv"
    assert "olden thread" not in lint(export, "--format", format_)
