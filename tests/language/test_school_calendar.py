"""What a deadline's words mean in the plan they stand in: the day, the horizon, the stage."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_outcomes.documents import load_one
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.pipeline import Pipeline
from send_outcomes.language.times.horizons import HorizonScheme, horizon
from send_outcomes.language.times.school_calendar import resolve, stage_span
from send_outcomes.language.times.school_time import deadline_beside, find_times
from send_outcomes.language.times.school_year import (
    age_on,
    easter,
    half_term_end,
    phase_end,
    stage_of_year,
    year_group_of,
    year_group_on,
)
from send_outcomes.model import Child, Horizon

_FILE = Path(__file__).parent / "cases" / "time.yaml"
CASES = load_one(_FILE.read_text(encoding="utf-8"), _FILE.name).value
PIPELINE = Pipeline(Phrasebook(), [find_times])
SCHOOL_DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))


def day(text):
    return dt.date.fromisoformat(text) if text else None


def deadline(text):
    return PIPELINE.read(text).found["deadline"][0]


@pytest.mark.parametrize("case", CASES["resolved"], ids=lambda c: " ".join(str(v) for v in c.values()))
def test_the_same_words_in_other_plans(case):
    child = Child(born=day(case.get("born")), age=case.get("age"), year_group=case.get("year"))
    found, plan = deadline(case["text"]), day(case["plan"])
    by = resolve(found, plan, child, day(case.get("review_due")))
    assert by == day(case["by"])
    assert horizon(by, found, plan, child) == case["term"]


@pytest.mark.parametrize("case", CASES["beside"], ids=lambda c: c["text"])
def test_a_column_of_deadlines_needs_no_by(case):
    found = deadline_beside(PIPELINE.read(case["text"]))
    child = Child(born=day(CASES["born"]))
    assert (found and resolve(found, day(CASES["plan"]), child)) == day(case["by"])


@pytest.mark.parametrize("case", CASES["spans"], ids=lambda c: c["text"])
def test_the_stage_a_deadline_names(case):
    assert stage_span(deadline(case["text"])) == (tuple(case["span"]) if case["span"] else None)


def test_a_profile_may_mean_something_else_by_short():
    found, plan, child = deadline("By July 2027 I will swim."), dt.date(2026, 9, 10), Child(year_group=4)
    by = resolve(found, plan, child)
    assert horizon(by, found, plan, child) == Horizon.SHORT
    assert horizon(by, found, plan, child, HorizonScheme(short_months=6, grace_days=0)) == Horizon.MEDIUM


@pytest.mark.parametrize(
    ("born", "on", "group"),
    [
        ("2021-08-31", "2025-09-01", -0),  # turned four in time: Reception
        ("2021-09-01", "2025-09-01", -1),
        ("2020-03-10", "2025-09-01", 1),
        ("2009-09-01", "2025-08-31", 10),
        ("2009-08-31", "2025-08-31", 11),
    ],
)
def test_year_groups_begin_on_the_first_of_september(born, on, group):
    assert year_group_on(day(on), day(born)) == group


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")],
)
def test_easter(year, sunday):
    assert easter(year) == day(sunday)


@settings(deadline=None)
@given(born=SCHOOL_DAYS, on=SCHOOL_DAYS)
def test_a_year_group_is_the_age_on_the_last_of_august_before_less_four(born, on):
    last_of_august = dt.date(on.year - (on.month < 9), 8, 31)
    assert year_group_on(on, born) == age_on(last_of_august, born) - 4


@settings(deadline=None)
@given(year=st.integers(1990, 2100))
def test_half_terms_follow_each_other(year):
    ends = [half_term_end(year, half) for half in range(1, 7)]
    assert ends == sorted(ends)
    assert dt.date(year, 9, 1) < ends[0] and ends[-1] < dt.date(year + 1, 9, 1)


def test_phases():
    assert [stage_of_year(group) for group in (-1, 0, 1, 6, 9, 11, 13)] == [
        (-1, 0), (-1, 0), (1, 2), (3, 6), (7, 9), (10, 11), (12, 13),
    ]  # fmt: skip
    assert phase_end(Child(year_group=5), dt.date(2026, 10, 5)) == dt.date(2028, 7, 31)
    assert phase_end(Child(), dt.date(2026, 10, 5)) is None


def test_a_birth_date_outweighs_a_year_group_left_over_from_the_last_draft():
    child = Child(born=dt.date(2010, 2, 11), year_group=11)
    assert year_group_of(child, dt.date(2026, 9, 1)) == 12


@settings(deadline=None)
@given(plan=SCHOOL_DAYS, months=st.integers(0, 300), group=st.integers(-1, 14))
def test_a_later_day_is_never_a_nearer_horizon(plan, months, group):
    reach = list(Horizon)
    child = Child(year_group=group)
    near, far = plan + dt.timedelta(months * 30), plan + dt.timedelta(months * 30 + 200)
    first, second = (horizon(by, None, plan, child) for by in (near, far))
    assert reach.index(first) <= reach.index(second)
