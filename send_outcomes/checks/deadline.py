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

_LAST_YEAR = 14


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    oldest: int = settings.get("age", 25)

    def passed(case: Case) -> Sequence[Mark]:
        if case.by is None or case.plan.date is None or case.by >= case.plan.date or _is_stage(case):
            return ()
        return _mark(case, {"by": f"{case.by.day} {case.by:%B %Y}", "plan_date": f"{case.on.day} {case.on:%B %Y}"})

    def beyond(case: Case) -> Sequence[Mark]:
        born = case.plan.child.born
        if case.by is None or born is None or case.by < _birthday(born, oldest):
            return ()
        return _mark(case, {"by": f"{case.by.day} {case.by:%B %Y}", "age": str(oldest)})

    def stage(case: Case) -> Sequence[Mark]:
        if case.deadline is None or not _is_stage(case):
            return ()
        span, now = stage_span(case.deadline), year_group_of(case.plan.child, case.on)
        over = case.by < case.on if case.by else span is not None and now is not None and span[1] < now
        if not over or now is None:
            return ()
        return _mark(case, {"year": "Reception" if now < 1 else f"Year {now}" if now < _LAST_YEAR else "past Year 13"})

    return {"passed": passed, "beyond_age": beyond, "wrong_stage": stage}[settings["when"]]


def _is_stage(case: Case) -> bool:
    """Tell an end in the child's own life (“the end of Key Stage 2”) from a date: one fault is one finding."""
    return case.deadline is not None and case.deadline.kind in ("stage", "phase", "leaving", "age") and case.outcome.by is None


def _mark(case: Case, fields: Mapping[str, str]) -> Sequence[Mark]:
    found = case.deadline
    return (Mark(found.start, found.end, fields),) if found else (Mark(0, 0, fields),)


def _birthday(born: dt.date, age: int) -> dt.date:
    """Return the day someone turns `age`; for 29 February, 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)
