"""A row of a table, added to the plan in the making. Knows what columns hold, not what kind of file they came from."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Place, Provision
from send_outcomes.readers.cells import outcomes_in
from send_outcomes.readers.columns import Layout
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.table_draft import Draft
from send_outcomes.readers.table_facts import CHILD_FIELDS, agencies_of, ignores_of, themes_of, value, when_of

_NEEDS = (("need", "B"), ("need_c", "C"), ("need_d", "D"))
_PROVISION = (("provision", "F"), ("provision_g", "G"), ("provision_h1", "H1"), ("provision_h2", "H2"))
_NOTHING: Mapping[str, str] = {}


class AnyRow(Protocol):
    """A row of any table: its number as a spreadsheet counts, and its cells."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def cells(self) -> list[str]: ...  # noqa: D102


class Rows:
    """Adds rows to drafts; `cell` gives a cell's text and place. What is wrong in a row is yielded, the row read."""

    def __init__(self, layout: Layout, path: str, cell: "Callable[[AnyRow, int], Stretch]") -> None:
        """Look up once what the layout says for every row."""
        self.layout, self.path, self.cell = layout, path, cell
        self.plain = not layout.fields.keys() - {"plan", "outcome_id", *CHILD_FIELDS}
        self.own = {index: replace(layout, fields=fields) for index, fields in layout.own.items()}
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
        if not self.plain:
            when = value(cells, self.layout, "term"), value(cells, self.layout, "by_when")
            beside |= yield from self._beside(row, draft, self.layout)
        ids: list[str] = []
        for index, column, name in self.layout.outcomes:
            if index >= len(cells) or not cells[index]:
                continue
            made, own_when, own_id = beside, when, given
            if own := self.own.get(index):
                made = beside | (yield from self._beside(row, draft, own))
                own_when = value(cells, own, "term") or when[0], value(cells, own, "by_when") or when[1]
                own_id = value(cells, own, "outcome_id") or given
            if column or any(own_when):
                horizon, by, said = when_of(*own_when, column)
                made = {**made, "term": horizon, "by": by, "by_when": said}
            found = self._outcomes(row, draft, (index, name), own_id, made)
            if own:
                self._provide(row, draft, found, made, own)
            ids.extend(found)
        if not self.plain:
            self._provide(row, draft, tuple(ids), beside, self.layout)

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

    def _beside(
        self, row: AnyRow, draft: Draft, layout: Layout
    ) -> Generator[UnreadableInput, None, dict[str, Any]]:  # fmt: skip
        """Return what the columns of `layout` say of an outcome; what is missing there is left out."""
        cells, beside = row.cells, dict[str, Any]()
        if text := value(cells, layout, "baseline"):
            beside["baseline"] = text
        if text := value(cells, layout, "theme"):
            beside["themes"] = themes_of(text)
        if text := value(cells, layout, "agencies"):
            beside["agencies"] = agencies_of(text)
        if text := value(cells, layout, "ignore"):
            ignores = ignores_of(text)
            if ignores is None:
                line = self.cell(row, layout.fields["ignore"]).line
                yield UnreadableInput("ignore: expected a rule and the reason, as in “N401: her own words”", self.path, line)
            beside["ignores"] = ignores or ()
        if text := value(cells, layout, "aspiration"):
            beside["aspirations"] = (draft.aspiration(text, self._at(row, layout, "aspiration", "A")),)
        area = value(cells, layout, "area") or value(cells, self.layout, "area") or None
        needs = [
            draft.need(text, self._at(row, layout, what, section), section, area)
            for what, section in _NEEDS
            if (text := value(cells, layout, what))
        ]
        if needs:
            beside["needs"] = tuple(needs)
        return beside

    def _provide(
        self, row: AnyRow, draft: Draft, outcomes: tuple[str, ...], beside: Mapping[str, Any], layout: Layout
    ) -> None:  # fmt: skip
        who, often = (value(row.cells, layout, what) or None for what in ("who", "how_often"))
        for what, section in _PROVISION:
            if text := value(row.cells, layout, what):
                needs: tuple[str, ...] = beside.get("needs", ())
                place = self._at(row, layout, what, section)
                draft.provide(Provision("", text, place, section, outcomes, needs, who=who, how_often=often))

    def _at(self, row: AnyRow, layout: Layout, what: str, section: str) -> Place:
        index = layout.fields[what]
        return self.place(row, self.cell(row, index).strip(), index, section=section)
