"""Bytes of a .docx and what was found in it → bytes of the same document with comments. No file, no clock, no console."""

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from send_outcomes.annotate.marking import mark, sealed
from send_outcomes.annotate.parts import add_comment, changed_parts, no_comments
from send_outcomes.annotate.repacking import repacked
from send_outcomes.annotate.spots import Spot, edges, spot_of, whole
from send_outcomes.annotate.threads import Standing, clear_comments, clear_marks, next_id, threads_of
from send_outcomes.annotate.wording import finding_lines, group_lines, item_lines, summary_lines
from send_outcomes.documents import UnreadableInput
from send_outcomes.findings import About, Finding
from send_outcomes.reports.contract import Run
from send_outcomes.reports.plan_lines import items_of
from send_outcomes.word import Document, WordLimits, open_document
from send_outcomes.word.opening import DEFAULTS
from send_outcomes.word.package import open_package

if TYPE_CHECKING:
    from send_outcomes.model import Aspiration, Need, Provision
    from send_outcomes.plan_report import OutcomeReport, PlanReport

_MOST = 32_000  # Word opens no file with more than 32,767 ([MS-OI29500], commentRangeStart, a)
_FAR = 400  # paragraphs between a heading and its first outcome
_SECTION_E = re.compile(r"\s*section\s+e\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with comments: how many were written, on how many outcomes and other items of the plan.

    `unplaced` findings have no place in its text.
    """

    data: bytes
    comments: int
    outcomes: int
    items: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class _Remark:
    spot: Spot
    lines: tuple[str, ...]


def annotated(
    data: bytes,
    path: str,
    reports: Sequence["PlanReport"],
    run: Run,
    when: dt.datetime,
    group: bool = False,
    limits: WordLimits = DEFAULTS,
) -> Annotated:
    """Return the document in `data` with what `reports`, read from it, found: a comment a finding, or with `group` one an outcome.

    Each aspiration, need and provision has one comment, with everything that was found on it.

    Comments of ours from an earlier run are replaced, except those that a person has answered. `when` is in UTC. Raises
    `UnreadableInput` where the document can't be opened, or would get more comments than Word can open.
    """
    document = open_document(data, path, limits)
    package = open_package(data, path, limits)
    part = package.parts()
    comments = package.tree(part["comments"])
    extended = package.tree(posixpath.join(posixpath.dirname(part["document"]), "commentsExtended.xml"))
    threads = threads_of(document, comments, extended)
    clear_marks(document.root, threads.ours)
    clear_comments(comments, threads.ours)

    remarks: list[_Remark] = []
    outcomes = items = unplaced = 0
    standing = list(threads.standing)
    for report in reports:
        made, lost = _remarks(report, run, document, group)
        fresh = [remark for remark in made if not _said(remark, standing)]
        outcomes += sum(any(finding.counts for finding in one.findings) for one in report.outcomes)
        items += len({finding.about for finding in report.findings if finding.counts and finding.about})
        remarks += fresh
        unplaced += lost
    if len(remarks) > _MOST:
        raise UnreadableInput("more comments than Word can open; use --group, or --select fewer rules", path)
    if comments is None:
        comments = no_comments(etree.QName(document.root).namespace or "")
    first = next_id(comments, document.root)
    mark(document, [remark.spot for remark in remarks], range(first, first + len(remarks)))
    for id_, remark in enumerate(remarks, first):
        add_comment(comments, id_, remark.lines, when)

    return Annotated(
        repacked(package.archive, changed_parts(package, document.root, comments), path),
        len(remarks),
        outcomes,
        items,
        unplaced,
    )


def _remarks(report: "PlanReport", run: Run, document: Document, group: bool) -> tuple[list[_Remark], int]:
    """Return the comments on one plan, the summary first, and how many have no place in the document."""
    found: list[_Remark] = []
    lost = 0
    for outcome in report.outcomes:
        for spot, lines in _on_outcome(outcome, document, group):
            if spot is None:
                lost += 1
            else:
                found.append(_Remark(spot, lines))
    unplaced: list[Finding] = []
    for item, findings in _by_item(report):
        spot = _spot_on(item, findings, document)
        if item is None or spot is None:
            unplaced += findings
        else:
            found.append(_Remark(spot, item_lines(findings, run, item.text if _wider(spot, document) else "")))
    top = _top(report, document)
    if top is not None:
        found.insert(0, _Remark(top, summary_lines(report, run, unplaced)))
    else:
        lost += len(unplaced)
    return found, lost


def _by_item(report: "PlanReport") -> Iterator[tuple["Aspiration | Need | Provision | None", list[Finding]]]:
    """Yield each aspiration, need and provision on which something was found, with its findings."""
    found: dict[About, list[Finding]] = {}
    for finding in report.findings:
        if finding.about and finding.counts:
            found.setdefault(finding.about, []).append(finding)
    items = items_of(report.plan)
    return ((items.get(about), findings) for about, findings in found.items())


def _spot_on(
    item: "Aspiration | Need | Provision | None", findings: Sequence[Finding], document: Document
) -> Spot | None:  # fmt: skip
    """Return where the comment on an item stands: on the words of its only finding, else on all of its text."""
    if item is None:
        return None
    one = findings[0]
    words = spot_of(item.place, one.start, one.end, document) if len(findings) == 1 else None
    return words or spot_of(item.place, 0, len(item.text), document)


def _on_outcome(outcome: "OutcomeReport", document: Document, group: bool) -> Iterator[tuple[Spot | None, tuple[str, ...]]]:
    findings = [finding for finding in outcome.findings if finding.counts]
    place, text = outcome.outcome.place, outcome.outcome.text
    everything = spot_of(place, 0, len(text), document)
    if group and findings:
        yield everything, group_lines(findings, text if _wider(everything, document) else "")
        return
    for finding in findings:
        spot = spot_of(place, finding.start, finding.end, document) or everything
        yield spot, finding_lines(finding, (finding.match or text) if _wider(spot, document) else "")


def _wider(spot: Spot | None, document: Document) -> bool:
    """Tell whether a mark will cover more than its words, so that the comment has to say which it means."""
    return spot is not None and any(sealed(piece) is not None for piece, _ in edges(spot, document))


def _top(report: "PlanReport", document: Document) -> Spot | None:
    """Return where the summary stands: on the heading of Section E above the first outcome, else on that outcome."""
    spots = [spot_of(one.outcome.place, 0, len(one.outcome.text), document) for one in report.outcomes]
    placed = [spot for spot in spots if spot is not None]
    if not placed:
        return None
    first = min(placed, key=lambda spot: (spot.first, spot.start))
    for index in range(first.first - 1, max(-1, first.first - _FAR), -1):
        paragraph = document.paragraphs.get(index)
        if paragraph is not None and _opens_outcomes(paragraph.text):
            return whole(document, index)
    return first


def _opens_outcomes(text: str) -> bool:
    return bool(_SECTION_E.match(text)) and len(text) < 200


def _said(remark: _Remark, standing: list[Standing]) -> bool:
    """Tell whether a comment would only repeat one that a person has answered; each of those answers for one."""
    same = Standing(remark.spot.first, tuple(" ".join(remark.lines).split()))
    if same in standing:
        standing.remove(same)
        return True
    return False
