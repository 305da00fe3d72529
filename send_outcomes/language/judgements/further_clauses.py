"""Several outcomes in one, told by a further clause: “…, and he will …”, “as well as …, she will …”, “…; read …”.

Another person's clause, one that points back to the first, or one from the same part of life adds no outcome.
"""

from collections.abc import Mapping
from functools import cache

from send_outcomes.language.judgements.joints import is_score, points_back
from send_outcomes.language.judgements.spheres import apart, spheres_of
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.verbs_or_nouns import third_person

BREAKS = frozenset({".", ";", ",", "and", "&", "plus", "but", "while", "whilst"})
PARTS = frozenset({";", "/", "|"})
_STOPS = frozenset({".", ";"})
_MARKS = PARTS | _STOPS
_PERSONS = frozenset({"i", "he", "she", "they"})
_AIMS = frozenset({"will", "can"})
_HOW_WELL = frozenset({"frequency", "accuracy", "duration", "help"})
_SETTING = frozenset({"at", "in", "by", "on"})
_ALSO = frozenset({"also", "addition", "plus"})
_BEFORE_VERB = frozenset({"be", "able", "to", "also", "then"})
_OPENING = frozenset({"so", "because", "when", "that", "who", "which"})  # open a clause within the first
_THAT_WAY = ["that", "way"]  # “I am healthy and I know how to stay that way”
_SEVERAL = 3  # sentences or parts with a verb of their own: no longer one skill
_BEFORE_SUBJECT = 4  # words between: “, and at school he will”, “. By then she will”


def subject_again(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” of “… and I have …”: a second main clause of the same person."""
    words, ands = reading.words, known.words["ands"]
    if clause.subject_last - clause.subject_first != 1 or words[clause.subject_first] not in _PERSONS:
        return None
    who, inside = words[clause.subject_first], False
    for i in range(clause.head_last, clause.last - 2):
        inside = inside or words[i] in _OPENING
        if words[i] in ands and words[i + 1] == who and (not inside or words[i + 2] in _AIMS):
            pointing = words[i + 3 : i + 4] == ["it"] or any(words[j : j + 2] == _THAT_WAY for j in range(i, len(words) - 1))
            if not pointing:
                return i
    return None


def further_clause(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where a further clause begins an act in another part of life: “…, and at school she will write her name”."""
    words = reading.words
    if not clause.lemma or (_AIMS.isdisjoint(words[clause.head_last :]) and _STOPS.isdisjoint(words[clause.head_last : -1])):
        return None
    inside = False
    for i in range(clause.head_last, len(words) - 2):
        inside = (inside or words[i : i + 2] == ["so", "that"]) and words[i] not in _STOPS
        if words[i] not in BREAKS:
            continue
        verb = _set_going(words, i, clause, known)
        if (
            verb is None
            or (inside and "can" in words[i:verb])
            or words[verb : verb + 2] == ["do", "so"]
            or points_back(words, verb, known)
            or (known.forms.get(words[verb]) in known.words["scoring"] and is_score(words, verb + 1))
        ):
            continue
        end = next((k for k in range(verb, len(words)) if words[k] in _STOPS), len(words))
        also = words[i] in _STOPS and not _ALSO.isdisjoint(words[i:verb])
        again = words[i] == "and" and words[i + 1] in _PERSONS and not _others(words[clause.head : i], known)
        told = words[verb] != known.forms.get(words[verb])  # “She catches the bus.”
        if told and not (also or apart(spheres_of(words[clause.head : i]), spheres_of(words[verb:end]))):
            continue
        timed = known.forms.get(words[verb]) != clause.lemma and _has_own_end(reading, i, end)
        there = spheres_of(words[verb:end]) or spheres_of(words[i + 1 : end])  # “…, while in maths I'll get …”
        if (
            also
            or again
            or timed
            or _can_too(reading, clause, i, verb, known)
            or _each_measured(reading, clause, i, end)
            or apart(spheres_of(words[clause.subject_first : i]), there)
        ):
            return i
    return None


def _each_measured(reading: Reading, clause: Clause, at: int, end: int) -> bool:
    """Tell two sentences of which each says how well: “… 4 times out of 5. He will tie his laces every morning.”"""
    if reading.words[at] not in _STOPS:
        return False
    first, here, last = reading.starts[clause.head], reading.starts[at], reading.ends[end - 1]
    told = [m.start for m in reading.found.get("measure", ()) if m.kind in _HOW_WELL]
    return any(first <= start < here for start in told) and any(here < start < last for start in told)


def _can_too(reading: Reading, clause: Clause, at: int, verb: int, known: Lexicon) -> bool:
    """Tell “I can read the time. I can spell the months.”: statements of what a child can do, one after the other."""
    words = reading.words
    named = words[at] == "." and clause.subject_last - clause.subject_first == 1  # “Priti can … Priti can …”
    again = words[at] in (".", ",", ";") and (named or words[at + 1] in _PERSONS)
    again = again and words[at + 1] == words[clause.subject_first]
    return again and words[at + 2] == "can" == words[clause.modal] and known.forms.get(words[verb]) != clause.lemma


def further_part(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the mark or stop behind which a verb begins another part of life: “count to 20/put on his coat”."""
    words = reading.words
    if not clause.lemma:
        return None
    plain = clause.lemma.partition(" ")[0]
    finite = words[clause.head] == third_person(plain) != plain
    if clause.passive or not (finite or words[clause.head] == plain):
        return None
    if _MARKS.isdisjoint(words[clause.head_last : -1]):
        return None
    before, parts = clause.head, 1
    for i in range(clause.head_last, len(words) - 1):
        goes_on = words[i] == "." and (clause.form is Form.BARE or finite or words[i + 1] == "and" or words[i + 1] in _AIMS)
        if words[i] not in PARTS and not goes_on:
            continue
        end = next((k for k in range(i + 1, len(words)) if words[k] in PARTS or words[k] == "."), len(words))
        verb = i + 1
        while verb < end and (
            words[verb] in _AIMS or words[verb] in ("and", "also", "able", "to") or _speaks(words, verb, clause, known)
        ):
            verb += 1
        base = known.forms.get(words[verb]) if verb < end else None
        listed = (
            words[i] == "/" and words[verb + 1 : verb + 2] != [] and words[verb + 1] in known.words["stops"]
        )  # “drama/dance at …”
        acts = base is not None and not listed and _in_form(words[verb], base, finite, either=words[i] == ";")
        theirs = words[i + 1] == "they" and "they" not in words[clause.subject_first : clause.subject_last]  # he and a partner
        likes = base in known.words["wishing"] or base == "enjoy"  # “He likes school dinners.”
        if not acts or likes or theirs or points_back(words, verb + 1, known):
            continue
        parts += not words[i - 1].isdigit()  # “1. Find the stop 2. Show the pass”: steps
        here, there = spheres_of(words[before:i]), spheres_of(words[verb:end])
        if parts >= _SEVERAL or apart(here, there) or (words[i] == ";" and base != plain and here.isdisjoint(there)):
            return i + 1
    return None


def _in_form(word: str, base: str, finite: bool, either: bool) -> bool:
    """Tell whether a verb goes on in the form of the head, or behind a semicolon in either: “can dress herself; brushes …”."""
    return word == (third_person(base) if finite else base) or (either and word in (base, third_person(base)))


def besides(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where the outcome goes on behind another one: “As well as reading 40 words, Ella will use the toilet”."""
    words, first = reading.words, max(clause.subject_first, 0)
    for i in range(first):
        for opening in _openings().get(words[i], ()):
            behind = i + len(opening)
            act = spheres_of(words[clause.head : clause.last])
            if words[i:behind] == opening and apart(spheres_of(words[behind:first]), act):
                return first
    return None


def having_also(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “having” of “…, having also learned to tie her laces”."""
    words = reading.words
    for i in range(clause.head_last, clause.last - 2):
        if words[i] == "having" and words[i + 1] in ("also", "first"):
            return i if apart(spheres_of(words[clause.head : i]), spheres_of(words[i + 2 : clause.last])) else None
    return None


@cache
def _openings() -> Mapping[str, list[list[str]]]:
    """Return the phrases of `besides`, as words, by the first of them."""
    openings: dict[str, list[list[str]]] = {}
    for phrase in lexicon().words["besides"]:
        openings.setdefault(phrase.split()[0], []).append(phrase.split())
    return openings


def _set_going(words: list[str], at: int, clause: Clause, known: Lexicon) -> int | None:
    """Return the verb of a clause of the child's own behind a break: a subject or a setting, and “will” or “can”."""
    i = at + 1
    while i < len(words) and words[i] in BREAKS:
        i += 1
    if words[i : i + 1] and words[i] in _SETTING:
        i = next(
            (
                k
                for k in range(i + 1, min(i + _BEFORE_SUBJECT, len(words)))
                if _speaks(words, k, clause, known) or words[k] in _AIMS
            ),
            i,
        )
    if _speaks(words, i, clause, known):
        i += 1
    elif i == at + 1:
        return None
    if i < len(words) and words[at] in _STOPS and (clause.modal < 0 or not _ALSO.isdisjoint(words[at : i + 1])):
        verb = i + 1 if words[i] == "also" else i
        base = known.forms.get(words[verb]) if verb < len(words) else None
        told = base is not None and not any(known.is_verb(base, kind) for kind in ("hope", "state", "vague"))
        if base is not None and told and clause.form is Form.FINITE and words[verb] == third_person(base) != base:
            return verb  # “She also catches the bus.”
    if i >= len(words) or words[i] not in _AIMS:
        return None
    verb = i + 1
    while verb < len(words) and words[verb] in _BEFORE_VERB:
        verb += 1
    return verb if verb < len(words) else None


def _others(words: list[str], known: Lexicon) -> bool:
    """Tell whether an adult was named, whom “she will …” may mean."""
    return any(word in known.words["family"] or word in known.nouns["staff"] for word in words)


def _has_own_end(reading: Reading, at: int, end: int) -> bool:
    """Tell “I will … by October, and by Christmas I will …”: two ends, one on each side of the break."""
    place, last = reading.starts[at], reading.ends[end - 1]
    ends = [found.start for found in reading.found.get("deadline", ())]
    return any(start < place for start in ends) and any(place < start < last for start in ends)


def _speaks(words: list[str], at: int, clause: Clause, known: Lexicon) -> bool:
    who = words[clause.subject_first : clause.subject_last]
    if at >= len(words) or (who == ["i"] and words[at] not in ("i", "we")):
        return False  # “I will tell my class …, and they will …”: others
    return words[at] in known.words["subjects"] or [words[at]] == who
