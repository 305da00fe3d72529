"""Where the thread of a plan breaks: which item lacks which kind, and whether the plan's own references say so or only its words.

Lenient where only words tell: what hangs together by another part of the thread is no gap.
"""

from typing import NamedTuple

from send_outcomes.thread.links import Item, Kind, Thread

ASPIRATION, NEED, OUTCOME, PROVISION = Kind

# Which kind can lack which, in the order of the thread.
LACKS: tuple[tuple[Kind, Kind], ...] = (
    (ASPIRATION, OUTCOME),
    (NEED, OUTCOME),
    (NEED, PROVISION),
    (OUTCOME, ASPIRATION),
    (OUTCOME, NEED),
    (OUTCOME, PROVISION),
)
# By which other kind an item may reach what it lacks, where the plan does not refer to it directly.
_BY = {(NEED, PROVISION): OUTCOME, (NEED, OUTCOME): PROVISION, (OUTCOME, PROVISION): NEED, (OUTCOME, NEED): PROVISION}
_SAYS_ABSENCE = (NEED, OUTCOME, ASPIRATION)  # of a kind that is nowhere in a plan, the first of these that is there tells


class Gap(NamedTuple):
    """An item (None: the whole plan) that lacks a kind. `sure` where the plan's own references say so.

    `items` are those that a gap of the whole plan stands for; empty where the plan has none of the kind.
    """

    item: Item | None
    of: Kind
    lacks: Kind
    sure: bool
    items: tuple[Item, ...] = ()


def gaps(thread: Thread) -> tuple[Gap, ...]:
    """Return where a plan's thread breaks, in the order of the thread.

    Of a kind that a plan has none of, it says so once, and only where the other kinds are all there. Where words alone
    tell and most items of a kind seem to lack another, words are not enough to judge each: then one gap of the plan.
    """
    here = {kind for kind in Kind if any(True for _ in thread.of(kind))}
    found: list[Gap] = []
    for of, lacks in LACKS:
        if of not in here:
            continue
        if lacks not in here:
            if len(here) == len(Kind) - 1 and of is next(kind for kind in _SAYS_ABSENCE if kind in here):
                found.append(Gap(None, of, lacks, sure=False))
            continue
        found += _between(thread, of, lacks)
    return tuple(found)


def _between(thread: Thread, of: Kind, lacks: Kind) -> list[Gap]:
    items = tuple(thread.of(of))
    pair = (lacks, of) if tuple(Kind).index(lacks) < tuple(Kind).index(of) else (of, lacks)
    sure = pair in thread.referenced
    linked = _linked(thread, of, lacks)
    if not sure:
        linked |= _indirectly(thread, of, lacks)
    missing = tuple(item for item in items if item not in linked)
    if not sure and not linked and (lacks, of) in LACKS[: LACKS.index((of, lacks))]:
        return []  # no word in common between the two kinds: said already, from the other side
    if not sure and len(missing) > 1 and (len(missing) == len(items) or (len(missing) > 2 and 2 * len(missing) > len(items))):
        return [Gap(None, of, lacks, sure=False, items=missing)]
    return [Gap(item, of, lacks, sure) for item in missing]


def _linked(thread: Thread, of: Kind, to: Kind) -> set[Item]:
    """Return the items of a kind with a link to one of another."""
    found: set[Item] = set()
    for link in thread.links:
        for one, other in ((link.upper, link.lower), (link.lower, link.upper)):
            if one.kind is of and other.kind is to:
                found.add(one)
    return found


def _indirectly(thread: Thread, of: Kind, lacks: Kind) -> set[Item]:
    """Return the items that reach the kind by a third one; an outcome an aspiration also by another outcome of its need."""
    if (of, lacks) == (OUTCOME, ASPIRATION):
        aiming = _linked(thread, OUTCOME, ASPIRATION)
        said = [link for link in thread.links if link.by != "words" and (link.upper.kind, link.lower.kind) == (NEED, OUTCOME)]
        served = {link.upper for link in said if link.lower in aiming}
        return {link.lower for link in said if link.upper in served}
    by = _BY.get((of, lacks))
    if by is None:
        return set()
    reaching = _linked(thread, by, lacks)
    ends = [pair for link in thread.links for pair in ((link.upper, link.lower), (link.lower, link.upper))]
    return {one for one, other in ends if one.kind is of and other.kind is by and other in reaching}
