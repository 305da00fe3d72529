"""Other forms of words, by general rules: cook → cooks, cooking, cooked. Forms that nobody writes do no harm."""

from collections.abc import Iterable, Iterator
from functools import cache

from send_outcomes.concepts.cues import Cue, irregular

_VOWELS = frozenset("aeiou")
_OF_OTHERS = {"my": ("his", "her", "their"), "me": ("him", "her", "them"), "myself": ("himself", "herself", "themselves")}
_OTHERS = 3
_NO_FORMS = 3  # shorter words (at, tv, pe) are met as written


def cue_forms(cue: Cue) -> Iterator[tuple[str, ...]]:
    """Yield every form of a cue: of a word all, of a phrase those of its first word and the plural."""
    words = cue.words
    yield words
    if cue.exact:
        return
    if len(words) == 1:
        yield from ((form,) for form in verb_forms(words[0]))
        return
    for said in _by_others(words):
        heads = dict.fromkeys((said[0], *verb_forms(said[0])))
        last = plural(said[-1])
        for head in heads:
            for tail in (said[-1],) if last == said[-1] else (said[-1], last):
                form = (head, *said[1:-1], tail)
                yield form
                if "-" in form:
                    yield tuple(word for word in form if word != "-")


def _by_others(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield “part of my community” as it is, and as said of others: “part of her community”."""
    yield words
    if not _OF_OTHERS.keys().isdisjoint(words[1:]):
        for person in range(_OTHERS):
            yield (words[0], *(_OF_OTHERS[word][person] if word in _OF_OTHERS else word for word in words[1:]))


def head_forms(cue: Cue) -> Iterable[str]:
    """Return the words with which a form of the cue can begin."""
    return (cue.words[0],) if cue.exact else {cue.words[0], *verb_forms(cue.words[0])}


@cache
def plural(word: str) -> str:
    """Return the word with s, es or ies; a word in s stays as it is."""
    if len(word) < _NO_FORMS or not word.isalpha() or word.endswith("s") or irregular().get(word) == (word,):
        return word
    if word.endswith(("x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


@cache
def verb_forms(word: str) -> tuple[str, ...]:
    """Return the -s, -ing and -ed forms, irregular ones where they are common."""
    if known := irregular().get(word):
        return known
    if len(word) < _NO_FORMS or not word.isalpha() or word.endswith(("ing", "ed", "ly", "ness", "tion")):
        return (plural(word),)
    stem = word
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        stem = word[:-1]
    elif word.endswith("y") and word[-2] not in _VOWELS:
        return (plural(word), word + "ing", word[:-1] + "ied")
    elif _doubles(word):
        stem = word + word[-1]
    return (plural(word) if not word.endswith("ss") else word + "es", stem + "ing", stem + "ed")


def _doubles(word: str) -> bool:
    """Shop → shopping: one syllable that ends consonant, vowel, consonant."""
    return (
        word[-1] not in _VOWELS
        and word[-1] not in "wxy"
        and word[-2] in _VOWELS
        and sum(letter in _VOWELS for letter in word) == 1
    )
