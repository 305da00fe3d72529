"""The sheets of `report.xlsx` that hold totals: the summary, and themes and statements."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from send_outcomes.reports.caseload.board_view import BoardView
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_LINE = 110  # letters across a note
_CHART_COLOURS = ("#1F7A4D", "#F0B84A", "#B4281F", "#66717C")


class _Rows:
    """Writes a sheet from the top down: strings as strings, numbers as numbers, None as nothing."""

    def __init__(self, book: "Workbook", name: str) -> None:
        self.sheet, self.at = book.add_worksheet(name), 0
        self._head = book.add_format({"bold": True, "bg_color": "#F4F6F8", "bottom": 1, "text_wrap": True, "valign": "top"})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._share = book.add_format({"num_format": "0.0"})
        self._count = book.add_format({"num_format": "#,##0"})

    def title(self, text: str) -> None:
        self.at += bool(self.at)
        self.sheet.write_string(self.at, 0, text, self._title)
        self.at += 1

    def note(self, text: str, across: int = 7) -> None:
        self.sheet.set_row(self.at, 15 * (1 + len(text) // _LINE))
        self.sheet.merge_range(self.at, 0, self.at, across, "", self._wrapped)
        self.sheet.write_string(self.at, 0, shown(text), self._wrapped)
        self.at += 1

    def heads(self, *names: str) -> None:
        for place, name in enumerate(names):
            self.sheet.write_string(self.at, place, name, self._head)
        self.at += 1

    def row(self, *cells: Any) -> None:
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                self.sheet.write_string(self.at, place, shown(cell))
            elif cell is not None:
                self.sheet.write_number(self.at, place, cell, self._count if isinstance(cell, int) else self._share)
        self.at += 1


def write_summary(book: "Workbook", view: BoardView, left_out: Mapping[str, int], most: int) -> None:
    """Write the summary: what to do first, headline figures, bands, the sum by key feature with a chart, the spread."""
    rows, totals = _Rows(book, "summary"), view.totals
    rows.sheet.set_column(0, 0, 34)
    rows.sheet.set_column(1, 16, 13)
    rows.sheet.hide_gridlines(2)
    rows.sheet.set_landscape()
    rows.sheet.fit_to_pages(1, 0)
    rows.title("Quality of outcomes")
    rows.note(
        f"Rules: {view.summary['profile']}. Judged on {view.summary['today']}. It reads wording and does not know the children: a person decides."
    )
    for name, count in left_out.items():
        rows.note(f"The sheet “{name}” holds the first {most:,} of {count:,} rows; all stand in {name}.csv.")
    rows.title("What to do first")
    for number, step in enumerate(view.steps, 1):
        rows.note(f"{number}. {step.what}{f' ({step.code} {step.name})' if step.code else ''}: {step.how_much}. {step.why}")
    rows.title("Headline figures")
    rows.row("plans", totals["plans"])
    rows.row("outcomes", totals["outcomes"])
    rows.row("inputs that could not be read", totals["errors"])
    rows.row("mean score of plans, of 100", totals["all"]["score"])
    rows.row("plans good or outstanding, %", view.good)
    rows.row("outcomes copied between plans", view.summary["copied"]["outcomes"])
    rows.title("Bands")
    rows.note("Where to look first; no judgement on a plan. A person decides.")
    rows.heads("band", "from a score of", "plans")
    for band, count, floor in view.bands:
        rows.row(band.replace("_", " "), float(floor), count)
    _features(book, rows, view)
    for spread in view.spreads:
        rows.title(f"By {spread.group.replace('_', ' ')}")
        if spread.left_out:
            rows.note(
                f"{spread.left_out} of its values, with {spread.plans_left_out:,} plans in all, are too small to be shown."
            )
        rows.heads(
            spread.group.replace("_", " "),
            "plans",
            "outcomes",
            "mean score",
            "good or better, %",
            *(f"{one.feature.label}, % met" for one in view.figures),
        )
        for row in spread.rows:
            rows.row(row.value or "not said", row.plans, row.outcomes, row.score, row.good, *(cell.share for cell in row.cells))


def _features(book: "Workbook", rows: _Rows, view: BoardView) -> None:
    rows.title("Key features, and the sum behind the scores")
    rows.note(
        f"Met earns the weight, partly {view.settings.partly:g} of it, not met nothing; what can’t be told counts neither way."
    )
    rows.heads("key feature", "met", "partly", "not met", "can’t tell", "share met, %", "weight", "points", "possible")
    first = rows.at
    for one in view.figures:
        rows.row(
            one.feature.label,
            one.met,
            one.partly,
            one.not_met,
            one.cannot_tell,
            one.share,
            float(one.weight),
            float(one.points),
            float(one.possible),
        )
    rows.row("together", None, None, None, None, None, None, float(view.points), float(view.possible))
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for place, colour in enumerate(_CHART_COLOURS, 1):
        chart.add_series(
            {
                "name": ["summary", first - 1, place],
                "categories": ["summary", first, 0, first + len(view.figures) - 1, 0],
                "values": ["summary", first, place, first + len(view.figures) - 1, place],
                "fill": {"color": colour},
                "gap": 40,
            }
        )
    chart.set_title({"name": "Outcomes by key feature", "name_font": {"size": 11}})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 560, "height": 330})
    rows.sheet.insert_chart(
        first - 2,
        10,
        chart,
        {"description": "Of each key feature, the share of outcomes with each verdict; the table beside it says the same."},
    )


def write_themes(book: "Workbook", view: BoardView) -> None:
    """Write how many outcomes serve each theme and statement."""
    rows = _Rows(book, "themes")
    heads = ("framework", "statement", "in full", "outcomes", "share of outcomes, %", "served")
    rows.heads(*heads)
    total = view.totals["outcomes"]
    for framework in view.frameworks:
        for label, text, count in framework.statements:
            rows.row(framework.title, label, text, count, 100 * count / total if total else None, "yes" if count else "no")
        rows.row(
            framework.title,
            "(none that could be told)",
            "",
            framework.unserved,
            100 * framework.unserved / total if total else None,
            "",
        )
    rows.sheet.set_column(0, 0, 38)
    rows.sheet.set_column(1, 2, 48)
    rows.sheet.set_column(3, 5, 12)
    rows.sheet.autofilter(0, 0, max(1, rows.at - 1), len(heads) - 1)
    rows.sheet.freeze_panes(1, 0)
    rows.sheet.set_landscape()
    rows.sheet.fit_to_pages(1, 0)
    pale = book.add_format({"bg_color": "#FDF3DC", "font_color": "#5C3D00"})
    rows.sheet.conditional_format(
        1, 5, max(1, rows.at - 1), 5, {"type": "cell", "criteria": "==", "value": '"no"', "format": pale}
    )
    rows.sheet.conditional_format(1, 4, max(1, rows.at - 1), 4, {"type": "data_bar", "bar_color": "#9CC3E6", "bar_solid": True})
