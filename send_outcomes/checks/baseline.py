"""Compares the amounts an outcome aims at with the present level: no further, or many times as far.

The level stands in the outcome's baseline, in a need that it serves, or in the last plan.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark, Present
from send_outcomes.language.judgements.levels import Level, is_no_further, is_same_thing, levels_in
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.times.school_year import plus_months

SETTINGS: dict[str, Any] = {
    "when": {"enum": ["no_stretch", "leap"]},
    "times": {"type": "number", "minimum": 1, "description": "for leap: how many times the present level is a leap"},
    "soon_months": {"type": "integer", "minimum": 1, "description": "for leap: an end so many months ahead is soon"},
    "soon_times": {
        "type": "number",
        "minimum": 1,
        "description": "for leap: how many times the present level, where the end is soon",
    },
}
REQUIRED = ("when",)
_BASELINE = "the baseline"


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    times = float(settings.get("times", 4))
    soon = settings.get("soon_months")
    soon_times = float(settings.get("soon_times", times))

    def no_stretch(case: Case, aim: Level, now: Level, source: Present) -> bool:
        return is_no_further(aim, now)

    def leap(case: Case, aim: Level, now: Level, source: Present) -> bool:
        if source.past or aim.lowered:
            return False
        return aim.amount.value >= now.amount.value * (soon_times if soon and _ends_within(case, soon) else times)

    return _comparing(leap if settings["when"] == "leap" else no_stretch)


def _comparing(is_fault: Callable[[Case, Level, Level, Present], bool]) -> Check:
    def check(case: Case) -> Sequence[Mark]:
        sources = [*([Present(case.outcome.baseline, _BASELINE)] if case.outcome.baseline else ()), *case.present]
        if not sources:
            return ()
        aims = list(levels_in(case.outcome.text))
        for source in sources if aims else ():
            for aim, now in _alike(aims, source):
                if is_fault(case, aim, now, source):
                    fields = {"aim": aim.words, "level": now.words, "where": source.where}
                    return (Mark(aim.amount.start, aim.amount.end, fields),)
        return ()

    return check


def _alike(aims: Sequence[Level], source: Present) -> Iterator[tuple[Level, Level]]:
    for now in levels_in(source.text):
        for aim in aims:
            if is_same_thing(aim, now, act_needed=source.where != _BASELINE):
                yield aim, now


def _ends_within(case: Case, months: int) -> bool:
    return case.by is not None and case.by <= plus_months(case.on, months) + dt.timedelta(1)
