"""Where the subject of a clause stands, and the modal or finite verb behind it."""

from functools import cache

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.verbs_or_nouns import is_capital, is_name_like, is_plural, noun_reading, third_person

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
            asked = words[j + 1 : j + 2] != [] and words[j + 1] in known.words["subjects"]
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
    verb = known.forms.get(words[start]) == words[start] and words[start] not in known.words["also_nouns"]
    return verb and words[start + 1 : start + 2] not in (["who"], ["that"]) and not noun_reading(words, start, last, known)


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
    if words[k] == "]" and "[" in words[start:k]:
        return words.index("[", start), last
    if last - start <= 4 or words[start] in (
        "my",
        "me",
        "us",
        "our",
        "the",
        "his",
        "her",
        "their",
        "all",
        "everyone",
        "everybody",
        "a",
        "an",
    ):
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


def finite_verb(reading: Reading, start: int, last: int, known: Lexicon, before: int | None = None) -> int | None:
    """Return the finite verb behind a subject that can be told for one: a pronoun, a child noun, a name, “my …”.

    Only one that stands `before` this word counts, where it is given.
    """
    verb = _finite_verb(reading, start, last, last if before is None else before, known)
    return verb if verb is None or before is None or verb < before else None


def _finite_verb(reading: Reading, start: int, last: int, before: int, known: Lexicon) -> int | None:
    words = reading.words
    word = words[start]
    if word in known.words["subjects"]:
        j = start + 1
        while j < last - 1 and (
            words[j] in ("also", "always", "often", "usually", "still", "do", "n't", "not", "now") or words[j].endswith("ly")
        ):
            j += 1
        return j if j < last and words[j] != "," else None
    child = known.words["child"]
    here = start + (1 if word in ("the", "a", "my", "our", "his", "her", "their", "each", "every", "all") else 0)
    stop = min(before, start + 10)
    if " ".join(words[here : here + 2]) in child:
        here += 1
    serving = (
        words[here : here + 1] != []
        and words[here] in known.words["service"]
        and {"who", "working"} & set(words[here : here + 4])
    )
    staff = here < last and words[here] in known.nouns["staff"]
    if here < last and (
        serving or staff or _is_child(words, here, known) or is_name_like(reading, here, known) or here > start
    ):
        for j in range(here + 1, stop):
            lemma = known.forms.get(words[j])
            if lemma == words[j] and j + 1 < last and _acts(words, j, last, known):
                return j
            if (words[j] in known.words["halts"] and words[j] not in ("who", "that", "which")) or words[j] in known.words[
                "parts"
            ]:
                return None
            if words[j] in known.words["finite"] and words[j] not in ("'s",):
                return j
            if words[j] in ("who", "that") or (serving and words[j] == "working"):
                return _behind_relative(words, j, last, known)
            said = words[j - 1] not in known.words["articles"]  # “the aims above” are things
            if said and lemma is not None and words[j] == third_person(lemma) and lemma != words[j]:
                right_behind = j == here + 1 and j + 1 < last
                behind_child = right_behind and _is_child(words, here, known) and words[j + 1] not in known.words["stops"]
                behind_name = right_behind and words[j + 1] in known.words["behind_acts"]
                if behind_child or behind_name or not is_plural(words, here, j, known):
                    return j if j + 1 < last or words[here] not in child else None
            if (
                words[j] == "'s"
                and j + 1 < last
                and (
                    (words[j + 1].endswith("ing") and known.words["behind_own_ing"].isdisjoint(words[j + 2 : j + 3]))
                    or words[j + 1] in ("able", "a")
                )
            ):
                return j
            if (
                lemma is None
                and j == here + 1
                and _is_child(words, here, known)
                and words[j].endswith("s")
                and words[j].isalpha()
                and j + 1 < last
                and not is_plural(words, here, j, known)
            ):
                return j
    return None


def _behind_relative(words: list[str], j: int, last: int, known: Lexicon) -> int | None:
    """Return the verb behind a clause that describes the subject: “Everyone who looks after me knows …”."""
    verbs = [
        k for k in range(j + 1, min(last, j + 14)) if known.forms.get(words[k]) is not None and not words[k].endswith("ing")
    ]
    return verbs[1] if len(verbs) > 1 else None


def copula(words: list[str], start: int, last: int, known: Lexicon) -> int | None:
    """Return an “is” or “are” that makes a sentence of any subject: “Progress against this target is to be checked”."""
    for j in range(start + 1, min(last, start + 10)):
        if words[j] in ("is", "are", "has", "have") and words[j - 1] != "to":
            return j
        if words[j] in known.words["halts"] or words[j] in (",", ":", "(", "to"):
            return None
    return None


def _acts(words: list[str], j: int, last: int, known: Lexicon) -> bool:
    """Tell a verb in its base form behind “pupils”, “young people”, “CYP” from “CYP support”, “pupils rest area”."""
    several = words[j - 1]
    if several.endswith("s") and any(several in known.words[kind] for kind in ("child", "service", "family")):
        return words[j + 1] == "to" or not noun_reading(words, j, last, known)
    return several in known.words["several"] and _is_child(words, j - 1, known) and not noun_reading(words, j, last, known)


def _is_child(words: list[str], i: int, known: Lexicon) -> bool:
    child = known.words["child"]
    return words[i] in child or " ".join(words[max(0, i - 1) : i + 1]) in child
