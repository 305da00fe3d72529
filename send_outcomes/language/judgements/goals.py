"""Several goals in one: “improve his behaviour and his reading”, “more confident, more independent”.

Goals are what a vague verb, a state or no verb at all aims at. Two acts are for `joined`.
"""

from itertools import takewhile

from send_outcomes.language.judgements.goal_rows import row_of_goals
from send_outcomes.language.judgements.joints import opens_side, points_back
from send_outcomes.language.judgements.spheres import apart, spheres_of
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon

_SHORT_GOAL = 2  # words behind “and”: “attention and listening” is one goal
_ENDS_GOAL = frozenset({"so", "by", "before", "until", "within"})
_PLACES = frozenset({"in", "on", "at", "with", "from", "to", "for", "by", "into"})
_BREAKS = frozenset({".", ";", ",", ")"})
TOGETHER = frozenset({"both", "all"})
MEANWHILE = frozenset({"while", "whilst"})
_STATES = frozenset({"be", "feel", "stay", "remain"})
_TO_MODAL = 8  # words up to it: “her confidence in maths will”
_MEANS = frozenset({"needed", "necessary", "required", "to"})


def second_goal(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” between two goals of a vague verb or of none: “improve his behaviour and his reading”."""
    words, lists = reading.words, known.words
    if clause.lemma and not known.is_verb(clause.lemma, "vague") and not known.is_verb(clause.lemma, "state"):
        return None
    if (at := row_of_goals(words, clause, known)) is not None:
        return at
    if clause.lemma and words[clause.head_last : clause.head_last + 1] == ["and"]:
        return None  # “develop and improve her speech”: one object for both
    changing = not clause.lemma or clause.lemma == "have" or clause.lemma in lists["changing"]
    joined = False
    for i in range(max(clause.head_last, clause.first + 1), clause.last - 1):
        if opens_side(words, i, lists) or words[i] in (",", "of"):
            return None
        if words[i] in lists["ands"] and words[i + 1] in _PLACES:
            joined = True  # “better behaviour at home and in school”: two settings
        elif words[i] in lists["ands"]:
            again = words[i + 1] in lists["possessives"] and _head_again(words, words[i + 1], clause.head_last, i)
            changes = (
                not clause.lemma
                and words[clause.first] in lists["two_changes"]
                and len([w for w in takewhile(_goes_on, words[i : clause.last]) if w not in ("self", "-")]) > _SHORT_GOAL
                and not _shares_head(words, i, clause, known)
            )
            wishes = _is_wish(words, i, clause, known) and not _included(words, clause.head_last, i, clause.last)
            goals = changing and _goals_apart(words, max(clause.head_last, clause.first), i, clause, known)
            if again or changes or wishes or goals:
                return i
            joined = True
        elif joined and words[i] in lists["stops"]:
            return None  # what follows is a setting: “improve focus and effort in reading and maths”
    return None


def _goes_on(word: str) -> bool:
    return word not in _ENDS_GOAL


def subjects_apart(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” of “His speech and his reading will improve”: two things in two parts of life grow better."""
    words, lists = reading.words, known.words
    aims = bool(clause.lemma) and (known.is_verb(clause.lemma, "vague") or known.is_verb(clause.lemma, "state"))
    if not aims or reading.facts.get("subject") == "family":
        return None  # “Grandparents and neighbours can understand what I say”
    for i in range(clause.subject_first + 1, clause.subject_last - 1):
        if words[i] in lists["ands"]:
            parts = spheres_of(words[clause.subject_first : i]), spheres_of(words[i + 1 : clause.subject_last])
            return i if apart(*parts) else None
    return None


def second_state(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” of “make friends and be happy”: a state that the first goal or act doesn't bring by itself."""
    words = reading.words
    if not clause.lemma or clause.lemma in _STATES:
        return None  # “feel safe and be happy”
    for i in range(clause.head_last, clause.last - 2):
        if opens_side(words, i, known.words):
            return None
        fares = words[i + 1] in ("be", "feel") and words[i + 2] in known.words["states_apart"]
        if words[i] == "and" and (fares or words[i + 1 : i + 3] == ["do", "well"]):
            return None if _included(words, clause.head_last, i, clause.last) else i
    return None


def another_person(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” of “… and the family will do more together”: behind a goal, what somebody or something else will do."""
    words, lists = reading.words, known.words
    if not clause.lemma:
        return None
    if not (known.is_verb(clause.lemma, "vague") or known.is_verb(clause.lemma, "state") or clause.through):
        return _changes_too(words, clause, known)
    for i in range(clause.head_last, clause.last - 4):
        owned = words[i] == "and" and (words[i + 1] in lists["possessives"] or words[i + 1] == "the")
        goes_on = words[i + 3] in ("will", "is", "are") or (words[i + 3] == "to" and "hope" in clause.through)
        if owned and goes_on:
            return i
    return None


def _changes_too(words: list[str], clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” of “… move between lessons on time and her confidence in maths will go up”: a goal behind an act."""
    lists = known.words
    for i in range(clause.head_last, clause.last - 3):
        if words[i] != "and" or words[i + 1] not in lists["possessives"]:
            continue
        will = next((k for k in range(i + 3, min(i + _TO_MODAL, clause.last - 1)) if words[k] in ("will", "to")), None)
        if (
            will is not None
            and {" ".join(words[will + 1 : will + 2]), " ".join(words[will + 1 : will + 3])} & lists["changing"]
        ):
            return i
    return None


def further_change(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where a second change begins behind a stop or comma: “Fewer tears at drop-off; a louder voice in class”."""
    words, changes = reading.words, known.words["two_changes"]
    if clause.lemma or words[clause.first] not in changes:
        return None
    for i in range(clause.first + 2, len(words) - 1):
        if words[i - 1] in (";", ".", ","):
            word = words[i + 1] if words[i] in ("a", "an") else words[i]
            if word in changes or (len(word) > len("her") + 1 and word.endswith("er")):
                return i
            if words[i] in known.words["ands"] and words[i + 1] in ("a", "an") and _is_measured(reading, i):
                return i  # “Fewer suspensions, and a reading age of 9”
    return None


def _is_measured(reading: Reading, at: int) -> bool:
    return any(measure.start > reading.starts[at] for measure in reading.found.get("measure", ()))


def taken_together(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where the second of several outcomes begins that are given one end: “… to count ten objects. All by July.”"""
    words = reading.words
    ends = [i for i in range(1, len(words) - 2) if words[i] in TOGETHER and _sums_up(words, i, known)]
    if not ends or words[ends[-1] - 1] not in _BREAKS or words[ends[-1] + 2] in known.words["reflexives"]:
        return None
    return next((i + 1 for i in range(1, ends[-1] - 1) if words[i] in _BREAKS or words[i] == "and"), None)


def _sums_up(words: list[str], at: int, known: Lexicon) -> bool:
    """Tell “… Both by July”, “…, both unprompted” from “both of them”, “both at home and at work”."""
    if words[at + 1] in ("by", "within", "before"):
        return True
    rest = list(takewhile(lambda word: word not in (".", ";"), words[at + 1 :]))
    return words[at] == "both" and rest[0] in known.words["summed_up"] and known.words["ands"].isdisjoint(rest)


def meanwhile(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “whilst” of “write three lines whilst reducing …”: a second change beside the first act."""
    words = reading.words
    if not clause.lemma:
        return None
    for i in range(clause.head_last, clause.last - 1):
        if words[i] in MEANWHILE and (words[i + 1] in known.words["meanwhile"] or words[i + 1 : i + 3] == ["being", "able"]):
            return i
    return None


def _is_wish(words: list[str], at: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “… and improve his reading” from “concentration and focus in lessons”, where what might be a verb is a noun."""
    behind = words[at + 2] if at + 2 < len(words) else ""
    knows = {clause.lemma, words[at + 1]} <= known.words["knowing"]  # “understand my rights and know who to ask”
    vague = bool(clause.lemma) and not knows and known.is_verb(known.phrase_at(words, at + 1)[0], "vague")
    gerunds = words[clause.head].endswith("ing") and words[at + 1].endswith("ing")
    formed = gerunds or known.forms.get(words[at + 1]) == words[at + 1]
    if not vague or not formed or points_back(words, at + 2, known):
        return False
    return words[at + 1] not in known.words["goals_or_verbs"] or (
        behind not in known.words["stops"] and behind != "over" and behind.isalpha()
    )


def _included(words: list[str], first: int, at: int, last: int) -> bool:
    """Tell “have friends and be included in games”: the state belongs to the goal before it."""
    return words[at + 1] == "be" and not spheres_of(words[first:at]).isdisjoint(spheres_of(words[at:last]))


def _shares_head(words: list[str], at: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “better phone and computer skills”, skills of two kinds, from “better sleep and friendships”."""
    stop = at + 1
    while stop < clause.last and words[stop] not in known.words["stops"]:
        stop += 1
    return words[stop - 1] == "skills" and "skills" not in words[clause.first : at]


def _head_again(words: list[str], owner: str, first: int, last: int) -> bool:
    """Tell “improve his behaviour and his reading” from “in my bag and my locker”, two places of one thing."""
    owned = [k for k in range(first, last) if words[k] == owner]
    return bool(owned) and (owned[-1] == first or words[owned[-1] - 1] not in _PLACES)


def _goals_apart(words: list[str], first: int, at: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “improve her sleep and friendships”, “have a flat and a job”: goals in two parts of life, not means to a third."""
    stop, last = at + 1, clause.last if clause.lemma else clause.object_last
    while stop < last and words[stop] not in known.words["stops"]:
        stop += 1
    if clause.lemma == "have" and not _MEANS.isdisjoint(words[at + 1 : stop + 1]):
        return False
    return apart(spheres_of(words[first:at]), spheres_of(words[at + 1 : stop]))
