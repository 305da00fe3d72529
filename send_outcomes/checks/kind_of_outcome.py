"""Marks a plan, for a young person over an age, in which no outcome is told apart as one of a kind (education or training).

An outcome is told apart by its agencies, where all of them are of the kind, by its theme, or by a heading or a label.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.case import Case
from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.times.school_year import age_on

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "over_age": {"type": "integer", "minimum": 0, "description": "for those older than this, in whole years"},
    "words": {
        "type": "array",
        "items": {"type": "string"},
        "minItems": 1,
        "description": "what agencies and themes call the kind",
    },
    "labels": {
        "type": "array",
        "items": {"type": "string"},
        "description": "how a heading, or the text itself at its head or in brackets, calls it",
    },
}
REQUIRED = ("over_age", "words")


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    over: int = settings["over_age"]
    words = frozenset(settings["words"])
    labels = "|".join(re.escape(label) for label in settings.get("labels", ())) or r"\Z\A"
    head = re.compile(
        rf"\W*(?:{labels})\b[^.!?]{{0,40}}[:–-]|\((?:{labels})[^)]{{0,40}}\)|\[(?:{labels})[^\]]{{0,40}}\]", re.IGNORECASE
    )
    heading = re.compile(rf"\b(?:{labels})\b", re.IGNORECASE)

    def is_told_apart(one: Case) -> bool:
        outcome = one.outcome
        if outcome.agencies and all(_is_of(agency, words) for agency in outcome.agencies):
            return True
        if any(_is_of(theme, words) for theme in outcome.themes):
            return True
        opening = head.match(outcome.text) or any(m[0][0] in "([" for m in head.finditer(outcome.text))
        return bool(opening or heading.search(outcome.place.label) or _heads(outcome.columns, heading))

    def check(case: PlanCase) -> Iterator[PlanMark]:
        child = case.plan.child
        age = age_on(case.on, child.born) if child.born else child.age
        if age is None or age <= over or not case.outcomes or not case.plan.is_more_than_outcomes:
            return
        if not any(is_told_apart(one) for one in case.outcomes):
            yield PlanMark(fields={"age": str(age)})

    return check


def _is_of(said: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(re.findall(r"[a-z]+", said.lower()))


def _heads(columns: Mapping[str, str], heading: re.Pattern[str]) -> bool:
    """Tell whether another column of the table says it, such as “Type: education and training”."""
    return any(len(value) < 60 and heading.search(value) for value in columns.values())
