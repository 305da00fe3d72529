"""A rule's message or fix with its named fields filled in.

Only plain names are fields: a pack is data, and reaches nothing inside the program.
"""

import re
from collections.abc import Mapping
from functools import cache

_FIELD = re.compile(r"\{([a-z_]+)\}")
_UNKNOWN = "…"  # a blank to fill in


def filled(template: str, fields: Mapping[str, str]) -> str:
    """Return a template with its fields filled in; an unknown one becomes a blank."""
    if "{" not in template:
        return template
    said, further = _pieces(template)
    for name, behind in further:
        said += fields.get(name, _UNKNOWN) + behind
    return said


def wholly_filled(template: str, fields: Mapping[str, str]) -> str | None:
    """Return a template with its fields filled in; None where one is unknown or empty: nothing is invented."""
    return filled(template, fields) if all(fields.get(name) for name, _ in _pieces(template)[1]) else None


@cache
def _pieces(template: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a template cut at its fields: the text before them, and each field with the text behind it."""
    before, *rest = _FIELD.split(template)
    return before, tuple(zip(rest[::2], rest[1::2], strict=True))
