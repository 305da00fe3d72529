"""Whether the child receives something that others lay on: “I will have a laptop”, “attends a group run by …”.

Part of the provision judgement; knows the main clause and the noun lists, no rule.
"""

from typing import NamedTuple

from send_outcomes.language.judgements.nouns import kind_at, kind_within, listed_head, object_head, served_by
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon

_FAR = 22
_OBJECT = 12  # words: “a 40-minute one-to-one literacy session”
_NEARBY = 6
_HELPER = 5  # “the speech and language therapist”
_LESS = frozenset({"instead", "fewer", "less"})
NO_MORE = frozenset({"not", "n't", "never", "longer"})


class Given(NamedTuple):
    """What is given: "provision" or "task", its kind, and the words to mark."""

    name: str
    kind: str
    first: int
    last: int


def receives(reading: Reading, clause: Clause, known: Lexicon) -> Given | None:
    """Return what the head verb lets the child receive; None where it says what the child does or is."""
    words, lemma = reading.words, clause.lemma
    first, last = clause.head_last, clause.last
    whole = Given("provision", "service", clause.head, object_end(clause))
    less = not _LESS.isdisjoint(words[first : clause.last])  # “will need one adult instead of two”
    if (lemma == "use" and less) or (
        lemma == "need" and (less or not NO_MORE.isdisjoint(words[max(clause.modal, clause.first) : clause.head]))
    ):
        return (
            None  # “I will not need my splints”, “uses the nurture room less than once a day”: what others gave comes to an end
        )
    if not known.words["none_of"].isdisjoint(words[first:last]) and not known.words["wanted"].isdisjoint(words[first:last]):
        return None  # “gets help with his buttons less often than once a week”
    if lemma == "receive" and not known.words["received_in_play"].isdisjoint(words[first : clause.object_last]):
        return None
    if known.is_verb(lemma, "hope") and words[first : first + 1] != [] and words[first] in known.words["wanted"]:
        return whole  # “I want help to understand money”
    named = words[first : first + 1] != [] and words[first] in known.words["articles"]
    if known.is_verb(lemma, "hope") and named and kind_at(words, clause.object_last - 1, first, known) == "service":
        return whole  # “I want a PA so that I get out”
    if known.is_verb(lemma, "receive"):
        if words[first : first + 1] != [] and words[first] in known.words["company"] and words[last - 1] == "with":
            return None  # “I need people to have a laugh with”
        own = words[first : first + 1] != [] and words[first] in known.words["possessives"] and "from" not in words[first:last]
        reach = clause.object_last if own else last  # “receive her bronze award at assembly”
        kind = kind_within(words, first, min(reach, first + _OBJECT), known)
        if lemma == "access":
            if not known.words["refuge"].isdisjoint(words[first : clause.object_last]):
                return whole._replace(kind="resource")  # “access a quiet room whenever I ask”
            kind = kind_within(words, first, clause.object_last, known)  # “the swimming pool with his class”
            ordinary = _alone(words, first, last, known) or not known.words["ordinary"].isdisjoint(words[first:last])
            lent = not known.words["lent"].isdisjoint(words[first : clause.object_last])  # “access a laptop in every lesson”
            given = (
                kind in ("service", "activity")
                or lent
                or words[clause.object_last : clause.object_last + 3] == ["in", "a", "block"]
            )
            return whole._replace(kind=kind or "resource") if given and not ordinary else None
        if words[first : first + 1] and words[first].endswith("ing") and kind is None:
            return None  # “needs telling only once”: how much help, not which
        timed = lemma == "receive" and not known.words["hours_given"].isdisjoint(words[first + 1 : first + 3])
        return whole._replace(kind=kind or "service") if kind or timed or lemma in known.words["needing"] else None
    if lemma in ("work", "meet") and words[first : first + 1] == ["with"] and _is_helper(words, first + 1, known):
        return whole
    if lemma in ("work", "work on") and "on" in words[first - 1 : first + 1] and "with" in words[first : first + _NEARBY]:
        beside = words.index("with", first) + 1  # “work on his phonics with the TA”
        return whole if _is_helper(words, beside, known) else None
    if lemma in ("meet with", "see") and _is_helper(words, first, known) and not _is_asked(words, first, clause, known):
        return whole  # “will see the therapist every other week”
    if lemma == "get" and words[first : first + 1] and words[first] in known.words["ways"]:
        return None  # “get from my bed to my chair”
    if lemma in ("have", "get", "own"):
        return _has(reading, clause, known)
    reach = clause.object_last if lemma == "use" else last  # “use PECS to … and sit at group time”
    if lemma == "join in" and clause.object_last > first:
        reach = clause.object_last  # “join in a game in a small group”: where, not what
    if lemma == "go" and words[first : first + 1] == ["to"] and first + 1 < last and words[first + 1] in known.nouns["service"]:
        return whole  # “going to physio”
    if lemma == "go" and "with" in words[first:last]:
        reach = words.index("with", first)  # “goes out with one-to-one support”
    if lemma in known.words["joining"] and _laid_on(words, first, reach, known):
        if lemma == "use" and _alone(words, first, last, known):
            return None  # “use the online counselling on my own”
        part_of = "part" in words[first : first + 3] or ("in" in words[first : first + 2] and words[first] != "back")
        return whole._replace(kind="activity") if lemma != "be" or part_of else None
    return None


def and_receives(reading: Reading, clause: Clause, known: Lexicon) -> Given | None:
    """“He'll arrive before the others and be given a task”: the second half is done for the child."""
    words = reading.words
    if "and" not in words:
        return None
    for i in range(clause.head_last, clause.last - 2):
        if words[i] != "and":
            continue
        at = i + 1
        while at < clause.last - 1 and words[at] in ("i", "he", "she", "they", "will", "am", "is", "are", "be"):
            at += 1
        # “And is offered paid hours”: that is got.
        won = words[at] == "offered" and not known.words["won"].isdisjoint(words[at + 1 : at + 4])
        if words[at - 1] in ("be", "am", "is", "are") and words[at] in known.words["handed"] and not won:
            return Given("provision", "service", i + 1, at + 1)
    return None


def object_end(clause: Clause) -> int:
    """Return where the words to mark end: behind the object, or the head where it has none."""
    return max(clause.object_last, clause.head_last)


def _has(reading: Reading, clause: Clause, known: Lexicon) -> Given | None:
    """Judge “have” and “get” by the noun at the head of what is had."""
    words = reading.words
    first, last = clause.head_last, clause.last
    span = words[first : clause.object_last]
    whole = Given("provision", "service", clause.head, object_end(clause))
    opening = words[first : first + 1]
    if clause.lemma == "get":
        to_work = words[first + 1 : first + 2] == ["work"] and words[first + 2 : first + 3] != ["with"]
        if (
            opening == ["to"]
            and not to_work
            and words[first + 1 : first + 2] != []
            and known.forms.get(words[first + 1]) == words[first + 1]
            and known.words["reached"].isdisjoint(words[first + 1 : first + 3])
        ):
            return whole._replace(kind="chance", last=first + 1)
        if opening and opening[0] in known.words["served"]:
            return whole._replace(last=first + 1)
    if span[-2:] == ["of", "staff"]:
        return whole  # “a named member of staff”
    if span[-2:] == ["needs", "met"]:
        return None if "skills" in clause.through else whole  # “use words to get her needs met”
    alone = any(words[i] == "on" and words[i + 2] == "own" for i in range(clause.object_last, last - 2))
    if opening and opening[0] in known.words["possessives"] and alone:
        return None  # “have my medicines review on my own with the nurse”
    if opening and opening[0] in known.words["possessives"] and _worn(words, clause, known):
        return None
    if words[clause.object_last - 1 : clause.object_last] and words[clause.object_last - 1] in known.words["mended"]:
        return whole
    if opening and opening[0] in known.words["possessives"] and not known.words["mended"].isdisjoint(span[2:]):
        return whole  # “have his medication reviewed every six months”
    if words[clause.object_last - 2 : clause.object_last] and _had_done(words, first, clause.last, known):
        return whole
    if "ready" in words[first : first + 7] or "dressed" in words[first : first + 3]:
        return None
    fetched = opening != [] and opening[0] in known.words["articles"] and clause.object_last == first + 2
    if clause.lemma == "get" and (_alone(words, first, last, known) or (fetched and words[first + 1] in known.nouns["staff"])):
        return None  # “gets the college taxi on his own”, “gets an adult when he is cross”
    if {"choice", "control"}.issubset(span) or {"control", "over"}.issubset(span) or "say" in span[:3]:
        return None  # to have both is an outcome of adult life
    if (opening == ["somewhere"] and known.words["refuge"] & set(words[first : first + 3])) or (
        opening == ["someone"] and known.words["trusted"] & set(words[first : first + 6])
    ):
        return whole._replace(kind="resource")
    improved = (
        opening != [] and opening[0] in known.words["turns_out"]
    )  # “improved engagement, with the tools chosen by the OT”
    given_until = words.index("when", first, last) if "when" in words[first:last] else last
    if not improved and served_by(words, first, given_until, known):
        return whole
    if known.words["chances"] & set(span):
        return whole._replace(kind="chance")
    for head in dict.fromkeys((object_head(words, first, last, known), listed_head(words, first, last, known))):
        if head < 0:
            return None
        kind = _had(words, head, first, span, known)
        if kind == "own":
            return None
        if kind is not None:
            return None if kind in ("activity", "output") and clause.lemma == "get" else whole._replace(kind=kind)
    return None


def _had(words: list[str], head: int, first: int, span: list[str], known: Lexicon) -> str | None:
    """Return the kind of provision that is had, or "own" for what is nobody's service: friends, a job, confidence."""
    own, pair = known.nouns["own"], f"{words[head - 1]} {words[head]}" if head > first else ""
    timed = known.words["timed"] & set(span) and kind_within(span, 0, len(span), known)
    if pair in known.nouns["output"]:
        return "output"  # “a communication passport”: no passport
    if (words[head] in own or pair in own or pair in known.words["own_doing"]) and not timed:
        return "own"
    if words[head] == "places" and words[head + 1 : head + 2] == ["to"]:
        return "own"  # “places to go”
    if words[head] == "place" and words[head + 1 : head + 2] == ["of"] and words[head + 3 : head + 4] == ["own"]:
        return "own"  # “a place of my own”
    at_college = known.words["learning_places"] & set(words[head + 1 : head + 4])
    if words[head] == "place" and (words[head + 1 : head + 2] == ["on"] or at_college):
        return "own"
    return kind_at(words, head, first, known) or ("service" if timed else None)


def _had_done(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell “have the tasks explained to her”: others do it, and for the child."""
    return any(
        words[i] in known.words["mended"] and words[i + 1] in ("to", "for") and words[i + 2] in ("me", "him", "her", "them")
        for i in range(first, last - 2)
    )


def _alone(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell “by myself”, “on my own”, “independently”: the child's own doing."""
    behind = words[first:last]
    return not known.words["reflexives"].isdisjoint(behind) or "independently" in behind or "own" in behind


def _worn(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “have her hearing aids in from nine”, “have my glasses on all day” from “have his laptop in class”."""
    at = clause.object_last
    if words[at : at + 1] not in (["in"], ["on"]):
        return False
    return at + 1 >= clause.last or words[at + 1] in known.words["stops"] or words[at + 1] in ("all", "every", "each")


def _is_helper(words: list[str], i: int, known: Lexicon) -> bool:
    """Tell “work with Miss Begum”, “work with a mentor” from “work with a partner”."""
    return words[i : i + 1] != [] and (
        words[i] in known.words["titles"] or any(w in known.nouns["staff"] for w in words[i : i + _HELPER])
    )


def _is_asked(words: list[str], first: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “see the school nurse about her asthma”, “see my GP on my own”, what the child goes and does, from being seen to."""
    return clause.lemma == "see" and not known.words["asked_for"].isdisjoint(words[first : clause.last])


def _laid_on(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell an activity laid on for the child (“a weekly 30 minute group run by …”) from life (“a local dance group”)."""
    span = words[first : min(last, first + _FAR)]
    lists = known.words
    if not any(word in known.nouns["activity"] or word in known.nouns["service"] for word in span):
        return False
    for i, word in enumerate(span[:-1]):
        if word in lists["led"] and (span[i + 1] in lists["led_by"] or span[i - 1] in lists["leaders"]):
            return True
    pairs = {" ".join(span[i : i + n]) for n in (1, 2, 3) for i in range(len(span))}
    return bool(lists["laid_on"] & pairs) or bool(lists["minutes"] & set(span) and lists["slots"] & set(span))
