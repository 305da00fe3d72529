"""A row of a table, added to the plan in the making. Knows what columns hold, not what kind of file they came from."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Place, Provision
from send_outcomes.readers.cells import outcomes_in
from send_outcomes.readers.columns import Layout
from send_outcomes.readers.ignores import EXPECTED, ignores_of
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.table_draft import Draft
from send_outcomes.readers.table_facts import agencies_of, themes_of, value, when_of

_NEEDS = (("need", "B"), ("need_c", "C"), ("need_d", "D"))
_PROVISION = (("provision", "F"), ("provision_g", "G"), ("provision_h1", "H1"), ("provision_h2", "H2"))
_BESIDE = {"baseline", "theme", "agencies", "ignore", "aspiration"}
_NOTHING: Mapping[str, str] = {}


class AnyRow(Protocol):
    """A row of any table: its number as a spreadsheet counts, and its cells."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def cells(self) -> list[str]: ...  # noqa: D102


class _View:
    """Some of a table's fields: the row's, or those of one outcome among several. Looked up once, not for every row."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.needs = [pair for pair in _NEEDS if pair[0] in layout.fields]
        self.provision = [pair for pair in _PROVISION if pair[0] in layout.fields]
        self.timed = bool({"term", "by_when"} & layout.fields.keys())
        self.beside = bool(self.needs or _BESIDE & layout.fields.keys())


class Rows:
    """Adds rows to drafts; `cell` gives a cell's text and place. What is wrong in a row is yielded, the row read."""

    def __init__(self, layout: Layout, path: str, cell: "Callable[[AnyRow, int], Stretch]") -> None:
        """Look up once what the layout says for every row."""
        self.layout, self.path, self.cell = layout, path, cell
        self.row = _View(layout)
        self.own = {index: _View(replace(layout, fields=fields)) for index, fields in layout.own.items()}
        area = layout.fields.get("area")
        self.kept = layout.rest if area is None else (*layout.rest, (area, "area"))
        self.several = len(layout.outcomes) > 1

    def add(self, row: AnyRow, draft: Draft) -> Iterator[UnreadableInput]:
        """Add the outcomes of a row, and what stands beside them, to a draft."""
        cells = row.cells
        given = value(cells, self.layout, "outcome_id") or None
        beside: dict[str, Any] = {
            "columns": {name: text for i, name in self.kept if i < len(cells) and (text := cells[i].strip())} or _NOTHING
        }
        when = "", ""
        if self.row.timed:
            when = value(cells, self.layout, "term"), value(cells, self.layout, "by_when")
        if self.row.beside:
            beside |= yield from self._beside(row, draft, self.row)
        ids: list[str] = []
        for index, column, name in self.layout.outcomes:
            if index >= len(cells) or not cells[index]:
                continue
            made, own_when, own_id = beside, when, given
            if own := self.own.get(index):
                made = beside | (yield from self._beside(row, draft, own)) if own.beside else beside
                own_when = value(cells, own.layout, "term") or when[0], value(cells, own.layout, "by_when") or when[1]
                own_id = value(cells, own.layout, "outcome_id") or given
            if column or any(own_when):
                horizon, by, said = when_of(*own_when, column)
                made = {**made, "term": horizon, "by": by, "by_when": said}
            found = self._outcomes(row, draft, (index, name), own_id, made)
            if own and own.provision:
                self._provide(row, draft, found, made, own)
            ids.extend(found)
        if self.row.provision:
            self._provide(row, draft, tuple(ids), beside, self.row)

    def _outcomes(
        self, row: AnyRow, draft: Draft, column: tuple[int, str], given: str | None, made: Mapping[str, Any]
    ) -> tuple[str, ...]:  # fmt: skip
        """Add the outcomes of one cell; return their ids."""
        index, name = column
        found = outcomes_in(self.cell(row, index))
        ids = []
        for number, item in enumerate(found, 1):
            id_ = (given or item.id) if given is None or len(found) == 1 else f"{given}.{number}"
            ids.append(draft.outcome(item, id_, self.place(row, item.text, index, name), made))
        return tuple(ids)

    def place(self, row: AnyRow, text: Stretch, index: int, name: str = "", section: str | None = "E") -> Place:
        """Return where a text of the column `index` stands; `name` is the column's, where there are several like it."""
        label = f"row {row.number}, {name}" if self.several and name else f"row {row.number}"
        anchor = text.anchors[0]
        return Place(self.path, label, anchor.line, anchor.column, section, row.number, text.anchors)

    def _beside(self, row: AnyRow, draft: Draft, view: _View) -> Generator[UnreadableInput, None, dict[str, Any]]:
        """Return what the columns of `view` say of an outcome; what is missing there is left out."""
        cells, layout, beside = row.cells, view.layout, dict[str, Any]()
        if text := value(cells, layout, "baseline"):
            beside["baseline"] = text
        if text := value(cells, layout, "theme"):
            beside["themes"] = themes_of(text)
        if text := value(cells, layout, "agencies"):
            beside["agencies"] = agencies_of(text)
        if text := value(cells, layout, "ignore"):
            place = self._at(row, layout, "ignore", None)
            ignores = ignores_of(text, place)
            if ignores is None:
                yield UnreadableInput(EXPECTED, self.path, place.line)
            beside["ignores"] = ignores or ()
        if text := value(cells, layout, "aspiration"):
            beside["aspirations"] = (draft.aspiration(text, self._at(row, layout, "aspiration", "A")),)
        if view.needs:
            area = value(cells, layout, "area") or value(cells, self.layout, "area") or None
            needs = tuple(
                draft.need(text, self._at(row, layout, what, section), section, area)
                for what, section in view.needs
                if (text := value(cells, layout, what))
            )
            if needs:
                beside["needs"] = needs
        return beside

    def _provide(
        self, row: AnyRow, draft: Draft, outcomes: tuple[str, ...], beside: Mapping[str, Any], view: _View
    ) -> None:  # fmt: skip
        who, often = (value(row.cells, view.layout, what) or None for what in ("who", "how_often"))
        for what, section in view.provision:
            if text := value(row.cells, view.layout, what):
                needs: tuple[str, ...] = beside.get("needs", ())
                place = self._at(row, view.layout, what, section)
                draft.provide(Provision("", text, place, section, outcomes, needs, who=who, how_often=often))

    def _at(self, row: AnyRow, layout: Layout, what: str, section: str | None) -> Place:
        index = layout.fields[what]
        return self.place(row, self.cell(row, index).strip(), index, section=section)
