"""The golden thread as a table: behind each outcome its aspirations and needs, after it its provision; and what hangs loose."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.findings import Confidence
from send_outcomes.thread import Item, Kind

if TYPE_CHECKING:
    from send_outcomes.thread import Thread

_BESIDE = (Kind.ASPIRATION, Kind.NEED, Kind.PROVISION)
_LOOSE = {
    Kind.ASPIRATION: "Aspirations that no outcome serves",
    Kind.NEED: "Needs without an outcome",
    Kind.PROVISION: "Provision that no outcome or need calls for",
}


class ThreadRow(NamedTuple):
    """An outcome, and by kind what it hangs together with: ids, and whether that is only likely, by likeness of words."""

    id: str
    linked: tuple[tuple[tuple[str, bool], ...], ...]


def thread_rows(thread: "Thread") -> tuple[ThreadRow, ...]:
    """Return a row for each outcome: aspirations, needs, provision."""
    return tuple(
        ThreadRow(outcome.id, tuple(_linked(thread, outcome, kind) for kind in _BESIDE)) for outcome in thread.of(Kind.OUTCOME)
    )


def loose_ends(thread: "Thread") -> Mapping[str, tuple[str, ...]]:
    """Return what hangs on no outcome, said in words; kinds of which nothing does are left out."""
    found = {}
    for kind, said in _LOOSE.items():
        holds = (Kind.OUTCOME, Kind.NEED) if kind is Kind.PROVISION else (Kind.OUTCOME,)
        if loose := tuple(item.id for item in thread.of(kind) if not any(thread.links_of(item, holds))):
            found[said] = loose
    return found


def _linked(thread: "Thread", outcome: Item, kind: Kind) -> tuple[tuple[str, bool], ...]:
    found: dict[str, bool] = {}
    for link in thread.links_of(outcome, (kind,)):
        other = link.lower if link.upper == outcome else link.upper
        found[other.id] = link.sure is not Confidence.HIGH
    return tuple(found.items())
