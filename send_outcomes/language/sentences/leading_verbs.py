"""Verbs that only lead to the one that counts: “learn to”, “keep trying”, “have the skills to”, “would like our son to”.

Knows verbs only through the lexicon.
"""

from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.verbs_or_nouns import is_adverb

_FARTHEST = 22


def leads_on(words: list[str], i: int, end: int, known: Lexicon, adverbs: frozenset[str]) -> tuple[str, int] | None:
    """Return the name and the word after, where word `i` only leads on: “learn to”, “keep trying”, “have the skills to”."""
    lemma = known.forms.get(words[i], words[i])
    j = past_adverbs(words, i + 1, end, adverbs)
    if lemma in known.verbs["hope"]:
        if j < end and words[j] == "to":
            return "hope", j + 1
        return _wished_for(words, i, end)
    if lemma in ("like", "love") and j < end:
        if words[i - 1] in ("would", "'d"):
            return ("hope", j + 1) if words[j] == "to" else _wished_for(words, i, end)
        return ("like", j + 1) if words[j] == "to" else None
    if lemma == "learn" and words[j : j + 2] == ["how", "to"] and j + 2 < end:
        return lemma, j + 2
    if (
        lemma in known.verbs["through"]
        and j < end
        and words[j] == "to"
        and not (j + 1 < end and words[j + 1] in ("the", "my", "a"))
        and (lemma != "go" or (words[i] == "going" and not leads_to_place(words, j, known)))  # “goes to Scouts”: a place
    ):
        if " ".join((lemma, *words[i + 1 : j + 2])) in known.verbs["vague"]:
            return None
        return lemma, j + 1
    if lemma in known.words["shows"] and j < end:
        k = j + 1 if words[j] == "that" else j
        if k + 1 < end and words[k + 1] in ("can", "could"):
            return "show", k + 2
    if lemma in known.words["goes_on"] and j < end:
        k = j + 1 if words[j] == "on" else j
        if k < end and words[k].endswith("ing") and words[k] in known.forms:
            return lemma, k
    if lemma in ("leave", "finish") and words[i + 2 : i + 4] == ["able", "to"] and i + 4 < end:
        return lemma, i + 4  # “leave school able to cook”
    if lemma == "get" and i + 2 < end and words[i + 1] in known.words["others_as_object"]:  # “get her sleeping in her own room”
        return ("get", i + 2) if words[i + 2].endswith("ing") and words[i + 2] in known.forms else None
    if lemma in known.words["brings_means"]:
        return _means(words, i, end)
    return None


def leads_to_place(words: list[str], to: int, known: Lexicon) -> bool:
    """Tell “going to the pictures”, “going to school” from “going to cook”."""
    behind = words[to + 1 : to + 2]
    lists = known.words
    served = behind != [] and behind[0] not in known.forms and behind[0] in known.given  # “going to physio”
    return served or (behind != [] and any(behind[0] in lists[name] for name in ("determiners", "possessives", "own_ends")))


def past_adverbs(words: list[str], i: int, end: int, adverbs: frozenset[str]) -> int:
    """Return the first word from `i` on that is no adverb."""
    while i < end:
        if words[i] == "no" and words[i + 1 : i + 2] == ["longer"] and i + 2 < end:
            i += 2
        elif words[i] in adverbs or is_adverb(words[i], lexicon()):
            i += 1
        else:
            break
    return i


def _wished_for(words: list[str], i: int, end: int) -> tuple[str, int] | None:
    """Read through “we would like our son to”, “Mum hopes that Ben will”: what is wished for him counts."""
    if i + 1 < end and words[i + 1] in lexicon().words["wanted"]:
        return None  # “I want help to understand money”
    first = i + 2 if words[i + 1 : i + 2] == ["that"] else i + 1
    for j in range(first, min(end - 1, i + 10)):
        if words[j] in ("to", "will"):
            return "hope", j + 1
        if words[j] in (".", ",", ";", "who", "that", "so"):
            return None
    return None


def _means(words: list[str], i: int, end: int) -> tuple[str, int] | None:
    """Read through “have the language they need to ask”: what counts is what it is for."""
    seen = False
    for j in range(i + 1, min(end, i + _FARTHEST)):
        if words[j] in lexicon().words["means"]:
            seen = True
        elif words[j] in (".", ";", ":", ",") and not seen:
            return None
        elif seen and words[j] == "to" and j + 1 < end and words[j - 1] not in lexicon().words["ands"]:
            if words[j + 1] in lexicon().words["enabling"]:
                return None  # “develop his motor skills to enable him to climb”: what they are for, not what is done
            return "skills", j + 1
        elif seen and words[j] in lexicon().words["no_means_behind"]:
            return None
    return None
