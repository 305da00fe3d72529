"""`read --format yaml`: what was understood as a plan file, a document for each plan, places as comments.

What could steer a screen or hide between letters is written as an escape, which means the same to a reader.
"""

from collections.abc import Sequence
from textwrap import indent
from typing import Any, TextIO

import yaml

from send_outcomes.documents import Problem
from send_outcomes.model import Plan, PlanKind
from send_outcomes.reports.contract import Options
from send_outcomes.reports.plan_redaction import redacted_plan
from send_outcomes.reports.plan_values import is_list, outcome_value, plan_head, plan_lists
from send_outcomes.reports.safe import escaped_json, shown

_WIDTH = 120


def begin(stream: TextIO, options: Options) -> "ReadYaml":
    """Begin; nothing is written before the first plan."""
    return ReadYaml(stream, options)


class ReadYaml:
    """Plan files that follow each other."""

    def __init__(self, stream: TextIO, options: Options) -> None:
        """Write on `stream`."""
        self._stream, self._options, self._begun = stream, options, False

    def plan(self, plan: Plan) -> None:
        """Write one plan or list."""
        plan = redacted_plan(plan) if self._options.redact else plan
        if self._begun:
            self._stream.write("---\n")
        self._begun = True
        self._stream.write(f"# {self._comment(plan.path)}\n")
        if is_list(plan):
            self._outcomes(plan, "")
            return
        if plan.kind == PlanKind.LIST:
            self._stream.write("# a list of outcomes with what stood beside them\n")
        self._write(plan_head(plan))
        for name, entries in plan_lists(plan).items():
            if name == "outcomes" and entries:
                self._stream.write("outcomes:\n")
                self._outcomes(plan, "  ")
            else:
                self._write({name: entries})

    def nothing(self, path: str, looked_for: str, seen: Sequence[str]) -> None:
        """An input without outcomes leaves nothing in a plan file."""

    def end(self, errors: Sequence[Problem]) -> None:
        """Everything has been written."""

    def _outcomes(self, plan: Plan, margin: str) -> None:
        for outcome in plan.outcomes:
            self._stream.write(f"{margin}# {self._comment(outcome.place.label)}\n" if outcome.place.label else "")
            self._write([outcome_value(outcome)], margin)

    def _write(self, value: Any, margin: str = "") -> None:
        plain = self._options.unicode and escaped_json(_texts(value)) == _texts(value)
        dumped = yaml.dump(
            value, Dumper=_Dumper, allow_unicode=plain, sort_keys=False, width=_WIDTH, default_flow_style=False
        )  # fmt: skip
        self._stream.write(indent(dumped, margin) if margin else dumped)

    def _comment(self, text: str) -> str:
        return shown(text, self._options.unicode)


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set lists in, as people write them."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out."""
        return True


def _texts(value: Any) -> str:
    """Return all texts of a value, to look for what may not stand on a screen."""
    if isinstance(value, dict):
        return "".join(map(_texts, value.values()))
    return "".join(map(_texts, value)) if isinstance(value, list) else str(value)
