"""What the styles of a document say of its paragraphs and runs: name, heading level, numbering, hidden, bold. Reads styles.xml only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from send_outcomes.word.markup import child, children, number, switched, value

_HEADING = re.compile(r"heading ([1-9])\Z")
_BODY_LEVEL = 9
_LONGEST_CHAIN = 30


@dataclass(frozen=True, slots=True)
class Style:
    """`level` is a heading's, from 1; `numbered` is the list and the level in it (from 0) that the style brings with it."""

    name: str = ""
    level: int | None = None
    numbered: tuple[str | None, int | None] = (None, None)
    hidden: bool = False
    bold: bool = False


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles by id, each with what it takes from those it is based on; `usual` stands for paragraphs that name none."""

    by_id: Mapping[str, Style]
    usual: Style = PLAIN

    def paragraph(self, id_: str | None) -> Style:
        """Return a paragraph's style."""
        return self.usual if id_ is None else self.by_id.get(id_, PLAIN)

    def run(self, id_: str | None) -> Style:
        """Return a run's style."""
        return PLAIN if id_ is None else self.by_id.get(id_, PLAIN)


def styles_of(root: "etree._Element | None") -> Styles:
    """Return the styles in the root of styles.xml; none where the part is missing."""
    elements: dict[str, etree._Element] = {}
    usual = None
    for element in children(root, "style"):
        id_ = value(element, "styleId")
        if id_ is not None:
            elements[id_] = element
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true", "on"):
                usual = id_
    made: dict[str, Style] = {}
    for id_ in elements:
        _resolve(id_, elements, made)
    return Styles(made, made.get(usual or "", PLAIN))


def level_of(properties: "etree._Element | None") -> int | None:
    """Return the outline level in a paragraph's or style's properties: 1 to 9, 0 for body text, None where not said."""
    outline = number(child(properties, "outlineLvl"))
    if outline is None or outline < 0:
        return None
    return 0 if outline >= _BODY_LEVEL else outline + 1


def numbered_by(properties: "etree._Element | None") -> tuple[str | None, int | None]:
    """Return the list's id and the level in it (from 0) that a paragraph's or style's properties name."""
    given = child(properties, "numPr")
    return value(child(given, "numId")), number(child(given, "ilvl"))


def _resolve(id_: str, elements: "Mapping[str, etree._Element]", made: dict[str, Style]) -> None:
    """Add a style to `made`, after those it is based on; a chain that is too long or a circle is cut."""
    waiting: list[str] = []
    here: str | None = id_
    while here is not None and here in elements and here not in made and here not in waiting and len(waiting) < _LONGEST_CHAIN:
        waiting.append(here)
        here = value(child(elements[here], "basedOn"))
    below = made.get(here or "", PLAIN)
    for one in reversed(waiting):
        below = made[one] = _style(elements[one], below)


def _style(element: "etree._Element", base: Style) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    name = (value(child(element, "name")) or "").strip()
    named = _HEADING.match(name.casefold())
    level = level_of(paragraph)
    if level is None:
        level = int(named[1]) if named else base.level
    list_, deep = numbered_by(paragraph)
    hidden, bold = switched(child(run, "vanish")), switched(child(run, "b"))
    return Style(
        name,
        level or None,
        (list_ or base.numbered[0], base.numbered[1] if deep is None else deep),
        base.hidden if hidden is None else hidden,
        base.bold if bold is None else bold,
    )
