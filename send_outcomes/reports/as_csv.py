"""`--format csv`: one finding a row, for a spreadsheet. No cell can become a formula, however a spreadsheet cuts the line up."""

import csv
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.documents.own_files import REPORT_COLUMNS
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.located import Located, Locator, state_of
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

# What makes a formula at the head of a cell (OWASP, “CSV Injection”; the wide forms are for Excel in Japanese), also after what
# another country's spreadsheet takes for the end of a cell. An apostrophe before it makes it text.
_LIVE = re.compile(r"((?:\A|[,;|\t])[\s\"'“”‘’]*)(?=[=+\-@＝＋－＠])")


def begin(stream: TextIO, run: Run, options: Options) -> "CsvReport":
    """Write the names of the columns."""
    return CsvReport(stream, run, options)


class CsvReport:
    """Rows, each complete as soon as its plan is done."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Write the header."""
        self._locator, self._unicode = Locator(run, options), options.unicode
        self._rows = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
        self._rows.writerow(REPORT_COLUMNS)

    def plan(self, report: "PlanReport") -> None:
        """Write a row for each finding of a plan; old ones, and those set aside, are marked in the column `state`."""
        for one in self._locator.located(report):
            self._rows.writerow([lifeless(str(value), self._unicode) for value in _row(one)])

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write a row for each input that could not be read, so that it is not taken for one without findings."""
        for error in errors:
            row = {
                "path": error.path,
                "line": error.line or "",
                "severity": "error",
                "state": "unreadable",
                "message": error.message,
            }
            self._rows.writerow([lifeless(str(row.get(column, "")), self._unicode) for column in REPORT_COLUMNS])


def lifeless(text: str, unicode: bool = True) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula, on one line."""
    return _LIVE.sub(r"\1'", shown(text, unicode))


def _row(one: Located) -> tuple[object, ...]:
    finding, region = one.finding, one.region
    return (
        one.place.path, one.plan, one.item, one.kind, one.place.label,
        region.line if region else "", region.column if region else "",
        finding.code, finding.name, finding.feature, finding.severity.value, finding.confidence.value, state_of(finding),
        finding.message, finding.match, finding.fix.replacement if finding.fix else "",
        finding.ignored.because if finding.ignored else "", one.text,
    )  # fmt: skip
