"""The text of a Word document as a reader sees it: frozen values. What is in it and what is not stands in `text-model.md` beside this.

Each paragraph knows which run each of its characters came from, so that an annotator can split exactly those runs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from send_outcomes.word.numbers import Number


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` up to, not including, `end` of a paragraph's text: those from `offset` on of what `run` stands for.

    `offset` counts the characters of `runs.run_parts`. A `hint` is placeholder text that asks to be replaced.
    """

    start: int
    end: int
    run: "etree._Element" = field(repr=False, compare=False)
    offset: int
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `index` is its position among all w:p of the part in document order, from 0.

    `level` is a heading's, from 1. `joined` says that an accepted deletion takes its end away, so that the next
    paragraph goes on where it stops. `notes` are ids of footnotes. `bold`: all that can be seen of it is.
    """

    index: int
    text: str
    pieces: tuple[Piece, ...] = ()
    style: str = ""
    level: int | None = None
    number: Number | None = None
    bold: bool = False
    joined: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `row` and `column` (from 1) are those where it begins, `width` the columns it spans."""

    row: int
    column: int
    width: int
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. A cell merged downwards stands in every row that it covers, as the same Cell: see `own`."""

    number: int
    cells: tuple[Cell, ...]

    def own(self) -> tuple[Cell, ...]:
        """Return the cells that begin in this row."""
        return tuple(cell for cell in self.cells if cell.row == self.number)


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `number` counts those of the body from 1, and is 0 for a table within a table."""

    number: int
    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment or a reply to one; `paragraphs` are the indices of those it is anchored to, first and last."""

    id: str
    author: str
    text: str
    paragraphs: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A Word document: `body` in reading order, `paragraphs` all of them by index, footnotes by id, comments.

    `root` is word/document.xml as parsed; the runs of the pieces are its elements. Nothing here changes it.
    """

    path: str
    body: tuple[Block, ...]
    paragraphs: Mapping[int, Paragraph]
    footnotes: Mapping[str, str]
    comments: tuple[Comment, ...]
    root: "etree._Element" = field(repr=False, compare=False)


def paragraphs_of(blocks: "tuple[Block, ...]") -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks, those within tables too, each once."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.own():
                    yield from paragraphs_of(cell.blocks)
