"""What an outcome says of time: deadlines told apart from frequencies, lengths, places, names and vague ends."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_outcomes.documents import load_one
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.pipeline import Pipeline
from send_outcomes.language.times.horizons import HorizonScheme, horizon
from send_outcomes.language.times.school_calendar import resolve
from send_outcomes.language.times.school_time import find_times
from send_outcomes.model import Child

_FILE = Path(__file__).parent / "cases" / "time.yaml"
CASES = load_one(_FILE.read_text(encoding="utf-8"), _FILE.name).value
PLAN = dt.date.fromisoformat(CASES["plan"])
CHILD = Child(born=dt.date.fromisoformat(CASES["born"]))
PIPELINE = Pipeline(Phrasebook(), [find_times])
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spans(text, name):
    return [text[found.start : found.end] for found in PIPELINE.read(text).found.get(name, [])]


@pytest.mark.parametrize("case", CASES["deadlines"], ids=lambda case: case["text"])
def test_a_deadline_is_found_and_resolved(case):
    found = PIPELINE.read(case["text"]).found.get("deadline", [])
    assert [case["text"][f.start : f.end].lower() for f in found[:1]] == [case["find"].lower()]
    assert found[0].kind == case.get("kind", found[0].kind)
    by = resolve(found[0], PLAN, CHILD)
    if "by" in case:
        assert by == (case["by"] and dt.date.fromisoformat(case["by"]))
    if "term" in case:
        assert horizon(by, found[0], PLAN, CHILD) == case["term"]


@pytest.mark.parametrize("text", CASES["nothing"])
def test_no_deadline_is_seen_where_none_is(text):
    assert spans(text, "deadline") == []


@pytest.mark.parametrize("case", CASES["vague"], ids=lambda case: case["text"])
def test_a_vague_end_is_marked(case):
    assert spans(case["text"], "vague-deadline") == [case["find"]]


@pytest.mark.parametrize("text", CASES["not_vague"])
def test_what_only_looks_vague_is_left(text):
    assert spans(text, "vague-deadline") == []


@pytest.mark.parametrize("name", ["frequency", "length"])
def test_how_often_and_how_long(name):
    wrong = []
    for case in CASES[name]:
        found = spans(case["text"], name)
        if found != ([] if case.get("none") else [case["find"]]):
            wrong.append((case["text"], found))
    assert not wrong


def test_several_deadlines_come_in_order():
    found = spans("By Easter 2027 I will ask; by the end of Year 6 I will ask without a prompt.", "deadline")
    assert found == ["By Easter 2027", "by the end of Year 6"]


def test_fields_are_words_a_message_can_use():
    deadline = PIPELINE.read("By the end of Year 6, I will read.").found["deadline"][0]
    assert all(isinstance(value, str) for pair in deadline.fields.items() for value in pair)


FORMS = CASES["forms"]


def ordinal_ending(day):
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None)
@given(day=st.dates(dt.date(2020, 1, 1), dt.date(2059, 12, 31)))
def test_any_day_in_any_british_form_resolves_to_itself(form, day):
    month = MONTHS[day.month - 1]
    written = form.format(d=day, th=ordinal_ending(day.day), month=month, abbreviated=month[:3], short=f"{day.year % 100:02}")
    text = f"By {written}, I will walk to school with a friend."
    found = PIPELINE.read(text).found["deadline"]
    assert text[found[0].start : found[0].end] == f"By {written}"
    assert resolve(found[0], PLAN, CHILD) == day


CHILDREN = st.builds(
    Child, born=st.none() | st.dates(), age=st.none() | st.integers(-5, 200), year_group=st.none() | st.integers(-3, 40)
)


@settings(deadline=None)
@given(
    words=st.lists(st.sampled_from(CASES["scraps"].split()), max_size=14),
    plan=st.dates(),
    child=CHILDREN,
    months=st.integers(0, 60),
)
def test_resolving_never_raises(words, plan, child, months):
    text = " ".join(words)
    for found in PIPELINE.read(text).found.get("deadline", []):
        assert 0 <= found.start < found.end <= len(text)
        horizon(resolve(found, plan, child), found, plan, child, HorizonScheme(short_months=months))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text):
    PIPELINE.read(text)
