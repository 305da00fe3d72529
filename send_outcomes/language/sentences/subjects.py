"""Where the subject of a clause stands, and the modal behind it; a verb without one is for `finite_verbs`."""

from functools import cache

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.verbs_or_nouns import is_capital, noun_reading

_LONGEST_SUBJECT = 14
_RELATIVE = frozenset({"who", "that", "which"})
_BREAKS = frozenset({",", ":"})
_NAMES = 4  # words of a subject that names somebody


def find_modal(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    """Return the modal of the main clause (“will”, “can”), past clauses that describe the subject; None where there is none."""
    words, modals = reading.words, known.words["modals"]
    behind = past_aside(words, start, last)
    if behind is not None and words[behind] in modals:
        return behind
    relative = asked = False
    telling = _telling()
    for j in range(start, min(last, start + _LONGEST_SUBJECT + 8)):
        word = words[j]
        if word not in telling:
            continue
        if asked and word in modals:
            asked = False  # “changing views of what he can do”: not the sentence's own
        elif word == "may" and j > start and _is_month(words, j, last):
            continue
        elif word in modals or (word in ("ca", "wo") and j + 1 < last and words[j + 1] == "n't"):
            if j > start or (word != "may" and words[j + 1 : j + 2] != ["will"]):
                return j
        elif j == start:
            continue
        elif word in ("what", "how"):
            asked = words[j + 1 : j + 2] != [] and (
                words[j + 1] in known.words["subjects"] or (words[start].endswith("ing") and words[start] in known.forms)
            )
        elif word in _RELATIVE:
            if _opens_bare(words, start, last, known):
                return None  # “Build skills which will help him”
            relative = True
        elif not relative and (word not in _BREAKS or not _list_like(words, start, j)):
            return None
    return None


@cache
def _telling() -> frozenset[str]:
    """Return the words and marks that tell something of where a modal may stand."""
    lists = lexicon().words
    return lists["modals"] | lists["halts"] | _RELATIVE | _BREAKS | {"what", "how", "ca", "wo"}


def _opens_bare(words: list[str], start: int, last: int, known: Lexicon) -> bool:
    """Tell whether the sentence begins with its verb: “Build skills which …”, not “Staff who …”."""
    opens = known.forms.get(words[start]) == words[start] or (words[start].endswith("ing") and words[start] in known.forms)
    verb = opens and words[start] not in known.words["also_nouns"]
    return verb and words[start + 1 : start + 2] not in (["who"], ["that"]) and not noun_reading(words, start, last, known)


def describes_noun(reading: Reading, start: int, modal: int, last: int, known: Lexicon) -> bool:
    """Tell “someone I can talk to”, “Show us two places they would live in”, where a clause without “who” tells which."""
    words, who = reading.words, modal - 1
    if who <= start or words[who] not in known.words["subjects"] or not words[who - 1].isalpha():
        return False
    if (
        not _BREAKS.isdisjoint(words[start:who])
        or words[who - 1] in known.words["halts"]
        or words[who - 1] in known.words["ands"]
    ):
        return False
    return words[start] in known.words["described"] or _opens_bare(words, start, last, known)


def inverted_subject(words: list[str], start: int, last: int, known: Lexicon) -> tuple[int, int] | None:
    """Return the subject behind the modal of “Not only will my sister …”; None where the order is the usual one."""
    if words[start : start + 2] != ["not", "only"] or words[start + 2 : start + 3] == [] or start + 4 >= last:
        return None
    first = start + 3
    owned = words[first] in known.words["possessives"] or words[first] == "the"
    return (first, first + 1 + owned) if words[start + 2] in known.words["modals"] else None


def cleft(words: list[str], start: int, last: int) -> tuple[int, int] | None:
    """Return who acts in “It will be me who rings the surgery”; None where nobody is picked out so."""
    if words[start : start + 1] != ["it"]:
        return None
    who = next((j for j in range(start + 2, min(last - 1, start + 6)) if words[j] == "who"), None)
    return (who - 1, who) if who and words[who - 2] in ("be", "is", "'s") else None


def past_aside(words: list[str], start: int, last: int) -> int | None:
    """Return the word behind what is said between commas: “Max, at the end of Year 6, will …”; None where nothing is."""
    commas = [j for j in range(start, min(last - 1, start + _LONGEST_SUBJECT)) if words[j] == ","][:2]
    return commas[1] + 1 if len(commas) > 1 and commas[0] - start <= _NAMES else None


def _is_month(words: list[str], j: int, last: int) -> bool:
    """Tell “by the end of May” from “she may go”."""
    return j + 1 >= last or words[j - 1] in ("of", "in", "by", "until", "before", "from") or not words[j + 1][0].isalpha()


def _list_like(words: list[str], start: int, comma: int) -> bool:
    return comma - start <= _NAMES


def subject_before(reading: Reading, start: int, modal: int, known: Lexicon) -> tuple[int, int]:
    """Return the subject that ends at a modal: the whole stretch from `start`, or the last name or pronoun in it."""
    words = reading.words
    last = modal
    if past_aside(words, start, modal + 1) == modal:
        first = words.index(",", start)
        said_again = words[first + 1] in known.words["of_things"]  # “I, the class teacher, will …”: who that is
        return (first + 1, modal - 1) if said_again else (start, first)
    while last > start and (words[last - 1] in known.words["adverbs"] or words[last - 1].endswith("ly")):
        last -= 1
    if last <= start:
        return start, modal
    k = last - 1
    if words[k] in known.words["subjects"]:
        return k, last
    if words[k] == ")" and "(" in words[start + 1 : k] and any(word[0].isdigit() for word in words[start:k]):
        return start, words.index("(", start)  # “Priya (aged 9) will …”
    if words[k] == "]" and "[" in words[start:k]:
        return words.index("[", start), last
    if last - start <= _NAMES or words[start] in known.words["opening_subjects"]:
        return start, last
    while k > start and (is_capital(reading, k - 1) or words[k - 1] in ("'s", "and", "the", "young", "my", "our")):
        k -= 1
    return k, last


def nearest_subject(reading: Reading, start: int, modal: int, known: Lexicon) -> int | None:
    """Return where the name, pronoun or “my …” right before a modal begins, if it does so behind `start`."""
    words = reading.words
    k = modal - 1
    while k > start and (words[k] in known.words["adverbs"] or words[k].endswith("ly")):
        k -= 1
    if words[k] in known.words["subjects"]:
        return k
    for j in range(k, max(start, k - 5), -1):
        if words[j] in ("my", "his", "her", "their", "our", "the", "all", "everyone"):
            return j
    if not (is_capital(reading, k) or words[k] in known.words["child"] or words[k] in known.words["service"]):
        return None
    while k - 1 > start and (is_capital(reading, k - 1) or words[k - 1] in ("young", "and")):
        k -= 1
    return k if k > start else None
