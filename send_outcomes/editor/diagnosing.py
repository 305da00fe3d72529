"""A text that is being edited → the remarks on it, each at its lines and columns. Knows no protocol.

Counts as an editor does: lines and columns from 0, columns in characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from send_outcomes.documents import UnreadableInput
from send_outcomes.engine import Engine
from send_outcomes.findings import About, Finding, Severity
from send_outcomes.model import Place, Plan
from send_outcomes.readers import FORMATS, ReadOptions

EDITED = ("yaml", "markdown", "text")  # formats that are written in an editor


class Spot(NamedTuple):
    """A place in an edited text; the end is behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to show: a finding of a rule, or (`finding` None) why the text can't be read."""

    spot: Spot
    message: str
    severity: Severity
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Another wording of a whole outcome that stands on one line."""

    spot: Spot
    text: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything to say about one text."""

    remarks: tuple[Remark, ...]
    offers: tuple[Offer, ...]


def diagnose(text: str, path: str, format_: str, engine: Engine) -> Diagnosis:
    """Return the remarks on a text in one of the formats EDITED; `path` is what its plans are called by."""
    lines = text.splitlines()
    remarks: list[Remark] = []
    offers: list[Offer] = []
    try:
        for item in FORMATS[format_].read(text, path, ReadOptions()):
            if isinstance(item, UnreadableInput):
                remarks.append(_unreadable(item, lines))
            else:
                remarks += _remarks(item, engine, lines, offers)
    except UnreadableInput as problem:
        remarks.append(_unreadable(problem, lines))
    return Diagnosis(tuple(remarks), tuple(offers))


def _remarks(plan: Plan, engine: Engine, lines: list[str], offers: list[Offer]) -> Iterator[Remark]:
    report = engine.check(plan)
    for outcome in report.outcomes:
        place = outcome.outcome.place
        yield from (_remark(finding, place, lines) for finding in outcome.findings if finding.counts)
        whole = _spot(place, 0, len(outcome.outcome.text), lines)
        if outcome.suggestion and lines[whole.line : whole.line + 1] and _reads(lines, whole) == outcome.outcome.text:
            offers.append(Offer(whole, outcome.suggestion))
    places = {About("need", n.id): n.place for n in plan.needs}
    places |= {About("aspiration", a.id): a.place for a in plan.aspirations}
    places |= {About("provision", p.id): p.place for p in plan.provision}
    for finding in report.findings:
        if finding.counts:
            place = places.get(finding.about, Place(plan.path, line=1, column=1)) if finding.about else Place(plan.path, line=1)
            yield _remark(finding, place, lines)


def _remark(finding: Finding, place: Place, lines: list[str]) -> Remark:
    if finding.at and finding.at.path == place.path:  # it stands elsewhere than the text it is on: at a reason that is missing
        place = finding.at
    spot = _spot(place, finding.start, finding.end, lines)
    if finding.end <= finding.start:  # a gap: the whole line that it begins on, for there is no word to mark
        spot = Spot(spot.line, spot.column, spot.line, len(lines[spot.line]) if spot.line < len(lines) else spot.column)
    return Remark(spot, finding.message, finding.severity, finding)


def _spot(place: Place, start: int, end: int, lines: list[str]) -> Spot:
    line, column = place.at(start)
    last_line, last_column = place.at(max(start, end - 1))
    first = (line or 1) - 1, (column or 1) - 1
    last = (last_line or line or 1) - 1, last_column or column or 1
    return Spot(*first, *(last if end > start else first))


def _reads(lines: list[str], spot: Spot) -> str:
    return lines[spot.line][spot.column : spot.end_column] if spot.line == spot.end_line else ""


def _unreadable(problem: UnreadableInput, lines: list[str]) -> Remark:
    line = min((problem.line or 1) - 1, max(len(lines) - 1, 0))
    column = (problem.column or 1) - 1
    end = len(lines[line]) if lines else 0
    return Remark(Spot(line, min(column, end), line, end), problem.message, Severity.ERROR)
