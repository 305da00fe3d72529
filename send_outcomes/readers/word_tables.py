"""Paragraphs and tables of a Word document → records: rows under a header of columns, rows of labels and values, rows that are headings.

One table may be all three in turn; most templates are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from send_outcomes.readers.columns import looks_like_names
from send_outcomes.readers.markers import identified
from send_outcomes.readers.vocabulary import words
from send_outcomes.readers.word_flow import BESIDE, LOOSE, State, joined, portions_of
from send_outcomes.readers.word_meaning import Meaning, area_of, column_of, detail_of, meaning_of
from send_outcomes.readers.word_portions import Line, Portion, Record, led, lines_of, stretch_of
from send_outcomes.readers.word_words import word_words
from send_outcomes.word import Block, Cell, Paragraph, Row, Table, paragraphs_of

_CORE = frozenset(
    {"outcome", "need", "need_c", "need_d", "provision", "provision_g", "provision_h1", "provision_h2", "aspiration"}
)
_PERHAPS = "outcome_perhaps"
_BANNER_ROWS = 2
_NEAR = 6
_MOST_CARRIED = 20_000
Columns = Mapping[int, tuple[Meaning | None, str]]


def records_of(blocks: Iterable[Block], state: State) -> Iterator[Record]:
    """Yield the records in blocks; `state` is left as the last heading has it."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
            continue
        yield from joined(list(portions_of(waiting, state)), linked=False)
        waiting = []
        yield from table_records(block, state)
    yield from joined(list(portions_of(waiting, state)), linked=False)


def table_records(table: Table, outside: State) -> Iterator[Record]:
    """Yield the records of a table; headings in it hold to its end, those of a banner (a table of headings) beyond."""
    place = f"table {table.number}" if table.number else f"{outside.label}, inner table"
    state = replace(outside, label=place, tabled=True, serials={})
    columns: Columns | None = None
    upright: list[Portion] = []
    above: list[Portion] = []
    banner = len(table.rows) <= _BANNER_ROWS and all(len(row.cells) == 1 for row in table.rows)
    for row in table.rows:
        state.label = f"{place}, row {row.number}"
        state.row = row.number if table.number else outside.row
        state.serials.clear()
        cells = row.own()
        filled = [cell for cell in cells if _text(cell)]
        if not filled:
            continue
        if (header := _header(row, table, state)) is not None and (columns is None or _heads_again(row, header)):
            yield from joined(upright, linked=True)
            columns, upright = header, []
            above = [] if any(meaning is not None and meaning.holds == "outcome" for meaning, _ in header.values()) else above
        elif len(row.cells) == 1 or (columns is None and len(cells) == 1):
            yield from joined(upright, linked=True)
            upright = []
            before = state.holds, state.section, state.area
            found = list(records_of(filled[0].blocks, state))
            if columns is not None and (before[0], before[1]) == (state.holds, state.section):
                continue  # a row between the others: an area of need, or a remark
            columns = None
            above = [one for record in found for one in record.portions if one.holds == "outcome"]
            yield from found
        elif columns is not None:
            portions = [*_under(row, columns, state)]
            if portions:
                # A table of one outcome: its text in a row of its own, and below it what is provided for it.
                yield Record((*above, *portions), linked=True)
        else:
            upright.extend(_labelled(cells, state))
    yield from joined(upright, linked=True)
    outside.lettered = outside.lettered or state.lettered
    if banner and state.holds != outside.holds:
        outside.holds, outside.section, outside.term, outside.home = state.holds, state.section, state.term, state.home
        outside.area = state.area
    elif banner:
        outside.area = state.area


def _text(cell: Cell) -> str:
    return "\n".join(one.text for one in paragraphs_of(cell.blocks) if one.text.strip()).strip()


def _header(row: Row, table: Table, state: State) -> Columns | None:
    """Return what the columns hold where a row names them: a part of a plan in one at least, and names in the others."""
    texts = [(cell, _text(cell)) for cell in row.cells]
    filled = [text for _, text in texts if text]
    if len(filled) < 2:
        return None
    meant: dict[int, tuple[Meaning | None, str]] = {
        cell.column: (column_of(text, state.named), " ".join(text.split())[:60]) for cell, text in texts
    }
    terms = [meaning for meaning, _ in meant.values() if meaning is not None and meaning.holds == "term" and meaning.term]
    if len(terms) > 1:
        # “Long term | Medium term | Short term”: outcomes by their terms.
        meant = {
            at: (replace(one, holds="outcome") if one and one in terms else one, name) for at, (one, name) in meant.items()
        }
    known = [meaning for meaning, _ in meant.values() if meaning is not None]
    if not any(one.holds in _CORE for one in known):
        if not any(one.holds == _PERHAPS for one in known):
            return None
        meant = {
            at: (replace(meaning, holds="outcome", section="E") if meaning and meaning.holds == _PERHAPS else meaning, name)
            for at, (meaning, name) in meant.items()
        }
    others = [text for cell, text in texts if text and meant[cell.column][0] is None]
    if others and not looks_like_names([text.rstrip("? ") for text in others]):
        return None
    if all(len(text) < 3 for text in filled) and not any(one.holds == "outcome" for one in known):
        return None  # “A | B | C” heads many tables; with E among them it is a plan's
    if not texts[0][1] and all(identified(stretch_of(text, 0))[0] for text in filled):
        return None  # “Outcome 1 | Outcome 2” above a column of labels
    if len(known) == 1 and (len(filled) == 2 or len(known) * 2 < len(filled)) and _labels_below(row, table):
        return None
    state.lettered = state.lettered or any(one.lettered for one in known)
    return meant


def _heads_again(row: Row, header: Columns) -> bool:
    """Tell a second header within a table from a row that refers to others (“Need 1”, “Provision 2”)."""
    known = [meaning for meaning, _ in header.values() if meaning is not None]
    return len(known) > 1 and not any(_text(cell)[-1:].isdigit() for cell in row.cells if "H" not in _text(cell))


def _labels_below(row: Row, table: Table) -> bool:
    """Tell whether the next rows begin with labels too: then this is “Outcome 1 | I will …”, not a header."""
    near = (*table.rows[row.number : row.number + _NEAR], *table.rows[max(0, row.number - 1 - _NEAR) : row.number - 1])
    first = [one.own()[0] for one in near if len(one.own()) > 1]
    return any(meaning_of(_text(cell).rstrip(": ")) or detail_of(_text(cell)) for cell in first)


def _under(row: Row, columns: Columns, state: State) -> Iterator[Portion]:
    """Yield what a row holds, column by column; a cell merged downwards counts in each row that it covers."""
    state = _in_area(row, columns, state)
    for column, (meaning, name) in columns.items():
        cell = next((one for one in row.cells if one.column <= column < one.column + one.width), None)
        if cell is None or (cell.column != column and cell.column in columns):
            continue
        if meaning is not None and meaning.holds == "area":
            continue
        if meaning is None or meaning.holds in BESIDE or meaning.holds in (_PERHAPS, "other"):
            if name and cell.row == row.number and (lines := _lines(list(paragraphs_of(cell.blocks)))):
                holds = meaning.holds if meaning is not None and meaning.holds in BESIDE else "other"
                yield Portion(holds, lines, state.spot(), None, name)
            continue
        inner = replace(state, holds=meaning.holds, section=meaning.section, term=meaning.term or state.term, serials={})
        if cell.row != row.number:
            state.carried[0] += sum(1 for _ in paragraphs_of(cell.blocks))
            if state.carried[0] > _MOST_CARRIED:
                return  # no plan merges so much over so many rows
            start = state.label.rpartition(", row ")[0]
            inner.label, inner.row = f"{start}, row {cell.row}", cell.row
        for record in records_of(cell.blocks, inner):
            yield from record.portions


def _in_area(row: Row, columns: Columns, state: State) -> State:
    """Return the state with the area of need that a column of areas gives for this row."""
    at = next((column for column, (meaning, _) in columns.items() if meaning is not None and meaning.holds == "area"), None)
    text = next((_text(cell) for cell in row.cells if cell.column == at), "") if at is not None else ""
    return replace(state, area=area_of(text) or " ".join(text.split())[:60]) if text else state


def _labelled(cells: Sequence[Cell], state: State) -> Iterator[Portion]:
    """Yield what a row of labels and values holds (“Outcome 1 | I will …”), or of mere texts below a heading."""
    label: tuple[Meaning, str] | None = None
    for cell in cells:
        text = _text(cell)
        meaning = meaning_of(text.rstrip(": ")) if text else None
        if meaning is not None and meaning.holds != "group":
            label = (meaning, text)
            state.lettered = state.lettered or meaning.lettered
            continue
        if not text:
            continue
        if label is None:
            if detail_of(text) is not None or (state.holds in (LOOSE, "other") and len(cells) > 1):
                return
            if len(cells) > 1 and not _says_something(text, state.holds):
                continue
            inner = replace(state, serials={})
        else:
            holds, section = label[0].holds, label[0].section
            if holds == "term":
                holds, section = ("outcome", "E") if state.holds in (LOOSE, "other") else (state.holds, state.section)
            inner = replace(state, holds=holds, section=section, term=label[0].term or state.term, serials={})
        portions = [one for record in records_of(cell.blocks, inner) for one in record.portions]
        id_ = identified(stretch_of(label[1].rstrip(": "), 0))[0] if label is not None else None
        yield from (_named(portions, id_) if id_ else portions)


def _says_something(text: str, holds: str) -> bool:
    """Tell what a section holds from numbers, dates and names beside it, in a table without header and labels."""
    parts = words(text).split()
    return bool(word_words().outcome_words.intersection(parts)) if holds == "outcome" else len(parts) > 3


def _named(portions: list[Portion], id_: str) -> list[Portion]:
    """Put the id of the label (“Outcome 1”) before the first line of the value, where the outcomes are told apart."""
    if not portions or not portions[0].lines or portions[0].holds != "outcome":
        return portions
    first = portions[0].lines[0]
    lines = (replace(first, text=led(f"{id_}: ", first.text)), *portions[0].lines[1:])
    return [replace(portions[0], lines=lines), *portions[1:]]


def _lines(paragraphs: list[Paragraph]) -> tuple[Line, ...]:
    return tuple(replace(line, serial=i) for i, line in enumerate(lines_of(paragraphs), 1))
