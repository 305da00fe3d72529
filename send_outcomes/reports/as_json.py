"""`--format json`: one document after the contract, written plan by plan."""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.records import TOOL, VERSION, error_records, plan_record, summary_record
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.safe import escaped_json

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary


def begin(stream: TextIO, run: Run, options: Options) -> "JsonReport":
    """Write the document's opening."""
    return JsonReport(stream, run, options)


class JsonReport:
    """A document that grows a plan at a time. `record` says what of a plan goes in, `head` what stands before them."""

    def __init__(
        self,
        stream: TextIO,
        run: Run,
        options: Options,
        record: "Callable[[PlanReport], dict[str, Any]]" = plan_record,
        head: dict[str, Any] | None = None,
    ) -> None:
        """Write everything that stands before the first plan."""
        self._stream, self._run, self._options, self._record = stream, run, options, record
        opening = {"version": VERSION, "tool": TOOL, "profile": run.profile, **(head or {})}
        stream.write(dumped(opening, options)[:-1] + ',\n"plans": [')
        self._between = "\n"

    def plan(self, report: "PlanReport") -> None:
        """Write one plan."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        self._stream.write(self._between + dumped(self._record(report), self._options))
        self._between = ",\n"

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the totals and the errors, and close the document."""
        totals = dumped(summary_record(summary), self._options)
        failed = dumped(error_records(errors), self._options)
        self._stream.write(f'\n],\n"summary": {totals},\n"errors": {failed}}}\n')


def dumped(value: object, options: Options) -> str:
    """Return one line of JSON: ASCII where the stream has no more; what could steer a screen is always escaped."""
    return escaped_json(json.dumps(value, ensure_ascii=not options.unicode, separators=(", ", ": ")))
