"""CSV → Plans: a plan for each plan id, else a list. Streams: no more rows in memory than `Limits` say."""

from collections.abc import Iterator
from functools import partial
from typing import TextIO, cast

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.csv_rows import Row, Table, cell, open_rows
from send_outcomes.readers.intake import table_lines
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.table_plans import plans_from
from send_outcomes.readers.table_rows import AnyRow, Rows

_MOST_TOLD = 10


def read_csv(file: TextIO, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of an open CSV text. Raises `UnreadableInput` where no column holds outcomes."""
    opened = open_rows(table_lines(file, path, options.limits), options.columns, path)
    if opened is None:
        raise NothingInside("the file is empty", path)
    table, rows = opened
    problems: list[UnreadableInput] = []
    located = partial(_located, delimiter=table.delimiter)
    maker = Rows(table.layout, path, located)
    whole = _whole(rows, table, path, problems)
    found = False
    for plan in plans_from(whole, maker, path, options.limits):
        found = True
        yield from problems
        problems.clear()
        yield plan
    found = found or bool(problems)
    yield from problems
    if not found:
        raise NothingInside("a header and no outcome below it", path)


def _located(row: AnyRow, index: int, delimiter: str) -> Stretch:
    return cell(cast(Row, row), index, delimiter)


def _whole(rows: Iterator[Row], table: Table, path: str, problems: list[UnreadableInput]) -> Iterator[Row]:
    """Yield the rows whose cells stand under the right names; note the others.

    A comma in an unquoted text makes a row too long: mended where the outcome's column is the last, refused elsewhere.
    """
    width, outcome, delimiter = table.layout.width, table.layout.outcomes[-1][0], table.delimiter
    wrong, last = 0, None
    for row in rows:
        last = row
        cells = row.cells
        if len(cells) > width and any(extra.strip() for extra in cells[width:]):
            if outcome != width - 1:
                wrong += 1
                if wrong <= _MOST_TOLD:
                    message = f"row {row.number} has {len(cells)} cells under {width} names"
                    advice = f"put quotes around texts that hold “{delimiter}”"
                    problems.append(UnreadableInput(f"{message}; {advice}", path, row.line))
                continue
            yield row._replace(cells=[*cells[:outcome], delimiter.join(cells[outcome:])])
        else:
            yield row
    if wrong > _MOST_TOLD:
        problems.append(UnreadableInput(f"{wrong - _MOST_TOLD:,} more rows have too many cells", path))
    if last and last.raw.count('"') % 2 and len(last.raw.rstrip().splitlines()) > 1:
        message = "a quote opened here is never closed; all that follows was read as one cell"
        problems.append(UnreadableInput(message, path, last.line))
