"""`thread --format html`: a page that stands alone, with the picture of each plan's thread and, in words, what hangs together.

It is set in the templates and the style of the page of `lint --format html`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from markupsafe import Markup

from send_outcomes import __version__
from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.html.environment import style, template
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.thread_knots import HEADINGS, absences, knots_of
from send_outcomes.reports.thread_svg import thread_svg

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

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
        self._write("head", title="Golden thread", style=style("page"), plot_style="", redact=options.redact)

    def plan(self, report: "PlanReport") -> None:
        """Write one plan: the picture, and a table of every item with what it hangs on and what it lacks."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        self._plans += 1
        anchor = f"plan-{self._plans}"
        links = report.thread.links if report.thread else ()
        knots = [(knot, [link for link in links if link.lower == item]) for item, knot in knots_of(report).items()]
        self._write(
            "thread_page",
            anchor=anchor,
            plan=report.plan,
            picture=Markup(thread_svg(report, f"{anchor}-drawn")),
            absences=absences(report),
            knots=knots,
            headings=HEADINGS,
            known=_KNOWN,
        )

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Say what could not be read, and close the page."""
        self._write("thread_foot", errors=errors, version=__version__)

    def _write(self, name: str, **values: Any) -> None:
        for part in template(name).generate(run=self._run, **values):
            self._stream.write(part if self._options.unicode else part.encode("ascii", "xmlcharrefreplace").decode())
