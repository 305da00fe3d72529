"""References that stand in the texts themselves: “Need 2”, “see outcome 3”, “(N1, O2)”, and a text's own number, “Need 2: …”."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from send_outcomes.thread.links import Item, Kind
from send_outcomes.thread.vocabulary import thread_words

_S = r"\s{0,4}"
_NUMBER = r"\d{1,3}(?:\.\d{1,2}|[a-z]\b)?"
_AND = r"(?:\s{0,4}(?:,|;|/|&|\+|and|or|,\s{0,4}and)\s{0,4})"
_TO = r"(?:\s{0,4}(?:-|–|—|to)\s{0,4})"
_LIST = rf"{_NUMBER}(?:(?:{_AND}|{_TO})(?=\d){_NUMBER})*"
_PART = re.compile(rf"(?P<first>{_NUMBER})(?:{_TO}(?P<last>\d{{1,3}})(?![\d.]))?", re.IGNORECASE)
_WORD = re.compile(r"\s+([a-z]+)")
_MOST = 40  # items in a range such as “outcomes 1 to 40”: more is a slip of the pen


class Label(NamedTuple):
    """What a text calls an item: its kind and its number, “2” or “1.3”."""

    kind: Kind
    number: str


class _Patterns(NamedTuple):
    named: re.Pattern[str]
    lettered: re.Pattern[str]
    ids: re.Pattern[str]
    own: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = thread_words()
    names, letters = "|".join(map(re.escape, words.names)), "".join(words.letters)
    ids = rf"[{letters}]\s?{_NUMBER}"
    return _Patterns(
        named=re.compile(rf"\b(?P<name>{names})s?{_S}(?:no\.?|numbers?|#)?{_S}(?P<list>{_LIST})(?![\d%])", re.IGNORECASE),
        # Bare ids are trusted in brackets or behind a word that refers: “A1” and “P4” are also levels of work.
        lettered=re.compile(
            rf"(?:[(\[]{_S}(?:{_any_of(words.in_brackets)})?:?{_S}|\b(?:{_any_of(words.before_ids)})\s+)"
            rf"(?P<list>{ids}(?:(?:{_AND}|{_TO})[{letters}]?\s?{_NUMBER})*)(?={_S}[)\].,;:]|{_S}\Z|\s)"
        ),
        ids=re.compile(rf"(?P<letter>[{letters}])?\s?{_PART.pattern}"),
        own=re.compile(rf"{_S}(?:(?P<name>{names}){_S}(?:no\.?|number|#)?{_S}|(?P<letter>[{letters}])\s?)(?P<number>{_NUMBER}){_S}(?:[:.)–—-]|\Z)", re.IGNORECASE),
    )  # fmt: skip


def _any_of(phrases: Iterable[str]) -> str:
    """Return the pattern for any of several phrases, with whatever space between their words."""
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)


def mentioned(text: str) -> Iterator[Label]:
    """Yield what a text refers to, in order of place; its own number at its beginning too."""
    words, patterns = thread_words(), _patterns()
    for found in patterns.named.finditer(text):
        kind = words.names[found["name"].lower()]
        if kind is Kind.NEED and _is_verb(found, text):
            continue
        for part in _PART.finditer(found["list"]):
            yield from (Label(kind, number) for number in _numbers(part))
    for found in patterns.lettered.finditer(text):
        parts = list(patterns.ids.finditer(found["list"]))
        if all(part["letter"] == "A" for part in parts if part["letter"]):
            continue  # “(A1)” alone is as likely an appendix
        letter = ""
        for part in parts:
            letter = part["letter"] or letter
            yield from (Label(words.letters[letter], number) for number in _numbers(part))


def _is_verb(found: re.Match[str], text: str) -> bool:
    """Tell “Sam needs 2 adults” from “see need 2”."""
    words = thread_words()
    behind = _WORD.match(text, found.end())
    if behind and behind[1] not in words.followed_by:
        return True
    before = text[: found.start()].rstrip()
    refers = not before or before[-1] in "([,;:." or before.rsplit(None, 1)[-1].lower().lstrip("([") in words.after
    return found["name"][0].islower() and not refers


def own_label(kind: Kind, text: str) -> Label | None:
    """Return the number that a text begins with, where it is one of its own kind: “Need 2: …” of a need."""
    found = _patterns().own.match(text)
    if found is None:
        return None
    words = thread_words()
    said = words.names[found["name"].lower()] if found["name"] else words.letters[found["letter"].upper()]
    return Label(said, found["number"].lower()) if said is kind else None


def labels(items: Mapping[Item, str]) -> Mapping[Label, Item]:
    """Return the items by what texts may call them: by the number each begins with, else by its id (N2, 2) or its place."""
    known: dict[Label, Item] = {}
    for item, text in items.items():
        if (label := own_label(item.kind, text)) is not None:
            known.setdefault(label, item)
    numbered = {label.kind for label in known}
    for item in items:
        number = item.id.lower().lstrip("abcdefghijklmnopqrstuvwxyz ")
        if number and item.kind not in numbered:
            known.setdefault(Label(item.kind, number), item)
    return known


def _numbers(part: re.Match[str]) -> Iterator[str]:
    """Yield the numbers of “2”, or of “2 to 4” each."""
    first, last = part["first"].lower(), part["last"]
    if last and first.isdecimal() and 0 < int(last) - int(first) < _MOST:
        yield from (str(number) for number in range(int(first), int(last) + 1))
    else:
        yield first
        if last:
            yield last
