"""Plan → Thread: the references that the plan itself gives."""

from collections.abc import Callable, Iterator

from send_outcomes.language.reading import Reading
from send_outcomes.model import Plan
from send_outcomes.thread.links import Item, Kind, Link, Thread


def weave(plan: Plan, read: Callable[[str], Reading]) -> Thread:
    """Return the thread of a plan. `read` turns a text into its Reading."""
    items = (
        *(Item(Kind.ASPIRATION, a.id) for a in plan.aspirations),
        *(Item(Kind.NEED, n.id) for n in plan.needs),
        *(Item(Kind.OUTCOME, o.id) for o in plan.outcomes),
        *(Item(Kind.PROVISION, p.id) for p in plan.provision),
    )
    return Thread(items, tuple(_given(plan)))


def _given(plan: Plan) -> Iterator[Link]:
    for outcome in plan.outcomes:
        here = Item(Kind.OUTCOME, outcome.id)
        for above in outcome.aspirations:
            yield Link(Item(Kind.ASPIRATION, above), here, "given")
        for above in outcome.needs:
            yield Link(Item(Kind.NEED, above), here, "given")
    for provision in plan.provision:
        here = Item(Kind.PROVISION, provision.id)
        for above in provision.needs:
            yield Link(Item(Kind.NEED, above), here, "given")
        for above in provision.outcomes:
            yield Link(Item(Kind.OUTCOME, above), here, "given")
