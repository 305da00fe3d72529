"""Workbooks, wide tables, PDFs and archives: drop a file into good/ or bad/ of tables, pdf or archives, and it is a test.

Beside a good file stands FILE.plan.yaml, what `send-outcomes read FILE --format yaml` must write; beside a bad one
FILE.expected.yaml, with parts of the messages (`problems`), and how many `plans` are read all the same.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from expectations import answered
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.model import Place
from send_outcomes.readers import read

TESTS = Path(__file__).parent.parent
FOLDERS = [TESTS / name for name in ("tables", "pdf", "archives")]
NOWHERE = Place("")


def kept(kind, beside):
    return [
        path for folder in FOLDERS for path in sorted((folder / kind).iterdir()) if not path.name.endswith(beside)
    ]  # fmt: skip


def run(*args):
    return CliRunner().invoke(app, [str(arg) for arg in args])


def bare(plan):
    """The plan without places, paths and what a plan file has no key for."""
    parts = {
        part: tuple(replace(one, place=NOWHERE) for one in getattr(plan, part))
        for part in ("aspirations", "needs", "provision")
    }
    outcomes = tuple(replace(one, place=NOWHERE, columns={}) for one in plan.outcomes)
    return replace(plan, path="", id=plan.id if plan.kind == "plan" else "", outcomes=outcomes, **parts)


@pytest.fixture(autouse=True)
def pdf_there(request):
    if "pdf" in request.node.name:
        pytest.importorskip("pypdfium2", reason="the extra “pdf” is not installed")


@pytest.mark.parametrize("path", kept("good", ".plan.yaml"), ids=lambda path: path.name)
def test_a_good_file_is_read_as_the_plan_file_beside_it(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    result = run("read", path.name, "--format", "yaml")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == Path(f"{path}.plan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", kept("good", ".plan.yaml"), ids=lambda path: path.name)
def test_the_plan_file_reads_back_to_the_same_plans_and_can_be_linted(path):
    again = list(read([f"{path}.plan.yaml"]))
    first = list(read([path]))
    assert [bare(plan) for plan in again] == [bare(plan) for plan in first]
    assert run("lint", f"{path}.plan.yaml", "--today", "2026-09-01").exit_code in (0, 1)


@pytest.mark.parametrize("path", kept("bad", ".expected.yaml"), ids=lambda path: path.name)
def test_a_bad_file_is_answered_with_its_problems(path):
    answered(path)
