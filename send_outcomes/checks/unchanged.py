"""Marks the outcomes that stand word for word, dates aside, in the child's last plan."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.comparison import Change
from send_outcomes.findings import About
from send_outcomes.language.phrasebook import Phrasebook

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "says": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "for each of passed (the end that it had is over) and kept: what {says} becomes in the message",
    }
}
REQUIRED = ()


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    says: Mapping[str, str] = settings.get("says", {})

    def check(case: PlanCase) -> Iterator[PlanMark]:
        for pair in case.comparison:
            if pair.change is Change.KEPT and pair.new is not None:
                kind = "passed" if pair.ended else "kept"
                yield PlanMark(About("outcome", pair.new), fields={"old": pair.old or "", "says": says.get(kind, "")})

    return check
