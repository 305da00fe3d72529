"""A row of a table, added to the plan in the making. Knows what columns hold, not what kind of file they came from."""

from collections.abc import Callable, Iterator, Mapping
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
        area = layout.fields.get("area")
        self.kept = layout.rest if area is None else (*layout.rest, (area, "area"))
        self.several = len(layout.outcomes) > 1

    def add(self, row: AnyRow, draft: Draft) -> Iterator[UnreadableInput]:
        """Add the outcomes of a row, and what stands beside them, to a draft."""
        cells = row.cells
        given = value(cells, self.layout, "outcome_id") or None
        columns = {name: text for i, name in self.kept if i < len(cells) and (text := cells[i].strip())} or _NOTHING
        beside: dict[str, Any] = {"columns": columns}
        term = by_when = ""
        if not self.plain:
            term, by_when = value(cells, self.layout, "term"), value(cells, self.layout, "by_when")
            yield from self._beside(row, draft, beside)
        ids: list[str] = []
        for index, column, name in self.layout.outcomes:
            if index >= len(cells) or not cells[index]:
                continue
            found = outcomes_in(self.cell(row, index))
            for number, item in enumerate(found, 1):
                made = beside
                if term or by_when or column:
                    horizon, by, said = when_of(term, by_when, column)
                    made = {**beside, "term": horizon, "by": by, "by_when": said}
                id_ = (given or item.id) if given is None or len(found) == 1 else f"{given}.{number}"
                ids.append(draft.outcome(item, id_, self._place(row, item.text, name), made))
        if not self.plain:
            self._provide(row, draft, tuple(ids), beside)

    def _place(self, row: AnyRow, text: Stretch, name: str = "", section: str | None = "E") -> Place:
        label = f"row {row.number}, {name}" if self.several and name else f"row {row.number}"
        anchor = text.anchors[0]
        return Place(self.path, label, anchor.line, anchor.column, section, row.number, text.anchors)

    def _beside(self, row: AnyRow, draft: Draft, beside: dict[str, Any]) -> Iterator[UnreadableInput]:
        cells, layout = row.cells, self.layout
        beside["baseline"] = value(cells, layout, "baseline") or None
        beside["themes"] = themes_of(value(cells, layout, "theme"))
        beside["agencies"] = agencies_of(value(cells, layout, "agencies"))
        if text := value(cells, layout, "ignore"):
            ignores = ignores_of(text)
            if ignores is None:
                line = self.cell(row, layout.fields["ignore"]).line
                yield UnreadableInput("ignore: expected a rule and the reason, as in “N401: her own words”", self.path, line)
            beside["ignores"] = ignores or ()
        if text := value(cells, layout, "aspiration"):
            beside["aspirations"] = (draft.aspiration(text, self._at(row, "aspiration", "A")),)
        area = value(cells, layout, "area") or None
        needs = [
            draft.need(text, self._at(row, field, section), section, area)
            for field, section in _NEEDS
            if (text := value(cells, layout, field))
        ]
        if needs:
            beside["needs"] = tuple(needs)

    def _provide(self, row: AnyRow, draft: Draft, outcomes: tuple[str, ...], beside: Mapping[str, Any]) -> None:
        who, often = (value(row.cells, self.layout, field) or None for field in ("who", "how_often"))
        for field, section in _PROVISION:
            if text := value(row.cells, self.layout, field):
                needs: tuple[str, ...] = beside.get("needs", ())
                place = self._at(row, field, section)
                draft.provide(Provision("", text, place, section, outcomes, needs, who=who, how_often=often))

    def _at(self, row: AnyRow, field: str, section: str) -> Place:
        return self._place(row, self.cell(row, self.layout.fields[field]).strip(), section=section)
