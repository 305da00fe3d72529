"""PlanReport → the values that the template of one plan shows. Writes no markup; ids are numbers of ours, never a plan's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from markupsafe import Markup

from send_outcomes.findings import About, Feature, Finding, Severity, Verdict
from send_outcomes.language.provision_parts import NOT_NEEDED, Part
from send_outcomes.reports.html.marked import Marked, marked
from send_outcomes.reports.mending import Step, counted, friendly, mend_in_order
from send_outcomes.reports.picture import FrameworkServed, frameworks_served, verdicts_by_feature
from send_outcomes.reports.plan_lines import items_of
from send_outcomes.reports.serving import name_of, words_of
from send_outcomes.reports.signs import UNICODE
from send_outcomes.reports.thread_rows import LooseEnd, ThreadRow, loose_ends, thread_rows
from send_outcomes.reports.thread_svg import thread_svg

if TYPE_CHECKING:
    from send_outcomes.model import Place
    from send_outcomes.plan_report import OutcomeReport, PlanReport, ProvisionReport
    from send_outcomes.reports.contract import Run


class OutcomeView(NamedTuple):
    """One outcome: its anchor, its text with the marks, its verdicts with what is amiss first, what it serves."""

    anchor: str
    report: "OutcomeReport"
    place: str
    marked: Marked
    verdicts: tuple[tuple[Feature, Verdict], ...]
    served: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class ItemView(NamedTuple):
    """An aspiration, need or provision on which something was found; `title` is what it is and its id."""

    anchor: str
    title: str
    place: str
    marked: Marked


class ProvisionView(NamedTuple):
    """A provision, and by the name of each part the words that say it ("" left out); None: missing; False: not needed."""

    id: str
    section: str
    parts: Mapping[str, str | Literal[False] | None]


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan as the page shows it; `anchor` begins all its ids."""

    anchor: str
    report: "PlanReport"
    redact: bool
    counts: Mapping[Severity, int]
    set_aside: int
    steps: tuple[Step, ...]
    friendly: str
    verdicts: Mapping[Feature, Mapping[Verdict, int]]
    served: tuple[FrameworkServed, ...]
    outcomes: tuple[OutcomeView, ...]
    on_plan: Marked
    items: tuple[ItemView, ...]
    provision: tuple[ProvisionView, ...]
    thread: tuple[ThreadRow, ...]
    thread_picture: Markup
    loose: tuple[LooseEnd, ...]
    comparison: Sequence[Any]
    readability: Mapping[str, Any]
    anchors: Mapping[str, str]


def plan_view(report: "PlanReport", run: "Run", number: int, redact: bool) -> PlanView:
    """Return what the page shows of the plan that stands on it as the `number`th. Redaction has been done before."""
    anchor = f"plan-{number}"
    outcomes = tuple(_outcome(one, run, f"{anchor}-o{n}") for n, one in enumerate(report.outcomes, 1))
    items = tuple(_items(report, anchor))
    anchors = {view.title.partition(" ")[2]: view.anchor for view in items}
    anchors |= {view.report.outcome.id: view.anchor for view in reversed(outcomes)}
    return PlanView(
        anchor=anchor,
        report=report,
        redact=redact,
        counts=counted(report),
        set_aside=sum(finding.ignored is not None for finding in report.all_findings()),
        steps=mend_in_order(report, run),
        friendly=friendly(report),
        verdicts=verdicts_by_feature(report.outcomes),
        served=tuple(sorted(frameworks_served(report, run.frameworks), key=lambda f: f.of_the_child)) if outcomes else (),
        outcomes=outcomes,
        on_plan=marked("", [finding for finding in report.findings if finding.about is None]),
        items=items,
        provision=tuple(_provision(one) for one in report.provision),
        thread=thread_rows(report.thread) if report.thread else (),
        thread_picture=Markup(thread_svg(report, f"{anchor}-drawn")),
        loose=loose_ends(report),
        comparison=report.comparison,
        readability=report.readability,
        anchors=anchors,
    )


def _outcome(report: "OutcomeReport", run: "Run", anchor: str) -> OutcomeView:
    order = list(UNICODE.verdicts)
    verdicts = [(feature, report.features.get(feature, Verdict.CANNOT_TELL)) for feature in Feature]
    served = tuple(
        (name_of(key, run.frameworks), tuple((one.label, ", ".join(words_of(one))) for one in statements))
        for key, statements in report.mapping.items()
        if statements
    )
    return OutcomeView(
        anchor,
        report,
        where(report.outcome.place),
        marked(report.outcome.text, report.findings),
        tuple(sorted(verdicts, key=lambda pair: order.index(pair[1]))),
        served,
    )


def _items(report: "PlanReport", anchor: str) -> list[ItemView]:
    by_item: dict[About, list[Finding]] = {}
    for finding in report.findings:
        if finding.about:
            by_item.setdefault(finding.about, []).append(finding)
    items = items_of(report.plan)
    views = []
    for number, (about, findings) in enumerate(by_item.items(), 1):
        item = items.get(about)
        place = where(item.place) if item else ""
        views.append(
            ItemView(f"{anchor}-i{number}", f"{about.kind} {about.id}", place, marked(item.text if item else "", findings))
        )
    return views


def _provision(report: "ProvisionReport") -> ProvisionView:
    parts = {part.label: _said(found) for part, found in report.parts.items()}
    return ProvisionView(report.provision.id, report.provision.section, parts)


def _said(part: Part) -> str | Literal[False] | None:
    if part is NOT_NEEDED:
        return False
    return part.words if part else None


def where(place: "Place") -> str:
    """Return where a text stood, as people say it: “Section E, table 3, row 2” or “line 12”; "" where nobody knows."""
    return place.label or (f"line {place.line}" if place.line else "")
