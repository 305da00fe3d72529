"""Ids within one plan file: numbered where missing, refused where given twice or pointing nowhere."""

from collections.abc import Iterator, Sequence
from typing import Any

from send_outcomes.documents import Document, UnreadableInput
from send_outcomes.model import Aspiration, Need, Outcome, Provision

Part = tuple[str, Sequence[Any], Sequence[Aspiration | Need | Outcome | Provision]]
_ONE = {"aspirations": "aspiration", "needs": "need", "outcomes": "outcome", "provision": "provision", "": "outcome"}
# Which keys of which part point to which other part.
_LINKS = {"outcomes": ("needs", "aspirations"), "provision": ("outcomes", "needs"), "": ("needs", "aspirations")}
_MOST_NAMED = 12


def numbered(letter: str, items: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Yield each item with its id, or with the letter and the first free number from its position on."""
    given = {str(item["id"]).strip() for item in items if isinstance(item, dict) and item.get("id") is not None}
    number = 0
    for item in items:
        number += 1
        if isinstance(item, dict) and item.get("id") is not None:
            yield str(item["id"]).strip(), item
            continue
        while f"{letter}{number}" in given:
            number += 1
        yield f"{letter}{number}", item


def check_links(document: Document, keys: tuple[str | int, ...], parts: Sequence[Part]) -> Iterator[UnreadableInput]:
    """Yield a problem for each id given twice and each reference to an id that the plan does not have.

    Each part is its key in the file, its items there and what was made of them.
    """
    known: dict[str, set[str]] = {}
    for part, _, made in parts:
        here = (*keys, part) if part else keys
        first: dict[str, int] = {}
        for i, one in enumerate(made):
            if one.id in first:
                line, column = document.at(*here, first[one.id], "id")
                before = f"already stands at line {line}, column {column}"
                message = f"the id “{one.id[:40]}” {before}; give each {_ONE[part]} its own"
                yield UnreadableInput(message, document.path, *document.at(*here, i, "id"))
            first.setdefault(one.id, i)
        known[part] = set(first)
    for part, items, _ in parts:
        here = (*keys, part) if part else keys
        for i, item in enumerate(items):
            for target in _LINKS.get(part, ()):
                yield from _dangling(document, (*here, i, target), item, target, known.get(target, set()))


def _dangling(
    document: Document, here: tuple[str | int, ...], item: Any, target: str, known: set[str]
) -> Iterator[UnreadableInput]:  # fmt: skip
    given = item.get(target) if isinstance(item, dict) else None
    several = isinstance(given, list)
    for j, id_ in enumerate(given if isinstance(given, list) else [] if given is None else [given]):
        if str(id_).strip() not in known:
            names = ", ".join(sorted(known)[:_MOST_NAMED]) or "none"
            message = f"no {_ONE[target]} has the id “{str(id_)[:40]}”; known here: {names}"
            yield UnreadableInput(message, document.path, *document.at(*here, *((j,) if several else ())))
