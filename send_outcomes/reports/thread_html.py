"""`thread --format html`: a page that stands alone, with the picture of each plan's thread and, in words, what hangs together."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.safe import shown
from send_outcomes.reports.thread_knots import HEADINGS, absences, knots_of
from send_outcomes.reports.thread_svg import thread_svg

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

_STYLE = """
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #1b1b1b; background: #fff; margin: 1.5rem; }
figure { margin: 0; overflow-x: auto; }
figure svg { min-width: 60rem; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border: 1px solid #767676; padding: .35rem .6rem; text-align: left; vertical-align: top; }
.gap { color: #a3000f; font-weight: bold; }
.doubt { color: #7a4700; font-weight: bold; }
@media (max-width: 40rem) {
  table { font-size: .875rem; }
  th, td { padding: .25rem; }
  th:nth-child(2), td:nth-child(2) { display: none; }
}
@media print { @page { size: A4 landscape; } figure svg { min-width: 0; } section { break-after: page; } }
"""
_KNOWN = {
    "given": "the plan's reference",
    "number": "named in the text",
    "row": "same row of the table",
    "words": "likeness of words",
}


def begin(stream: TextIO, run: Run, options: Options) -> "ThreadHtml":
    """Write the page's head."""
    return ThreadHtml(stream, run, options)


class ThreadHtml:
    """A page that grows a plan at a time."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Write everything that stands before the first plan."""
        self._stream, self._run, self._options, self._plans = stream, run, options, 0
        self._write(
            '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Golden thread</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>\n<body><main>\n'
            "<h1>Golden thread</h1>"
        )

    def plan(self, report: "PlanReport") -> None:
        """Write one plan: the picture, and a table of every item with what it hangs on and what it lacks."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        self._plans += 1
        self._write(f'<section aria-labelledby="plan-{self._plans}"><h2 id="plan-{self._plans}">{_safe(report.plan.id)}</h2>')
        if report.thread is None:
            self._write("<p>A list of outcomes, not a whole plan: it has no thread.</p></section>")
            return
        self._write(
            f'<figure tabindex="0" role="group" aria-label="Picture of the thread">{thread_svg(report, f"thread-{self._plans}")}</figure>'
        )
        for absence in absences(report):
            self._write(f'<p class="gap">✗ {_safe(absence)}</p>')
        self._table(report)
        self._write("</section>")

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Say what could not be read, and close the page."""
        if errors:
            items = "".join(f"<li>{_safe(str(error))}</li>" for error in errors)
            self._write(f"<h2>Could not be read</h2><ul>{items}</ul>")
        self._write("</main></body></html>")

    def _table(self, report: "PlanReport") -> None:
        thread = report.thread
        if thread is None:
            return
        rows = []
        for item, knot in knots_of(report).items():
            above = (link for link in thread.links_of(item) if link.lower == item)
            hangs = "<br>".join(
                f"{_safe(one.upper.id)}: {_KNOWN[one.by]}{_words(one.words)}{_how(one.by, one.sure)}" for one in above
            )
            lacks = "<br>".join(
                f'<span class="{"gap" if one.sure else "doubt"}">{"✗" if one.sure else "?"} {_safe(one.says)}'
                f"{'' if one.sure else ', as far as words tell'}</span>"
                for one in knot.lacks
            )
            rows.append(
                f'<tr><th scope="row">{_safe(item.id)}</th><td>{HEADINGS[item.kind]}</td><td>{_safe(knot.text)}</td>'
                f"<td>{hangs}</td><td>{lacks}</td></tr>"
            )
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("Item", "Part", "Text", "Hangs on", "Gaps"))
        self._write(
            f"<table><caption>The thread in words</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        )

    def _write(self, text: str) -> None:
        self._stream.write((text if self._options.unicode else text.encode("ascii", "xmlcharrefreplace").decode()) + "\n")


def _safe(text: str) -> str:
    return escape(shown(text))


def _words(words: Sequence[str]) -> str:
    return f" ({_safe(', '.join(words))})" if words else ""


def _how(by: str, sure: str) -> str:
    return (", perhaps" if sure == "low" else ", fairly sure") if by == "words" else ""
