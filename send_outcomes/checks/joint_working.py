"""Marks a plan in which every outcome belongs to one agency, although needs stand in more than one of B, C and D."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.model import Outcome, Plan
from send_outcomes.thread import Item, Kind, Thread

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "fewest": {"type": "integer", "minimum": 1, "description": "how many outcomes a plan must have to be judged"}
}
REQUIRED = ("fewest",)

_TELL = {(Kind.NEED, Kind.OUTCOME)}
_EDUCATION, _HEALTH, _CARE = "education", "health", "social care"
_AGENCY = {"B": _EDUCATION, "F": _EDUCATION, "C": _HEALTH, "G": _HEALTH, "D": _CARE, "H1": _CARE, "H2": _CARE}


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    fewest: int = settings["fewest"]

    def check(case: PlanCase) -> Iterator[PlanMark]:
        plan = case.plan
        needed = {_AGENCY[need.section] for need in plan.needs if need.section in _AGENCY}
        if len(needed) < 2 or len(plan.outcomes) < fewest:
            return
        signed = sum(bool(outcome.agencies) for outcome in plan.outcomes)
        if signed and any(len(set(outcome.agencies)) > 1 for outcome in plan.outcomes):
            return
        sure = 2 * signed >= len(plan.outcomes)
        if not sure and not case.thread.referenced.issuperset(_TELL):
            return  # likeness of words can't tell whose an outcome is
        if not sure and any(len(_agencies(o, plan, case.thread)) > 1 for o in plan.outcomes):
            return
        *first, last = [agency for agency in (_EDUCATION, _HEALTH, _CARE) if agency in needed]
        yield PlanMark(fields={"agencies": f"{', '.join(first)} and {last}"}, sure=sure)

    return check


def _agencies(outcome: Outcome, plan: Plan, thread: Thread) -> set[str]:
    """Return whose an outcome is by the needs and the provision that it hangs together with."""
    sections = {Item(Kind.NEED, one.id): one.section for one in plan.needs}
    sections |= {Item(Kind.PROVISION, one.id): one.section for one in plan.provision}
    here = Item(Kind.OUTCOME, outcome.id)
    ends = (end for link in thread.links_of(here, (Kind.NEED, Kind.PROVISION)) for end in (link.upper, link.lower))
    return {_AGENCY[sections[end]] for end in ends if sections.get(end) in _AGENCY}
