"""The finite verb behind a subject that is told by its kind: a pronoun, “the pupils”, a name, “my mum”, staff, a service.

Knows no modal (`subjects` does) and no clause.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import Lexicon
from send_outcomes.language.sentences.verbs_or_nouns import is_name_like, is_plural, noun_reading, third_person

_LONGEST_SUBJECT = 10  # words in which its verb is looked for
_LONGEST_PERSON = 4  # “my big sister Zoe”
_RELATIVE = frozenset({"who", "that"})


def finite_verb(reading: Reading, start: int, last: int, known: Lexicon, before: int | None = None) -> int | None:
    """Return the finite verb behind a subject that can be told for one: a pronoun, a child noun, a name, “my …”.

    Only one that stands `before` this word counts, where it is given.
    """
    verb = _verb_behind(reading, start, last, last if before is None else before, known)
    return verb if verb is None or before is None or verb < before else None


def _verb_behind(reading: Reading, start: int, last: int, before: int, known: Lexicon) -> int | None:
    words, lists = reading.words, known.words
    if not lists["ands"].isdisjoint(words[start + 1 : start + 1 + _LONGEST_PERSON]):
        together = _behind_two(reading, start, last, known)
        if together is not None:
            return together
    if words[start] in lists["subjects"]:
        return _behind_pronoun(words, start, last, known)
    here = start + (words[start] in lists["before_doers"])
    if " ".join(words[here : here + 2]) in lists["child"]:
        here += 1
    if here >= last:
        return None
    serving = words[here] in lists["service"] and not {"who", "working"}.isdisjoint(words[here : here + 4])
    staff = words[here] in known.nouns["staff"]
    named = here > start or _is_child(words, here, known) or is_name_like(reading, here, known)
    if not (serving or staff or named):
        return None
    for j in range(here + 1, min(before, start + _LONGEST_SUBJECT)):
        word = words[j]
        lemma = known.forms.get(word)
        if lemma == word and j + 1 < last and _acts(words, j, last, known):
            return j
        if (word in lists["halts"] and word not in _RELATIVE and word != "which") or word in lists["parts"]:
            return None
        if word in lists["finite"] and word != "'s":
            return j
        if word in _RELATIVE or (serving and word == "working"):
            return _behind_relative(words, j, last, known)
        if word == "'s":
            if before == last and _is_short_is(words, j, last, known):  # “Sasha's eating will be safe” has its verb behind
                return j
        elif lemma is None:
            if j == here + 1 and _is_unknown_act(words, j, last, known):
                return j
        elif word == third_person(lemma) != lemma and _is_no_plural(words, here, j, last, known):
            return j if j + 1 < last or words[here] not in lists["child"] else None
    return None


def _behind_two(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    """Return the verb behind those who act together: “My brother and I play …”, “Ben and his sister share …”."""
    words = reading.words
    behind = _past_person(reading, start, last, known)
    if behind is None or words[behind] not in known.words["ands"]:
        return None
    while behind is not None and words[behind] in known.words["ands"]:
        behind = _past_person(reading, behind + 1, last, known)
    while behind is not None and behind + 1 < last and words[behind] in known.words["behind_pronouns"]:
        behind += 1
    if behind is None or behind + 1 >= last or words[behind] in known.words["halts"]:
        return None
    if words[behind + 1] == "as" and noun_reading(words, behind, last, known):
        return None  # “HI and VI support as advised”
    return behind if known.forms.get(words[behind]) == words[behind] else None


def _past_person(reading: Reading, i: int, last: int, known: Lexicon) -> int | None:
    """Return the word behind somebody who begins at word `i`: “I”, “Ben”, “the other child”, “my best friend”."""
    words, lists = reading.words, known.words
    if i + 2 >= last:
        return None
    if words[i] in lists["persons"] or is_name_like(reading, i, known):
        return i + 1
    if words[i] in lists["before_doers"]:
        i += 1 + (words[i + 1] in lists["which_of_them"])
    people = (lists["family"], lists["child"], lists["companions"], known.nouns["staff"])
    for behind in (i + 2, i + 1):  # “key worker”, “brother”
        if behind < last and any(" ".join(words[i:behind]) in kind for kind in people):
            return behind
    return None


def _behind_pronoun(words: list[str], start: int, last: int, known: Lexicon) -> int | None:
    j = start + 1
    while j < last - 1 and (words[j] in known.words["behind_pronouns"] or words[j].endswith("ly")):
        j += 1
    return j if j < last and words[j] != "," else None


def _is_no_plural(words: list[str], here: int, j: int, last: int, known: Lexicon) -> bool:
    """Tell “the pupil plans her week”, “Ravi plans …” from “the pupil plans above”: a known form in -s that is the verb."""
    if words[j - 1] in known.words["articles"]:
        return False  # “the aims above” are things
    right_behind = j == here + 1 and j + 1 < last
    behind_child = right_behind and _is_child(words, here, known) and words[j + 1] not in known.words["stops"]
    behind_name = right_behind and words[j + 1] in known.words["behind_acts"]
    return behind_child or behind_name or not is_plural(words, j, known)


def _is_unknown_act(words: list[str], j: int, last: int, known: Lexicon) -> bool:
    """Tell “The pupil decants the flour”: a word in -s right behind a child, that the lexicon doesn't know."""
    said = words[j].endswith("s") and words[j].isalpha() and j + 1 < last
    return said and _is_child(words, j - 1, known) and not is_plural(words, j, known)


def _is_short_is(words: list[str], j: int, last: int, known: Lexicon) -> bool:
    """Tell “Jay's working on …”, “the pupil's able to …” from “Jay's reading age”."""
    if j + 1 >= last:
        return False
    if words[j + 2 : j + 3] != [] and words[j + 2] in known.given:
        return False  # “Reuben's walking frame”
    goes_on = words[j + 1].endswith("ing") and known.words["behind_own_ing"].isdisjoint(words[j + 2 : j + 3])
    return goes_on or words[j + 1] in ("able", "a")


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
        # “My move to a new school is …”
        somewhere = words[j] == "to" and not known.words["articles"].isdisjoint(words[j + 1 : j + 2])
        if words[j] in known.words["halts"] or (words[j] in (",", ":", "(", "to") and not somewhere):
            return None
    return None


def _acts(words: list[str], j: int, last: int, known: Lexicon) -> bool:
    """Tell a verb in its base form behind “pupils”, “young people”, “CYP” from “CYP support”, “pupils rest area”."""
    several = words[j - 1]
    mine = j > 1 and words[j - 2] == "my" and several not in known.forms  # “My opinions count”
    if (several.endswith("s") or several in known.words["plural_by_itself"]) and (
        mine or any(several in known.words[kind] for kind in ("child", "service", "family"))
    ):
        return words[j + 1] == "to" or not noun_reading(words, j, last, known)
    if several == "staff":
        return not noun_reading(words, j, last, known)  # “Staff report that …”
    return several in known.words["several"] and _is_child(words, j - 1, known) and not noun_reading(words, j, last, known)


def _is_child(words: list[str], i: int, known: Lexicon) -> bool:
    child = known.words["child"]
    return words[i] in child or " ".join(words[max(0, i - 1) : i + 1]) in child
