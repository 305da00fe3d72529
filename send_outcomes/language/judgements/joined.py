"""Several outcomes in one, told from “and” inside one skill.

Finds "several-outcomes": two acts that can be reached separately. A purpose, a list of examples, steps of one task, or
knowing and using one thing are not (guide to the labels, rulings).
"""

from collections.abc import Callable
from functools import cache

from send_outcomes.language.judgements.further_clauses import (
    BREAKS,
    PARTS,
    besides,
    further_clause,
    further_part,
    having_also,
    subject_again,
)
from send_outcomes.language.judgements.goal_rows import gerunds_listed, goals_listed, row_of_acts
from send_outcomes.language.judgements.goals import (
    MEANWHILE,
    TOGETHER,
    another_person,
    further_change,
    meanwhile,
    second_goal,
    second_state,
    subjects_apart,
    taken_together,
)
from send_outcomes.language.judgements.joints import asks, joints_in
from send_outcomes.language.judgements.laid_out import (
    ends_apart,
    further_line,
    labels_apart,
    lines_apart,
    numbered,
    sentences_apart,
)
from send_outcomes.language.judgements.spheres import apart, spheres_of
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.openings import SENTENCE_ENDS

_Look = Callable[[Reading, Clause, Lexicon], int | None]
_ONE_ROUTINE = frozenset({"washing", "dressing"})  # “wash his hands and put on his shirt”
_LISTED = 3  # so many acts in a row are no longer one skill
_AMOUNTS = frozenset({"count", "duration", "accuracy"})
_HOW_WELL = frozenset({"frequency", "duration", "accuracy"})
_DO_THIS = (["will", "do", "this"], ["can", "do", "this"])
_WHO = frozenset({"i", "he", "she", "they"})
_OTHERS = frozenset({"provision", "task", "mixed-provision"})


def find_joined(reading: Reading) -> None:
    """Add "several-outcomes" at the word that joins the second outcome on."""
    clause: Clause | None = reading.facts.get("clause")
    found = reading.found
    if clause is None or not _OTHERS.isdisjoint(found) or any(m.kind == "steps" for m in found.get("measure", ())):
        return
    known = lexicon()
    if _is_one_thing(reading.words, clause):
        return
    for look in _looks(_JOINTS.intersection(reading.words)):
        at = look(reading, clause, known)
        if at is not None:
            reading.add("several-outcomes", at, min(at + 2, len(reading.words)))
            return


def _is_one_thing(words: list[str], clause: Clause) -> bool:
    """Tell where a later sentence takes what was said before it for one: “He will stop and check. He will do this every time.”"""
    return any(
        words[i : i + 3] in _DO_THIS and words[i - 1] in _WHO and words[i - 2] in SENTENCE_ENDS
        for i in range(clause.last, len(words) - 2)
    )


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
    titled = any(label.kind != "bare" for label in reading.found.get("label", ()))
    if not joints or (titled and all(words[at] == "," for at, _, _ in joints)):
        return None  # “Looking after myself – cleaning teeth, washing hands”: examples of what the title says
    ends = [*(at for at, _, _ in joints[1:]), clause.last]
    before = _spheres_before(words[clause.head_last : joints[0][0]], clause.lemma, known)
    knows = clause.lemma in known.words["knowing"]
    for (at, verb, own), end in zip(joints, ends, strict=True):
        wish = known.words["second_wish"] & set(words[verb + 1 : verb + 3])
        act, setting = _spheres_behind(words, verb, end, known)
        state = _is_state(words, at, verb, clause, known) and not before & (act | setting)
        also_knows = not knows and asks(words, verb, known)  # “can cook, and knows where to get advice”
        if own or wish or state or also_knows or (not knows and _both_measured(reading, clause, at, end)):
            return at
        if apart(before, act) and apart(before, act | setting) and not (_ONE_ROUTINE & before and _ONE_ROUTINE & act):
            return at
        going = known.forms.get(words[verb]) in known.words["going"] and words[verb + 1] in _TOWARDS
        before |= frozenset() if going else act  # “stand up, walk to the front and …”: on the way
    aims = known.is_verb(clause.lemma, "vague") or known.is_verb(clause.lemma, "state")
    listed = aims and len(joints) + 1 >= _LISTED and ":" not in words[clause.head_last : joints[0][0]]
    return joints[0][0] if listed else None


def _spheres_before(behind: list[str], lemma: str, known: Lexicon) -> frozenset[str]:
    """Return where the first act belongs.

    It is nowhere of its own without an object (“read and follow a recipe”, “wash, dry and put away my kit”), or where it only
    goes to the second (“get the bus to town and buy …”).
    """
    own = [word for word in behind if word not in known.words["shares_object"]]
    if own[:1] in ([","], ["and"]) and len(own) <= 2 * len([word for word in own if word in _LISTING]):
        return frozenset()  # “written, rehearsed and performed a song”: verb after verb
    lists = known.words
    on_the_way = (
        (lemma in lists["going"] or "way" in own) and not _TOWARDS.isdisjoint(behind) and lists["own_ends"].isdisjoint(own)
    )
    if lemma in lists["arriving"]:
        return frozenset()
    if lemma == "work" and own[:1] not in (["at"], ["for"], ["as"]):
        lemma = ""  # “work with a partner” is no employment
    return spheres_of((lemma, *own)) if own and not on_the_way else frozenset()


def _spheres_behind(words: list[str], verb: int, end: int, known: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Return where a further act belongs by its verb and object, and by its setting, which both acts may share."""
    if known.forms.get(words[verb]) in known.words["returning"] and _leads_home(words[verb + 1 : end], known):
        return frozenset(), frozenset()  # “… and come home”: the way back
    stop = verb + 1
    if words[verb] in known.words["place_is_all"]:
        stop = min(verb + 3, end)
    elif stop < end and words[stop] in known.words["particles"]:
        stop += 1  # “hand in his homework”
    elif words[verb : stop + 1] in _WEARS:
        stop += 1  # “put on her shoes”: what, not where
    if words[stop : stop + 2] in (["at", "least"], ["at", "most"]):
        stop += 2
    while stop < end and words[stop] not in known.words["stops"] and words[stop] != "and":
        stop += 1
    owned = known.words["possessives"]  # “start his work” is no employment
    act = spheres_of(words[i] for i in range(verb, stop) if words[i] != "work" or words[i - 1] not in owned)
    setting = spheres_of(words[stop:end])
    asked = words[stop : stop + 1] == ["for"] and known.forms.get(words[verb]) in known.words["goes_for"]
    towards = stop == verb + 1 and (asked or (words[stop : stop + 1] != [] and words[stop] in _TOWARDS))  # “keep to a budget”
    if known.forms.get(words[verb]) == "get" and _gets_there(words, verb, known):
        return frozenset({"travel"}), setting  # “… and getting about safely”
    goes_out = known.forms.get(words[verb]) in known.words["going"] and "out" in words[verb + 1 : verb + 2]
    return (act or setting if towards or goes_out else act), setting  # “goes out for a walk”


def _leads_home(behind: list[str], known: Lexicon) -> bool:
    """Tell “come home”, “bring the receipt home” from “go to a friend's home”."""
    stop = next((i for i, word in enumerate(behind) if word in known.words["stops"] or word == "and"), len(behind))
    return "home" in behind[:stop]


def _is_state(words: list[str], at: int, verb: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “… and be happy”, “passed the exam and have a place” from “be able to … and be able to …”."""
    if words[at + 1 : at + 2] in (["be"], ["being"]):
        behind = words[at + 2 : at + 3]
        return behind != ["able"] and not (behind != [] and behind[0].endswith("ing") and behind[0] in known.forms)
    return (
        words[verb : verb + 3] != ["have", "a", "say"]
        and words[verb] == "have"
        and not known.is_verb(clause.lemma, "state")
        and not known.is_verb(clause.lemma, "vague")
    )


def _gets_there(words: list[str], verb: int, known: Lexicon) -> bool:
    """Tell “get about safely”, “get to college on time” from “get to know”."""
    behind = words[verb + 1 : verb + 3]
    return behind[:1] in (["about"], ["around"]) or (behind[:1] == ["to"] and behind[1:] != [] and behind[1] not in known.forms)


def _both_measured(reading: Reading, clause: Clause, at: int, end: int) -> bool:
    """Tell whether the first act has its trials, or both acts an amount of their own."""
    words, starts = reading.words, reading.starts
    measures = reading.found.get("measure", ())
    trials = any(words[i] == "out" and words[i + 1] == "of" for i in range(clause.head_last, at - 1))
    if trials or any(m.kind == "accuracy" and m.start < starts[at] for m in measures):
        return True
    within = [m.start for m in measures if m.kind in _HOW_WELL and starts[clause.head] <= m.start < reading.ends[end - 1]]
    if within and min(within) < starts[at] < max(within):
        return True  # “start a chat twice a week and stay in the hall every Monday”
    amounts = [m for m in measures if m.kind in _AMOUNTS and starts[clause.head] <= m.start < reading.ends[end - 1]]
    if all(m.kind == "count" for m in amounts):
        return False  # “visit two universities and stay one night”: how many things, not how well
    return amounts[0].start < starts[at] < amounts[-1].start


_AND = frozenset({"and", "&", "+", "plus"})
_STOPS = frozenset({".", ";"})
_TOWARDS = frozenset({"to", "into"})
_WEARS = (["put", "on"], ["puts", "on"], ["putting", "on"], ["turn", "on"], ["turns", "on"])
_LISTING = frozenset({",", "and"})
_JOINTS = _AND | BREAKS | PARTS | TOGETHER | MEANWHILE | {")", ":", "also", "then", "well", "addition", "having"}
# Where to look, and the words or marks of which one must be in the text.
_LOOKS: tuple[tuple[_Look, frozenset[str] | None], ...] = (
    (numbered, frozenset({")"})),
    (ends_apart, _AND | {",", ";"}),
    (further_line, None),
    (lines_apart, None),
    (sentences_apart, _STOPS),
    (labels_apart, frozenset({":"})),
    (subject_again, _AND),
    (_second_certificate, _AND),
    (second_goal, _AND | {","}),
    (subjects_apart, _AND),
    (second_state, _AND),
    (row_of_acts, _AND),
    (another_person, _AND),
    (further_change, _STOPS | {","}),
    (goals_listed, _STOPS | {","}),
    (gerunds_listed, _STOPS | {","}),
    (further_part, PARTS | _STOPS),
    (further_clause, BREAKS),
    (besides, None),
    (having_also, frozenset({"having"})),
    (_second_act, _AND | {",", "well", "addition", "also", "then"}),
    (taken_together, TOGETHER),
    (meanwhile, MEANWHILE),
)


@cache
def _looks(joints: frozenset[str]) -> tuple[_Look, ...]:
    """Return where to look in a text that has these words and marks."""
    return tuple(look for look, asked in _LOOKS if asked is None or not asked.isdisjoint(joints))
