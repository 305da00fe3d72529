"""What a “to” behind a noun tells: who is to do something (“EP to visit”), or what a thing is used for (“use of pictures to ask”).

Knows no clause.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import Lexicon
from send_outcomes.language.sentences.verbs_or_nouns import is_adverb, is_capital, noun_reading

_NO_SUBJECT = frozenset({":", ";", "is", "are"})  # inside of which nobody stands who is to do something
_PREFIXES = frozenset({"self", "re", "co", "pre", "over"})


def named_to(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    """Return the “to” of “EP to visit”, “Visual timetable to be used”: who or what, then what is to be done."""
    words = reading.words
    if words[start].endswith("ing") and words[start] in known.forms and words[start] not in known.words["staff_are"]:
        return _changing_to(words, start, last, known)  # “Having a friend to go out with”, but “Reading age to go up”
    if words[start] in ("somewhere", "use") or words[start : start + 2] == ["visit", "from"]:
        return None  # “Somewhere quiet to go”, “Use cutlery to cut up …”, “Visit from an employer to talk about …”
    if words[start] == "work" and words[start + 1 : start + 2] != [] and words[start + 1] in known.words["work_is_done"]:
        return None  # “Work in a group of three to finish …”
    for j in range(start + 1, min(last - 1, start + 9)):
        if words[j] == "to":
            split = 1 if is_adverb(words[j + 1], known) and j + 2 < last else 0  # “YP to independently take the train”
            prefixed = words[j + 1] in _PREFIXES and words[j + 2 : j + 3] == ["-"] and j + 3 < last  # “Leo to self-propel”
            verb = words[j + 3] if prefixed else words[j + 1 + split]
            if verb == "own":
                return None  # “Respond to own name”
            if (
                words[j - 1] in known.words["lead_to"]
                or known.forms.get(words[j - 1], words[j - 1]) != words[j - 1]
                or not (
                    verb == "be"
                    or known.forms.get(verb) == verb
                    or (words[start] in known.words["service"] and _may_be_verb(verb, known))
                )
            ):
                return None
            return j if not _is_told(reading, start, j, known) else None
        if words[j] in known.words["halts"] or words[j] in _NO_SUBJECT or words[j] in known.words["modals"]:
            return None
    return None


def _changing_to(words: list[str], start: int, last: int, known: Lexicon) -> int | None:
    """Return the “to” of “Reading to improve”, “Spelling age to go up by a year”: a skill, and how it is to change."""
    for j in range(start + 1, min(last - 1, start + 4)):
        if words[j] == "to":
            changes = words[j + 1] in known.words["changing"] or words[j + 1] in ("go", "rise")
            return j if changes and words[start] in known.words["skills_in_ing"] else None
        if words[j] in known.words["determiners"] or words[j] in known.words["halts"]:
            return None
    return None


def used_to(words: list[str], start: int, last: int, known: Lexicon) -> int | None:
    """Return the “to” of “use of pictures to ask for food”: what something is used for is what is done."""
    for j in range(start + 3, min(last - 1, start + 9)):
        if words[j] == "to":
            return j if known.forms.get(words[j + 1]) == words[j + 1] else None
    return None


def _may_be_verb(word: str, known: Lexicon) -> bool:
    return word.isalpha() and word not in known.words["determiners"] and word not in known.words["possessives"]


def _is_told(reading: Reading, start: int, to: int, known: Lexicon) -> bool:
    """Tell “ask a why question to find out”, where the first word is the verb, from “visit to be made”, “Grace to choose”."""
    words, word = reading.words, reading.words[start]
    if known.forms.get(word) != word or word in known.nouns["staff"]:
        return False
    nxt = words[start + 1]
    takes = to > start + 1 and (nxt in known.words["determiners"] or nxt in known.numbers or nxt in ("from", "between"))
    takes = takes or (to > start + 1 and nxt in known.words["others_as_object"])
    helped = to == start + 2 and word in known.verbs["staff"] and is_capital(reading, start + 1)
    only_verb = word not in known.words["also_nouns"] and words[to + 1] != "be" and nxt not in known.words["ands"]
    told = to > start + 1 and only_verb and not is_capital(reading, start + 1)  # “Follow instructions to build a wall”
    takes = takes or helped or told  # “Support Sam to make friends”
    return not is_capital(reading, start) or (takes and not noun_reading(words, start, to, known))
