"""Marks a plan that does not say what the child thinks, or not how that was found out."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.language.phrasebook import Phrasebook

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "told": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "minItems": 1,
        "description": "words that tell of a way in which views were gathered",
    },
    "ways": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "description": "things by which views are gathered; they tell it behind one of the words of `by` alone",
    },
    "by": {"type": "array", "items": {"type": "string"}, "description": "words such as with, using, in"},
    "says": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "for each of missing and untold: what {says} becomes in the message",
    },
}
REQUIRED = ("told",)
_NEAR = 4  # words between “with” and “her talking mats”


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Register the words and return the check."""
    phrasebook.add(f"{group} told", settings["told"])
    phrasebook.add(f"{group} ways", settings.get("ways", ()))
    by = frozenset(settings.get("by", ()))
    says: Mapping[str, str] = settings.get("says", {})

    def check(case: PlanCase) -> Iterator[PlanMark]:
        plan = case.plan
        if not (plan.aspirations and plan.needs and plan.provision):  # an export, or a draft of some sections
            return
        if not plan.views:
            yield PlanMark(fields={"says": says.get("missing", "")})
            return
        reading = case.read(plan.views)
        hits = reading.hits
        told = f"{group} told" in hits or any(
            not by.isdisjoint(reading.words[max(0, hit.first - _NEAR) : hit.first]) for hit in hits.get(f"{group} ways", ())
        )
        if not told:
            yield PlanMark(fields={"says": says.get("untold", "")})

    return check
