"""What pictures of the golden thread show of a plan: its items with their texts, and in words what each of them lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from send_outcomes.findings import Confidence
from send_outcomes.thread import Gap, Item, Kind, Link, gaps

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

HEADINGS = {Kind.ASPIRATION: "Aspirations", Kind.NEED: "Needs", Kind.OUTCOME: "Outcomes", Kind.PROVISION: "Provision"}
_A = {Kind.ASPIRATION: "aspiration", Kind.NEED: "need", Kind.OUTCOME: "outcome", Kind.PROVISION: "provision"}
LEFT_OUT = "(text left out)"


@dataclass(frozen=True, slots=True)
class Lack:
    """In words what an item lacks (“no outcome”), and whether the plan's own references say so."""

    says: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Knot:
    """One item: its text, the section it stands in (None for aspirations and outcomes), what it lacks."""

    item: Item
    text: str
    section: str | None
    lacks: tuple[Lack, ...]


def knots_of(report: "PlanReport") -> dict[Item, Knot]:
    """Return a plan's items in its own order; of a redacted report without their texts, of a list none."""
    if report.thread is None:
        return {}
    plan = report.plan
    parts = {
        **{Item(Kind.ASPIRATION, one.id): (one.text, None) for one in plan.aspirations},
        **{Item(Kind.NEED, one.id): (one.text, one.section) for one in plan.needs},
        **{Item(Kind.OUTCOME, one.id): (one.text, None) for one in plan.outcomes},
        **{Item(Kind.PROVISION, one.id): (one.text, one.section) for one in plan.provision},
    }
    found = gaps(report.thread)
    made = {}
    for item in report.thread.items:
        text, section = parts.get(item, ("", None))
        lacks = (lack_of(gap) for gap in found if gap.item == item or item in gap.items)
        made[item] = Knot(item, " ".join(text.split()) or LEFT_OUT, section, tuple(lacks))
    return made


def absences(report: "PlanReport") -> tuple[str, ...]:
    """Return in words which kinds a plan has none of, where the others are there: “no provision was read”."""
    found = gaps(report.thread) if report.thread else ()
    return tuple(f"no {_A[gap.lacks]} was read in this plan" for gap in found if gap.item is None and not gap.items)


def lack_of(gap: Gap) -> Lack:
    """Return a gap in words."""
    return Lack(f"no {_A[gap.lacks]}", gap.sure)


def likeness_of(links: Iterable[Link], item: Item) -> list[str]:
    """Return for each link of an item by likeness what it is alike to, in which words, and how sure that is."""
    said = []
    for link in links:
        if link.by == "words":
            other = link.upper if link.lower == item else link.lower
            perhaps = " (perhaps)" if link.sure is Confidence.LOW else ""
            words = f": {', '.join(link.words)}" if link.words else ""
            said.append(f"{other.id}{words}{perhaps}")
    return said
