"""Marks a plan, from a year group on, in which no outcome or aspiration serves some of a framework's statements."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.times.school_year import year_group_of

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "framework": {"type": "string", "description": "the framework whose statements are looked for, by its id"},
    "statements": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "the statements to look for, by id, and what the message calls each",
    },
    "from_year": {"type": "integer", "minimum": -1, "description": "from this year group on (Reception is 0)"},
}
REQUIRED = ("framework", "statements", "from_year")


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    framework: str = settings["framework"]
    wanted: Mapping[str, str] = settings["statements"]
    from_year: int = settings["from_year"]

    def check(case: PlanCase) -> Iterator[PlanMark]:
        year = year_group_of(case.plan.child, case.on)
        if year is None or year < from_year or not case.plan.is_more_than_outcomes:
            return
        outcomes = case.served()
        if not outcomes or framework not in outcomes[0]:  # the run maps to other frameworks
            return
        served = {one for by in outcomes for one in by[framework]}
        served |= {one for aspiration in case.plan.aspirations for one in case.serves(aspiration.text).get(framework, ())}
        served |= {theme for outcome in case.plan.outcomes for theme in outcome.themes}
        missing = [said for statement, said in wanted.items() if statement not in served]
        if missing:
            yield PlanMark(fields={"missing": listed(missing), "year": str(year)})

    return check


def listed(words: list[str]) -> str:
    """Return words as a sentence lists them: “a, b and c”."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
