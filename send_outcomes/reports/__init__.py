"""Reports: PlanReport → an output format; one module a format, and here the registry of them.

A format's module holds `begin(stream, run, options)`, which returns a Report; plans are handed to it one by one.
Modules are imported when asked for, so that `--help` need not pay for them.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TextIO

from send_outcomes.reports.contract import Options, Report, Run

FORMATS: Mapping[str, str] = {
    "text": "send_outcomes.reports.as_text",
    "json": "send_outcomes.reports.as_json",
    "jsonl": "send_outcomes.reports.as_jsonl",
}
MAP_FORMATS: Mapping[str, str] = {"text": "send_outcomes.reports.map_text", "json": "send_outcomes.reports.map_json"}


def begin(name: str, stream: TextIO, run: Run, options: Options, formats: Mapping[str, str] = FORMATS) -> Report:
    """Begin a report in the format `name` on `stream`. Raises KeyError where `formats` has none of that name."""
    report: Report = import_module(formats[name]).begin(stream, run, options)
    return report


__all__ = ["FORMATS", "MAP_FORMATS", "Options", "Report", "Run", "begin"]
