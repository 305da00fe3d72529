"""Several outcomes in one, told from “and” inside one skill.

Finds "several-outcomes": two acts that can be reached separately. A purpose, a list of examples, steps of one task, or
knowing and using one thing are not (guide to the labels, rulings).
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon

_BACK = frozenset({"it", "them", "this", "that", "these", "those", "one"})
_NOT_JOINED = frozenset(
    {
        "so",
        "because",
        "when",
        "if",
        "using",
        "by",
        "such",
        "including",
        "while",
        "through",
        "who",
        "which",
        "that",
        "without",
        "(",
        "order",
    }
)
_FEWEST = 3
_SHORT_GOAL = 2  # words behind “and”: “attention and listening” is one goal
_CHANGES = frozenset({"improved", "increased", "better", "more", "fewer", "less", "reduced", "greater"})


def find_joined(reading: Reading) -> None:
    """Add "several-outcomes" at the word that joins the second outcome on."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None or any(m.kind == "steps" for m in reading.found.get("measure", ())):
        return
    if {"provision", "task", "mixed-provision"} & reading.found.keys():
        return
    known = lexicon()
    further = next(filter(None, (look(reading, clause, known) for look in _LOOKS)), None)
    if further is not None:
        reading.add("several-outcomes", further, min(further + 2, len(reading.words)))
        return
    joints = _joints(reading, clause, known)
    strong = [j for j, with_modal in joints if with_modal]
    if strong or len(joints) + 1 >= _FEWEST:
        first = strong[0] if strong else joints[0][0]
        reading.add("several-outcomes", first, min(first + 2, clause.last))


def _further_line(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where another line begins an outcome of its own: the same verb or a label of its own, no list of details."""
    words = reading.words
    if ":" in words[clause.first : clause.last] or (
        "measure" in reading.found and any(m.kind == "steps" for m in reading.found["measure"])
    ):
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
    for i in range(clause.head_last + 1, clause.last - 1):
        if (
            words[i] == "and"
            and words[i + 1] in ("level", "grade", "entry", "a")
            and {"level", "grade", "entry", "gcse"} & set(words[clause.head_last : i])
        ):
            return i
    return None


def _second_goal(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “and” between two goals of a vague verb or of none: “improve his behaviour and his reading”."""
    words = reading.words
    vague = not clause.lemma or known.is_verb(clause.lemma, "vague") or known.is_verb(clause.lemma, "state")
    if not vague:
        return None
    for i in range(max(clause.head_last, clause.first + 1), clause.last - 1):
        if words[i] in _NOT_JOINED or words[i] in (",", "of"):
            return None
        if words[i] in ("and", ";"):
            nxt = words[i + 1]
            again = nxt in known.words["possessives"] and nxt in words[clause.head_last : i]
            changes = not clause.lemma and words[clause.first] in _CHANGES
            two_wishes = (
                bool(clause.lemma) and known.is_verb(known.phrase_at(words, i + 1)[0], "vague") and known.forms.get(nxt) == nxt
            )
            if again or (changes and clause.last - i > _SHORT_GOAL) or (two_wishes and not _BACK & set(words[i + 2 : i + 5])):
                return i
            return None
    return None


_LOOKS = (_further_line, _subject_again, _second_certificate, _second_goal)


def _joints(reading: Reading, clause: Clause, known: Lexicon) -> list[tuple[int, bool]]:
    """Return where a further verb with an object of its own is joined on, and whether it has a modal of its own."""
    words = reading.words
    found: list[tuple[int, bool]] = []
    i = clause.head_last
    while i < clause.last - 1:
        word = words[i]
        if word in _NOT_JOINED and not (word == "so" and words[i - 1] == "and"):
            break
        if word in ("and", ","):
            k = i + 1
            if word == "," and words[k] == "and":
                k += 1
            modal = words[k] in ("will", "can", "to") or words[k : k + 2] == ["be", "able"]
            while k < clause.last and words[k] in ("will", "can", "to", "be", "able", "also", "then", "start", "begin"):
                k += 1
            if k < clause.last and _verb_with_object(words, k, clause.last, known):
                found.append((i, modal))
                i = k
        i += 1
    return found


def _verb_with_object(words: list[str], k: int, last: int, known: Lexicon) -> bool:
    lemma = known.forms.get(words[k])
    if lemma is None or lemma != words[k] or k + 1 >= last:
        return False
    behind = words[k + 1 : k + 4]
    return bool(behind) and behind[0] not in ("and", ",", ".") and not _BACK & set(behind)
