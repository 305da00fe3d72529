"""`--format sarif`: SARIF 2.1.0, for GitHub code scanning, Azure DevOps and viewers in editors. Written finding by finding.

The sections named below are those of the OASIS Standard “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”.
"""

import json
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from send_outcomes.documents import Problem
from send_outcomes.reports.as_json import dumped
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.located import Located, Locator, posix
from send_outcomes.reports.sarif_rules import LEVELS, driver

if TYPE_CHECKING:
    from send_outcomes.model import Place
    from send_outcomes.plan_report import PlanReport, Summary

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "sendOutcomes/v1"
_OF_GITHUB = "primaryLocationLineHash"  # the one by which GitHub knows an alert again


def begin(stream: TextIO, run: Run, options: Options) -> "SarifReport":
    """Write the log's opening, with every rule that is in force."""
    return SarifReport(stream, run, options)


class SarifReport:
    """A log of one run that grows a result at a time."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Write everything that stands before the first result."""
        self._stream, self._options = stream, options
        self._locator = Locator(run, options)
        self._indices = {code: n for n, code in enumerate(run.rules)}
        stream.write(f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [\n')
        stream.write(
            f'{{"tool": {{"driver": {dumped(driver(run, not options.redact), options)}}},\n"columnKind": "unicodeCodePoints",\n"results": ['
        )
        self._between = "\n"

    def plan(self, report: "PlanReport") -> None:
        """Write a result for each finding of a plan."""
        for one in self._locator.located(report):
            self._stream.write(self._between + dumped(self._result(one), self._options))
            self._between = ",\n"

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write what could not be read, and close the log."""
        invocation = {"executionSuccessful": not errors, "toolExecutionNotifications": [_notification(e) for e in errors]}
        self._stream.write(f'\n],\n"invocations": [{dumped(invocation, self._options)}]}}\n]}}\n')

    def _result(self, one: Located) -> dict[str, Any]:
        """Return one finding (§3.27)."""
        finding = one.finding
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "level": LEVELS[finding.severity],
            "message": {"text": f"{finding.name}: {finding.message}"},
            "locations": [_location(one)],
            "partialFingerprints": {_FINGERPRINT: one.key, _OF_GITHUB: one.key},
            "properties": {"confidence": finding.confidence.value, "feature": finding.feature},
        }
        if finding.code in self._indices:
            result["ruleIndex"] = self._indices[finding.code]
        if finding.ignored:
            result["suppressions"] = [_suppression(one)]
        if self._options.compared:
            result["baselineState"] = "unchanged" if finding.known else "new"
        return result


def _location(one: Located) -> dict[str, Any]:
    """Return where a finding stands (§3.28): in the file, and in the plan, which is all a Word or Excel file has."""
    named = {"plan": one.plan, "item": one.item, "place": one.place.label if not one.region else ""}
    logical = {
        "name": one.item or one.plan,
        "fullyQualifiedName": "/".join(part for part in named.values() if part),
        "kind": one.kind,
    }
    location: dict[str, Any] = {"logicalLocations": [logical], "message": {"text": one.where}}
    if one.place.path not in ("", "-"):
        location["physicalLocation"] = {"artifactLocation": _artifact(one.place.path), **_region(one)}
    return location


def _region(one: Located) -> dict[str, Any]:
    """Return lines and columns (§3.30); of a gap only where the text begins. A file without lines has none."""
    region = one.region
    if region is None:
        return {}
    if one.finding.end <= one.finding.start:
        return {"region": {"startLine": region.line, "startColumn": region.column}}
    return {
        "region": {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
    }


def _artifact(path: str) -> dict[str, Any]:
    """Return a file (§3.4): below the root of the sources, unless its path is absolute or leads out of there."""
    plain = posix(path)
    drive = plain[1:3] == ":/"
    if plain.startswith("/") or drive:
        return {"uri": f"file://{'/' if drive else ''}{quote(plain, safe='/:', errors='replace')}"}
    uri = quote(plain, errors="replace")
    return {"uri": uri} if ".." in PurePosixPath(plain).parts else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _suppression(one: Located) -> dict[str, Any]:
    """Return a person's word that the rule does not apply (§3.35), and where they gave it."""
    ignored = one.finding.ignored
    assert ignored is not None
    outside = ignored.place is not None and ignored.place.path != one.place.path
    suppression: dict[str, Any] = {"kind": "external" if outside else "inSource", "status": "accepted"}
    if ignored.because:
        suppression["justification"] = ignored.because
    if ignored.place is not None:
        suppression["location"] = _noted(ignored.place)
    return suppression


def _noted(place: "Place") -> dict[str, Any]:
    region = {"region": {"startLine": place.line}} if place.line else {}
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), **region}}


def _notification(error: Problem) -> dict[str, Any]:
    """Return an input that could not be read (§3.58)."""
    notification: dict[str, Any] = {"level": "error", "message": {"text": error.message}}
    if error.path not in ("", "-"):
        region = {"region": {"startLine": error.line}} if error.line else {}
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(error.path), **region}}]
    return notification
