"""Arrow record batches → Plans: rows of an export that another program has read. Knows columns by name, as every table's reader does.

Rows carry no line: where they stood is for that program to know.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Place, Plan
from send_outcomes.readers.columns import layout_of, no_outcomes
from send_outcomes.readers.options import Limits
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.table_plans import plans_from
from send_outcomes.readers.table_rows import AnyRow, Rows
from send_outcomes.readers.workbook_cells import shown


class _Row(NamedTuple):
    number: int
    cells: list[str]


class _Rows(Rows):
    def place(self, row: AnyRow, text: Stretch, index: int, name: str = "", section: str | None = "E") -> Place:
        """Return the path alone."""
        return Place(self.path, section=section)


def plans_in(
    batches: Iterable[Any], path: str, named: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Iterator[Plan | UnreadableInput]:  # fmt: skip
    """Yield the plans of record batches of one schema, and what is wrong with single rows. `named` is as for `--column`.

    A plan's rows are brought together over batches; in a long stream they must follow each other. Raises UnreadableInput where no
    column holds outcomes.
    """
    stream = iter(batches)
    first = next(stream, None)
    if first is None:
        return
    names = list(first.schema.names)
    layout = layout_of(names, named or {})
    if layout is None:
        raise no_outcomes(names, named or {}, path, 1)
    yield from plans_from(_rows(chain([first], stream)), _Rows(layout, path, _cell), path, limits or Limits())


def _rows(batches: Iterable[Any]) -> Iterator[_Row]:
    number = 0
    for batch in batches:
        for values in zip(*[column.to_pylist() for column in batch.columns], strict=True):
            number += 1
            yield _Row(number, [shown(value) for value in values])


def _cell(row: AnyRow, index: int) -> Stretch:
    return Stretch.of(row.cells[index], row.number)
