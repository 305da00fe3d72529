"""Marks where the golden thread breaks: each item of one kind that lacks another, or the plan where words can't tell which."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.findings import About
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.thread import Gap, Item, Kind

SCOPE = "plan"
_KINDS = [kind.value for kind in Kind]
SETTINGS: dict[str, Any] = {
    "of": {"enum": _KINDS, "description": "the kind of item that must hang together with the other"},
    "lacks": {"enum": _KINDS, "description": "the kind that must be there for it; {whom} names the items that lack it"},
}
REQUIRED = ("of", "lacks")

_SEVERAL = {Kind.ASPIRATION: "aspirations", Kind.NEED: "needs", Kind.OUTCOME: "outcomes", Kind.PROVISION: "provision"}


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    of, lacks = Kind(settings["of"]), Kind(settings["lacks"])

    def check(case: PlanCase) -> Iterator[PlanMark]:
        for gap in case.gaps:
            if (gap.of, gap.lacks) == (of, lacks):
                about = About(gap.item.kind.value, gap.item.id) if gap.item else None
                yield PlanMark(about, fields={"whom": _whom(gap)}, sure=gap.sure)

    return check


def _whom(gap: Gap) -> str:
    """Name the items: “this need”, “outcomes O2 and O4”, “any of the needs”; and say so where only their words tell."""
    if gap.item is not None:
        return f"this {gap.of}" if gap.sure else f"this {gap.of}, as far as its words tell"
    if not gap.items:
        return f"any of the {_SEVERAL[gap.of]}"
    return f"{_SEVERAL[gap.of]} {_listed(gap.items)}, as far as their words tell"


def _listed(items: Sequence[Item]) -> str:
    *before, last = [item.id for item in items]
    return f"{', '.join(before)} and {last}" if before else last
