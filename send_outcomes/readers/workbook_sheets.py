"""One sheet → where its table begins and what the columns hold. Title rows and blank rows before the header are passed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from send_outcomes.model import Place
from send_outcomes.readers.columns import Layout, layout_of, looks_like_names
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.table_rows import AnyRow, Rows
from send_outcomes.readers.workbook_cells import column_letters, shown

_HEADER_ROWS = 40
_OUTCOME_WORDS = 4


class SheetRow(NamedTuple):
    """A row: its number (from 1, as the sheet counts) and its cells as texts, from column A on."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a table of outcomes: `header` is the row of names, None where there is none."""

    name: str
    layout: Layout
    header: SheetRow | None


def rows_of(values: Iterable[Sequence[Any]], first_column: int) -> Iterator[SheetRow]:
    """Yield a sheet's rows that hold something. `first_column` counts the empty columns that were left out."""
    before = [""] * first_column
    for number, row in enumerate(values, 1):
        if any(value != "" for value in row):
            yield SheetRow(number, before + [shown(value) for value in row])


def sheet_of(name: str, rows: Iterator[SheetRow], named: Mapping[str, str]) -> tuple[Sheet | None, SheetRow | None]:
    """Return the sheet's table; None where no column holds outcomes, and then the row that reads most like names."""
    best: tuple[tuple[int, int], Sheet] | None = None
    sample = list(islice(rows, _HEADER_ROWS))
    for i, row in enumerate(sample):
        layout = layout_of(row.cells, named)
        if layout is None or (layout.known == 1 and _is_title(row, sample[i + 1 : i + 2])):
            continue
        clearness = layout.known, _filled(row)
        if best is None or clearness > best[0]:
            best = clearness, Sheet(name, layout, row)
    if best:
        return best[1], None
    names = [row for row in sample if looks_like_names(row.cells)]
    return None, max(names, key=_filled, default=None)


def bare_list(name: str, rows: Iterator[SheetRow]) -> Sheet | None:
    """Return a sheet that is one column of texts without a header; None where it is anything else."""
    sample = list(islice(rows, _HEADER_ROWS))
    columns = {i for row in sample for i, text in enumerate(row.cells) if text.strip()}
    if len(columns) != 1:
        return None
    (column,) = columns
    first = sample[0].cells[column].strip()
    if len(first.split()) < _OUTCOME_WORDS and not first.endswith("."):
        return None
    return Sheet(name, Layout(((column, None, ""),), {}, (), column + 1), None)


def data_rows(rows: Iterator[SheetRow], sheet: Sheet) -> Iterator[SheetRow]:
    """Yield the rows below the header; a header that is repeated (a block for each child) is left out."""
    header = sheet.header
    for row in rows:
        if header is None or (row.number > header.number and row.cells != header.cells):
            yield row


class SheetRows(Rows):
    """Adds a sheet's rows to drafts; places are named as the sheet names them."""

    def __init__(self, sheet: Sheet, path: str) -> None:
        """Look up what the layout says for every row."""
        super().__init__(sheet.layout, path, _cell)
        self._sheet = sheet.name

    def place(self, row: AnyRow, text: Stretch, index: int, name: str = "", section: str | None = "E") -> Place:
        """Return sheet, row and column; there is no line in a workbook."""
        label = f"sheet ‘{self._sheet}’, row {row.number}, column {column_letters(index)}"
        return Place(self.path, label, None, None, section, row.number)


def _cell(row: AnyRow, index: int) -> Stretch:
    return Stretch.of(row.cells[index].replace("_x000D_", ""), row.number)


def _filled(row: SheetRow) -> int:
    return sum(1 for cell in row.cells if cell.strip())


def _is_title(row: SheetRow, below: Sequence[SheetRow]) -> bool:
    """Tell whether a lone “Outcomes” heads the table as a whole; then a row of names stands below it."""
    return _filled(row) == 1 and any(_filled(one) > 1 and looks_like_names(one.cells) for one in below)
