"""From a modal or a “to” to the verb that counts: through “be able to”, “learn to”, “have the skills to”, “be given”.

Knows verbs only through the lexicon; which of them lead on is for `leading_verbs`.
"""

from typing import NamedTuple

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.leading_verbs import leads_on, leads_to_place, past_adverbs
from send_outcomes.language.sentences.lexicon import Lexicon

_BE = frozenset({"be", "is", "are", "am", "was", "were", "been", "being", "'s", "'re", "'m"})
_HAVE = frozenset({"have", "has", "had", "'ve", "having"})
_ASIDES = {"(": ")", "-": "-"}
_LONGEST_ASIDE = 10


class Chain(NamedTuple):
    """Where a chain of verbs ends: the head's words `[head, last)`, its base form, what led there, whether passive."""

    head: int
    last: int
    lemma: str
    through: frozenset[str]
    passive: bool


def follow_chain(reading: Reading, start: int, end: int, known: Lexicon) -> Chain:
    """Return the verb that counts, looking from word `start` up to, not with, `end`."""
    words = reading.words
    i, through = start, set[str]()
    adverbs = known.words["passed_over"]
    for _ in range(24):
        i = past_adverbs(words, i, end, adverbs)
        if i >= end:
            return Chain(min(start, end), min(start, end), "", frozenset(through), False)
        word = words[i]
        if word in _ASIDES and (behind := _past_said_between(reading, i, end)) is not None:
            i = behind + (words[behind] in known.words["modals"])
        elif word == "to" or (not word[0].isalnum() and word not in _BE and word not in _HAVE):
            i += 1
        elif word == "of" and i == start and i + 1 < end and words[i + 1] in known.forms:
            i += 1  # “will of made”: what is heard for “will have made”
        elif word in _HAVE and _is_participle(words, i + 1, end, known, adverbs):
            i += 1
        elif word in _BE:
            step = _after_be(words, i, end, known, adverbs)
            if isinstance(step, Chain):
                return Chain(step.head, step.last, step.lemma, frozenset(through) | step.through, step.passive)
            i = step
            through.add("able")
        else:
            lemma, count = known.phrase_at(words, i)
            onward = None if count > 1 and lemma in known.verbs["vague"] else leads_on(words, i, end, known, adverbs)
            if onward is None:
                return Chain(i, i + count, lemma, frozenset(through), False)
            name, i = onward
            through.add(name)
    return Chain(start, start, "", frozenset(through), False)


def _past_said_between(reading: Reading, i: int, end: int) -> int | None:
    """Return the word behind what stands in brackets, or between dashes: “I will regularly (most days) hang up my coat”."""
    if i in reading.lines:
        return None  # a bullet
    words = reading.words
    closes = [j for j in range(i + 1, min(end - 1, i + _LONGEST_ASIDE)) if words[j] == _ASIDES[words[i]]]
    return closes[0] + 1 if closes else None


def _is_participle(words: list[str], i: int, end: int, known: Lexicon, adverbs: frozenset[str]) -> bool:
    i = past_adverbs(words, i, end, adverbs)
    if i >= end:
        return False
    word = words[i]
    if word in ("been", "had"):
        return True
    if word in ("a", "the") or (
        word in known.words["adjectival"] and not known.words["means"].isdisjoint(words[i + 1 : i + 5])
    ):
        return False  # “has limited speech”
    lemma = known.forms.get(word)
    if lemma is None or (word == lemma and word not in known.words["same_participle"]):
        return (
            word.endswith("ed")
            and len(word) > 4
            and lemma is None
            and (i + 1 < end and words[i + 1] not in known.words["means"] | known.words["mental"])
        )
    improved = word in known.words["changed"]
    return not word.endswith(("ing", "s")) and not (
        improved and i + 1 < end and words[i + 1] not in known.words["possessives"] | {"the"}
    )


def _after_be(words: list[str], i: int, end: int, known: Lexicon, adverbs: frozenset[str]) -> Chain | int:
    """Read on from a form of “be”: “able to” leads on, a participle is passive, -ing goes on; else “be” is the head."""
    j = i + 1
    if words[j : j + 1] in ([":"], ["…"]):
        while j < end and not words[j][0].isalnum():
            j += 1  # “children will be: • able to pour”
    j = past_adverbs(words, j, end, adverbs)
    here = Chain(i, i + 1, "be", frozenset(), False)
    if j >= end or {"more", "less", "better", "most"} & set(words[i + 1 : j]):
        return here
    word = words[j]
    through = known.verbs["through"]
    if word in through:
        k = j + 1
        while (k < end and words[k] in ("and", "enough", "or")) or (
            k < end and words[k] in through and words[k] not in ("to",) and words[k - 1] in ("and", "or")
        ):
            k += 1
        if k < end and words[k] == "to" and word not in known.words["felt_before_to"]:
            return k + 1
        if j + 1 < end and words[j + 1].endswith("ing") and words[j + 1] in known.forms:
            return j + 1
    if "enough" in words[j : j + 2] and "to" in words[j + 1 : j + 3]:
        return words.index("to", j) + 1  # “will be still enough to thread five beads”
    lemma, count = known.phrase_at(words, i)
    if count > 1:
        return Chain(i, i + count, lemma, frozenset(), False)
    if word in known.words["headed"] and j + 1 < end and words[j + 1] == "to":
        return j if leads_to_place(words, j + 1, known) else j + 2
    if word == "to":
        return j + 1
    if word == "that":
        return _behind_that(words, j, end, known) or here
    if word in known.words["noticed"] and (seen := _seen_doing(words, j + 1, end, known)) is not None:
        return seen
    if word in known.verbs["done_to"]:
        return Chain(j, j + 1, known.forms.get(word, word), frozenset(), True)
    if word.endswith("ing") and word in known.forms and word not in known.words["adjectives_in_ing"]:
        return j
    base = known.forms.get(word)
    if base is None and word.endswith("ed") and words[j + 1 : j + 2] == ["by"] and j + 2 < end:
        return Chain(j, j + 1, word, frozenset(), True)  # “will be buttered by Sol”
    if word in known.words["put_or_cut"] and j + 1 < end:
        return Chain(j, j + 1, word, frozenset(), True)
    if base is not None and base != word and not word.endswith(("s", "ing")) and word not in known.words["adjectival"]:
        return Chain(j, j + 1, base, frozenset(), True)
    return here


def _seen_doing(words: list[str], i: int, end: int, known: Lexicon) -> int | None:
    """Return the act of “will be seen on 4 occasions sorting shapes”."""
    for j in range(i, min(end - 1, i + _LONGEST_ASIDE)):
        if words[j] in ("by", ",", "in", "following"):
            return None
        if words[j].endswith("ing") and words[j] in known.forms:
            return j
    return None


def _behind_that(words: list[str], i: int, end: int, known: Lexicon) -> int | None:
    """Return what follows the modal of “our hope is that Meg will …”."""
    for j in range(i + 1, min(end - 1, i + 8)):
        if words[j] in known.words["modals"]:
            return j + 1
    return None
