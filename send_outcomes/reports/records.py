"""PlanReport → the plain values of the JSON contract (`schemas/report.schema.json`). Keys stay; values may grow."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from send_outcomes import __version__
from send_outcomes.documents import Problem
from send_outcomes.documents.own_files import PROGRAM
from send_outcomes.findings import Feature, Finding, Verdict
from send_outcomes.language.provision_parts import NOT_NEEDED, PartFound

if TYPE_CHECKING:
    from send_outcomes.comparison import OutcomePair
    from send_outcomes.language.readability import Readability
    from send_outcomes.mapping import Served
    from send_outcomes.model import Place
    from send_outcomes.plan_report import OutcomeReport, PlanReport, ProvisionReport, Summary
    from send_outcomes.thread import Link

VERSION = 1
TOOL = {"name": PROGRAM, "version": __version__}


def plan_record(report: "PlanReport") -> dict[str, Any]:
    """Return one plan: its outcomes, the findings on the rest of it, its provision part by part, its thread, the last plan."""
    return {
        "id": report.plan.id,
        "kind": report.plan.kind.value,
        "path": report.plan.path,
        "outcomes": [outcome_record(outcome) for outcome in report.outcomes],
        "findings": [finding_record(finding) for finding in report.findings],
        "provision": [provision_record(provision) for provision in report.provision],
        "thread": [link_record(link) for link in report.thread.links] if report.thread else [],
        "comparison": [pair_record(pair) for pair in report.comparison],
        "readability": {section: readability_record(found) for section, found in report.readability.items()},
    }


def pair_record(pair: "OutcomePair") -> dict[str, Any]:
    """Return what became of an outcome since the last plan; null for the side on which there is none."""
    return {"change": pair.change.value, "new": pair.new, "old": pair.old, "old_text": pair.old_text, "ended": pair.ended}


def readability_record(found: "Readability") -> dict[str, Any]:
    """Return how hard a section is to read: school grades of the United States, and LIX."""
    return {
        "words": found.words,
        "sentences": found.sentences,
        "automated": found.automated,
        "coleman_liau": found.coleman_liau,
        "lix": found.lix,
    }


def provision_record(report: "ProvisionReport") -> dict[str, Any]:
    """Return one provision: the words that name each part of it, null where nothing does; no key for what it need not name."""
    return {
        "id": report.provision.id,
        "section": report.provision.section,
        "text": report.provision.text,
        "place": place_record(report.provision.place),
        "parts": {part.value: part_record(found) for part, found in report.parts.items() if found is not NOT_NEEDED},
    }


def part_record(found: PartFound | None) -> dict[str, Any] | None:
    """Return the words that name a part; `start` and `end` count characters of the text, both 0 where a field of the plan says it."""
    return {"words": found.words, "start": found.start, "end": found.end} if found else None


def link_record(link: "Link") -> dict[str, Any]:
    """Return one link of the golden thread: what hangs on what, how that is known and how sure it is."""
    return {
        "upper": {"kind": link.upper.kind.value, "id": link.upper.id},
        "lower": {"kind": link.lower.kind.value, "id": link.lower.id},
        "by": link.by,
        "sure": link.sure.value,
        "words": list(link.words),
    }


def outcome_record(report: "OutcomeReport") -> dict[str, Any]:
    """Return one outcome: every key feature has a verdict, whether a rule judges it or not."""
    return {
        "id": report.outcome.id,
        "text": report.outcome.text,
        "place": place_record(report.outcome.place),
        "horizon": report.horizon.value if report.horizon else None,
        "by": report.by.isoformat() if report.by else None,
        "features": {f.value: report.features.get(f, Verdict.CANNOT_TELL).value for f in Feature},
        "findings": [finding_record(finding) for finding in report.findings],
        "mapping": {framework: [served_record(s) for s in served] for framework, served in report.mapping.items()},
        "suggestion": report.suggestion,
    }


def place_record(place: "Place") -> dict[str, Any]:
    """Return where a text stood; what a reader can't know is null."""
    return {
        "path": place.path,
        "label": place.label,
        "line": place.line,
        "column": place.column,
        "section": place.section,
        "row": place.row,
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """Return one finding; `start` and `end` count characters of the text it is on: the outcome's, or that `about` names."""
    return {
        "code": finding.code,
        "name": finding.name,
        "feature": finding.feature,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "why": finding.why,
        "start": finding.start,
        "end": finding.end,
        "match": finding.match,
        "fix": {"kind": finding.fix.kind, "replacement": finding.fix.replacement} if finding.fix else None,
        "ignored": {"because": finding.ignored.because} if finding.ignored else None,
        "about": {"kind": finding.about.kind, "id": finding.about.id} if finding.about else None,
        "known": finding.known,
        "at": place_record(finding.at) if finding.at else None,
    }


def served_record(served: "Served") -> dict[str, Any]:
    """Return one statement that an outcome serves, with the words that led there."""
    return {
        "id": served.id,
        "label": served.label,
        "score": served.score,
        "evidence": [{"start": e.start, "end": e.end, "text": e.text} for e in served.evidence],
    }


def summary_record(summary: "Summary") -> dict[str, Any]:
    """Return the totals."""
    return {
        "plans": summary.plans,
        "outcomes": summary.outcomes,
        "findings_by_rule": dict(sorted(summary.findings_by_rule.items())),
        "features": {f.value: summary.features.get(f.value, {v.value: 0 for v in Verdict}) for f in Feature},
        "themes": {framework: dict(sorted(counts.items())) for framework, counts in summary.themes.items()},
        "set_aside_by_rule": dict(sorted(summary.set_aside_by_rule.items())),
        "known_by_rule": dict(sorted(summary.known_by_rule.items())),
    }


def error_records(errors: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return the inputs that could not be read."""
    return [{"path": e.path, "message": e.message, "line": e.line, "column": e.column} for e in errors]
