"""Cases → what the checker says of them, in process and once. Knows the labels' names, but no figure and no page."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.sets import Case, CaseSet
from send_outcomes.engine import Engine
from send_outcomes.findings import Feature, Severity, Verdict
from send_outcomes.frameworks import find
from send_outcomes.model import Outcome, Place, Plan, PlanKind
from send_outcomes.plan_report import OutcomeReport
from send_outcomes.rulebook import assemble, load_profile

PROFILE = "nottingham"
FRAMEWORKS = ("nottingham", "stockport-2024", "shropshire-2025")
TODAY = dt.date(2026, 9, 1)  # the cases speak of ends from the school year 2026/27 on

MET = {
    "first_person": Feature.FIRST_PERSON, "time_bound": Feature.TIME_BOUND,
    "measurable": Feature.MEASURABLE, "specific": Feature.SPECIFIC,
}  # fmt: skip
FOUND = {"has_acronym": {"acronym"}, "has_jargon": {"medical-term", "jargon"}, "compound": {"several-outcomes"}}
LABELS = (*MET, "is_provision", *FOUND)
MAPPINGS = {"theme": "nottingham", "stockport": "stockport-2024", "shropshire": "shropshire-2025"}


@dataclass(frozen=True, slots=True)
class Said:
    """A case, and what the checker said of it: each label, the first statement of each framework, the rules that found fault."""

    case: Case
    labels: Mapping[str, bool]
    first: Mapping[str, str | None]
    faults: tuple[str, ...]


def engine_for(profile: str = PROFILE) -> Engine:
    """Return the checker as a user has it, with all three frameworks that the cases are labelled for."""
    return Engine(assemble(load_profile(profile)), [find(name) for name in FRAMEWORKS], TODAY)


def judge(engine: Engine, case_set: CaseSet) -> tuple[Said, ...]:
    """Return what the checker says of a set, given to it as one list of outcomes."""
    here = Place(case_set.name)
    outcomes = tuple(Outcome(case.id, case.text, here) for case in case_set.cases)
    report = engine.check(Plan(case_set.name, case_set.name, outcomes, PlanKind.LIST))
    return tuple(_said(case, one) for case, one in zip(case_set.cases, report.outcomes, strict=True))


def _said(case: Case, report: OutcomeReport) -> Said:
    found = {finding.name for finding in report.findings}
    labels = {label: report.features[feature] is Verdict.MET for label, feature in MET.items()}
    labels["is_provision"] = report.features[Feature.NOT_PROVISION] is not Verdict.MET
    labels |= {label: not names.isdisjoint(found) for label, names in FOUND.items()}
    first = {name: next((s.id for s in report.mapping.get(name, ())), None) for name in FRAMEWORKS}
    faults = tuple(f.code for f in report.findings if f.severity in (Severity.ERROR, Severity.WARNING))
    return Said(case, labels, first, faults)


def pairs(said: Iterable[Said], label: str) -> list[tuple[bool, bool]]:
    """Return (labelled, said) for the cases on which a label was settled."""
    return [(want, one.labels[label]) for one in said if (want := one.case.labels.get(label)) is not None]


def statements(said: Iterable[Said], mapping: str) -> list[tuple[tuple[str, ...], str | None]]:
    """Return (acceptable statements, first one said) for one of MAPPINGS."""
    name = MAPPINGS[mapping]
    return [(one.case.statements[name], one.first[name]) for one in said]


def misses(said: Iterable[Said], label: str) -> Iterator[str]:
    """Yield a line for each case on which checker and label part; for a mapping, where the first statement is unacceptable."""
    for one in said:
        want: object
        if label in MAPPINGS:
            name = MAPPINGS[label]
            want, got = one.case.statements[name], one.first[name]
            wrong = bool(one.case.statements[name]) and got not in one.case.statements[name]
        else:
            want, got = one.case.labels.get(label), one.labels[label]
            wrong = want is not None and want is not got
        if wrong:
            yield f"{label}: labelled {want}, said {got}: {one.case.id} {one.case.text}"


def record(said: Iterable[Said], path: Path) -> None:
    """Write down what was said of a set, one JSON object a case, so that its figures can be told again after learning from it."""
    lines = [json.dumps({"id": s.case.id, "labels": s.labels, "first": s.first, "faults": s.faults}) for s in said]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def recorded(case_set: CaseSet, path: Path) -> tuple[Said, ...]:
    """Return what was said of a set when it was recorded, with the labels of today; cases since left out are left out here."""
    cases = {case.id: case for case in case_set.cases}
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Said(cases[line["id"]], line["labels"], line["first"], tuple(line["faults"])) for line in lines if line["id"] in cases
    )
