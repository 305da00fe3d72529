"""The golden thread as a table: behind each outcome its aspirations and needs, after it its provision; and what else lacks a link."""

from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.findings import Confidence
from send_outcomes.reports.thread_knots import absences, knots_of
from send_outcomes.thread import Gap, Item, Kind, gaps

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport
    from send_outcomes.thread import Thread

_BESIDE = (Kind.ASPIRATION, Kind.NEED, Kind.PROVISION)
GAP, DOUBT, AROUND = "none", "none, as far as words tell", "not directly"


class ThreadCell(NamedTuple):
    """What an outcome hangs together with: ids, and whether that is only likely, by words; or, in words, that there is none."""

    linked: tuple[tuple[str, bool], ...]
    none: str


class ThreadRow(NamedTuple):
    """An outcome with its aspirations, needs and provision."""

    id: str
    cells: tuple[ThreadCell, ...]


class LooseEnd(NamedTuple):
    """An aspiration, need or provision (`id` "" for the plan as a whole), in words what it lacks, whether that is sure."""

    id: str
    says: str
    sure: bool


def thread_rows(thread: "Thread") -> tuple[ThreadRow, ...]:
    """Return a row for each outcome; none where there is nothing but outcomes, as in an export of Section E."""
    if all(item.kind is Kind.OUTCOME for item in thread.items):
        return ()
    found = gaps(thread)
    return tuple(
        ThreadRow(outcome.id, tuple(_cell(thread, found, outcome, kind) for kind in _BESIDE))
        for outcome in thread.of(Kind.OUTCOME)
    )


def loose_ends(report: "PlanReport") -> tuple[LooseEnd, ...]:
    """Return what is lacking beside the outcomes, in the order of the thread."""
    whole = (LooseEnd("", said, True) for said in absences(report))
    knots = (knot for item, knot in knots_of(report).items() if item.kind is not Kind.OUTCOME)
    return (*whole, *(LooseEnd(knot.item.id, lack.says, lack.sure) for knot in knots for lack in knot.lacks))


def _cell(thread: "Thread", found: tuple[Gap, ...], outcome: Item, kind: Kind) -> ThreadCell:
    linked: dict[str, bool] = {}
    for link in thread.links_of(outcome, (kind,)):
        other = link.lower if link.upper == outcome else link.upper
        linked[other.id] = link.sure is not Confidence.HIGH
    gap = next((gap for gap in found if gap.lacks is kind and outcome in (gap.item, *gap.items)), None)
    return ThreadCell(tuple(linked.items()), "" if linked else AROUND if gap is None else GAP if gap.sure else DOUBT)
