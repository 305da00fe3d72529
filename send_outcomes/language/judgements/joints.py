"""Where a further verb is joined onto the main one, with an object of its own: “… and cook tea”, “…, and will read”.

Knows the main clause; whether the two make two outcomes is for `joined` to say.
"""

from collections.abc import Iterator, Mapping

from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon
from send_outcomes.language.sentences.openings import SENTENCE_ENDS

_BESIDES = (["as", "well", "as"], ["in", "addition", "to"])
_JOINING = frozenset({",", "as", "in", "but", "then"})  # beside those that the word list gives
_STARTS = frozenset({"start", "begin"})
_KNOWS = frozenset({"knows", "understands", "attends", "goes", "has"})
_NEARBY = 5  # words behind a verb in which one points back


def joints_in(words: list[str], clause: Clause, known: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """Yield where a further verb is joined on, that verb, and whether it is set going by a word of its own (“will”, “also”)."""
    inside = purpose = explained = describing = False
    lists = known.words
    aside = lists["inside"] if words[clause.head].endswith("ing") else lists["inside"] - lists["manner"]
    i = clause.head_last
    while i < clause.last - 1:
        word = words[i]
        inside = inside or (word in aside and opens_side(words, i, lists))
        inside = inside and not (word == "," and _takes_up(words, i, clause, known))
        purpose = purpose or word == "so"
        explained = explained or word == ":"
        describing = describing or word in ("that", "which", "who")  # “lines that sit on the line and can be read”
        joint = _joint(words, i, lists) if word in _JOINING or word in lists["ands"] else 0
        if joint and words[i + 1] != word and not (i > clause.head + 2 and _shares_purpose(words, i, known)):
            verb = i + joint
            able = words[verb : verb + 2] == ["be", "able"] and not purpose  # “so that she can stay well and be able to …”
            own = words[verb : verb + 1] in (["will"], ["can"]) or able
            to = words[clause.head - 1] == "to" or clause.form is Form.INFINITIVE
            row = word != "," or joint > 1 or _ends_row(words, i, clause)  # “talk to an adult, to ask for what she needs”
            own = own or (to and row and words[verb : verb + 1] == ["to"] and "skills" not in clause.through)
            beside = words[i : i + 3] in _BESIDES and not words[clause.head].endswith("ing")
            own = own or _goes_on_being(words, verb, clause) or word == "but" or beside or _knows_too(words, verb, clause)
            while verb < clause.last and words[verb] in lists["before_second"] and not _begins(words, verb):
                own = own or words[verb] in lists["separately"]
                verb += 1
            goes_on = describing and words[i + joint : i + joint + 1] == ["can"]
            if (
                ((own and not explained and not goes_on) or not inside)
                and verb < clause.last
                and _goes_on(words, verb, clause, known)
            ):
                yield i, verb, own
                i = verb
        i += 1


def _ends_row(words: list[str], comma: int, clause: Clause) -> bool:
    """Tell whether a row of “to …” goes on behind a comma, or began before it."""
    return any(words[i + 1] == "to" and words[i] in (",", "and", "&", ";") for i in range(comma + 1, clause.last - 1)) or any(
        words[i : i + 2] == [",", "to"] for i in range(clause.head, comma)
    )


def _shares_purpose(words: list[str], at: int, known: Lexicon) -> bool:
    """Tell “… to type up & print my CV”: two verbs of one purpose, with one object."""
    phrased = words[at - 3] == "to" and words[at - 2] in known.forms and words[at - 1] in known.words["particles"]
    return phrased and known.forms.get(words[at + 1]) == words[at + 1]


def _joint(words: list[str], i: int, lists: Mapping[str, frozenset[str]]) -> int:
    """Return how many words join something on: “and”, “, and”, “as well as”, “in addition to”, “but also”; 0 for none."""
    if words[i] == "," or words[i] in lists["ands"]:
        return 2 if words[i + 1 : i + 2] == ["and"] else 1
    if words[i : i + 3] in _BESIDES:
        return 3
    return 1 if words[i : i + 2] == ["but", "also"] or words[i] == "then" else 0


def opens_side(words: list[str], i: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell “by playing …”, “when …”, inside of which an “and” joins nothing on, from “by heart”, “by bus”."""
    return words[i] in lists["inside"] and (words[i] != "by" or words[i + 1 : i + 2] == [] or words[i + 1].endswith("ing"))


def _begins(words: list[str], verb: int) -> bool:
    """Tell “start my driving lessons”, an act, from “start to drive”, “learn to drive”."""
    behind = words[verb + 1 : verb + 2]
    return words[verb] in ("start", "begin", "learn") and behind not in ([], ["to"]) and not behind[0].endswith("ing")


def _goes_on_being(words: list[str], verb: int, clause: Clause) -> bool:
    """Tell “has finished the course and is working in a garage”: a second verb with an auxiliary of its own."""
    return (
        clause.lemma != "be"
        and words[verb : verb + 1] == ["is"]
        and words[verb + 1 : verb + 2] != []
        and words[verb + 1].endswith("ing")
    )


def _knows_too(words: list[str], verb: int, clause: Clause) -> bool:
    """Tell “can put on her splints and knows the days of the week”: a form that doesn't hang on “can”."""
    return clause.modal >= 0 and words[clause.modal] in ("can", "will") and not _KNOWS.isdisjoint(words[verb : verb + 1])


def _goes_on(words: list[str], verb: int, clause: Clause, known: Lexicon) -> bool:
    """Tell whether a word is a verb in the form of the head, with something of its own behind it."""
    lemma, head = known.forms.get(words[verb]), words[clause.head]
    if (
        lemma is None
        or words[verb] in known.words["inside"] - known.words["manner"]
        or points_back(words, verb + 1, known)
        or (lemma in known.words["scoring"] and is_score(words, verb + 1))
    ):
        return False
    if asks(words, verb, known) or _knows_too(words, verb, clause):
        return True
    if words[verb - 1] in ("be", "is") and words[verb] != lemma:
        return True  # “… and be organised”
    if words[verb - 2 : verb] == ["learn", "to"] and words[verb] == lemma:
        return True  # “…, then learn to drive”
    behind = verb + 2 if words[verb + 1 : verb + 2] and words[verb + 1] in known.words["shares_object"] else verb + 1
    if behind >= clause.last or words[behind] in ("and", "or", ",", ".", "of"):
        return False  # “shop for and cook a meal”: one object for both; “the start and end of …”
    if words[verb - 1] in _STARTS and words[verb].endswith("ing"):
        return True  # “… and start doing his homework”
    able = words[verb] == lemma and (words[verb - 3 : verb] == ["be", "able", "to"] or words[verb - 1] in ("will", "can"))
    beside = words[verb - 3 : verb] in _BESIDES and words[verb].endswith("ing")
    if able or beside:
        return True
    if head.endswith("ing"):
        return words[verb].endswith("ing")
    if head != clause.lemma and head.endswith("s"):
        return words[verb] != lemma and words[verb].endswith("s")
    if words[verb] == lemma or words[verb - 1] == "be":
        return True
    return head != clause.lemma and not clause.passive and not words[verb].endswith(("ing", "s")) and _perfect(words, clause)


def asks(words: list[str], verb: int, known: Lexicon) -> bool:
    """Tell “knows where to get advice”, “know who to ask”: knowledge of its own."""
    knowing = known.forms.get(words[verb]) in known.words["knowing"] and not words[verb].endswith("ing")
    if not {"it", "them"}.isdisjoint(words[verb + 2 : verb + _NEARBY + 1]):
        return False  # “carry her own inhaler and know when to use it”
    return knowing and not known.words["asking"].isdisjoint(words[verb + 1 : verb + 2])


def is_score(words: list[str], at: int) -> bool:
    """Tell “… and get 9 out of 10 right”: how well the first act is done."""
    counted = words[at : at + 1] != [] and words[at][0].isdigit()
    return counted and (
        "/" in words[at]
        or words[at].endswith("%")
        or words[at + 1 : at + 3] == ["out", "of"]
        or words[at + 1 : at + 2] == ["in"]
    )


def _takes_up(words: list[str], at: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “…, and tells …”: behind a comma the main verb's own form ends what stands inside."""
    finite = words[clause.head] != clause.lemma.partition(" ")[0] and words[clause.head].endswith("s")
    verb = at + 2 if words[at + 1 : at + 2] == ["and"] else at + 1
    return finite and verb < clause.last and words[verb].endswith("s") and words[verb] in known.forms


def _perfect(words: list[str], clause: Clause) -> bool:
    """Tell “will have passed …”, behind which “been …” or “finished …” goes on."""
    return not {"have", "has", "had", "'ve"}.isdisjoint(words[max(clause.subject_last, 0) : clause.head])


def points_back(words: list[str], first: int, known: Lexicon) -> bool:
    """Tell “finish it”, “ring her” from “her reading”: a possessive points to nothing that was said."""
    nearby = words[first : first + _NEARBY]
    if nearby[:1] in (["which"], ["why"]) or nearby[:2] == ["another", "go"]:
        return True  # “… and say which she liked best”
    for i, word in enumerate(nearby):
        if word in known.words["clauses"] or word in SENTENCE_ENDS:
            nearby = nearby[:i]
            break
    if known.words["pointing_back"] & set(nearby):
        return True
    if "each" in nearby and words[first + nearby.index("each") + 1 :][:1] in ([], ["."], [","], ["time"]):
        return True  # “stay to the end of each”
    if "her" not in nearby:
        return False
    behind = first + nearby.index("her") + 1
    return behind >= len(words) or words[behind] in known.words["stops"] or words[behind] in ("and", "to", "or")
