"""Marks each provision of a plan that does not name a part which it must: how much, how often, who, what skills, when reviewed."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.findings import About
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.provision_parts import ProvisionPart

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "lacks": {"enum": [part.value for part in ProvisionPart], "description": "the part that must be named"}
}
REQUIRED = ("lacks",)


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    part = ProvisionPart(settings["lacks"])

    def check(case: PlanCase) -> Iterator[PlanMark]:
        for read in case.provision:
            if read.parts[part] is None:
                yield PlanMark(About("provision", read.provision.id))

    return check
