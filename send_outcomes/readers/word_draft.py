"""Records of a Word document → the plan in the making: single texts, with their places and the links of their row."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from send_outcomes.model import Child, Ignore, Place, Plan, PlanKind, Provision
from send_outcomes.readers.ignores import ignores_of
from send_outcomes.readers.items import Item
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.table_draft import Draft
from send_outcomes.readers.table_facts import agencies_of, themes_of, when_of
from send_outcomes.readers.word_hopes import hopes_among
from send_outcomes.readers.word_items import Found, outcomes_among, texts_among
from send_outcomes.readers.word_portions import Portion, Record, ticked
from send_outcomes.word import Comment

_NEEDS = ("need", "need_c", "need_d")
_PROVISION = ("provision", "provision_g", "provision_h1", "provision_h2")
_IGNORE = re.compile(r"^[ \t“\"'‘]*(?:please[ \t]+)?ignore\b[ \t:]*(?P<rest>\S.*)$", re.IGNORECASE | re.MULTILINE)
_LONGEST_ID, _LONGEST_BESIDE, _LONGEST_COMMENT, _MOST_IGNORES, _MOST_ALIKE = 12, 2_000, 4_000, 50, 50
_NO_IGNORES: Mapping[int, tuple[Ignore, ...]] = {}


class Gathering:
    """Adds records to a draft. `lettered`: the document has statutory letters, so that places name them."""

    def __init__(self, id_: str, path: str, lettered: bool, ignores: Mapping[int, tuple[Ignore, ...]] = _NO_IGNORES) -> None:
        """Begin with an empty plan; `ignores` are what comments set aside, by paragraph (index)."""
        self.draft = Draft(id_, path, PlanKind.PLAN, Child())
        self.path, self.lettered, self.ignores = path, lettered, ignores
        self.views: list[tuple[Portion, Found, bool]] = []
        self.provided: dict[str, tuple[Provision, dict[str, None], dict[str, None]]] = {}
        self.first: dict[str, str | None] = {}
        self.alike: Counter[str | None] = Counter()
        self.brought: dict[int, Ignore] = {}

    def add(self, record: Record) -> None:
        """Add a record: its needs, hopes and outcomes, then the provision that serves them."""
        linked = record.linked
        ids: dict[str, list[str]] = {"need": [], "aspiration": [], "outcome": []}
        for portion in record.portions:
            if portion.holds == "views":
                self.views += [(portion, one, several) for one, several in _each(texts_among(portion.lines, together=False))]
            elif portion.holds == "aspiration":
                ids["aspiration"] += [
                    self.draft.aspiration(one.item.text.text, self._place(portion, one, several), self._set_aside(one))
                    for one, several in _each(texts_among(portion.lines, together=False))
                ]
            elif portion.holds in _NEEDS:
                section, area = portion.spot.section or "B", portion.spot.area
                ids["need"] += [
                    self.draft.need(one.item.text.text, self._place(portion, one, several), section, area, self._set_aside(one))
                    for one, several in _each(texts_among(portion.lines, together=linked))
                ]
        beside = self._beside(record)
        if linked:
            beside |= {"needs": tuple(dict.fromkeys(ids["need"])), "aspirations": tuple(dict.fromkeys(ids["aspiration"]))}
        for portion in record.portions:
            if portion.holds == "outcome":
                ids["outcome"] += self._outcomes(portion, beside, linked)
        for portion in record.portions:
            if portion.holds in _PROVISION:
                self._provide(portion, record, ids)

    def finished(self) -> Plan:
        """Return the plan."""
        for made, outcomes, needs in self.provided.values():
            self.draft.provide(replace(made, outcomes=tuple(outcomes), needs=tuple(needs)))
        views = [one.item.text.text for _, one, _ in self.views]
        if not self.draft.has_aspirations:
            self._hopes()
        every = {id(ignore): ignore for ignores in self.ignores.values() for ignore in ignores}
        on_plan = tuple(ignore for id_, ignore in every.items() if id_ not in self.brought)
        return replace(self.draft.finished(), views="\n".join(views) or None, ignores=on_plan)

    def _hopes(self) -> None:
        """Take the hopes that are told among the views, where aspirations stand nowhere by themselves."""
        for portion, one, several in self.views:
            for hope in hopes_among(one.item.text):
                found = replace(one, item=Item(hope))
                self.draft.aspiration(hope.text, self._place(portion, found, several), self._set_aside(found))

    def _set_aside(self, one: Found) -> tuple[Ignore, ...]:
        """Return what comments on a text's paragraphs set aside; a comment that stands on no item is on the whole plan."""
        lines = dict.fromkeys(anchor.line - 1 for anchor in one.item.text.anchors)
        own = {id(ignore): ignore for line in lines for ignore in self.ignores.get(line, ())}
        self.brought.update(own)
        return tuple(own.values())

    def _outcomes(self, portion: Portion, beside: Mapping[str, Any], sure: bool) -> list[str]:
        made: list[str] = []
        texts = beside.get("_texts", {})
        for one, several in _each(outcomes_among(portion.lines, sure)):
            term, by, said = when_of(ticked(texts.get("term", "")), texts.get("by_when", ""), portion.term)
            text = one.item.text.text
            kept = dict(beside.get("_columns", {}))
            if portion.spot.area:
                kept["area"] = portion.spot.area
            fields = {key: given for key, given in beside.items() if not key.startswith("_")}
            fields |= {"term": term, "by": by, "by_when": said, "columns": kept}
            if own := self._set_aside(one):
                fields["ignores"] = (*fields.get("ignores", ()), *own)
            own_id = one.item.id or (None if several else _id_in(texts.get("outcome_id", "")))
            if text not in self.first:
                self.alike[own_id] += 1
                self.first[text] = own_id if self.alike[own_id] <= _MOST_ALIKE else None
            own_id = self.first[text]  # a text said again is the same outcome, whatever its number there
            made.append(self.draft.outcome(one.item, own_id, self._place(portion, one, several), fields))
        return list(dict.fromkeys(made))

    def _beside(self, record: Record) -> dict[str, Any]:
        """Return what a record says about its outcomes: end, term, baseline, agencies, and its other columns."""
        texts: dict[str, str] = {}
        columns: dict[str, str] = {}
        provided = any(portion.holds in _PROVISION for portion in record.portions)
        for portion in record.portions:
            text = "\n".join(line.text.text for line in portion.lines)[:_LONGEST_BESIDE]
            if portion.name and (portion.holds == "other" or (portion.holds in ("who", "how_often") and not provided)):
                columns.setdefault(portion.name, text)
            elif portion.holds in texts:
                texts[portion.holds] = ""  # whose it is can't be told
            else:
                texts[portion.holds] = text
        return {
            "baseline": texts.get("baseline") or None,
            "themes": themes_of(texts.get("theme", "")),
            "agencies": agencies_of(ticked(texts.get("agencies", ""))),
            "ignores": ignores_of(texts["ignore"]) or () if texts.get("ignore") else (),
            "_texts": texts,
            "_columns": columns,
        }

    def _provide(self, portion: Portion, record: Record, ids: Mapping[str, Sequence[str]]) -> None:
        said = {one.holds: one.lines[0].text.text for one in record.portions if one.lines and one.holds in ("who", "how_often")}
        for one, several in _each(texts_among(portion.lines, together=record.linked)):
            place = self._place(portion, one, several)
            section, who, often = portion.spot.section or "F", said.get("who"), said.get("how_often")
            aside = self._set_aside(one)
            made = Provision("", one.item.text.text, place, section, who=who, how_often=often, ignores=aside)
            served = self.provided.setdefault(made.text, (made, {}, {}))
            if record.linked:
                served[1].update(dict.fromkeys(ids["outcome"]))
                served[2].update(dict.fromkeys(ids["need"]))

    def _place(self, portion: Portion, one: Found, several: bool) -> Place:
        spot, text = portion.spot, one.item.text
        where = [f"Section {spot.section}"] if spot.section and self.lettered else []
        if spot.section == "E" and not self.lettered and not spot.label:
            where = ["Outcomes"]
        where += [spot.label] if spot.label else []
        if several or not spot.label:
            where.append(f"{'bullet' if one.listed and spot.label else 'paragraph'} {one.serial}")
        return _placed(self.path, ", ".join(where), text, spot.section, spot.row)


def ignores_in(comments: Iterable[Comment]) -> dict[int, tuple[Ignore, ...]]:
    """Return what comments set aside (“ignore N401: her own words”), by the paragraphs (indices) they are anchored to."""
    found: dict[int, tuple[Ignore, ...]] = {}
    for comment in comments:
        if comment.paragraphs is None:
            continue
        made = [
            one
            for said in _IGNORE.finditer(comment.text[:_LONGEST_COMMENT])
            for one in ignores_of(said["rest"].rstrip(" \t”\"'’")) or ()
        ]
        first, last = comment.paragraphs
        for index in range(first, min(last, first + 100) + 1) if made else ():
            found[index] = (*found.get(index, ()), *made)[:_MOST_IGNORES]
    return found


def _id_in(text: str) -> str | None:
    """Return the id in a column of ids: “O3” for “3”."""
    text = text.strip(" .)")
    return f"O{text}" if text.isdecimal() else text or None if len(text) < _LONGEST_ID and " " not in text else None


def _placed(path: str, label: str, text: Stretch, section: str | None, row: int | None) -> Place:
    return Place(path, label, text.line, text.column, section, row, text.anchors)


def _each(found: Sequence[Found]) -> list[tuple[Found, bool]]:
    return [(one, len(found) > 1) for one in found]
