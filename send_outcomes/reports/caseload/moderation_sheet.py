"""`moderation.xlsx`: a sample for two auditors to judge, each on a sheet of their own, with the tool's verdicts on a third; and back.

The sheets are apart so that nobody is led by what another has said. Texts stand in it only where the audit was asked to show them.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from send_outcomes.audit.agreement import TOOL, Judged
from send_outcomes.documents import UnreadableInput
from send_outcomes.findings import Feature, Verdict
from send_outcomes.reports.caseload.long_sheets import column_letters
from send_outcomes.reports.caseload.workbook import VERDICT_COLOURS, colour_words
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MODERATION = "moderation.xlsx"
JUDGES = {"Auditor 1": "auditor 1", "Auditor 2": "auditor 2", "Tool": TOOL}  # by sheet
_SAID = {verdict: verdict.value.replace("_", " ") for verdict in Verdict}
_UNDERSTOOD = {
    **{said: verdict for verdict, said in _SAID.items()},
    "can't tell": Verdict.CANNOT_TELL,
    "cant tell": Verdict.CANNOT_TELL,
}
_KNOWN_BY = ("plan", "outcome")
_HEADS = {feature.label: feature for feature in Feature}
_GUIDE = (
    "Each auditor judges every outcome alone, on the sheet that bears their number. Please look at the sheet “Tool” only when both are done.",
    "Choose from the list in each cell: met, partly, not met, cannot tell. “Cannot tell” means that the plan does not say enough. Leave empty what you have not judged.",
    "Add no rows and move none: each row stands for the same outcome on all three sheets.",
    "When both are done: send-outcomes audit agree moderation.xlsx",
    "It shows how far the two of you agree, and each of you with the tool, key feature by key feature, and lists where you differ.",
)


def write_moderation(rows: Sequence[Mapping[str, str]], to: Path, about: str, show_text: bool) -> None:
    """Write the sheets for a sample: rows of `outcomes.csv`. Raises OSError."""
    from xlsxwriter import Workbook  # noqa: PLC0415 -- only here

    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with to.open("wb") as file, Workbook(file, safe) as book:
        guide = book.add_worksheet("Read me first")
        guide.set_column(0, 0, 110)
        guide.hide_gridlines(2)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        guide.write_string(0, 0, "Moderation: is the tool right?", book.add_format({"bold": True, "font_size": 14}))
        for place, line in enumerate((shown(about), *_GUIDE), 2):
            guide.write_string(place, 0, line, wrapped)
            guide.set_row(place, _height(line, 100))
        for name, judge in JUDGES.items():
            _sheet(book, name, rows, judge == TOOL, show_text)


def _sheet(book: "Workbook", name: str, rows: Sequence[Mapping[str, str]], filled: bool, show_text: bool) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#F4F6F8", "bottom": 1, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    before = ["plan", "outcome", "path", "label", *(["text"] if show_text else [])]
    heads = [*before, *_HEADS, "remark"]
    for place, title in enumerate(heads):
        sheet.write_string(0, place, title, head)
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, _height(row.get("text", "") if show_text else "", 65))
        for place, column in enumerate(before):
            sheet.write_string(number, place, shown(row.get(column, "")), wrapped)
        for place, feature in enumerate(Feature if filled else (), len(before)):
            sheet.write_string(number, place, row[feature.value].replace("_", " "), wrapped)
    last, first, end = max(1, len(rows)), len(before), len(before) + len(Feature) - 1
    sheet.set_row(0, 31)
    sheet.set_column(0, 1, 12)
    sheet.set_column(2, 3, 16)
    sheet.set_column(4, 4, 70 if show_text else 12)
    sheet.set_column(first, end, 12)
    sheet.set_column(end + 1, end + 1, 40)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    if not filled:
        sheet.data_validation(1, first, last, end, {
            "validate": "list", "source": list(_SAID.values()), "error_title": "Not on the list",
            "error_message": f"Please choose: {', '.join(_SAID.values())}.",
        })  # fmt: skip
    colours = {said.replace("_", " "): colour for said, colour in VERDICT_COLOURS.items()}
    colour_words(book, sheet, (1, first, last, end), colours, {})


def _height(text: str, letters: int) -> float:
    """Return how high a row must be, in points, for a text in a cell so many letters wide."""
    return 15.5 * max(1, -(-len(text) // letters))


def read_moderation(sheets: Iterator[tuple[str, list[list[Any]]]], path: str) -> tuple[list[Judged], list[UnreadableInput]]:
    """Return the sample as judged, and which cells hold no verdict. Raises UnreadableInput where it is no moderation sheet."""
    by_name = {name: rows for name, rows in sheets if name in JUDGES}
    if missing := [name for name in JUDGES if not by_name.get(name)]:
        raise UnreadableInput(
            f"is no moderation sheet: no sheet is named “{missing[0]}”; “audit … --sample N” writes one", path
        )
    problems: list[UnreadableInput] = []
    judged: dict[str, list[tuple[tuple[str, str], dict[Feature, Verdict]]]] = {}
    for name, rows in by_name.items():
        judged[name] = list(_judged(name, rows, path, problems))
    tool = judged["Tool"]
    sample = []
    for number, (known_by, _) in enumerate(tool):
        verdicts = {}
        for name, judge in JUDGES.items():
            if number >= len(judged[name]) or judged[name][number][0] != known_by:
                raise UnreadableInput(
                    f"sheet “{name}”, row {number + 2}: another plan or outcome than on the sheet “Tool”; put the rows back in order",
                    path,
                )
            verdicts[judge] = judged[name][number][1]
        sample.append(Judged(*known_by, verdicts))
    return sample, problems


def _judged(
    name: str, rows: list[list[Any]], path: str, problems: list[UnreadableInput]
) -> Iterator[tuple[tuple[str, str], dict[Feature, Verdict]]]:  # fmt: skip
    heads = [str(cell).strip() for cell in rows[0]]
    if lacking := [head for head in (*_KNOWN_BY, *_HEADS) if head not in heads]:
        raise UnreadableInput(f"sheet “{name}” has no column “{lacking[0]}”", path)
    known = [heads.index(head) for head in _KNOWN_BY]
    places = {heads.index(head): feature for head, feature in _HEADS.items()}
    for number, row in enumerate(rows[1:], 2):
        verdicts = {}
        for place, feature in places.items():
            said = " ".join(str(row[place]).casefold().replace("_", " ").replace("’", "'").split())
            if said in _UNDERSTOOD:
                verdicts[feature] = _UNDERSTOOD[said]
            elif said:
                wanted = ", ".join(_SAID.values())
                problems.append(
                    UnreadableInput(
                        f"sheet “{name}”, cell {column_letters(place)}{number}: is none of {wanted}; left out", path
                    )
                )
        yield (str(row[known[0]]), str(row[known[1]])), verdicts
