"""A text cut into pieces where its marks begin and end, so that each stretch can be drawn with the findings on it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from send_outcomes.findings import Finding, Severity
from send_outcomes.reports.safe import LINE_BREAK


class Remark(NamedTuple):
    """A finding with its number on its text; 0 for a gap, which stands on no words."""

    number: int
    finding: Finding


class Piece(NamedTuple):
    """A stretch of text, line by line; how heavy what is on it weighs (None: nothing), the numbers of the marks that end here."""

    lines: tuple[str, ...]
    severity: Severity | None
    numbers: tuple[int, ...]


class Marked(NamedTuple):
    """A text in pieces, what was found on it or missing in it, and what a person has set aside, which counts nowhere."""

    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...]
    set_aside: tuple[Finding, ...]


def marked(text: str, findings: Iterable[Finding]) -> Marked:
    """Return a text with its findings; with an empty text (left out), there are no pieces."""
    findings = tuple(findings)
    counting = [finding for finding in findings if finding.counts]
    on_words = sorted((f for f in counting if f.end > f.start), key=lambda f: (f.start, f.end))
    remarks = [Remark(number, finding) for number, finding in enumerate(on_words, 1)]
    gaps = [Remark(0, finding) for finding in counting if finding.end <= finding.start]
    aside = tuple(finding for finding in findings if not finding.counts)
    return Marked(tuple(_pieces(text, remarks)), (*remarks, *gaps), aside)


def _pieces(text: str, remarks: Sequence[Remark]) -> Iterable[Piece]:
    edges = {0, len(text)}
    for _, finding in remarks:
        edges |= {min(finding.start, len(text)), min(finding.end, len(text))}
    places = sorted(edges)
    for start, end in pairwise(places):
        here = [remark for remark in remarks if remark.finding.start <= start and end <= remark.finding.end]
        heaviest = max((remark.finding.severity for remark in here), key=lambda severity: severity.weight, default=None)
        numbers = tuple(remark.number for remark in here if remark.finding.end == end)
        yield Piece(tuple(LINE_BREAK.split(text[start:end])), heaviest, numbers)
