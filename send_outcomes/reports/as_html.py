"""`--format html`: one page that stands alone, to read on a screen or print; written plan by plan.

Of each plan it remembers a line, for the table at the end, and which rules spoke.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from markupsafe import Markup

from send_outcomes import __version__
from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.html.environment import style, template
from send_outcomes.reports.html.plan_view import plan_view
from send_outcomes.reports.mending import counted, mend_first
from send_outcomes.reports.plots import style as plot_style
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.several import PlanRow
from send_outcomes.rulebook.packs import documents_cited

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary


def begin(stream: TextIO, run: Run, options: Options) -> "HtmlReport":
    """Write the page's head."""
    return HtmlReport(stream, run, options)


class HtmlReport:
    """A page that grows a plan at a time."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Write everything that stands before the first plan."""
        self._stream, self._run, self._options = stream, run, options
        self._rows: list[PlanRow] = []
        self._spoke: dict[str, str] = {}  # reason by the code of each rule that found something
        self._write(
            "head", title="Outcomes report", style=style("page"), plot_style=Markup(plot_style()), redact=options.redact
        )

    def plan(self, report: "PlanReport") -> None:
        """Write one plan."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        self._spoke.update({finding.code: finding.why for finding in report.all_findings()})
        view = plan_view(report, self._run, len(self._rows) + 1, self._options.redact)
        self._write("plan", plan=view)
        mend = mend_first(report, self._run).code
        self._rows.append(PlanRow(report.plan.id, report.plan.path, len(report.outcomes), counted(report), mend))

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the table over the plans where there are several, what could not be read, and the rules that spoke."""
        rules = [(code, self._run.rules.get(code), why) for code, why in sorted(self._spoke.items())]
        self._write("foot", rows=self._rows, errors=errors, rules=rules, documents=documents_cited(), version=__version__)

    def _write(self, name: str, **values: Any) -> None:
        for part in template(name).generate(run=self._run, **values):
            self._stream.write(part if self._options.unicode else part.encode("ascii", "xmlcharrefreplace").decode())
