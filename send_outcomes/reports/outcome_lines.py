"""One outcome in a text report: where it stands, its text with the words underlined, its verdicts, what it serves."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from send_outcomes.findings import Feature, Finding, Verdict
from send_outcomes.reports.contract import Run
from send_outcomes.reports.layout import gathered, hanging
from send_outcomes.reports.page import Page, Part
from send_outcomes.reports.serving import serving
from send_outcomes.reports.signs import SEVERITY_STYLES, VERDICT_STYLES
from send_outcomes.reports.together import Together
from send_outcomes.reports.underlining import Underline, underlined

if TYPE_CHECKING:
    from send_outcomes.model import Place
    from send_outcomes.plan_report import OutcomeReport

_INDENT = 2
_ROOM = 46  # cells to the right of a mark in which a remark of several lines still reads well


def outcome_lines(page: Page, report: "OutcomeReport", run: Run, text_left_out: bool = False) -> None:
    """Write one outcome. A gap is marked with “!”, what a person has set aside stands last and counts nowhere."""
    page.paragraph(heading(page, report.outcome.place, report.outcome.id), "bold")
    marked_text(page, report.outcome.text, report.findings, text_left_out)
    if report.suggestion:
        page.paragraph(f"You could write: {report.suggestion}", "italic", _INDENT)
    _verdicts(page, report)
    line = serving(report.mapping, run.frameworks, page.signs)
    page.paragraph(f"{page.signs.arrow} {line}", "", _INDENT)


def marked_text(
    page: Page, text: str, findings: Iterable[Finding], left_out: bool = False, together: Sequence[Together] = ()
) -> None:
    """Write a text with its words underlined, then what is missing in it, then what counts nowhere.

    Of the findings that are said `together` the words are only underlined; what is said of them follows the text.
    """
    findings = tuple(findings)
    counting = [finding for finding in findings if finding.counts]
    once = {id(finding) for group in together for finding in group.findings}
    on_words = [finding for finding in counting if finding.end > finding.start]
    if left_out:
        page.line("  ", ("(text left out)", "dim"))
        for finding in on_words:
            if id(finding) not in once:
                finding_lines(page, finding, f"characters {finding.start + 1} to {finding.end}: ")
    else:
        for row, underlines in underlined(text, on_words, page.width - _INDENT, page.shown):
            page.line(" " * _INDENT, row)
            _under_together(page, [underline for underline in underlines if id(underline.of) in once])
            for underline in underlines:
                if id(underline.of) not in once:
                    _under(page, underline)
    for group in together:
        before = "! " if group.findings[0].end <= group.findings[0].start else ""
        label = f"{before}{page.signs.severities[group.severity]} {group.label}"
        _remark(page, (label, SEVERITY_STYLES[group.severity]), group.message, _INDENT)
    for finding in counting:
        if finding.end <= finding.start and id(finding) not in once:
            finding_lines(page, finding, "! ")
    for remark in dict.fromkeys(_counting_nowhere(finding) for finding in findings if not finding.counts):
        page.paragraph(f"- {remark}", "dim", _INDENT)


def heading(page: Page, place: "Place", name: str) -> str:
    """Return where an outcome stands and what it is called: `draft.docx · Section E, table 3, row 2 · O2`."""
    label = place.label or (f"line {place.line}" if place.line else "")
    return f" {page.signs.dot} ".join(part for part in (place.path, label, name) if part)


def finding_lines(page: Page, finding: Finding, before: str = "") -> None:
    """Write one finding that marks no words, over as many lines as it needs."""
    style = SEVERITY_STYLES[finding.severity]
    label = f"{before}{page.signs.severities[finding.severity]} {finding.code} {finding.name}"
    where = f" ({finding.at.path}, {finding.at.label})" if finding.at else ""
    _remark(page, (label, style), finding.message + where, _INDENT)


def _counting_nowhere(finding: Finding) -> str:
    """Say what a person has set aside and why, or what is an old finding, and on which words."""
    words = f" “{finding.match}”" if finding.match else ""
    because = f" (because: {finding.ignored.because})" if finding.ignored and finding.ignored.because else ""
    return f"{'set aside' if finding.ignored else 'in the baseline'}: {finding.code} {finding.name}{words}{because}"


def _under_together(page: Page, underlines: Sequence[Underline[Finding]]) -> None:
    """Mark all words of a row that are spoken of together, on one line."""
    parts: list[Part] = [" " * _INDENT]
    at = 0
    for underline in sorted(underlines, key=lambda one: one.before):
        width = underline.before + underline.width - max(at, underline.before)
        if width > 0:
            parts += [" " * (underline.before - at), ("~" * width, SEVERITY_STYLES[underline.of.severity])]
            at = max(at, underline.before) + width
    if at:
        page.line(*parts)


def _under(page: Page, underline: Underline[Finding]) -> None:
    finding = underline.of
    style = SEVERITY_STYLES[finding.severity]
    margin = " " * (_INDENT + underline.before)
    marks = "~" * underline.width
    if not underline.closes:
        page.line(margin, (marks, style))
        return
    marks += page.shown(page.signs.more) if underline.goes_on else ""
    label = f"{page.signs.severities[finding.severity]} {finding.code} {finding.name}"
    column = len(margin) + cell_len(marks) + 1
    message = page.shown(finding.message)
    room = page.width - column
    if cell_len(label) + 3 + cell_len(message) <= room or room >= _ROOM:
        _remark(page, (label, style), finding.message, column, [margin, (marks, style), " "])
    else:
        page.line(margin, (marks, style))
        _remark(page, (label, style), finding.message, _INDENT + 2)


def _remark(page: Page, label: tuple[str, str], message: str, column: int, before: list[Part] | None = None) -> None:
    """Write label (with its style) and message from `column` on; further lines hang two cells further in."""
    taken = column + cell_len(page.shown(label[0])) + 3
    first, *rest = hanging(page.shown(message), page.width, taken, column + 2)
    page.line(*(before or [" " * column]), label, "   ", first)
    for line in rest:
        page.line(line)


def _verdicts(page: Page, report: "OutcomeReport") -> None:
    """Write the twelve verdicts, what is amiss first."""
    verdicts = {feature: report.features.get(feature, Verdict.CANNOT_TELL) for feature in Feature}
    order = list(page.signs.verdicts)
    items = {
        f"{page.signs.verdicts[verdict]} {feature.label}": verdict
        for feature, verdict in sorted(verdicts.items(), key=lambda pair: order.index(pair[1]))
    }
    for line in gathered(list(items), page.width, _INDENT):
        parts: list[Part] = [" " * _INDENT]
        for item in line.strip().split("  "):
            parts += [(item, VERDICT_STYLES[items[item]]), "  "]
        page.line(*parts[:-1])
