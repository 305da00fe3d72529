"""Several outcomes in one, told from “and” inside one skill.

Finds "several-outcomes": two acts that can be reached separately. A purpose, a list of examples, steps of one task, or
knowing and using one thing are not (guide to the labels, rulings).
"""

from send_outcomes.language.clauses import Clause
from send_outcomes.language.lexicon import Lexicon, lexicon
from send_outcomes.language.reading import Reading

_BACK = frozenset({"it", "them", "this", "that", "these", "those", "one"})
_NOT_JOINED = frozenset({"so", "because", "when", "if", "using", "by", "such", "including", "while", "through", "who", "which", "that", "without", "(", "order"})
_FEWEST = 3


def find_joined(reading: Reading) -> None:
    """Add "several-outcomes" at the word that joins the second outcome on."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None or not clause.lemma or "measure" in reading.found and any(m.kind == "steps" for m in reading.found["measure"]):
        return
    if {"provision", "task", "mixed-provision"} & reading.found.keys():
        return
    known = lexicon()
    joints = _joints(reading, clause, known)
    strong = [j for j, with_modal in joints if with_modal]
    if strong or len(joints) + 1 >= _FEWEST:
        first = strong[0] if strong else joints[0][0]
        reading.add("several-outcomes", first, min(first + 2, clause.last))


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
