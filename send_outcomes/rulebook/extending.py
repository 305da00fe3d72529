"""`extends`: a pack or profile that begins from another one, and says only what is different in it."""

from collections.abc import Callable, Mapping
from typing import Any

from send_outcomes.documents import Document, SettingsProblem

_DEEPEST = 8
Find = Callable[[str, str], Document]
_Marks = dict[tuple[str | int, ...], tuple[int, int]]


def extended_pack(document: Document, find: Find, depth: int = 0) -> Document:
    """Return a pack with the rules of the one it extends before its own; a rule of the same code is laid over that one.

    `find` gives a pack by its name, as seen from the path of the pack that names it. Raises SettingsProblem.
    """
    name = _extends(document, depth)
    if name is None:
        return document
    base = extended_pack(find(name, document.path), find, depth + 1)
    ours = [rule for rule in document.value.get("rules") or () if isinstance(rule, dict)]
    at = {rule.get("code"): i for i, rule in enumerate(ours)}
    rules: list[dict[str, Any]] = []
    marks: _Marks = {keys: place for keys, place in document.marks.items() if keys[:1] != ("rules",)}
    for rule in base.value.get("rules") or ():
        mine = at.pop(rule.get("code"), None)
        _move_marks(document, marks, mine, len(rules))
        rules.append(rule if mine is None else {**rule, **ours[mine]})
    for mine in sorted(at.values()):
        _move_marks(document, marks, mine, len(rules))
        rules.append(ours[mine])
    return Document({**document.value, "rules": rules}, document.path, marks)


def extended_profile(document: Document, find: Find, depth: int = 0) -> Document:
    """Return a profile with what it leaves out taken from the one it extends; severities, settings and words are laid over its.

    Raises SettingsProblem.
    """
    name = _extends(document, depth)
    if name is None:
        return document
    base: Mapping[str, Any] = extended_profile(find(name, document.path), find, depth + 1).value
    value = {**base, **document.value}
    for key in ("severities", "settings", "words"):
        if key in base or key in value:
            value[key] = {**base.get(key, {}), **document.value.get(key, {})}
    return Document(value, document.path, document.marks)


def _extends(document: Document, depth: int) -> str | None:
    name = document.value.get("extends") if isinstance(document.value, dict) else None
    if name is None:
        return None
    line, column = document.at("extends")
    if depth >= _DEEPEST:
        raise SettingsProblem(f"extends “{name}”, which leads in a circle, or too far", document.path, line, column)
    return str(name)


def _move_marks(document: Document, marks: _Marks, mine: int | None, place: int) -> None:
    """Note where a rule of ours stands, now that it is rule number `place`; one that is not ours stands at “extends”."""
    if mine is None:
        marks["rules", place] = document.at("extends")
        return
    for keys, where in document.marks.items():
        if keys[:2] == ("rules", mine):
            marks["rules", place, *keys[2:]] = where
