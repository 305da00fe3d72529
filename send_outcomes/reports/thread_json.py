"""`thread --format json`: items, links and gaps of each plan; its shape is that of `schemas/thread.schema.json`."""

from typing import TYPE_CHECKING, Any, TextIO

from send_outcomes.reports.as_json import JsonReport
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.records import link_record
from send_outcomes.reports.thread_knots import LEFT_OUT, knots_of
from send_outcomes.thread import Gap, Item, gaps

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport


def begin(stream: TextIO, run: Run, options: Options) -> JsonReport:
    """Write the document's opening."""
    return JsonReport(stream, run, options, thread_record)


def thread_record(report: "PlanReport") -> dict[str, Any]:
    """Return one plan's thread as plain values; a list has neither items nor links."""
    thread = report.thread
    return {
        "id": report.plan.id,
        "kind": report.plan.kind.value,
        "path": report.plan.path,
        "items": [
            {**_item(knot.item), "section": knot.section, "text": "" if knot.text == LEFT_OUT else knot.text}
            for knot in knots_of(report).values()
        ],
        "links": [link_record(link) for link in thread.links] if thread else [],
        "gaps": [_gap(gap) for gap in gaps(thread)] if thread else [],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    """Return a gap: of one item, of several where words alone can't tell which, or of the plan that has none of the kind."""
    items = [gap.item] if gap.item else gap.items
    return {"of": gap.of.value, "lacks": gap.lacks.value, "sure": gap.sure, "items": [_item(item) for item in items]}


def _item(item: Item) -> dict[str, str]:
    return {"kind": item.kind.value, "id": item.id}
