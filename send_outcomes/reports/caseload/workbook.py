"""`report.xlsx`: an audit as a workbook, with a sheet each for the summary, plans, outcomes, findings and themes.

XlsxWriter makes the workbook: sheets, filters, colours, the summary. The rows of the three tables, which may be hundreds of thousands,
are then streamed into their sheets (`long_sheets`): through the library they would take longer than the audit itself.
"""

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from send_outcomes.audit.finishing import Finished
from send_outcomes.audit.tables import Column, columns
from send_outcomes.findings import Feature, Severity, Verdict
from send_outcomes.reports.caseload.board_view import board_view
from send_outcomes.reports.caseload.long_sheets import LongSheet, stream_rows
from send_outcomes.reports.caseload.summary_sheet import write_summary, write_themes
from send_outcomes.rulebook import BANDS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WORKBOOK = "report.xlsx"
MOST_ROWS = 300_000  # of a table: the largest authority's outcomes; Excel takes 1,048,575, but few laptops do
_SHEETS = ("plans", "outcomes", "findings")
_WIDTHS = {"text": 60, "message": 60, "path": 24, "plan": 14, "school": 22, "name": 20, "match": 20, "label": 14}
_FROZEN = {"plans": 1, "outcomes": 2, "findings": 2}  # columns that stay in sight

GOOD, MIDDLING, BAD = (
    {"bg_color": "#E6F4EC", "font_color": "#0F5132"},
    {"bg_color": "#FDF3DC", "font_color": "#5C3D00"},
    {"bg_color": "#FBE8E6", "font_color": "#8C1D16"},
)
VERDICT_COLOURS = {Verdict.MET.value: GOOD, Verdict.PARTLY.value: MIDDLING, Verdict.NOT_MET.value: BAD}
_FEATURES = frozenset(feature.value for feature in Feature)
_COLOURS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "band": dict(zip(BANDS, (GOOD, GOOD, MIDDLING, BAD), strict=True)),
    "severity": {Severity.ERROR.value: BAD, Severity.WARNING.value: MIDDLING},
}


def write_workbook(finished: Finished) -> None:
    """Write `report.xlsx` into the folder. Raises OSError."""
    from xlsxwriter import Workbook  # noqa: PLC0415 -- only here

    view = board_view(finished.summary)
    counts = {
        "plans": view.totals["plans"],
        "outcomes": view.totals["outcomes"],
        "findings": sum(line.findings + line.ignored for line in view.rules),
    }
    made = io.BytesIO()  # without the long rows it is small; so nothing lies in temporary files
    book = Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": "Quality of outcomes", "comments": "Made by send-outcomes. A person decides."})
    left_out = {name: count for name, count in counts.items() if count > MOST_ROWS}
    write_summary(book, view, left_out, MOST_ROWS)
    long: list[LongSheet] = []
    for name in _SHEETS:
        wanted = columns(name, finished.layout)
        rows = min(counts[name], MOST_ROWS)
        sheet = book.add_worksheet(name)
        _heads(book, sheet, wanted, rows, _FROZEN[name])
        number = len(book.worksheets())
        long.append(LongSheet(f"xl/worksheets/sheet{number}.xml", finished.folder / f"{name}.csv", wanted, rows))
    write_themes(book, view)
    book.close()
    stream_rows(made, finished.folder / WORKBOOK, long)


def _heads(book: "Workbook", sheet: "Worksheet", wanted: Iterable[Column], rows: int, frozen: int) -> None:
    """Write a table's heads, with filters, and the colours of the cells beneath."""
    bold = book.add_format({"bold": True, "bg_color": "#F4F6F8", "bottom": 1, "valign": "top", "text_wrap": True})
    formats: dict[str, Format] = {}
    last = max(rows, 1)
    place = 0
    for place, column in enumerate(wanted):
        sheet.write_string(0, place, column.name, bold)
        sheet.set_column(place, place, _WIDTHS.get(column.name, max(10, len(column.name) + 3)))
        colours: Mapping[str, Mapping[str, str]] = _COLOURS.get(column.name, {})
        if column.kind == "word" and column.name in _FEATURES:
            colours = VERDICT_COLOURS
        colour_words(book, sheet, (1, place, last, place), colours, formats)
        if column.name == "score":
            sheet.conditional_format(1, place, last, place, {"type": "data_bar", "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100, "bar_color": "#9CC3E6", "bar_solid": True})  # fmt: skip
    sheet.autofilter(0, 0, last, place)
    sheet.set_row(0, 31)
    sheet.freeze_panes(1, frozen)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def colour_words(
    book: "Workbook",
    sheet: "Worksheet",
    where: tuple[int, int, int, int],
    colours: Mapping[str, Mapping[str, str]],
    formats: dict[str, Any],
) -> None:
    """Give cells that hold one of these words its colours; `where` is first row and column, last row and column."""
    for word, colour in colours.items():
        key = repr(colour)
        if key not in formats:
            formats[key] = book.add_format(dict(colour))
        sheet.conditional_format(*where, {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": formats[key]})
