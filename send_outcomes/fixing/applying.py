"""A file's text and the edits to it → the new text. What does not stand where it should is left as it is, and counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from send_outcomes.fixing.edits import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")
# What would change the form of a file where it stands unquoted: these are never written into one.
_FORMING = {
    "yaml": re.compile(r"""[\n"'\\#{}\[\]&*!|>%@`]|: |:$"""),
    "json": re.compile(r'[\n"\\]'),
    "csv": re.compile(r'[\n",;\t|]'),
    "markdown": re.compile(r"[\n*_`<>\[\]]"),
    "text": re.compile(r"\n"),
}


@dataclass(frozen=True, slots=True)
class Fixed:
    """The new text, the edits that are in it, and those that could not be made."""

    text: str
    done: tuple[Edit, ...]
    left: tuple[Edit, ...]


def fixed(text: str, edits: Iterable[Edit], format_: str) -> Fixed:
    """Return a file's text with the edits made. `format_` is a name of FIXABLE.

    An edit is left out where its words do not stand in the file at its place (they are written with escapes, or over a line's
    end), where it overlaps another, or where it would change the form of the file.
    """
    begins = [0, *(match.end() for match in _LINE_END.finditer(text))]
    placed = sorted(
        ((begins[edit.line - 1] + edit.column - 1, edit) for edit in set(edits) if edit.line <= len(begins)), key=_in_order
    )
    pieces: list[str] = []
    done: list[Edit] = []
    left: list[Edit] = []
    end = 0
    for start, edit in placed:
        stands = text.startswith(edit.before, start)
        if start < end or not stands or _FORMING[format_].search(edit.after):
            left.append(edit)
            continue
        pieces += text[end:start], edit.after
        end = start + len(edit.before)
        done.append(edit)
    return Fixed("".join((*pieces, text[end:])), tuple(done), tuple(left))


def _in_order(placed: tuple[int, Edit]) -> tuple[int, str, str]:
    start, edit = placed
    return start, edit.code, edit.after
