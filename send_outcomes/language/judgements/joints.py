"""Where a further verb is joined onto the main one, with an object of its own: “… and cook tea”, “…, and will read”.

Knows the main clause; whether the two make two outcomes is for `joined` to say.
"""

from collections.abc import Iterator

from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon


def joints_in(words: list[str], clause: Clause, known: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """Yield where a further verb is joined on, that verb, and whether it is set going by a word of its own (“will”, “also”)."""
    inside = explained = False
    lists = known.words
    i = clause.head_last
    while i < clause.last - 1:
        word = words[i]
        inside = inside or word in lists["inside"]
        explained = explained or word == ":"
        if word in ("and", ",") and words[i + 1] != word:
            verb = i + 2 if words[i + 1] == "and" else i + 1
            own = words[verb : verb + 1] in (["will"], ["can"]) or words[verb : verb + 2] == ["be", "able"]
            own = own or (words[verb : verb + 1] == ["to"] and "skills" not in clause.through)
            own = own or _goes_on_being(words, verb, clause)
            while verb < clause.last and words[verb] in lists["before_second"]:
                own = own or words[verb] in lists["separately"]
                verb += 1
            if ((own and not explained) or not inside) and verb < clause.last and _goes_on(words, verb, clause, known):
                yield i, verb, own
                i = verb
        i += 1


def _goes_on_being(words: list[str], verb: int, clause: Clause) -> bool:
    """Tell “has finished the course and is working in a garage”: a second verb with an auxiliary of its own."""
    return (
        clause.lemma != "be"
        and words[verb : verb + 1] == ["is"]
        and words[verb + 1 : verb + 2] != []
        and words[verb + 1].endswith("ing")
    )


def _goes_on(words: list[str], verb: int, clause: Clause, known: Lexicon) -> bool:
    """Tell whether a word is a verb in the form of the head, with something of its own behind it."""
    lemma, head = known.forms.get(words[verb]), words[clause.head]
    if lemma is None or points_back(words, verb + 1, known):
        return False
    if words[verb - 1] in ("be", "is") and words[verb] != lemma:
        return True  # “… and be organised”
    behind = verb + 2 if words[verb + 1 : verb + 2] and words[verb + 1] in known.words["shares_object"] else verb + 1
    if behind >= clause.last or words[behind] in ("and", ",", "."):
        return False  # “shop for and cook a meal”: one object for both
    if head.endswith("ing"):
        return words[verb].endswith("ing")
    if head != clause.lemma and head.endswith("s"):
        return words[verb] != lemma and words[verb].endswith("s")
    return words[verb] == lemma or words[verb - 1] == "be"


def points_back(words: list[str], first: int, known: Lexicon) -> bool:
    """Tell “finish it”, “ring her” from “her reading”: a possessive points to nothing that was said."""
    nearby = words[first : first + 4]
    if known.words["pointing_back"] & set(nearby):
        return True
    if "her" not in nearby:
        return False
    behind = first + nearby.index("her") + 1
    return behind >= len(words) or words[behind] in known.words["stops"] or words[behind] in ("and", "to", "or")
