"""The lines of a portion → the single outcomes, needs, provisions or hopes in it. Knows no documents and no plans."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from send_outcomes.readers.items import PARAGRAPH, Item, folded
from send_outcomes.readers.markers import identified
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.vocabulary import vocabulary, words
from send_outcomes.readers.word_headings import is_heading_alone
from send_outcomes.readers.word_portions import Line, is_guidance, says_nothing
from send_outcomes.readers.word_words import word_words

_FEWEST_WORDS = 3
_ENDED = (".", "!", "?", ":", ";", "”", '"', "’", "'", ")")


@dataclass(frozen=True, slots=True)
class Found:
    """One text of a portion; `serial` is the number of its first line there, `listed` whether it has a bullet."""

    item: Item
    serial: int
    listed: bool


def outcomes_among(lines: Sequence[Line], sure: bool = False) -> list[Found]:
    """Return the outcomes among the lines: bullets, and paragraphs that are neither headings nor about outcomes.

    `sure` says that the lines stand in a column of outcomes, where a paragraph alone is one whatever it says.
    """
    kept = [line for line in _continued(lines) if not _is_empty(line)]
    listed = any(line.indent != PARAGRAPH for line in kept)
    named = [identified(line.text)[0] is not None for line in kept]
    if sum(named) > 1:
        kept = _under_ids(kept, named)
    return _found([line for line in kept if (sure and not listed) or _is_outcome(line, listed)])


def texts_among(lines: Sequence[Line], together: bool) -> list[Found]:
    """Return the needs, provisions or hopes among the lines: each bullet one; plain paragraphs one each, or `together`."""
    kept = [line for line in _continued(lines) if not _is_empty(line)]
    if not together or any(line.indent != PARAGRAPH for line in kept):
        return _found(kept)
    whole = Stretch.join([line.text for line in kept], "\n") if kept else None
    return [] if whole is None else [Found(Item(whole), kept[0].serial, False)]


def _found(lines: Sequence[Line]) -> list[Found]:
    starts: dict[int, list[Line]] = {}
    for line in lines:
        starts.setdefault(line.text.line, []).append(line)
    made = []
    for item in folded([Item(_tidy(line.text), line.indent) for line in lines]):
        # Without its id a text begins further on in the same paragraph.
        first = item.text.anchors[0]
        before = starts.get(first.line, lines)
        line = before[max(0, bisect_right(before, first.column, key=_column) - 1)]
        made.append(Found(item, line.serial, line.indent != PARAGRAPH))
    return made


def _tidy(text: Stretch) -> Stretch:
    """Return a text without the semicolon that parts a bullet from the next."""
    return text.cut(0, len(text.text) - 1).strip() if text.text.endswith(";") else text


def _is_empty(line: Line) -> bool:
    text = line.text.text
    bare = text.casefold().strip(" .:-–—")
    return (
        not any(sign.isalpha() for sign in text)
        or bare in vocabulary().empty
        or says_nothing(text)
        or (line.indent == PARAGRAPH and is_guidance(text))
        or (is_heading_alone(text) and not (identified(line.text)[0] and not identified(line.text)[1].text))
    )


def _is_outcome(line: Line, listed: bool) -> bool:
    """Tell whether a paragraph is an outcome; a bullet always is."""
    if line.indent != PARAGRAPH:
        return True
    id_, rest = identified(line.text)
    if id_ is not None:
        return True
    said = words(rest.text).split()
    parts = set(said)
    if parts & word_words().about_outcomes or (said and said[0] in word_words().questions and not rest.text.endswith(".")):
        return False
    # “I am able to:” leads to bullets or is nothing; so does any paragraph beside bullets that promises nothing.
    if parts & word_words().outcome_words:
        return True
    return listed == line.text.text.endswith(":") and len(parts) >= _FEWEST_WORDS


def _continued(lines: Sequence[Line]) -> list[Line]:
    """Join a paragraph that goes on in the next one, which begins in lower case."""
    groups: list[list[Line]] = []
    for line in lines:
        goes_on = line.indent == PARAGRAPH and line.text.text[:1].islower()
        if groups and goes_on and not groups[-1][-1].text.text.endswith(_ENDED):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_one(group, " ") for group in groups]


def _under_ids(lines: Sequence[Line], named: Sequence[bool]) -> list[Line]:
    """Where outcomes have ids, plain paragraphs below one belong to it."""
    groups: list[list[Line]] = []
    for line, starts in zip(lines, named, strict=True):
        first = groups[-1][0] if groups else None
        if first is None or starts or {line.indent, first.indent} != {PARAGRAPH} or not identified(first.text)[1].text:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [_one(group, "\n") for group in groups]


def _one(group: Sequence[Line], separator: str) -> Line:
    first = group[0]
    return first if len(group) == 1 else replace(first, text=Stretch.join([line.text for line in group], separator))


def _column(line: Line) -> int:
    return line.text.column
