"""List items and paragraphs → outcomes: which are outcomes of their own, which belong to the item above them.

Shared by Markdown, plain text and the cells of tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Outcome
from send_outcomes.readers.headings import Standing, is_heading, kind_of
from send_outcomes.readers.markers import identified
from send_outcomes.readers.stretch import Stretch

PARAGRAPH = -1
_LABEL_WORDS = 3
_NOWHERE = Standing()


@dataclass(frozen=True, slots=True)
class Item:
    """One list item (`indent` in columns) or paragraph (`indent` is `PARAGRAPH`), its lines already joined."""

    text: Stretch
    indent: int = PARAGRAPH
    standing: Standing = _NOWHERE
    id: str | None = None


def folded(items: Sequence[Item]) -> list[Item]:
    """Return the outcomes among the items.

    “Using a leisure centre:” keeps the items below it, on lines of their own; a mere label over items is left out; an
    id alone on its line (“Outcome 2”) goes to the next item.
    """
    made: list[Item] = []
    pending: str | None = None
    at = 0
    while at < len(items):
        item = items[at]
        end = at + 1
        while end < len(items) and items[end].indent > item.indent and items[end].standing == item.standing:
            end += 1
        id_, text = (item.id, item.text) if item.id else identified(item.text)
        below = items[at + 1 : end]
        at += 1
        if not text.text:
            pending = id_ or pending
            continue
        if below and _is_label(text.text, below):
            pending = id_ or pending
            continue
        if below and text.text.endswith(":"):
            text = Stretch.join([text, *(one.text for one in below)], "\n- ")
            at = end
        made.append(replace(item, text=text, id=id_ or pending))
        pending = None
    return made


def outcomes_from(items: Sequence[Item], path: str, most: int) -> tuple[Outcome, ...]:
    """Return the items as outcomes, numbered O1, O2 … where they have no id or one that is taken.

    Raises `UnreadableInput` where there are more than `most`.
    """
    made: list[Outcome] = []
    taken: set[str] = set()
    given = {item.id for item in items}
    if len(items) > most:
        raise UnreadableInput(f"more than {most:,} outcomes; split the file", path)
    number = 0
    for item in items:
        number += 1
        while not item.id and f"O{number}" in given:
            number += 1
        id_ = free_id(item.id, number, taken)
        section = "E" if item.standing.kind == "outcomes" else None
        made.append(Outcome(id_, item.text.text, item.text.place(path, section), term=item.standing.term))
    return tuple(made)


def free_id(wanted: str | None, number: int, taken: set[str]) -> str:
    """Return, and note, an id that is not `taken` yet: the wanted one, with a suffix if need be, or O and a number."""
    id_ = wanted or f"O{number}"
    serial = 1
    while id_ in taken:
        serial += 1
        id_ = f"{wanted}-{serial}" if wanted else f"O{number + serial - 1}"
    taken.add(id_)
    return id_


def _is_label(text: str, below: Sequence[Item]) -> bool:
    """Tell a label (“Learning:” over “I will …”) from the start of one outcome (“I will:” over “pay”)."""
    bare = text.rstrip(": ")
    if kind_of(bare) and is_heading(bare + ":"):
        return True
    capitals = sum(1 for one in below if one.text.text[:1].isupper())
    if capitals * 2 <= len(below):
        return False
    return is_heading(text) if text.endswith(":") else len(bare.split()) <= _LABEL_WORDS and not bare.endswith((".", "!", "?"))
