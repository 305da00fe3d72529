"""Several outcomes in one, told from “and” inside one skill.

Finds "several-outcomes": two acts that can be reached separately. A purpose, a list of examples, steps of one task, or
knowing and using one thing are not (guide to the labels, rulings).
"""

from collections.abc import Callable

from send_outcomes.language.judgements.joints import joints_in, points_back
from send_outcomes.language.judgements.spheres import apart, spheres_of
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon

_LISTED = 3  # so many acts in a row are no longer one skill
_FIRST_PARTS = {"b": "a", "2": "1", "ii": "i"}  # by what the first of several parts was numbered
_AMOUNTS = frozenset({"count", "duration", "accuracy"})
_PLACES = frozenset({"in", "on", "at", "with", "from", "to", "for", "by", "into"})
_SHORT_GOAL = 2  # words behind “and”: “attention and listening” is one goal
_OTHERS = frozenset({"provision", "task", "mixed-provision"})


def find_joined(reading: Reading) -> None:
    """Add "several-outcomes" at the word that joins the second outcome on."""
    clause: Clause | None = reading.facts.get("clause")
    found = reading.found
    if clause is None or not _OTHERS.isdisjoint(found) or any(m.kind == "steps" for m in found.get("measure", ())):
        return
    known, joints = lexicon(), _JOINTS.intersection(reading.words)
    for look, asked in _LOOKS:
        at = look(reading, clause, known) if asked is None or not asked.isdisjoint(joints) else None
        if at is not None:
            reading.add("several-outcomes", at, min(at + 2, len(reading.words)))
            return


def _numbered(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “2)” or “(b)” of parts that the writer numbered within the text."""
    words = reading.words
    for i in range(1, len(words) - 1):
        first = _FIRST_PARTS.get(words[i]) if words[i + 1] == ")" else None
        if first and any(words[j] == first and words[j + 1] == ")" for j in range(i)):
            return i
    return None


def _further_line(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where another line begins an outcome of its own: the same verb or a label of its own, no list of details."""
    words = reading.words
    if len(reading.lines) == 1 or ":" in words[clause.first : clause.last]:
        return None
    for i in sorted(reading.lines):
        if i <= clause.head or i >= len(words) or not reading.text[reading.starts[i]].isupper():
            continue
        labelled = ":" in words[i : i + 3] and "label" in reading.found
        if labelled or known.forms.get(words[i], words[i]) == clause.lemma or words[i] in ("i", "to"):
            return i
    return None


def _lines_apart(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the line at which a list of acts turns to another part of life; steps under a title of their own are one thing."""
    words = reading.words
    if len(reading.lines) == 1 or "label" in reading.found or not clause.lemma:
        return None
    begins = [i for i in map(_past_bullet(words), sorted(reading.lines)) if clause.head <= i < len(words)]
    acts = [i for i in begins if known.forms.get(words[i]) == words[i]]
    if len(acts) < _LISTED - 1 or acts != begins:
        return None
    before = frozenset[str]()
    for at, end in zip(acts, [*acts[1:], len(words)], strict=True):
        here = spheres_of(words[at:end])
        if apart(before, here):
            return at
        before |= here
    return None


def _past_bullet(words: list[str]) -> Callable[[int], int]:
    """Return what leads from the word that begins a line to the first that says something."""

    def past(i: int) -> int:
        while i < len(words) and not words[i][0].isalpha():
            i += 1
        return i

    return past


def _subject_again(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” of “… and I have …”: a second main clause of the same person."""
    words = reading.words
    if clause.subject_last - clause.subject_first != 1:
        return None
    who = words[clause.subject_first]
    for i in range(clause.head_last, clause.last - 2):
        if words[i] in ("so", "because", "when", "that", "who", "which"):
            return None
        if words[i] == "and" and words[i + 1] == who and who in ("i", "he", "she", "they"):
            return i
    return None


def _second_certificate(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” between two certificates: “Entry Level 3 in English and Level 1 in maths”."""
    words, lists = reading.words, known.words
    if clause.lemma not in lists["certificate_verbs"]:
        return None
    for i in range(clause.head_last + 1, clause.last - 1):
        graded = words[i] == "and" and words[i + 1] in lists["second_certificate"]
        if graded and not lists["grades"].isdisjoint(words[clause.head_last : i]):
            return i
    return None


def _second_goal(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” between two goals of a vague verb or of none: “improve his behaviour and his reading”."""
    words, lists = reading.words, known.words
    if clause.lemma and not known.is_verb(clause.lemma, "vague") and not known.is_verb(clause.lemma, "state"):
        return None
    changing = not clause.lemma or clause.lemma == "have" or clause.lemma in lists["changing"]
    for i in range(max(clause.head_last, clause.first + 1), clause.last - 1):
        if words[i] in lists["inside"] or words[i] in (",", "of"):
            return None
        if words[i] == "and":
            again = words[i + 1] in lists["possessives"] and _head_again(words, words[i + 1], clause.head_last, i)
            changes = not clause.lemma and words[clause.first] in lists["two_changes"] and clause.last - i > _SHORT_GOAL
            vague = bool(clause.lemma) and known.is_verb(known.phrase_at(words, i + 1)[0], "vague")
            wishes = vague and known.forms.get(words[i + 1]) == words[i + 1] and not points_back(words, i + 2, known)
            goals = changing and _goals_apart(words, max(clause.head_last, clause.first), i, clause.object_last, known)
            return i if again or changes or wishes or goals else None
    return None


def _head_again(words: list[str], owner: str, first: int, last: int) -> bool:
    """Tell “improve his behaviour and his reading” from “in my bag and my locker”, two places of one thing."""
    owned = [k for k in range(first, last) if words[k] == owner]
    return bool(owned) and (owned[-1] == first or words[owned[-1] - 1] not in _PLACES)


def _goals_apart(words: list[str], first: int, at: int, last: int, known: Lexicon) -> bool:
    """Tell “improve her sleep and friendships”, “have a flat and a job”: goals in two parts of life."""
    return apart(spheres_of(words[first:at]), _spheres_behind(words, at + 1, last, known)[0])


def _second_act(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where a second act is joined on that can be reached by itself.

    It has a modal of its own, stands behind the trials of the first, is a second wish or a state, has a measure beside the
    first one's, or belongs to another part of life. Two acts of one routine share their measure (“wash and dry her hands on
    4 days out of 5”) and their place.
    """
    if not clause.lemma:
        return None
    words = reading.words
    joints = list(joints_in(words, clause, known))
    if not joints:
        return None
    ends = [*(at for at, _, _ in joints[1:]), clause.last]
    before = _spheres_before(words[clause.head_last : joints[0][0]], clause.lemma, known)
    for (at, verb, own), end in zip(joints, ends, strict=True):
        wish = known.words["second_wish"] & set(words[verb + 1 : verb + 3])
        if own or wish or _is_state(words, at, verb, clause, known) or _both_measured(reading, clause, at, end):
            return at
        act, setting = _spheres_behind(words, verb, end, known)
        if apart(before, act) and apart(before, act | setting):
            return at
        before |= act
    aims = known.is_verb(clause.lemma, "vague") or known.is_verb(clause.lemma, "state")
    return joints[0][0] if aims and len(joints) + 1 >= _LISTED else None


def _spheres_before(behind: list[str], lemma: str, known: Lexicon) -> frozenset[str]:
    """Return where the first act belongs.

    It is nowhere of its own without an object (“read and follow a recipe”), or where it only goes to the second (“get the bus
    to town and buy …”).
    """
    own = [word for word in behind if word not in known.words["shares_object"]]
    on_the_way = lemma in known.words["going"] and "to" in behind and known.words["own_ends"].isdisjoint(own)
    return spheres_of((lemma, *own)) if own and not on_the_way else frozenset()


def _spheres_behind(words: list[str], verb: int, end: int, known: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return where a further act belongs by its verb and object, and by its setting, which both acts may share."""
    stop = verb + 1
    while stop < end and words[stop] not in known.words["stops"] and words[stop] != "and":
        stop += 1
    return spheres_of(words[verb:stop]), spheres_of(words[stop:end])


def _is_state(words: list[str], at: int, verb: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “… and be happy”, “passed the exam and have a place” from “be able to … and be able to …”."""
    if words[at + 1 : at + 2] == ["be"]:
        return words[at + 2 : at + 3] != ["able"]
    return words[verb] == "have" and not known.is_verb(clause.lemma, "state") and not known.is_verb(clause.lemma, "vague")


def _both_measured(reading: Reading, clause: Clause, at: int, end: int) -> bool:
    """Tell whether the first act has its trials, or both acts an amount of their own."""
    words, starts = reading.words, reading.starts
    measures = reading.found.get("measure", ())
    if "out" in words[clause.head_last : at] or any(m.kind == "accuracy" and m.start < starts[at] for m in measures):
        return True
    amounts = [m for m in measures if m.kind in _AMOUNTS and starts[clause.head] <= m.start < reading.ends[end - 1]]
    if all(m.kind == "count" for m in amounts):
        return False  # “visit two universities and stay one night”: how many things, not how well
    return amounts[0].start < starts[at] < amounts[-1].start


_AND = frozenset({"and"})
_JOINTS = _AND | {",", ")"}
# Where to look, and the words or marks of which one must be in the text.
_LOOKS = (
    (_numbered, frozenset({")"})),
    (_further_line, None),
    (_lines_apart, None),
    (_subject_again, _AND),
    (_second_certificate, _AND),
    (_second_goal, _AND),
    (_second_act, _AND | {","}),
)
