"""`lint --statistics --format json`: how often each rule was met, and the totals of the run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.as_json import dumped
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.records import TOOL, VERSION, error_records, summary_record
from send_outcomes.reports.statistics import counted

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary


def begin(stream: TextIO, run: Run, options: Options) -> "StatisticsJson":
    """Begin; nothing is written before the end."""
    return StatisticsJson(stream, run, options)


class StatisticsJson:
    """Waits for the totals."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Write on `stream`."""
        self._stream, self._run, self._options = stream, run, options

    def plan(self, report: "PlanReport") -> None:
        """Leave out the plan: its findings are in the totals."""

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the document."""
        record = {
            "version": VERSION,
            "tool": TOOL,
            "profile": self._run.profile,
            "rules": [one._asdict() for one in counted(summary, self._run)],
            "summary": summary_record(summary),
            "errors": error_records(errors),
        }
        self._stream.write(dumped(record, self._options) + "\n")
