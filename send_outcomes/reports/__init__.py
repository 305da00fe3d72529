"""Reports: PlanReport → an output format; one module a format, and here the registry of them.

A format's module holds `begin(stream, run, options)`, which returns a Report; plans are handed to it one by one.
Modules are imported when asked for, so that `--help` need not pay for them.
"""

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import TextIO

from send_outcomes.reports.contract import Options, ReadView, Report, Run

FORMATS: Mapping[str, str] = {
    "text": "send_outcomes.reports.as_text",
    "json": "send_outcomes.reports.as_json",
    "jsonl": "send_outcomes.reports.as_jsonl",
    "markdown": "send_outcomes.reports.as_markdown",
    "html": "send_outcomes.reports.as_html",
    "csv": "send_outcomes.reports.as_csv",
    "github": "send_outcomes.reports.as_github",
    "sarif": "send_outcomes.reports.as_sarif",
    "junit": "send_outcomes.reports.as_junit",
}
# Made for logs and dashboards that more people see than may see a plan: without texts and names, unless asked for.
FOR_LOGS = frozenset({"github", "sarif", "junit"})
MAP_FORMATS: Mapping[str, str] = {"text": "send_outcomes.reports.map_text", "json": "send_outcomes.reports.map_json"}
STATISTICS_FORMATS: Mapping[str, str] = {
    "text": "send_outcomes.reports.statistics_text",
    "json": "send_outcomes.reports.statistics_json",
}
THREAD_FORMATS: Mapping[str, str] = {
    "text": "send_outcomes.reports.thread_text",
    "svg": "send_outcomes.reports.thread_svg",
    "html": "send_outcomes.reports.thread_html",
    "json": "send_outcomes.reports.thread_json",
}
READ_FORMATS: Mapping[str, str] = {
    "text": "send_outcomes.reports.read_text",
    "yaml": "send_outcomes.reports.read_yaml",
    "json": "send_outcomes.reports.read_json",
}


def begin_reading(name: str, stream: TextIO, options: Options) -> ReadView:
    """Begin a view of what was read in the format `name`. Raises KeyError where there is none of that name."""
    view: ReadView = import_module(READ_FORMATS[name]).begin(stream, options)
    return view


def begin(name: str, stream: TextIO, run: Run, options: Options, formats: Mapping[str, str] = FORMATS) -> Report:
    """Begin a report in the format `name` on `stream`. Raises KeyError where `formats` has none of that name.

    What is made for logs leaves out texts and names unless `options.show_text`; `options.redact` leaves them out of any.
    """
    options = replace(options, redact=options.redact or (name in FOR_LOGS and not options.show_text))
    report: Report = import_module(formats[name]).begin(stream, run, options)
    return report


__all__ = [
    "FORMATS",
    "MAP_FORMATS",
    "READ_FORMATS",
    "STATISTICS_FORMATS",
    "THREAD_FORMATS",
    "Options",
    "ReadView",
    "Report",
    "Run",
    "begin",
    "begin_reading",
]
