"""The map: every statement of every framework, with the outcomes that serve it; an empty one is a fact, not a fault."""

import io
import json

import pytest
from jsonschema import Draft202012Validator
from made_reports import LAURA, laura, outcome, plan, served, summary

from send_outcomes.documents import schema
from send_outcomes.frameworks import find
from send_outcomes.reports import MAP_FORMATS, Options, Run, begin

FRAMEWORK = find("nottingham")
FIRST, SECOND = FRAMEWORK.statements[:2]


def mapped(name, *reports, **options):
    stream = io.StringIO()
    writer = begin(name, stream, Run.of("nottingham", (), [FRAMEWORK]), Options(**options), MAP_FORMATS)
    for report in reports:
        writer.plan(report)
    writer.end(summary(*reports), [])
    return stream.getvalue()


@pytest.fixture
def report():
    serving = outcome(LAURA, id="O1", mapping={"nottingham": (served(LAURA, FIRST.id, FIRST.label, "skills"),)})
    return plan(serving, outcome("I will go.", id="O2"))


def test_the_outcomes_stand_under_what_they_serve_with_the_words_that_led_there(report):
    shown = mapped("text", report)
    first = shown[shown.index(FIRST.label) : shown.index(SECOND.label)]
    assert "O1  Laura will improve" in first and "→ skills" in first
    assert "(none here: a fact, not a fault)" in shown[shown.index(SECOND.label) :]
    assert "Nothing of it recognised in: O2" in shown


def test_several_plans_end_in_sums(report):
    assert f"       2  {FIRST.label}\n" in mapped("text", report, report)


def test_the_json_names_every_statement_and_keeps_to_its_schema(report):
    value = json.loads(mapped("json", report))
    assert not list(Draft202012Validator(schema("map")).iter_errors(value))
    entry = value["plans"][0]["frameworks"]["nottingham"]
    assert [s["id"] for s in entry["statements"]] == [s.id for s in FRAMEWORK.statements]
    assert entry["statements"][0]["outcomes"][0]["id"] == "O1"
    assert entry["unplaced"] == ["O2"]


@pytest.mark.parametrize("name", list(MAP_FORMATS))
def test_redacted_it_holds_no_word_of_the_plan(name):
    shown = mapped(name, laura(), redact=True)
    assert "Laura" not in shown and "communication" not in shown
