"""Findings one by one, each with where it stands in its file: what the formats for machines are made of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from send_outcomes.findings import Confidence, Finding, Severity
from send_outcomes.fingerprints import Fingerprint, fingerprints
from send_outcomes.model import Place
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.plan_lines import items_of
from send_outcomes.reports.redaction import redacted

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

# What an editor or a code host shows by lines; elsewhere a “line” is a paragraph or a row.
_BY_LINES = frozenset({".yaml", ".yml", ".json", ".jsonl", ".ndjson", ".md", ".markdown", ".mdown", ".txt", ".text", ".csv", ".tsv", ".tab"})  # fmt: skip

_SURE = {confidence: n for n, confidence in enumerate(Confidence)}


@dataclass(frozen=True, slots=True)
class Region:
    """From a line and column up to, not including, the column `end_column` of `end_line`; all count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Located:
    """A finding as it may be shown, and where. `item` is the id of what it is on (“O2”), "" for the plan as a whole.

    `region` is None where a file has no lines to speak of: then `place.label` says where. `key` is what the finding is known
    by when lines have moved; the number at its end tells those apart that are just alike.
    """

    finding: Finding
    plan: str
    item: str
    kind: str
    text: str
    place: Place
    region: Region | None
    key: str

    @property
    def where(self) -> str:
        """The place and the item, for people: “Section E, table 3, row 2 · O2”."""
        return " · ".join(part for part in (self.place.label, self.item) if part) or "the whole plan"


class Locator:
    """Locates the findings of one report after the other, and leaves texts and names out where that is wanted."""

    def __init__(self, run: Run, options: Options) -> None:
        """Begin; how often a finding was met is counted over the whole run."""
        self._run, self._redact = run, options.redact
        self._met: Counter[str] = Counter()

    def shown(self, report: "PlanReport") -> "PlanReport":
        """Return the report as it may be shown."""
        return redacted(report, self._run.rules) if self._redact else report

    def located(self, report: "PlanReport") -> Iterator[Located]:
        """Yield the findings on a plan's outcomes, then those on the rest of it."""
        prints = list(fingerprints(report))
        shown = self.shown(report)
        on_plan, on_outcomes = prints[: len(report.findings)], iter(prints[len(report.findings) :])
        for outcome in shown.outcomes:
            for finding in outcome.findings:
                one = outcome.outcome
                yield self._one(finding, shown.plan.id, one.id, "outcome", one.text, one.place, next(on_outcomes))
        items = items_of(shown.plan)
        for finding, known_by in zip(shown.findings, on_plan, strict=True):
            item = items.get(finding.about) if finding.about else None
            id_, kind = (item.id, finding.about.kind) if item and finding.about else ("", "plan")
            place = item.place if item else Place(shown.plan.path, line=1 if report.plan.outcomes else None)
            yield self._one(finding, shown.plan.id, id_, kind, item.text if item else "", place, known_by)

    def _one(
        self, finding: Finding, plan: str, item: str, kind: str, text: str, place: Place, known_by: Fingerprint
    ) -> Located:  # fmt: skip
        self._met[known_by.key] += 1
        key = f"{known_by.key}:{self._met[known_by.key]}"
        region = _region(finding.at) if finding.at else _region(place, finding.start, finding.end)
        return Located(finding, plan, item, kind, text, finding.at or place, region, key)


def worst_first(found: Iterable[Located]) -> list[Located]:
    """Return findings with the heaviest first, of those the surest, and then as they stand."""
    return sorted(found, key=lambda one: (-one.finding.severity.weight, _SURE[one.finding.confidence]))


def state_of(finding: Finding) -> str:
    """Say whether a finding counts: “open”, “set aside” by a person, or “known” from the baseline."""
    return "set aside" if finding.ignored else "known" if finding.known else "open"


def posix(path: str) -> str:
    """Return a path with forward slashes, as it stands in a repository: without “./” at its head."""
    parts = PureWindowsPath(path) if "\\" in path else PurePosixPath(path)
    return parts.as_posix()


def counted(found: Iterable[Located]) -> Counter[Severity]:
    """Count the findings that count, by severity."""
    return Counter(one.finding.severity for one in found if one.finding.counts)


def _region(place: Place, start: int = 0, end: int = 0) -> Region | None:
    path = PurePosixPath(posix(place.path))
    inside_archive = any(part.lower().endswith(".zip") for part in path.parts)
    line, column = place.at(start)
    if line is None or inside_archive or path.suffix.lower() not in _BY_LINES:
        return None
    column = column or 1
    if end <= start:
        return Region(line, column, line, column)
    last, behind = place.at(end - 1)
    return Region(line, column, last or line, (behind or column) + 1)
