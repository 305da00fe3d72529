"""Marks a plan with sections that are hard to read, by measures that all must agree."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.pathways import listed
from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.language.phrasebook import Phrasebook

SCOPE = "plan"
_GRADE = {"type": "number", "minimum": 0}
SETTINGS: dict[str, Any] = {
    "least_words": {
        "type": "integer",
        "minimum": 1,
        "description": "not sections with fewer words: the measures need some text",
    },
    "most_automated": {**_GRADE, "description": "the highest automated readability index that will do, a school grade"},
    "most_coleman_liau": {**_GRADE, "description": "the highest Coleman–Liau index that will do, a school grade"},
    "most_lix": {**_GRADE, "description": "the highest LIX that will do: 40 is a newspaper, 60 a law"},
}
REQUIRED = ("least_words", "most_automated", "most_coleman_liau", "most_lix")


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""

    def check(case: PlanCase) -> Iterator[PlanMark]:
        hard = [
            section
            for section, found in case.readability.items()
            if found.words >= settings["least_words"]
            and found.automated > settings["most_automated"]
            and found.coleman_liau > settings["most_coleman_liau"]
            and found.lix > settings["most_lix"]
        ]
        if hard:
            yield PlanMark(fields={"sections": ("Section " if len(hard) == 1 else "Sections ") + listed(hard)})

    return check
