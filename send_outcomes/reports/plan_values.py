"""Plan → the plain values of a plan file (`schemas/plan.schema.json`), which the readers read back to the same plan.

What a plan file has no key for (an export's other columns, places) is left out; so is what is unknown.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from send_outcomes.model import Child, Ignore, Need, Outcome, Plan, PlanKind, Provision

_OLDEST = 30  # years: the schema's
_NEED_SECTIONS = ("B", "C", "D")
# What is written as it is, in the order of a plan file.
_OF_PROVISION = ("id", "section", "outcomes", "needs", "text", "who", "how_often", "how_long", "skills", "review")


def plan_head(plan: Plan) -> dict[str, Any]:
    """Return what a plan file says before its lists: reference, child, dates, views, what is set aside on the whole plan.

    What was set aside beside nothing (`astray`) can only stand there; a list has no place for it.
    """
    astray = plan.astray if plan.kind == PlanKind.PLAN else ()
    return _said(
        plan=plan.id,
        child=_child(plan.child),
        date=plan.date.isoformat() if plan.date else None,
        review_due=plan.review_due.isoformat() if plan.review_due else None,
        views=plan.views,
        ignore=_ignores((*plan.ignores, *astray)),
    )


def plan_lists(plan: Plan) -> dict[str, list[dict[str, Any]]]:
    """Return a plan file's lists, in the order of the sections; outcomes always."""
    lists = {
        "aspirations": [_said(id=one.id, text=one.text, ignore=_ignores(one.ignores)) for one in plan.aspirations],
        "needs": [_need(need) for need in plan.needs],
        "outcomes": [outcome_value(outcome) for outcome in plan.outcomes],
        "provision": [_provision(one) for one in plan.provision],
    }
    return {name: entries for name, entries in lists.items() if entries or name == "outcomes"}


def is_list(plan: Plan) -> bool:
    """Tell whether the plan is written as a bare list: one, then, of which nothing but the outcomes is known."""
    return plan.kind == PlanKind.LIST and plan_head(plan).keys() == {"plan"} and plan_lists(plan).keys() == {"outcomes"}


def plan_value(plan: Plan) -> dict[str, Any] | list[dict[str, Any]]:
    """Return the whole: a group of keys for a plan, a list for a list."""
    lists = plan_lists(plan)
    return lists["outcomes"] if is_list(plan) else {**plan_head(plan), **lists}


def outcome_value(outcome: Outcome) -> dict[str, Any]:
    """Return one outcome."""
    return _said(
        id=outcome.id,
        text=outcome.text,
        term=outcome.term and outcome.term.value,
        by=outcome.by.isoformat() if outcome.by else None,
        by_when=outcome.by_when,
        agencies=outcome.agencies,
        needs=outcome.needs,
        aspirations=outcome.aspirations,
        baseline=outcome.baseline,
        themes=outcome.themes,
        ignore=_ignores(outcome.ignores),
    )


def _ignores(ignores: Sequence[Ignore]) -> list[dict[str, str]]:
    return [{"rule": one.rule, "because": one.because} for one in ignores]


def _child(child: Child) -> dict[str, Any]:
    return _said(
        known_as=child.known_as,
        born=child.born.isoformat() if child.born else None,
        age=child.age if child.age is not None and child.age <= _OLDEST else None,
        year_group=child.year_group,
        pronouns=child.pronouns,
    )


def _need(need: Need) -> dict[str, Any]:
    return _said(
        id=need.id,
        section=need.section if need.section in _NEED_SECTIONS else None,
        area=need.area,
        text=need.text,
        ignore=_ignores(need.ignores),
    )


def _provision(one: Provision) -> dict[str, Any]:
    return _said(**{key: getattr(one, key) for key in _OF_PROVISION}, ignore=_ignores(one.ignores))


def _said(**given: str | int | Sequence[Any] | Mapping[str, Any] | None) -> dict[str, Any]:
    """Leave out what is unknown or empty; a year group of 0 is Reception, and stays."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in given.items()
        if value is not None and (isinstance(value, int) or len(value))
    }
