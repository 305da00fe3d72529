"""Compares the end that an outcome names with the plan's date and with the child's stage of school life."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.times.school_calendar import stage_span
from send_outcomes.language.times.school_year import year_group_of

SETTINGS: dict[str, Any] = {
    "when": {"enum": ["passed", "beyond_age", "wrong_stage"]},
    "age": {"type": "integer", "minimum": 1, "description": "for beyond_age: the birthday that ends it"},
}
REQUIRED = ("when",)


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    oldest: int = settings.get("age", 25)

    def passed(case: Case) -> Sequence[Mark]:
        if case.by is None or case.plan.date is None or case.by >= case.plan.date:
            return ()
        return _mark(case, {"by": f"{case.by.day} {case.by:%B %Y}", "plan_date": f"{case.on.day} {case.on:%B %Y}"})

    def beyond(case: Case) -> Sequence[Mark]:
        born = case.plan.child.born
        if case.by is None or born is None or case.by < _birthday(born, oldest):
            return ()
        return _mark(case, {"by": f"{case.by.day} {case.by:%B %Y}", "age": str(oldest)})

    def stage(case: Case) -> Sequence[Mark]:
        if case.deadline is None:
            return ()
        span, now = stage_span(case.deadline), year_group_of(case.plan.child, case.on)
        if span is None or now is None or span[1] >= now:
            return ()
        return _mark(case, {"year": f"Year {now}" if now > 0 else "Reception"})

    return {"passed": passed, "beyond_age": beyond, "wrong_stage": stage}[settings["when"]]


def _mark(case: Case, fields: Mapping[str, str]) -> Sequence[Mark]:
    found = case.deadline
    return (Mark(found.start, found.end, fields),) if found else (Mark(0, 0, fields),)


def _birthday(born: dt.date, age: int) -> dt.date:
    """Return the day someone turns `age`; for 29 February, 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)
