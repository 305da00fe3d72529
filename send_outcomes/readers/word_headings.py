"""Which lines are headings or labels, and what they open. Looks at one line; the words are the vocabulary's."""

from dataclasses import dataclass

from send_outcomes.readers.items import PARAGRAPH
from send_outcomes.readers.markers import identified
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.vocabulary import vocabulary, words
from send_outcomes.readers.word_meaning import Meaning, area_of, meaning_of
from send_outcomes.readers.word_portions import Line
from send_outcomes.readers.word_words import word_words

_LONGEST_STYLED, _LONGEST_LABEL, _LABEL_WORDS, _PLAIN_WORDS = 200, 60, 7, 14
_ENDS = (".", "!", ";", ",")


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading: its meaning, the area of need that it names, its level if it has one, and what follows on the same line."""

    meaning: Meaning | None
    area: str | None = None
    level: int | None = None
    rest: Stretch | None = None


def opening_of(line: Line, inside: bool) -> Opening | None:
    """Return what a line opens, None where it is no heading. `inside` a part, short labels count too (“Provision: …”)."""
    text, paragraph = line.text.text, line.paragraph
    number = paragraph.number
    styled = paragraph.level is not None and len(text) <= _LONGEST_STYLED and not text.endswith(_ENDS)
    if not styled and line.indent != PARAGRAPH and not (paragraph.bold and number is not None and number.format != "bullet"):
        return None
    plain = text.rstrip(": ")
    head = plain.split("\n")[0]
    meaning, area = meaning_of(plain), area_of(head)
    if meaning is not None and meaning.holds == "outcome" and identified(line.text)[0] is not None and not styled:
        # “Outcome 2” opens the outcomes and names the one that follows.
        return (
            Opening(meaning, area, paragraph.level, line.text) if not identified(line.text)[1].text else _labelled(line, inside)
        )
    if styled:
        return _styled(line, meaning, area, inside)
    if meaning is not None and (meaning.lettered or len(words(plain).split()) <= _PLAIN_WORDS):
        return Opening(meaning, area)
    if area is not None and (paragraph.bold or text.endswith(":") or len(words(head).split()) <= _LABEL_WORDS):
        return Opening(meaning, area)
    if paragraph.bold and _is_label(text):
        return Opening(None)
    return _labelled(line, inside)


def _styled(line: Line, meaning: Meaning | None, area: str | None, inside: bool) -> Opening | None:
    """Return what a line in a heading's style opens; None where it is an outcome that was given such a style."""
    id_, rest = identified(line.text)
    parts = words(rest.text).split()
    says = bool(vocabulary().sentence_words.intersection(parts)) and parts[0] not in word_words().questions
    if id_ is not None and line.text.text[:7].casefold() == "outcome":
        # “Outcome 2: Learning” is a title, “Outcome 2: I will …” the outcome; the id alone goes to what follows.
        named = line.text if says or not rest.text else line.text.cut(0, len(line.text.text) - len(rest.text)).strip()
        return Opening(meaning or meaning_of("outcome"), area_of(rest.text), line.paragraph.level, named)
    if meaning is None and area is None and inside and says:
        return None
    return Opening(meaning, area, line.paragraph.level)


def is_heading_alone(text: str) -> bool:
    """Tell whether a text is nothing but a heading (“Outcomes”, “Cognition and learning”)."""
    plain = text.rstrip(": ")
    return meaning_of(plain) is not None or (area_of(plain) is not None and len(plain.split()) <= _LABEL_WORDS)


def _labelled(line: Line, inside: bool) -> Opening | None:
    """Return what “Provision: an hour a week” opens; its words go on behind the colon."""
    head, colon, tail = line.text.text.partition(":")
    if not inside or not colon or not tail.strip() or len(head) > _LONGEST_LABEL:
        return None
    meaning = meaning_of(head)
    if meaning is None or meaning.lettered or meaning.holds == "group":
        return None
    rest = line.text if identified(line.text)[0] is not None else line.text.cut(len(head) + 1).strip()
    return Opening(meaning, rest=rest)


def _is_label(text: str) -> bool:
    parts = words(text).split()
    return (
        0 < len(parts) <= _LABEL_WORDS
        and not text.endswith((*_ENDS, "?"))
        and not vocabulary().sentence_words.intersection(parts)
    )
