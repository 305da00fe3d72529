"""`read --format json`: what was understood as plan files in JSON, one after the other, a line each."""

from collections.abc import Sequence
from typing import TextIO

from send_outcomes.documents import Problem
from send_outcomes.model import Plan
from send_outcomes.reports.as_json import dumped
from send_outcomes.reports.contract import Options
from send_outcomes.reports.plan_redaction import redacted_plan
from send_outcomes.reports.plan_values import plan_value


def begin(stream: TextIO, options: Options) -> "ReadJson":
    """Begin; nothing is written before the first plan."""
    return ReadJson(stream, options)


class ReadJson:
    """One JSON value a plan: with a single plan, the whole is a plan file in JSON; with several, JSON Lines."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write on `stream`."""
        self._stream, self._options = stream, options

    def plan(self, plan: Plan) -> None:
        """Write one plan or list."""
        plan = redacted_plan(plan) if self._options.redact else plan
        self._stream.write(dumped(plan_value(plan), self._options) + "\n")

    def nothing(self, path: str, looked_for: str, seen: Sequence[str]) -> None:
        """An input without outcomes leaves nothing in a plan file."""

    def end(self, errors: Sequence[Problem]) -> None:
        """Everything has been written."""
