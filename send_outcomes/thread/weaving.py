"""Plan → Thread: the references that the plan gives first, likeness of words where it gives none.

Where a plan refers from one kind of part to another throughout, its references are trusted and likeness adds nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from send_outcomes.language.reading import Reading
from send_outcomes.model import Aspiration, Need, Outcome, Plan, Provision
from send_outcomes.thread.likeness import Likeness
from send_outcomes.thread.links import PAIRS, By, Item, Kind, Link, Pair, Thread
from send_outcomes.thread.mentions import labels, mentioned
from send_outcomes.thread.topics import Topics, topics_of
from send_outcomes.thread.vocabulary import thread_words

_THROUGHOUT = 0.5  # the share of lower items that must refer upwards before all are expected to
_BOUND: tuple[By, ...] = ("given", "number")

Part = Aspiration | Need | Outcome | Provision


def weave(plan: Plan, read: Callable[[str], Reading]) -> Thread:
    """Return the thread of a plan. `read` turns a text into its Reading."""
    parts = _parts(plan)
    if len(parts) == len(plan.outcomes):  # an export of Section E: nothing to hang together with
        return Thread(tuple(parts), ())
    known = {(link.upper, link.lower): link for link in (*_mentioned(parts), *_given(plan, parts))}
    known |= {(link.upper, link.lower): link for link in _shared(tuple(known.values()))}
    referenced = frozenset(pair for pair in PAIRS if _throughout(pair, parts, known.values()))
    rows = {pair for pair in referenced if not any(link.by in _BOUND for link in _of(pair, known.values()))}
    open_pairs = [pair for pair in PAIRS if (pair not in referenced or pair in rows) and _both(pair, parts)]
    referenced -= {pair for pair in rows if any(item.kind in pair and part.place.row is None for item, part in parts.items())}
    links = [*known.values(), *(_alike(plan, parts, open_pairs, read, known, rows) if open_pairs else ())]
    order = {item: number for number, item in enumerate(parts)}
    links.sort(key=lambda link: (order[link.upper], order[link.lower]))
    return Thread(tuple(parts), tuple(links), referenced)


def _parts(plan: Plan) -> dict[Item, Part]:
    return {
        **{Item(Kind.ASPIRATION, one.id): one for one in plan.aspirations},
        **{Item(Kind.NEED, one.id): one for one in plan.needs},
        **{Item(Kind.OUTCOME, one.id): one for one in plan.outcomes},
        **{Item(Kind.PROVISION, one.id): one for one in plan.provision},
    }


def _given(plan: Plan, parts: Mapping[Item, Part]) -> Iterator[Link]:
    """Yield the links that the plan gives by ids; of a table, those are the parts that stood in one row."""
    for outcome in plan.outcomes:
        here = Item(Kind.OUTCOME, outcome.id)
        for kind, ids in ((Kind.ASPIRATION, outcome.aspirations), (Kind.NEED, outcome.needs)):
            yield from _to(parts, here, (Item(kind, id_) for id_ in ids))
    for provision in plan.provision:
        here = Item(Kind.PROVISION, provision.id)
        for kind, ids in ((Kind.NEED, provision.needs), (Kind.OUTCOME, provision.outcomes)):
            yield from _to(parts, here, (Item(kind, id_) for id_ in ids))


def _to(parts: Mapping[Item, Part], lower: Item, uppers: Iterable[Item]) -> Iterator[Link]:
    for upper in uppers:
        if upper in parts and lower in parts:
            tabled = parts[upper].place.row is not None and parts[lower].place.row is not None
            yield Link(upper, lower, "row" if tabled else "given")


def _mentioned(parts: Mapping[Item, Part]) -> Iterator[Link]:
    """Yield the links that texts name: “(Need 2)” in an outcome, “see outcome 3” in a need."""
    called = labels({item: part.text for item, part in parts.items()})
    for item, part in parts.items():
        for label in mentioned(part.text):
            other = called.get(label)
            if other is None or other.kind is item.kind:
                continue
            upper, lower = sorted((item, other), key=lambda one: tuple(Kind).index(one.kind))
            if (upper.kind, lower.kind) in PAIRS:
                yield Link(upper, lower, "number")


def _shared(links: Iterable[Link]) -> Iterator[Link]:
    """Yield need to outcome where an outcome names no need, but provision for one need alone names them both."""
    above: dict[Item, dict[Kind, list[Link]]] = {}
    for link in links:
        above.setdefault(link.lower, {}).setdefault(link.upper.kind, []).append(link)
    for item, by_kind in above.items():
        needs = by_kind.get(Kind.NEED, ())
        if item.kind is Kind.PROVISION and len(needs) == 1:
            for link in by_kind.get(Kind.OUTCOME, ()):
                if Kind.NEED not in above.get(link.upper, {}):
                    yield Link(needs[0].upper, link.upper, link.by)


def _of(pair: Pair, links: Iterable[Link]) -> Iterator[Link]:
    return (link for link in links if (link.upper.kind, link.lower.kind) == pair)


def _throughout(pair: Pair, parts: Iterable[Item], links: Iterable[Link]) -> bool:
    lowers = sum(item.kind is pair[1] for item in parts)
    return lowers > 0 and len({link.lower for link in _of(pair, links)}) >= _THROUGHOUT * lowers


def _both(pair: Pair, parts: Iterable[Item]) -> bool:
    return {item.kind for item in parts}.issuperset(pair)


def _alike(
    plan: Plan,
    parts: Mapping[Item, Part],
    pairs: Iterable[Pair],
    read: Callable[[str], Reading],
    known: Mapping[tuple[Item, Item], Link],
    rows: Iterable[Pair],
) -> Iterator[Link]:
    """Yield links by likeness between the kinds of `pairs`; where rows link a pair, only for items that stand in none."""
    names = frozenset((plan.child.known_as or "").lower().split())
    likeness = Likeness({item: _topics(part, read, names) for item, part in parts.items()})
    for pair in pairs:
        uppers, lowers = ([item for item in parts if item.kind is kind] for kind in pair)
        linked = {end for link in _of(pair, known.values()) for end in (link.upper, link.lower)}
        for one in likeness.links(uppers, lowers):
            if (one.upper, one.lower) in known or (pair in rows and one.upper in linked and one.lower in linked):
                continue
            yield Link(one.upper, one.lower, "words", one.sure, one.words)


def _topics(part: Part, read: Callable[[str], Reading], names: frozenset[str]) -> Topics:
    texts = [part.text, *([part.who] if isinstance(part, Provision) and part.who else ())]
    area = part.area if isinstance(part, Need) else part.columns.get("area") if isinstance(part, Outcome) else None
    topics = topics_of(map(read, texts), names, thread_words().areas.get(area or "", ()))
    if isinstance(part, Need | Provision):
        topics.add_section(part.section)
    return topics
