"""`--format jsonl`: one plan a line, each like an entry of `plans` in the JSON document; no totals, no errors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.as_json import dumped
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.records import plan_record
from send_outcomes.reports.redaction import redacted

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary


def begin(stream: TextIO, run: Run, options: Options) -> "JsonLinesReport":
    """Begin; nothing is written before the first plan."""
    return JsonLinesReport(stream, run, options)


class JsonLinesReport:
    """Lines of JSON, each complete as soon as its plan is done."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Remember where to write."""
        self._stream, self._run, self._options = stream, run, options

    def plan(self, report: "PlanReport") -> None:
        """Write one plan as one line."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        self._stream.write(dumped(plan_record(report), self._options) + "\n")

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Nothing is left to write."""
        self._stream.flush()
