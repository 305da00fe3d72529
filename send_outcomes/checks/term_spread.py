"""Marks a plan that has no outcome of some term: short, medium or long, as far as the profile knows and the plan can reach them."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.language.phrasebook import Phrasebook

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "least_outcomes": {"type": "integer", "minimum": 1, "description": "not where the plan has fewer outcomes"}
}
REQUIRED = ()


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    least: int = settings.get("least_outcomes", 3)

    def check(case: PlanCase) -> Iterator[PlanMark]:
        if len(case.outcomes) < least or not case.plan.is_more_than_outcomes:
            return
        terms = [one.outcome.term or one.horizon for one in case.outcomes]
        missing = [term.value for term in case.terms if term not in terms]
        if len(missing) > terms.count(None):  # an outcome without an end may be of any term
            yield PlanMark(fields={"missing": " and ".join(missing)})

    return check
