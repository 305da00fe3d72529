"""What a Word document is taken apart into, before it becomes a plan: lines, portions of one meaning, records that belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from send_outcomes.model import Anchor, Horizon
from send_outcomes.readers.items import PARAGRAPH
from send_outcomes.readers.markers import identified, marked
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.vocabulary import words
from send_outcomes.readers.word_words import word_words
from send_outcomes.word import Paragraph

_DEEPEST = 20
_LONGEST_PLACEHOLDER = 1_000
_MOST_BREAKS = 2_000
_BOX = re.compile(r"[☐☒☑✓✔✗✘]\s+(?=[^☐☒]+\Z)")
_TICKED = re.compile(r"[☒☑✓✔]\s*([^☐☒☑✓✔]+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph, without placeholders: `indent` is `PARAGRAPH` or the level of its bullet.

    `serial` is its number within its cell or section, for people.
    """

    text: Stretch
    paragraph: Paragraph
    indent: int
    serial: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a portion stands: the statutory section, for people the words “table 3, row 2”, the row, the area of need."""

    section: str | None = None
    label: str = ""
    row: int | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Portion:
    """Lines of one meaning. `name` is the heading or column where nothing is known of what it holds."""

    holds: str
    lines: tuple[Line, ...]
    spot: Spot
    term: Horizon | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Portions that stand together; `linked` ones, in a row of a table, belong to one another."""

    portions: tuple[Portion, ...]
    linked: bool = False


def lines_of(paragraphs: Sequence[Paragraph]) -> list[Line]:
    """Return the lines of paragraphs that say something; a paragraph whose end was deleted runs into the next."""
    made: list[Line] = []
    parts: list[Stretch] = []
    for i, paragraph in enumerate(paragraphs):
        parts.append(_written(paragraph))
        if paragraph.joined and i + 1 < len(paragraphs):
            continue
        text = (parts[0] if len(parts) == 1 else Stretch.join(parts, "")).strip()
        parts = []
        if text.text and not is_placeholder(text.text) and not _is_contents(paragraph):
            made.extend(_split(text, paragraph))
    return made


def stretch_of(text: str, index: int) -> Stretch:
    """Return the text of a paragraph: its line is the paragraph's position in the document, from 1."""
    return Stretch(text, (Anchor(0, index + 1, 1),))


def is_placeholder(text: str) -> bool:
    """Tell whether a text is nothing but placeholders (“{{name}}”, “Click or tap here to enter text.”, “[INSERT], …”)."""
    at = 0
    while at < len(text) <= _LONGEST_PLACEHOLDER:
        # One after the other, not as one expression, which could try for ever.
        found = word_words().placeholder.match(text, at)
        if found is None or found.end() == at:
            return False
        at = found.end()
    return at == len(text)


def is_guidance(text: str) -> bool:
    """Tell whether a text explains how to fill the form in."""
    phrase = words(text[:200])
    return any(phrase == one or phrase.startswith(f"{one} ") for one in word_words().guidance)


def says_nothing(text: str) -> bool:
    """Tell whether a text only says that there is nothing (“… has no identified needs in this area”)."""
    phrase = words(text[:300])
    if len(text) > 250 or len(phrase.split()) > 24:
        return False
    return phrase in ("none", "nil", "na") or any(f" {one} " in f" {phrase} " for one in word_words().nothing)


def _written(paragraph: Paragraph) -> Stretch:
    text = stretch_of(paragraph.text, paragraph.index)
    hints = [(piece.start, piece.end) for piece in paragraph.pieces if piece.hint]
    return text.without(hints) if hints else text


def _is_contents(paragraph: Paragraph) -> bool:
    """Tell an entry of a table of contents, which only looks like a heading."""
    return paragraph.style.casefold().startswith(("toc ", "contents ", "toc heading"))


def _split(text: Stretch, paragraph: Paragraph) -> list[Line]:
    number = paragraph.number
    if number is not None and number.format != "none":
        indent = min(number.level, _DEEPEST)
        # “Outcome 1:” may be the number itself.
        if (
            number.text.strip()
            and (id_ := identified(stretch_of(number.text.strip() + " X", 0))[0])
            and not number.text[0].isdigit()
        ):
            return [Line(led(f"{id_}: ", text), paragraph, PARAGRAPH)]
        return [Line(text, paragraph, indent)]
    pieces = (
        [line.strip() for line in text.lines() if line.text.strip()] if 0 < text.text.count("\n") < _MOST_BREAKS else [text]
    )
    begins = [marked(piece) is not None or identified(piece)[0] is not None for piece in pieces]
    grouped: list[list[Stretch]] = []
    for piece, starts in zip(pieces, begins, strict=True):
        if starts or not grouped:
            grouped.append([piece])
        else:
            grouped[-1].append(piece)
    if len(pieces) > 1 and "\n\n" in text.text and not any(begins):
        grouped = [[piece] for piece in pieces]
    return [_unmarked(Stretch.join(group, "\n") if len(group) > 1 else group[0], paragraph) for group in grouped]


def ticked(text: str) -> str:
    """Return what is ticked of “☒ Education ☐ Health”; a text without boxes as it is."""
    return ", ".join(one.strip() for one in _TICKED.findall(text)) if "☐" in text or "☒" in text else text


def _unmarked(text: Stretch, paragraph: Paragraph) -> Line:
    if found := _BOX.match(text.text):
        text = text.cut(found.end())
    item = marked(text)
    return Line(text, paragraph, PARAGRAPH) if item is None else Line(item.rest, paragraph, min(item.indent, _DEEPEST))


def led(lead: str, text: Stretch) -> Stretch:
    """Return a text with words before it that stand in no paragraph; they are cut off again as an id."""
    moved = (replace(anchor, offset=anchor.offset + len(lead)) for anchor in text.anchors)
    return Stretch(lead + text.text, tuple(moved))
