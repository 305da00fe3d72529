"""The one-page picture of a plan as plain values, for every format that shows it: verdicts by key feature, what is served."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.findings import Feature, Verdict
from send_outcomes.reports.serving import name_of

if TYPE_CHECKING:
    from send_outcomes.frameworks import Framework
    from send_outcomes.plan_report import OutcomeReport, PlanReport


class StatementServed(NamedTuple):
    """One theme or statement, and the ids of the outcomes that serve it."""

    label: str
    text: str
    by: tuple[str, ...]


class FrameworkServed(NamedTuple):
    """One framework with all its statements in its own order, served or not. `name` is short, `title` its full name.

    `of_the_child` tells whether its statements are those of children and young people, in the first person.
    """

    id: str
    name: str
    title: str
    statements: tuple[StatementServed, ...]
    of_the_child: bool


def verdicts_by_feature(outcomes: "Iterable[OutcomeReport]") -> Mapping[Feature, Mapping[Verdict, int]]:
    """Count the verdicts of each key feature, all features in their order."""
    counts: dict[Feature, Counter[Verdict]] = {feature: Counter() for feature in Feature}
    for outcome in outcomes:
        for feature in Feature:
            counts[feature][outcome.features.get(feature, Verdict.CANNOT_TELL)] += 1
    return counts


def frameworks_served(report: "PlanReport", frameworks: "Mapping[str, Framework]") -> tuple[FrameworkServed, ...]:
    """Return what a plan's outcomes serve, framework by framework in the order of the run."""
    by: dict[tuple[str, str], list[str]] = {}
    for outcome in report.outcomes:
        for key, served in outcome.mapping.items():
            for statement in served:
                by.setdefault((key, statement.id), []).append(outcome.outcome.id)
    return tuple(
        FrameworkServed(
            framework.id,
            name_of(framework.id, frameworks),
            framework.title,
            tuple(StatementServed(s.label, s.text, tuple(by.get((framework.id, s.id), ()))) for s in framework.statements),
            speaks_as_the_child(framework),
        )
        for framework in frameworks.values()
        if framework.statements
    )


def speaks_as_the_child(framework: "Framework") -> bool:
    """Tell whether a framework holds I statements: its own, as Stockport's, or quoted beneath, as Shropshire's."""
    return any(
        statement.text.startswith("I ") or any(passages.id == "children" for passages in statement.passages)
        for statement in framework.statements
    )
