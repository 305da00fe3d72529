"""Leaves texts and names out of a plan that is shown as it was read. Ids, dates, terms, sections and places stay."""

from dataclasses import replace
from typing import TypeVar

from send_outcomes.child_name import BLANK, ChildName
from send_outcomes.model import Aspiration, Ignore, Need, Outcome, Place, Plan, Provision

_Item = TypeVar("_Item", Aspiration, Need, Outcome, Provision)


def redacted_plan(plan: Plan) -> Plan:
    """Return the plan with a blank for every text, which keeps it a plan file that can be read."""
    name = ChildName(plan.child.known_as)

    def bare(place: Place) -> Place:
        return replace(place, path=name.out_of(place.path), label=name.out_of(place.label), anchors=())

    def blank(text: str | None) -> str | None:
        return BLANK if text else None

    def named(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(name.out_of, ids))

    def aside(ignores: tuple[Ignore, ...]) -> tuple[Ignore, ...]:
        return tuple(Ignore(one.rule, BLANK if one.because else "") for one in ignores)

    def item(one: _Item) -> _Item:
        return replace(one, id=name.out_of(one.id), text=BLANK, place=bare(one.place), ignores=aside(one.ignores))

    def outcome(one: Outcome) -> Outcome:
        return replace(
            item(one),
            by_when=blank(one.by_when),
            baseline=blank(one.baseline),
            needs=named(one.needs),
            aspirations=named(one.aspirations),
            columns=dict.fromkeys(one.columns, ""),
        )

    return replace(
        plan,
        id=name.out_of(plan.id),
        path=name.out_of(plan.path),
        child=replace(plan.child, known_as=None, born=None),
        views=blank(plan.views),
        ignores=aside(plan.ignores),
        astray=aside(plan.astray),
        aspirations=tuple(map(item, plan.aspirations)),
        needs=tuple(map(item, plan.needs)),
        outcomes=tuple(outcome(one) for one in plan.outcomes),
        provision=tuple(
            replace(
                item(one),
                outcomes=named(one.outcomes),
                needs=named(one.needs),
                who=blank(one.who),
                how_often=blank(one.how_often),
                how_long=blank(one.how_long),
                skills=blank(one.skills),
                review=blank(one.review),
            )
            for one in plan.provision
        ),
    )
