"""`--format junit`: JUnit's XML, as Jenkins, GitLab and Azure read it: a suite a plan, a case an outcome and finding.

A finding below `--fail-on` is a case that passes, with its remark as output; what was set aside or is known is skipped.
"""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.located import Located, Locator, posix
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

_NO_CHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def begin(stream: TextIO, run: Run, options: Options) -> "JUnitReport":
    """Write the document's opening."""
    return JUnitReport(stream, run, options)


class JUnitReport:
    """A document that grows a suite at a time."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Open the document."""
        self._stream, self._run, self._options = stream, run, options
        self._locator = Locator(run, options)
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="send-outcomes">\n')

    def plan(self, report: "PlanReport") -> None:
        """Write one plan as a suite: an outcome without a finding is a case that passes."""
        report, found = self._locator.shown(report), self._locator.located(report)
        name = _safe(report.plan.id)
        suite = ET.Element("testsuite", name=name, file=_safe(posix(report.plan.path)))
        for outcome in report.outcomes:
            if not outcome.findings:
                ET.SubElement(suite, "testcase", classname=name, name=_safe(outcome.outcome.id))
        for one in found:
            self._case(suite, one)
        self._write(suite)

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write what could not be read as a suite of errors, and close the document."""
        if errors:
            suite = ET.Element("testsuite", name="could not be read")
            for error in errors:
                case = ET.SubElement(suite, "testcase", classname="send-outcomes", name=_safe(posix(error.path)))
                ET.SubElement(case, "error", type="unreadable", message=_safe(str(error)))
            self._write(suite)
        self._stream.write("</testsuites>\n")

    def _case(self, suite: ET.Element, one: Located) -> None:
        finding = one.finding
        item = f"{one.item} " if one.item else ""
        case = ET.SubElement(suite, "testcase", classname=_safe(one.plan), name=_safe(f"{item}{finding.code} {finding.name}"))
        case.set("file", _safe(posix(one.place.path)))
        if one.region:
            case.set("line", str(one.region.line))
        said = _safe(finding.message)
        fails = self._options.fail_on is not None and finding.severity.weight >= self._options.fail_on.weight
        if finding.ignored:
            because = f": {finding.ignored.because}" if finding.ignored.because else ""
            ET.SubElement(case, "skipped", message=_safe(f"set aside with a reason{because}"))
        elif finding.known:
            ET.SubElement(case, "skipped", message="in the baseline")
        elif fails:
            failure = ET.SubElement(case, "failure", type=finding.severity.value, message=said)
            failure.text = _safe(" · ".join(part for part in (one.where, finding.match, finding.why) if part))
        else:
            ET.SubElement(case, "system-out").text = f"{finding.severity.value}: {said}"

    def _write(self, suite: ET.Element) -> None:
        cases = list(suite)
        for kind, name in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            suite.set(name, str(sum(case.find(kind) is not None for case in cases)))
        suite.set("tests", str(len(cases)))
        ET.indent(suite, level=1)
        encoding = "unicode" if self._options.unicode else "us-ascii"
        written = ET.tostring(suite, encoding=encoding)
        self._stream.write(f"  {written if isinstance(written, str) else written.decode('ascii')}\n")


def _safe(text: str) -> str:
    """Return a text without what XML 1.0 has no room for."""
    return shown(text).translate(_NO_CHARACTERS)
