"""`map --format json`: one document, written plan by plan; its shape is that of `schemas/map.schema.json`."""

from functools import partial
from typing import TextIO

from send_outcomes.reports.as_json import JsonReport
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.map_records import map_record


def begin(stream: TextIO, run: Run, options: Options) -> JsonReport:
    """Write the document's opening."""
    return JsonReport(stream, run, options, partial(map_record, frameworks=run.frameworks))
