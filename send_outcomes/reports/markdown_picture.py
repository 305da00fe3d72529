"""The picture of a whole plan in Markdown: thread, provision, what is served, the last plan, readability. Compact, to be pasted.

Knows no findings; each part yields lines under a heading of its own, none where the plan has nothing for it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from send_outcomes.comparison import Change
from send_outcomes.findings import Verdict
from send_outcomes.language.provision_parts import NOT_NEEDED, Part
from send_outcomes.reports.comparison_lines import CHANGES
from send_outcomes.reports.contract import Run
from send_outcomes.reports.markdown import escaped, table
from send_outcomes.reports.picture import frameworks_served
from send_outcomes.reports.signs import Signs
from send_outcomes.reports.thread_rows import GAP, ThreadCell, loose_ends, thread_rows

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

_LONGEST = 48  # characters of the plan's words in a cell; three such columns fit a page
_LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Picture:
    """One whole plan to be drawn, which has been redacted where that is wanted, and by which signs."""

    report: "PlanReport"
    run: Run
    signs: Signs
    unicode: bool

    def said(self, text: str, longest: int = _LONGEST_TEXT) -> str:
        """Return anyone's text for a cell, on one line, cut short where it is longer than `longest`."""
        text = " ".join(text.split())
        return escaped(text if len(text) <= longest else text[: longest - 1].rstrip() + "…", self.unicode)


def picture(one: Picture) -> Iterator[str]:
    """Yield the lines of a plan's picture, part by part, an empty line between them."""
    first = True
    for part in PARTS:
        for line in part(one):
            if not first and line.startswith("####"):
                yield ""
            yield line
            first = False


def _thread(one: Picture) -> Iterator[str]:
    report, signs = one.report, one.signs
    threaded = thread_rows(report.thread) if report.thread else ()
    if not threaded:
        return
    yield from ("#### Golden thread", "")
    rows = ((*(_linked(one, cell) for cell in row.cells[:2]), f"**{one.said(row.id)}**", _linked(one, row.cells[2])) for row in threaded)  # fmt: skip
    yield from table(("Aspirations", "Needs", "Outcome", "Provision"), rows)
    if any(likely for row in threaded for cell in row.cells for _, likely in cell.linked):
        yield from ("", f"{_alike(one)} linked by likeness of words alone; every other link is the plan's own.")
    ends = loose_ends(report)
    if ends:
        yield ""
    for end in ends:
        sign = signs.verdicts[Verdict.NOT_MET if end.sure else Verdict.CANNOT_TELL]
        item = f"{one.said(end.id)}: " if end.id else ""
        yield f"- {sign} {item}{one.said(end.says)}{'' if end.sure else ', as far as words tell'}"


def _alike(one: Picture) -> str:
    return "≈" if one.unicode else "(words)"


def _linked(one: Picture, cell: ThreadCell) -> str:
    if not cell.linked:
        return f"{one.signs.verdicts[Verdict.NOT_MET]} {GAP}" if cell.none == GAP else cell.none
    return ", ".join(f"{_alike(one)} {one.said(id_)}" if likely else one.said(id_) for id_, likely in cell.linked)


def _provision(one: Picture) -> Iterator[str]:
    if not one.report.provision:
        return
    yield from ("#### Provision", "")
    names = list(one.report.provision[0].parts)
    rows = (
        (f"**{one.said(row.provision.id)}** ({row.provision.section})", *(_part(one, row.parts[name]) for name in names))
        for row in one.report.provision
    )
    yield from table(("Provision", *(name.label.capitalize() for name in names)), rows)


def _part(one: Picture, found: Part) -> str:
    if found is NOT_NEEDED:
        return "not needed"
    if found is None:
        return f"{one.signs.verdicts[Verdict.NOT_MET]} missing"
    return f"{one.signs.verdicts[Verdict.MET]} {one.said(found.words, _LONGEST)}".rstrip()


def _served(one: Picture) -> Iterator[str]:
    """Yield the first framework statement by statement, and of each other one how many are served."""
    frameworks = frameworks_served(one.report, one.run.frameworks)
    if not frameworks or not one.report.outcomes:
        return
    first, *others = frameworks
    yield from ("#### Themes and statements served", "")
    rows = ((one.said(s.label), f"{len(s.by)}", ", ".join(map(one.said, s.by))) for s in first.statements)
    yield from table((one.said(first.name), "Outcomes", "Which"), rows, (1,))
    if others:
        yield ""
    for framework in others:
        none = [one.said(statement.label) for statement in framework.statements if not statement.by]
        total = len(framework.statements)
        rest = f"; none for: {'; '.join(none)}" if none else ""
        yield f"- **{one.said(framework.name)}:** {total - len(none)} of {total}{rest}"


def _comparison(one: Picture) -> Iterator[str]:
    if not one.report.comparison:
        return
    yield from ("#### Since the last plan", "")
    rows = (
        (
            one.said(pair.new or ""),
            CHANGES[pair.change] + (", though its end has passed" if pair.ended and pair.change is Change.KEPT else ""),
            one.said(" ".join(part for part in (pair.old, pair.old_text if pair.change is not Change.KEPT else "") if part)),
        )
        for pair in one.report.comparison
    )
    yield from table(("Outcome", "Change", "In the last plan"), rows)


def _readability(one: Picture) -> Iterator[str]:
    if not one.report.readability:
        return
    yield from ("#### Readability", "")
    rows = (
        (f"Section {one.said(section)}", f"{found.words}", f"{found.automated}", f"{found.coleman_liau}", f"{found.lix}")
        for section, found in one.report.readability.items()
    )
    yield from table(("Section", "Words", "Automated readability index", "Coleman–Liau index" if one.unicode else "Coleman-Liau index", "LIX"), rows, range(1, 5))  # fmt: skip
    yield from ("", "The two indexes are school grades of the United States; LIX is 30 for a story, 60 for a law.")


PARTS: tuple[Callable[[Picture], Iterable[str]], ...] = (_thread, _provision, _served, _comparison, _readability)
