"""Walks over the XML of a part and makes paragraphs and tables of it. Knows no headings of plans, only Word's own elements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from send_outcomes.documents import UnreadableInput
from send_outcomes.word.limits import WordLimits
from send_outcomes.word.markup import NAMES, STRICT, TRANSITIONAL, child, children, number, switched, value
from send_outcomes.word.numbers import Numbering
from send_outcomes.word.paragraph import Inline, read_paragraph
from send_outcomes.word.styles import Styles
from send_outcomes.word.text import Block, Cell, Paragraph, Row, Table

_MOST_COLUMNS = 1_000
_WRAPPERS = frozenset({"sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink"})


@dataclass(slots=True)
class Walk:
    """What has to be known along the way. `index` gives each w:p its position; `seen` gathers paragraphs by it."""

    styles: Styles
    numbering: Numbering
    limits: WordLimits
    path: str
    index: "Mapping[etree._Element, int]" = field(default_factory=dict)
    seen: dict[int, Paragraph] = field(default_factory=dict)
    inline: Inline = field(default_factory=Inline)
    tables: int = 0

    def blocks(self, element: "etree._Element", depth: int = 0, hint: bool = False) -> Iterator[Block]:
        """Yield the paragraphs and tables in an element, in order; text boxes follow the paragraph that holds them."""
        if depth > self.limits.depth:
            raise UnreadableInput("tables within tables without end; copy its text into a new document", self.path)
        for one, hinted in _unwrapped(element, hint, self.inline):
            match NAMES.get(one.tag):
                case "p":
                    yield from self._paragraph(one, depth, hinted)
                case "tbl":
                    self.tables += not depth
                    yield self._table(one, self.tables if not depth else 0, depth, hinted)

    def _paragraph(self, element: "etree._Element", depth: int, hint: bool) -> Iterator[Block]:
        made, boxes = read_paragraph(element, self.index.get(element, -1), self.styles, self.numbering, self.inline, hint)
        self.seen[made.index] = made
        yield made
        for box in boxes:
            yield from self.blocks(box, depth + 1, hint)

    def _table(self, element: "etree._Element", serial: int, depth: int, hint: bool) -> Table:
        rows: list[Row] = []
        above: dict[int, Cell] = {}
        for tr, row_hint in _unwrapped(element, hint, self.inline):
            if NAMES.get(tr.tag) != "tr" or child(tr, "trPr", "del") is not None:
                continue
            cells: list[Cell] = []
            column = 1 + min(max(number(child(tr, "trPr", "gridBefore")) or 0, 0), _MOST_COLUMNS)
            for tc, cell_hint in _unwrapped(tr, row_hint, self.inline):
                properties = child(tc, "tcPr")
                if NAMES.get(tc.tag) != "tc" or child(properties, "cellDel") is not None:
                    continue
                width = min(max(number(child(properties, "gridSpan")) or 1, 1), _MOST_COLUMNS)
                down, across = _merge(properties, "vMerge"), _merge(properties, "hMerge")
                if across == "continue" and cells:
                    cells[-1] = Cell(cells[-1].row, cells[-1].column, cells[-1].width + width, cells[-1].blocks)
                elif down == "continue" and column in above:
                    cells.append(above[column])
                else:
                    cells.append(Cell(len(rows) + 1, column, width, tuple(self.blocks(tc, depth + 1, cell_hint))))
                column += width
            above = {cell.column: cell for cell in cells}
            rows.append(Row(len(rows) + 1, tuple(cells)))
        return Table(serial, tuple(rows))


def indexed(root: "etree._Element", limits: WordLimits, path: str) -> "dict[etree._Element, int]":
    """Return every w:p of a part with its position in document order. Raises `UnreadableInput` where there are too many."""
    found = {one: i for i, one in enumerate(root.iter(f"{{{TRANSITIONAL}}}p", f"{{{STRICT}}}p"))}
    if len(found) > limits.paragraphs:
        raise UnreadableInput(f"more than {limits.paragraphs:,} paragraphs; split the document", path)
    return found


def _unwrapped(element: "etree._Element", hint: bool, inline: Inline) -> "Iterator[tuple[etree._Element, bool]]":
    """Yield an element's children with those inside controls, insertions and the like in their place, and whether each is a hint."""
    stack = [(iter(element), hint)]
    while stack:
        one = next(stack[-1][0], None)
        if one is None:
            stack.pop()
            continue
        hinted = stack[-1][1]
        match NAMES.get(one.tag):
            case "sdt":
                content = child(one, "sdtContent")
                if content is not None:
                    stack.append((iter(content), hinted or bool(switched(child(one, "sdtPr", "showingPlcHdr")))))
            case "AlternateContent":
                chosen = child(one, "Choice")
                chosen = child(one, "Fallback") if chosen is None else chosen
                if chosen is not None:
                    stack.append((iter(chosen), hinted))
            case "commentRangeStart":
                inline.open_comments.append(value(one, "id") or "")
            case name if name in _WRAPPERS:
                stack.append((iter(one), hinted))
            case _:
                yield one, hinted


def _merge(properties: "etree._Element | None", which: str) -> str | None:
    """Return “restart” or “continue” where a cell is merged, else None; the bare element means “continue”."""
    element = child(properties, which)
    return None if element is None else value(element) or "continue"


def comments_of(root: "etree._Element | None", walk: Walk) -> "Iterator[tuple[str, str, str]]":
    """Yield id, author and text of the comments in the root of comments.xml."""
    for element in children(root, "comment"):
        lines = [block.text for block in walk.blocks(element) if isinstance(block, Paragraph)]
        yield value(element, "id") or "", value(element, "author") or "", "\n".join(lines).strip()


def footnotes_of(root: "etree._Element | None", walk: Walk) -> Iterator[tuple[str, str]]:
    """Yield id and text of the footnotes in the root of footnotes.xml; separators are left out."""
    for element in children(root, "footnote"):
        lines = [block.text for block in walk.blocks(element) if isinstance(block, Paragraph)]
        if text := "\n".join(lines).strip():
            yield value(element, "id") or "", text
