"""Marks the vague words in a plan's provision, and says for each kind of them what to write instead."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.findings import About
from send_outcomes.language.phrasebook import Phrasebook

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "says": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "minProperties": 1,
        "description": "for each kind of vague words that is marked, words for {says}",
    }
}
REQUIRED = ("says",)


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    says: Mapping[str, str] = settings["says"]

    def check(case: PlanCase) -> Iterator[PlanMark]:
        for read in case.provision:
            about = About("provision", read.provision.id)
            for vague in read.vague:
                if vague.kind in says:
                    yield PlanMark(about, vague.start, vague.end, {"match": vague.words, "says": says[vague.kind]})

    return check
