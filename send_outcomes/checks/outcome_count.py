"""Marks a plan that has too many or too few outcomes, all in all or in one area of need."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.thread import Item, Kind

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "fewest": {"type": "integer", "minimum": 0, "description": "outcomes that a whole plan has at least"},
    "most": {"type": "integer", "minimum": 1, "description": "outcomes that a plan has at most"},
    "most_in_area": {"type": "integer", "minimum": 1, "description": "outcomes for one area of need at most"},
    "says": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "for each of many, few and area: what {says} becomes in the message",
    },
}
REQUIRED = ("fewest", "most")


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    fewest, most = settings["fewest"], settings["most"]
    most_in_area: int | None = settings.get("most_in_area")
    says: Mapping[str, str] = settings.get("says", {})

    def check(case: PlanCase) -> Iterator[PlanMark]:
        count = len(case.outcomes)
        fields = {"count": str(count), "most": str(most), "fewest": str(fewest)}
        if count > most:
            yield PlanMark(fields={**fields, "says": says.get("many", "")})
        elif count < fewest and case.plan.is_more_than_outcomes:
            yield PlanMark(fields={**fields, "says": says.get("few", "")})
        for area, in_area in _areas(case).items():
            if most_in_area is not None and in_area > most_in_area:
                inside = {"count": str(in_area), "most": str(most_in_area), "area": area.replace("-", " ")}
                yield PlanMark(fields={**fields, **inside, "says": says.get("area", "")})

    return check


def _areas(case: PlanCase) -> Counter[str]:
    """Count the outcomes of each area: that of the needs they serve, each outcome once an area."""
    areas = {need.id: need.area for need in case.plan.needs if need.area}
    found: Counter[str] = Counter()
    if not areas:
        return found
    for outcome in case.plan.outcomes:
        links = case.thread.links_of(Item(Kind.OUTCOME, outcome.id), [Kind.NEED])
        found.update({area for link in links if (area := areas.get(link.upper.id))})
    return found
