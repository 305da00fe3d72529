"""Noun phrases that name provision: “Small group work”, “1:1 spelling with LSA”, “QTVI weekly”; not “A place at college”.

Part of the provision judgement; knows the main clause and the noun lists, no verb's classes.
"""

from send_outcomes.language.judgements.nouns import kind_at, kind_within, listed_head, object_head, served_by
from send_outcomes.language.judgements.passives import laid_out
from send_outcomes.language.judgements.receiving import Given
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon

_COMES_OF_IT = frozenset({"resource", "chance", "output", "activity"})  # kinds that “better …” makes a result of
_OF_WHAT = frozenset({"of", "for", "from", "to", "with"})


def tells_change(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “Time out of class reduced to two hours a week”, what comes of it, from “Timetable reduced to mornings”."""
    return any(
        words[i] in known.words["changed"]
        and words[i + 1] in ("to", "by")
        and (words[i + 2][0].isdigit() or words[i + 2] in known.numbers or words[i + 2] in known.words["how_far"])
        for i in range(clause.first + 1, clause.last - 2)
    )


def noun_phrase(words: list[str], clause: Clause, known: Lexicon) -> Given | None:
    """A noun phrase is provision where its head is a service, someone who serves, an activity, a resource, a chance."""
    first, last = clause.first, clause.last
    opens, ends = known.words["noun_openers"], known.words["object_ends"]
    while first < last and (words[first] in opens or words[first] in ends):
        first += 1
    if first >= last or words[clause.first] in known.words["none_of"]:
        return None  # “No more than three reminders”: how little help
    if (told := _told_by_opening(words, first, clause, known)) is not None:
        return told
    subject_matter = words.index("about", first, last) if "about" in words[first + 1 : last] else last
    head = listed_head(words, first, subject_matter, known)  # “Information about epilepsy”
    if head < 0:
        return None
    if words[head + 1 : head + 2] == ["for"] and not known.nouns["staff"].isdisjoint(words[head + 2 : head + 6]):
        return Given("provision", "service", first, head + 1)  # “HI awareness for the lunchtime staff”
    if words[head] == "place" and served_by(words, head, last, known):
        return Given("provision", "service", first, head + 1)  # “A place at the club, the fees met by the council”
    if _is_childs_own(words, first, head, clause, known):
        return None
    timed = _is_timed(words, first, last, known)
    kind = kind_within(words, first if timed else head, last if timed else head + 1, known)
    if kind is None and head > (single := object_head(words, first, last, known)):
        kind = kind_at(words, single, first, known)  # “daily soft start, feelings check in”
    turns_out = words[first] in known.words["turns_out"]  # “Better sleep routine” is what comes of it
    if turns_out and kind in _COMES_OF_IT and known.words["cut_down"].isdisjoint(words[first:last]):
        return None
    kind = kind or _kind_beside(words, first, head, last, turns_out, known)
    if kind is None and not timed:
        return None
    return Given("provision", kind or "service", first, min(last, max(head + 1, first + 1, clause.object_last)))


def _told_by_opening(words: list[str], first: int, clause: Clause, known: Lexicon) -> Given | None:
    """Return what the first words tell before the head is looked for: “Staff working on …”, “Someone to sit by him”, “1:1”."""
    lists, last = known.words, clause.last
    word, nxt = words[first], words[first + 1] if first + 1 < last else ""
    end = min(last, max(first + 1, clause.object_last))
    if nxt and word in lists["served"] and not (word == "seen" and nxt.endswith("ing")):  # not “Seen smiling with peers”
        return Given("provision", "service", first, first + 1)  # “Introduced to the housing team”
    adults_doing = nxt in known.forms and (
        nxt.endswith("ing") or (nxt.endswith("ed") and words[first + 2 : first + 3] == ["in"])
    )
    if word in lists["service"] and (adults_doing or not {"who", "working"}.isdisjoint(words[first + 1 : first + 4])):
        return Given("provision", "service", first, first + 1)
    if word in lists["child"] and nxt in lists["served"]:
        return Given("provision", "service", first, first + 2)  # “Intern shown how to do the laundry job”
    beside = any(words[i] == "with" and lists["stops"] & {*words[i + 1 : i + 2]} for i in range(first, last - 1))
    if word in lists["somebody"] and nxt == "to" and words[last - 1] != "with" and not beside:
        return Given("provision", "service", first, first + 2)  # “Someone to sit by him”, but “someone to play with”
    if word == "somewhere" and "live" not in words and not lists["refuge"].isdisjoint(words[first : first + 3]):
        return Given("provision", "resource", first, first + 2)  # “Somewhere quiet to go”
    if word == "increase" and nxt == "in" and kind_within(words, first + 2, min(first + 4, last), known) == "service":
        return Given("provision", "service", first, end)  # “Increase in support hours”
    small_group = words[first : first + 2] == ["small", "group"] and words[first + 2 : first + 3] != ["of"]
    if word in lists["somebody"] and nxt in lists["subjects"] and not lists["trusted"].isdisjoint(words[first + 2 : last]):
        return Given("provision", "service", first, first + 1)  # “someone I can talk to”
    if small_group or word in lists["one_to_one"] or any(map(_is_ratio, words[first : first + 3])):
        return Given("provision", "activity", first, end)  # “1:1 spelling with LSA”
    return Given("provision", "resource", first, end) if laid_out(words, first, last, known) else None


def _is_ratio(word: str) -> bool:
    """Tell “1:4”, one adult for so many children, from “10:30”."""
    one, colon, many = word.partition(":")
    return one in ("1", "2") and colon == ":" and many.isdecimal() and len(many) == 1


def _is_childs_own(words: list[str], first: int, head: int, clause: Clause, known: Lexicon) -> bool:
    """Tell what the child wins, what changes, or what he uses from what others lay on, though it is called by a noun of theirs."""
    last, behind = clause.last, words[head + 1 : head + 9]
    if words[head] == "place" and not known.words["places_won"].isdisjoint(behind):
        return known.words["places_given"].isdisjoint(behind)  # “A place at the local college” is got
    if words[head] in known.nouns["change"] and words[head] not in known.given:
        return True
    if " ".join(words[head - 1 : head + 1]) in known.words["own_doing"]:
        return True  # “Good sleep routine”
    if words[head - 2 : head] == ["self", "-"]:
        return True  # “Self-care”
    if words[head] == "time" and not known.words["time_with"].isdisjoint(behind):
        return True  # “More time with her friends”
    used = words[head] == "use" and behind[:1] == ["of"]  # “use of both hands to cut round a circle”
    ordinary = not known.words["ordinary"].isdisjoint(words[head:last])  # “use of public transport”
    return used and (ordinary or not kind_within(words, head + 2, clause.object_last, known))


def _is_timed(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell “twenty minutes a day of reading practice”: an amount of something that others give."""
    amount = not known.words["how_much"].isdisjoint(words[first : min(last, first + 6)])
    if "'" in words[first:last] and words[words.index("'", first) + 1 :][:1] == ["sleep"]:
        return False  # “Eight hours' sleep”
    return amount and any(word in known.nouns[kind] for word in words[first:last] for kind in ("service", "staff", "activity"))


def _kind_beside(words: list[str], first: int, head: int, last: int, turns_out: bool, known: Lexicon) -> str | None:
    """Return the kind of provision told by what stands beside a head that names none: “support visits”, “call from the senco”."""
    kind = None
    if words[head - 1] != "time" and not turns_out:  # “part-time work” is no provision
        kind = kind_at(words, head, max(first, head - 2), known) or kind_within(words, max(first, head - 1), head, known)
    behind = words[head + 1 : min(last, head + 6)]
    if kind is None and words[head] in known.words["containers"] and not _OF_WHAT.isdisjoint(behind[:1]):
        kind = kind_within(behind, 0, len(behind), known)
    if kind is not None:
        return kind
    from_staff = "from" in words[first:last] and not known.nouns["staff"].isdisjoint(words[words.index("from", first) : last])
    served = behind[:1] != [] and behind[0] in known.words["served"]  # “Instructions given one at a time”
    return "service" if from_staff or served else None


def regular(reading: Reading, clause: Clause, known: Lexicon) -> Given | None:
    """“QTVI weekly”, “Enlarged print in every lesson”: no verb and no change, but how often, is what others lay on."""
    words = reading.words[clause.first : clause.last]
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    often = any(start <= f.start < end and f.kind != "days" for f in reading.found.get("frequency", ()))
    named = [word for word in words if word.isalpha() and word not in known.words["object_ends"]]
    if not often or not named or not known.words["changes_or_own"].isdisjoint(words):
        return None
    beside = any(words[i - 2] == "with" and words[i] in known.nouns["staff"] for i in range(2, len(words)))
    if not (words[0] in known.words["how_often"] and beside):  # “Daily reading with an adult”
        changed = next((word for word in named if word not in known.words["articles"]), "") in known.nouns["change"]
        if changed or named[0].endswith("ing") or any(word in known.nouns["own"] for word in named[:3]):
            return None  # “Reading every day”
    return Given("provision", "activity", clause.first, max(clause.first + 1, min(clause.object_last, clause.last)))
