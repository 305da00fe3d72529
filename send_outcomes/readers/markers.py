"""What stands before the text of a list item: bullets, numbers, check boxes, and ids such as “O1:” or “Outcome 3”."""

import re
from dataclasses import dataclass

from send_outcomes.readers.stretch import Stretch

_GLYPH = "•◦▪‣●○■□➢✓·\uf0b7\uf0a7"
_MARKER = re.compile(
    rf"(?P<indent>[ \t]*)(?:[-*+–—o][ \t]+|[{_GLYPH}][ \t]*"
    r"|(?P<number>\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}(?=[ \t])|\(?[a-z]{1,3}\))[ \t]+)(?=\S)"
)
_MARKDOWN = re.compile(rf"(?P<indent>[ \t]*)(?:[-*+][ \t]+|[{_GLYPH}][ \t]*|(?P<number>\d{{1,9}}[.)])[ \t]+)(?=\S)")
_BOX = re.compile(r"\[[ xX✓]?\][ \t]+(?=\S)")
# “O1:”, “E2 –”, “O1 I will”, “Outcome 3.”, “Outcome no. 3:”; alone on its line it names what follows.
_ID = re.compile(
    r"(?:(?P<letter>[OE])[ ]?|outcome[ \t]*(?:no\.?|number|#)?[ \t]*)(?P<number>\d{1,3}(?:\.\d{1,2}|[a-z](?![a-z]))?)"
    r"(?:[ \t]*[:.)–—-]+(?:[ \t]+|$)|[ \t]+(?=[A-Z“\"'‘])|[ \t]*$)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"(?:^|(?<=[;.\s]))\(?(?P<number>\d{1,2})[.)][ \t]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A list item's line without its marker. `indent` counts columns, `number` is there for numbered items."""

    indent: int
    rest: Stretch
    number: str | None = None


def marked(line: Stretch, markdown: bool = False) -> Marked | None:
    """Return the line as a list item, or None where it begins with no marker."""
    found = (_MARKDOWN if markdown else _MARKER).match(line.text)
    if found is None:
        return None
    rest = line.cut(found.end())
    if not found["number"] and (second := (_MARKDOWN if markdown else _MARKER).match(rest.text)) and second["number"]:
        # “- 1. …”: a numbered list pasted into a bulleted one.
        rest = rest.cut(second.end())
    if box := _BOX.match(rest.text):
        rest = rest.cut(box.end())
    return Marked(len(found["indent"].expandtabs(4)), rest.strip(), found["number"])


def identified(text: Stretch) -> tuple[str | None, Stretch]:
    """Return the id that a text begins with (“O3” for “Outcome 3:”) and the text without it; else None and the text."""
    found = _ID.match(text.text)
    if found is None:
        return None, text
    return f"{(found['letter'] or 'O').upper()}{found['number']}", text.cut(found.end()).strip()


def numbered_in_line(text: str) -> list[int]:
    """Return where the items of “1. … 2. … 3. …” in one line begin; empty unless they count up from 1."""
    starts = [found.start() for found in _SPLIT.finditer(text)]
    numbers = [int(found["number"]) for found in _SPLIT.finditer(text)]
    return starts if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) and starts[0] == 0 else []
