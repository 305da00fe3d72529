"""Leaves texts and names out of a report, before any format sees it; so no format can forget to.

Becomes "": outcome texts, matches, the words of evidence, replacements, reasons given for setting a finding aside.
A rule's message keeps its wording, with blanks for the plan's words; the child's name becomes a blank in ids, paths and
labels.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from send_outcomes.child_name import ChildName
from send_outcomes.findings import Finding
from send_outcomes.language.provision_parts import NOT_NEEDED, PartFound
from send_outcomes.model import Aspiration, Ignore, Need, Outcome, Place, Plan, Provision
from send_outcomes.templates import filled
from send_outcomes.thread import Item, Thread

if TYPE_CHECKING:
    from send_outcomes.plan_report import OutcomeReport, PlanReport, ProvisionReport
    from send_outcomes.rulebook import Rule


def redacted(report: "PlanReport", rules: Mapping[str, "Rule"]) -> "PlanReport":
    """Return the report without the plan's texts and names. Codes, places, verdicts, dates and themes stay."""
    name = ChildName(report.plan.child.known_as)
    plan = Plan(
        id=name.out_of(report.plan.id),
        path=name.out_of(report.plan.path),
        outcomes=(),
        kind=report.plan.kind,
        aspirations=tuple(
            Aspiration(name.out_of(one.id), "", redacted_place(one.place, name)) for one in report.plan.aspirations
        ),
        needs=tuple(Need(name.out_of(one.id), "", redacted_place(one.place, name), one.section) for one in report.plan.needs),
        provision=tuple(_bare(one, name) for one in report.plan.provision),
    )
    return replace(
        report,
        plan=plan,
        outcomes=tuple(_outcome(outcome, name, rules) for outcome in report.outcomes),
        findings=tuple(_finding(finding, name, rules) for finding in report.findings),
        provision=tuple(_provision(provision, name) for provision in report.provision),
        comparison=tuple(
            replace(one, new=one.new and name.out_of(one.new), old=one.old and name.out_of(one.old), new_text="", old_text="")
            for one in report.comparison
        ),
        thread=report.thread and _thread(report.thread, name),
    )


def _outcome(report: "OutcomeReport", name: ChildName, rules: Mapping[str, "Rule"]) -> "OutcomeReport":
    bare = Outcome(id=name.out_of(report.outcome.id), text="", place=redacted_place(report.outcome.place, name))
    return replace(
        report,
        outcome=bare,
        suggestion=None,
        findings=tuple(_finding(finding, name, rules) for finding in report.findings),
        mapping={
            framework: tuple(replace(s, evidence=tuple(replace(e, text="") for e in s.evidence)) for s in served)
            for framework, served in report.mapping.items()
        },
    )


def _provision(report: "ProvisionReport", name: ChildName) -> "ProvisionReport":
    """Leave of a provision which parts it names, not in which words."""
    parts = {part: found and (NOT_NEEDED if found is NOT_NEEDED else PartFound("")) for part, found in report.parts.items()}
    return replace(report, provision=_bare(report.provision, name), parts=parts)


def _bare(one: Provision, name: ChildName) -> Provision:
    return Provision(id=name.out_of(one.id), text="", place=redacted_place(one.place, name), section=one.section)


def _thread(thread: Thread, name: ChildName) -> Thread:
    def bare(item: Item) -> Item:
        return Item(item.kind, name.out_of(item.id))

    links = (replace(one, upper=bare(one.upper), lower=bare(one.lower), words=()) for one in thread.links)
    return replace(thread, items=tuple(map(bare, thread.items)), links=tuple(links))


def redacted_place(place: Place, name: ChildName) -> Place:
    """Return where a text stood, without the child's name."""
    path, label = name.out_of(place.path), name.out_of(place.label)
    return replace(place, path=path, label=label)


def _finding(finding: Finding, name: ChildName, rules: Mapping[str, "Rule"]) -> Finding:
    rule = rules.get(finding.code)
    return replace(
        finding,
        message=filled(rule.message, {}) if rule else finding.name.replace("-", " "),
        match="",
        fix=finding.fix and replace(finding.fix, replacement=""),
        ignored=finding.ignored and Ignore(finding.ignored.rule, ""),
        about=finding.about and finding.about._replace(id=name.out_of(finding.about.id)),
        at=finding.at and redacted_place(finding.at, name),
    )
