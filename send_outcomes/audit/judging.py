"""The heart: plans → rows, tables and totals. Pure: the same plans give the same batch, in whatever process.

A batch is small and ready to be written: lines of CSV, counts, fingerprints. It holds no text unless texts may be shown.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from send_outcomes.audit import prints
from send_outcomes.audit.groups import Groups
from send_outcomes.audit.reading_age import Length, length, reading_age
from send_outcomes.audit.rows import FEATURES, ErrorRow, FindingRow, Layout, OutcomeRow, PlanRow, Severities, Verdicts
from send_outcomes.audit.scoring import score
from send_outcomes.audit.tables import filler, lines
from send_outcomes.audit.tallies import Example
from send_outcomes.audit.totals import Totals
from send_outcomes.child_name import ChildName
from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.documents.own_files import TABLES
from send_outcomes.engine import Engine
from send_outcomes.findings import Finding, Severity, Verdict
from send_outcomes.model import Plan
from send_outcomes.plan_report import OutcomeReport, PlanReport
from send_outcomes.spared import spared

Item = Plan | UnreadableInput
_VERDICTS = tuple(Verdict)
_NO_FINDINGS = Severities()


class Rows(NamedTuple):
    """The rows of one plan."""

    plan: PlanRow
    outcomes: tuple[OutcomeRow, ...]
    findings: tuple[FindingRow, ...]


@dataclass(slots=True)
class Batch:
    """What came of some plans. `tables` are lines of CSV without header, `totals` JSON, `prints` as `prints` packs them.

    `worst` is the weight of the worst finding (see `Severity.weight`), `unreadable` counts what could not be read, without inputs
    that only were empty. `skipped` counts what readers passed over, by kind.
    """

    plans: int = 0
    outcomes: int = 0
    worst: int = 0
    unreadable: int = 0
    tables: dict[str, bytes] = field(default_factory=dict)
    totals: bytes = b""
    prints: bytes = b""
    problems: list[UnreadableInput] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


class Auditor:
    """Judges plans. Build one for a process: it holds engines, which take a while to build."""

    def __init__(self, engine_of: Callable[[str], Engine], layout: Layout, groups: Groups) -> None:
        """Take the engine for a path, what the rows have in common, and the groups, which `layout` names."""
        self._engine_of, self._layout, self._groups = engine_of, layout, groups
        self._cells = {table: filler(table, layout) for table in TABLES}
        self._prints = prints.Press()

    def rows(self, plan: Plan) -> Rows:
        """Return the rows of one plan. Raises SettingsProblem where the settings for its path are wrong."""
        engine = self._engine_of(plan.path)
        return self._rows(engine.check(plan), engine)

    def batch(self, items: Iterable[Item]) -> Batch:
        """Return what comes of some plans, and of what could not be read."""
        batch, totals = Batch(), Totals()
        written: dict[str, list[Sequence[object]]] = {table: [] for table in TABLES}
        pressed: list[tuple[Plan, ChildName]] = []
        for item in items:
            judged = item if isinstance(item, UnreadableInput) else spared(partial(self._judged, item), item)
            if isinstance(judged, UnreadableInput):
                batch.problems.append(judged)
                batch.unreadable += not isinstance(judged, NothingInside)
                totals.errors += 1
                row = ErrorRow(judged.path, judged.line, judged.column, judged.message)
                written["errors"].append(self._cells["errors"](row))
                continue
            plan, rows = judged
            batch.plans += 1
            batch.outcomes += len(rows.outcomes)
            batch.worst = max(batch.worst, _worst(rows.plan.severities))
            totals.add(rows.plan, rows.outcomes, rows.findings, self._layout.groups)
            written["plans"].append(self._cells["plans"](rows.plan))
            written["outcomes"] += map(self._cells["outcomes"], rows.outcomes)
            written["findings"] += map(self._cells["findings"], rows.findings)
            if self._layout.show_text:
                _examples(totals, rows)
            pressed.append((plan, ChildName(plan.child.known_as)))
        batch.tables = {table: lines(rows).encode("utf-8", "replace") for table, rows in written.items()}
        batch.totals = json.dumps(totals.record(), separators=(",", ":")).encode("ascii")
        batch.prints = self._prints.pack(pressed)
        return batch

    def _judged(self, plan: Plan) -> tuple[Plan, Rows]:
        return plan, self.rows(plan)

    def _rows(self, report: PlanReport, engine: Engine) -> Rows:
        plan, show_text = report.plan, self._layout.show_text
        name = ChildName(plan.child.known_as)
        reference, path = name.out_of(plan.id), name.out_of(plan.path)
        values = self._groups.of_plan(plan, plan.date or engine.today)
        outcomes: list[OutcomeRow] = []
        findings = [_finding_row(reference, path, "", finding, show_text) for finding in report.findings]
        letters = words = sentences = 0
        for one, groups in zip(report.outcomes, values, strict=True):
            counted = length(one.outcome.text)
            letters, words, sentences = letters + counted.letters, words + counted.words, sentences + counted.sentences
            outcomes.append(_outcome_row(reference, path, name, one, counted, groups, show_text))
            findings += [_finding_row(reference, path, outcomes[-1].outcome, finding, show_text) for finding in one.findings]
        verdicts = {
            feature: Verdicts(*[column.count(verdict) for verdict in _VERDICTS])
            for feature, column in zip(FEATURES, zip(*[row.verdicts for row in outcomes], strict=True), strict=True)
        } if outcomes else dict.fromkeys(FEATURES, Verdicts())  # fmt: skip
        scored = score(verdicts, engine.rulebook.profile.bands)
        row = PlanRow(
            plan=reference,
            path=path,
            kind=plan.kind.value,
            outcomes=len(outcomes),
            band=scored.band,
            points=scored.points,
            possible=scored.possible,
            score=scored.percent,
            reading_age=reading_age(Length(letters, words, sentences)),
            words=words,
            severities=Severities(*map(sum, zip(_severities(report.findings), *[row.severities for row in outcomes], strict=True))),
            horizons=Counter(row.horizon or "" for row in outcomes),
            verdicts=verdicts,
            groups=tuple(tuple(dict.fromkeys(filter(None, given))) for given in zip(*values, strict=True)) if values
            else ((),) * len(self._layout.groups),
        )  # fmt: skip
        return Rows(row, tuple(outcomes), tuple(findings))


def _outcome_row(
    reference: str, path: str, name: ChildName, report: OutcomeReport, counted: Length, groups: tuple[str, ...], show_text: bool
) -> OutcomeRow:  # fmt: skip
    outcome, features = report.outcome, report.features
    return OutcomeRow(
        plan=reference,
        path=path,
        outcome=name.out_of(outcome.id),
        label=name.out_of(outcome.place.label),
        line=outcome.place.line,
        horizon=report.horizon.value if report.horizon else None,
        by=report.by.isoformat() if report.by else None,
        words=counted.words,
        reading_age=reading_age(counted),
        severities=_severities(report.findings),
        verdicts=tuple([features.get(feature, Verdict.CANNOT_TELL) for feature in FEATURES]),
        themes={framework: tuple([one.id for one in served]) for framework, served in report.mapping.items()},
        groups=groups,
        text=outcome.text if show_text else None,
    )


def _finding_row(reference: str, path: str, outcome: str, finding: Finding, show_text: bool) -> FindingRow:
    return FindingRow(
        plan=reference,
        path=path,
        outcome=outcome,
        about=f"{finding.about.kind} {finding.about.id}" if finding.about else "",
        code=finding.code,
        name=finding.name,
        feature=finding.feature,
        severity=finding.severity.value,
        confidence=finding.confidence.value,
        start=finding.start,
        end=finding.end,
        ignored=finding.ignored is not None,
        match=finding.match if show_text else None,
        message=finding.message if show_text else None,
    )


def _severities(findings: Sequence[Finding]) -> Severities:
    if not findings:
        return _NO_FINDINGS
    counted = [finding.severity for finding in findings if finding.ignored is None]
    return Severities(counted.count(Severity.ERROR), counted.count(Severity.WARNING), counted.count(Severity.INFO))


def _worst(counts: Severities) -> int:
    return next((Severity(name).weight for name, count in zip(Severities._fields, counts, strict=True) if count), 0)


def _examples(totals: Totals, rows: Rows) -> None:
    """Keep the first text that each rule marked."""
    texts = {row.outcome: row.text or "" for row in rows.outcomes}
    for row in rows.findings:
        if row.outcome and not row.ignored and row.code not in totals.examples:
            text = texts[row.outcome]
            totals.examples[row.code] = Example(row.plan, row.outcome, text, row.start, row.end, row.message or "")
