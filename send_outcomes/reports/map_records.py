"""What `map` reports say of one plan: framework by framework, statement by statement, the outcomes that serve it.

A statement that no outcome serves stands there too: that is a fact about the plan, not a fault of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from send_outcomes.reports.records import place_record, served_record

if TYPE_CHECKING:
    from send_outcomes.frameworks import Framework
    from send_outcomes.mapping import Served
    from send_outcomes.plan_report import OutcomeReport, PlanReport


@dataclass(frozen=True, slots=True)
class Reached:
    """One statement of a framework, and the outcomes that serve it, the surest first."""

    id: str
    label: str
    by: tuple[tuple["OutcomeReport", "Served"], ...]


def statements_of(report: "PlanReport", framework: "Framework") -> Iterator[Reached]:
    """Yield every statement of a framework, in its own order, with the outcomes of the plan that serve it."""
    for statement in framework.statements:
        by = [(o, s) for o in report.outcomes for s in o.mapping.get(framework.id, ()) if s.id == statement.id]
        by.sort(key=lambda pair: -pair[1].score)
        yield Reached(statement.id, statement.label, tuple(by))


def unplaced(report: "PlanReport", framework: "Framework") -> list["OutcomeReport"]:
    """Return the outcomes in which nothing of a framework was recognised."""
    return [outcome for outcome in report.outcomes if not outcome.mapping.get(framework.id)]


def map_record(report: "PlanReport", frameworks: Mapping[str, "Framework"]) -> dict[str, Any]:
    """Return one plan's map as plain values (`schemas/map.schema.json`)."""
    return {
        "id": report.plan.id,
        "kind": report.plan.kind.value,
        "path": report.plan.path,
        "outcomes": [
            {"id": o.outcome.id, "text": o.outcome.text, "place": place_record(o.outcome.place)} for o in report.outcomes
        ],
        "frameworks": {
            key: {
                "title": framework.title,
                "statements": [
                    {
                        "id": statement.id,
                        "label": statement.label,
                        "outcomes": [{**served_record(s), "id": o.outcome.id} for o, s in statement.by],
                    }
                    for statement in statements_of(report, framework)
                ],
                "unplaced": [outcome.outcome.id for outcome in unplaced(report, framework)],
            }
            for key, framework in frameworks.items()
        },
    }
