"""Several outcomes in one, told from “and” inside one skill.

Finds "several-outcomes": two acts that can be reached separately. A purpose, a list of examples, steps of one task, or
knowing and using one thing are not (guide to the labels, rulings).
"""

from collections.abc import Iterator

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon

_LISTED = 3  # so many acts in a row are no longer one skill
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
        if words[i] in ("b", "2", "ii") and words[i + 1] == ")" and {"a", "1", "i"} & set(words[:i]):
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
    words = reading.words
    if clause.lemma not in ("achieve", "gain", "pass", "get", "complete", "obtain"):
        return None
    grades = {"level", "grade", "entry", "gcse"}
    for i in range(clause.head_last + 1, clause.last - 1):
        if words[i] == "and" and words[i + 1] in ("level", "grade", "entry", "a") and grades & set(words[clause.head_last : i]):
            return i
    return None


def _second_goal(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” between two goals of a vague verb or of none: “improve his behaviour and his reading”."""
    words, lists = reading.words, known.words
    if clause.lemma and not known.is_verb(clause.lemma, "vague") and not known.is_verb(clause.lemma, "state"):
        return None
    for i in range(max(clause.head_last, clause.first + 1), clause.last - 1):
        if words[i] in lists["inside"] or words[i] in (",", "of"):
            return None
        if words[i] == "and":
            again = words[i + 1] in lists["possessives"] and words[i + 1] in words[clause.head_last : i]
            changes = not clause.lemma and words[clause.first] in lists["two_changes"] and clause.last - i > _SHORT_GOAL
            vague = bool(clause.lemma) and known.is_verb(known.phrase_at(words, i + 1)[0], "vague")
            wishes = vague and known.forms.get(words[i + 1]) == words[i + 1] and not _points_back(words, i + 2, known)
            return i if again or changes or wishes else None
    return None


def _second_act(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where a second act is joined on: with a modal of its own, behind the trials of the first, or as a second wish.

    Two acts of one routine share their measure (“wash and dry her hands on 4 days out of 5”); separate ones do not.
    """
    if not clause.lemma:
        return None
    words = reading.words
    joints = list(_joints(words, clause, known))
    trials = [m.start for m in reading.found.get("measure", ()) if m.kind == "accuracy"]
    for at, verb, modal in joints:
        measured = "out" in words[clause.head_last : at] or any(start < reading.starts[at] for start in trials)
        state = words[at + 1 : at + 2] == ["be"] and words[at + 2 : at + 3] != ["able"]
        wish = known.words["second_wish"] & set(words[verb + 1 : verb + 3])
        if modal or measured or state or wish:
            return at
    return joints[0][0] if len(joints) + 1 >= _LISTED else None


def _joints(words: list[str], clause: Clause, known: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """Yield where a further verb is joined on, that verb, and whether it has a modal or “to” of its own."""
    inside = False
    i = clause.head_last
    while i < clause.last - 1:
        word = words[i]
        inside = inside or word in known.words["inside"]
        if word in ("and", ",") and words[i + 1] != word:
            verb = i + 2 if words[i + 1] == "and" else i + 1
            modal = words[verb : verb + 1] in (["will"], ["can"]) or words[verb : verb + 2] == ["be", "able"]
            modal = modal or (words[verb : verb + 1] == ["to"] and "skills" not in clause.through)
            while verb < clause.last and words[verb] in ("will", "can", "to", "be", "able", "also", "then", "start", "begin"):
                verb += 1
            if (modal or not inside) and verb < clause.last and _goes_on(words, verb, clause, known):
                yield i, verb, modal
                i = verb
        i += 1


def _goes_on(words: list[str], verb: int, clause: Clause, known: Lexicon) -> bool:
    """Tell whether a word is a verb in the form of the head, with something of its own behind it."""
    lemma, head = known.forms.get(words[verb]), words[clause.head]
    if lemma is None or _points_back(words, verb + 1, known):
        return False
    if words[verb - 1] == "be" and words[verb] != lemma:
        return True  # “… and be organised”
    if verb + 1 >= clause.last or words[verb + 1] in ("and", ",", "."):
        return False
    if head.endswith("ing"):
        return words[verb].endswith("ing")
    if head != clause.lemma and head.endswith("s"):
        return words[verb] != lemma and words[verb].endswith("s")
    return words[verb] == lemma or words[verb - 1] == "be"


def _points_back(words: list[str], first: int, known: Lexicon) -> bool:
    return bool(known.words["pointing_back"] & set(words[first : first + 4]))


_AND = frozenset({"and"})
_JOINTS = _AND | {",", ")"}
# Where to look, and the words or marks of which one must be in the text.
_LOOKS = (
    (_numbered, frozenset({")"})),
    (_further_line, None),
    (_subject_again, _AND),
    (_second_certificate, _AND),
    (_second_goal, _AND),
    (_second_act, _AND | {","}),
)
