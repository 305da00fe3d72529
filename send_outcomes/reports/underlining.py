"""Puts marks under the words of a text that findings are about, on whichever line of the screen they come to stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rich.cells import cell_len

from send_outcomes.reports.layout import Row, rows
from send_outcomes.reports.safe import LINE_BREAK

_MOST_ROWS = 2


class Marking(Protocol):
    """Whatever marks characters of a text: a finding, or a bare span."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


M = TypeVar("M", bound=Marking)


@dataclass(frozen=True, slots=True)
class Underline(Generic[M]):
    """Marks under a row: after `before` cells, `width` of them. What is to be said follows the last (`closes`)."""

    of: M
    before: int
    width: int
    closes: bool
    goes_on: bool = False


def underlined(
    text: str, markings: Sequence[M], width: int, shown: Callable[[str], str]
) -> Iterator[tuple[str, list[Underline[M]]]]:
    """Yield the rows of `text` at `width` cells, each with the marks beneath it in their order.

    `shown` makes a text safe, character by character. What covers more than two rows is marked on its first alone.
    """
    lines = list(_lines(text, shown))
    laid = [(start, safe, row) for start, safe in lines for row in rows(safe, width) if row.end > row.start]
    under: list[list[Underline[M]]] = [[] for _ in laid]
    for marking in markings:
        places = list(_places(marking, text, laid, shown))
        goes_on = len(places) > _MOST_ROWS
        for index, before, cells in places[:1] if goes_on else places:
            under[index].append(Underline(marking, before, cells, goes_on or index == places[-1][0], goes_on))
    for (_, safe, row), marks in zip(laid, under, strict=True):
        yield safe[row.start : row.end], marks


def _lines(text: str, shown: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    at = 0
    for match in LINE_BREAK.finditer(text):
        yield at, shown(text[at : match.start()])
        at = match.end()
    yield at, shown(text[at:])


def _places(
    marking: Marking, text: str, laid: Sequence[tuple[int, str, Row]], shown: Callable[[str], str]
) -> Iterator[tuple[int, int, int]]:
    """Yield index of row, cells before and cells of its words, for every row that holds some of them."""
    for index, (line_start, safe, row) in enumerate(laid):
        if marking.end <= line_start:
            return
        start = len(shown(text[line_start : max(line_start, marking.start)]))
        end = len(shown(text[line_start : marking.end]))
        first, last = max(start, row.start), min(end, row.end)
        if start >= row.end or end <= row.start or last <= first:
            continue
        before = cell_len(safe[row.start : first])
        yield index, before, max(1, cell_len(safe[row.start : last]) - before)
