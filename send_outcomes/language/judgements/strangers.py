"""Another child in a need, an aspiration or a provision: a name that stands where only this child's can, or a pronoun.

Parents, teachers and friends are named rightly there, so a name counts only in a child's place, and a pronoun only where
nobody else is spoken of whom it may mean. The words stand in `rules/vocabulary/people.yaml`.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.vocabularies.word_lists import word_lists

_ENDS = frozenset({".", "!", "?", ";", ":", "-", "•"})


def stranger_names(reading: Reading, known_as: str) -> Iterator[int]:
    """Yield the words that name another child, where the child `known_as` should stand."""
    words, people = reading.words, word_lists("people")
    own = _parts(known_as)
    speaks_of_child = not own.isdisjoint(words)
    for i, word in enumerate(words):
        if not _is_capital(reading, i) or word in own:
            continue
        listed, behind = word in people["given_names"], words[i + 1 : i + 4]
        if not (listed or _may_be_name(reading, i)):
            continue
        if behind[:1] == ["'s"]:
            if not people["own" if listed else "surely_own"].isdisjoint(behind[1:3]):
                yield i
        elif not speaks_of_child and (_is_helped(words, i, behind) or (listed and _is_subject(words, i, behind))):
            yield i


def stranger_pronoun(reading: Reading, known_as: str, wrong: Collection[str]) -> int | None:
    """Return the first of the pronouns `wrong` that can mean none but the plan's child."""
    words, people, known = reading.words, word_lists("people"), lexicon()
    own, staff = _parts(known_as), known.words["service"] | known.nouns["staff"]
    others = (known.words["family"] | people["people"]) - staff
    served = False
    for i, word in enumerate(words):
        if word in others or (word in people["given_names"] and word not in own and _is_capital(reading, i)):
            return None  # from here on it may be someone else
        served = served or word in staff
        if word not in wrong or _is_choice(words, i) or _is_quoted(reading, i):
            continue
        if not served or (word in ("her", "his") and words[i + 1 : i + 2] and words[i + 1] in people["of_a_child"]):
            return i
    return None


def is_introduced(name: str, texts: Iterable[str]) -> bool:
    """Tell whether a name is somewhere said to be someone else's: “her friend Priya”, “Tom, his brother”."""
    known = word_lists("people")
    people = "|".join(sorted(known["introduces"] | known["people"] | lexicon().words["family"]))
    named = re.escape(name)
    told = re.compile(
        rf"\b(?:{people})\.?,? {named}\b|\b{named},? ?\(?(?:(?:his|her|their|my|the|a) )?(?:\w+ )?(?:{people})\b", re.IGNORECASE
    )
    return any(told.search(text) for text in texts)


def _is_subject(words: list[str], i: int, behind: list[str]) -> bool:
    opens = i == 0 or words[i - 1] in _ENDS or words[i - 1] in ("that", "when", "if", "because", "where")
    return opens and bool(behind) and behind[0] in word_lists("people")["tells_of"]


def _is_helped(words: list[str], i: int, behind: list[str]) -> bool:
    return bool(i) and words[i - 1] in word_lists("people")["helps"] and behind[:1] in (["to"], ["with"], ["in"])


def _is_capital(reading: Reading, i: int) -> bool:
    return reading.text[reading.starts[i]].isupper()


def _may_be_name(reading: Reading, i: int) -> bool:
    """Tell a word that is in no list, written as a name is, inside a sentence."""
    word, known = reading.words[i], lexicon()
    typed = reading.text[reading.starts[i] : reading.ends[i]]
    if not i or reading.words[i - 1] in _ENDS or len(word) < 3 or not word.isalpha() or not typed[1:].islower():
        return False
    groups = (
        known.words["service"],
        known.words["family"],
        known.words["child"],
        known.any_noun,
        known.forms,
        word_lists("people")["people"],
    )
    return all(word not in group for group in groups)


def _is_choice(words: list[str], i: int) -> bool:
    """Tell “his or her”, “he/she”."""
    return bool({"or", "/"} & {words[i - 1] if i else "", *words[i + 1 : i + 2]})


def _parts(known_as: str) -> frozenset[str]:
    return frozenset(known_as.lower().replace("-", " ").split())


def _is_quoted(reading: Reading, i: int) -> bool:
    return any(found.start <= reading.starts[i] < found.end for found in reading.found.get("quotation", ()))
