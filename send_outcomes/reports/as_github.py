"""`--format github`: annotations for GitHub Actions (workflow commands), the worst first and no more than GitHub shows.

Workflow commands, docs.github.com, “Workflow commands for GitHub Actions”. A step may make ten annotations of each level;
whatever is more stands in the log, folded up, as do old findings and those that people have set aside.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.findings import Severity
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.located import Located, Locator, posix, state_of, worst_first
from send_outcomes.reports.mending import not_counted
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

MOST_OF_A_LEVEL = 10
MOST_IN_THE_LOG = 1_000
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def begin(stream: TextIO, run: Run, options: Options) -> "GitHubReport":
    """Begin; annotations come at the end, when it is known which are the worst."""
    return GitHubReport(stream, run, options)


class GitHubReport:
    """Keeps the worst findings of each level, and of the rest as many as a log should hold."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Begin with nothing found."""
        self._stream, self._unicode = stream, options.unicode
        self._locator = Locator(run, options)
        self._worst: dict[Severity, list[Located]] = {severity: [] for severity in _LEVELS}
        self._rest: list[Located] = []
        self._aside: list[Located] = []
        self._unlisted = 0

    def plan(self, report: "PlanReport") -> None:
        """Take in the findings of one plan."""
        for one in self._locator.located(report):
            if not one.finding.counts:
                self._keep(self._aside, one)
                continue
            worst = self._worst[one.finding.severity]
            worst[:] = worst_first([*worst, one])
            if len(worst) > MOST_OF_A_LEVEL:
                self._keep(self._rest, worst.pop())

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the annotations: first what could not be read, then what was found."""
        unread = len(errors[:MOST_OF_A_LEVEL])
        for error in errors[:MOST_OF_A_LEVEL]:
            self._command("error", _place(error), f"could not be read: {error.message}")
        self._rest += self._worst[Severity.ERROR][MOST_OF_A_LEVEL - unread :]
        for severity, level in _LEVELS.items():
            most = MOST_OF_A_LEVEL - (unread if severity is Severity.ERROR else 0)
            for one in self._worst[severity][:most]:
                self._command(level, _properties(one), _message(one))
        further = [f"{error}" for error in errors[MOST_OF_A_LEVEL:]] + [_line(one) for one in worst_first(self._rest)]
        self._group(f"{len(further):,} more than GitHub shows as annotations", further)
        self._group(f"{len(self._aside):,} that do not count", [_line(one) for one in self._aside])
        if self._unlisted:
            self._say(f"{self._unlisted:,} more are left out of this log; --format sarif or json has them all.")
        counts = sum(summary.findings_by_rule.values())
        said = f"{summary.plans:,} plans or lists, {summary.outcomes:,} outcomes, {counts:,} findings that count."
        self._say(" ".join(part for part in (said, not_counted(summary)) if part))

    def _keep(self, where: list[Located], one: Located) -> None:
        if len(self._rest) + len(self._aside) < MOST_IN_THE_LOG:
            where.append(one)
        else:
            self._unlisted += 1

    def _command(self, level: str, properties: dict[str, object], message: str) -> None:
        said = ",".join(f"{key}={self._escaped(str(value), property_=True)}" for key, value in properties.items())
        self._stream.write(f"::{level} {said}::{self._escaped(message)}\n")

    def _group(self, title: str, lines: Iterable[str]) -> None:
        if lines := list(lines):
            self._stream.write(f"::group::{self._escaped(title)}\n")
            for line in lines:
                self._say(f"- {line}")
            self._stream.write("::endgroup::\n")

    def _say(self, line: str) -> None:
        """Write a line of the log; the runner takes “##[” anywhere in it for a command."""
        self._stream.write(shown(line, self._unicode).replace("##[", "# #[") + "\n")

    def _escaped(self, text: str, property_: bool = False) -> str:
        """Return a text as a command holds it; line breaks are none any more, so no text can begin a command."""
        text = shown(text, self._unicode).replace("%", "%25").replace("##[", "# #[")
        return text.replace(":", "%3A").replace(",", "%2C") if property_ else text


def _properties(one: Located) -> dict[str, object]:
    title = f"{one.finding.code} {one.finding.name}"
    if one.place.path in ("", "-"):
        return {"title": f"{title} ({one.where})"}
    region = one.region
    if region is None:
        return {"file": posix(one.place.path), "title": f"{title} ({one.where})"}
    place: dict[str, object] = {"file": posix(one.place.path), "line": region.line, "endLine": region.end_line}
    if (
        region.line == region.end_line and one.finding.end > one.finding.start
    ):  # columns are refused for what stands on several lines
        place |= {"col": region.column, "endColumn": region.end_column}
    return {**place, "title": f"{title} ({one.item})" if one.item else title}


def _place(error: Problem) -> dict[str, object]:
    at = {"file": posix(error.path), "line": error.line, "col": error.column, "title": "send-outcomes"}
    return {key: value for key, value in at.items() if value}


def _message(one: Located) -> str:
    finding = one.finding
    words = f"“{finding.match}”: " if finding.match and finding.match not in finding.message else ""
    return f"{words}{finding.message}"


def _line(one: Located) -> str:
    finding = one.finding
    at = f":{one.region.line}" if one.region else f" {one.place.label}" if one.place.label else ""
    state = "" if finding.counts else f" ({state_of(finding)})"
    item = f" {one.item}" if one.item else ""
    return f"{posix(one.place.path)}{at}{item} {finding.severity.value} {finding.code} {finding.name}{state}: {_message(one)}"
