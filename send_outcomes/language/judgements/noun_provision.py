"""Noun phrases that name provision: “Small group work”, “1:1 spelling with LSA”, “QTVI weekly”; not “A place at college”.

Part of the provision judgement; knows the main clause and the noun lists, no verb's classes.
"""

from send_outcomes.language.judgements.nouns import kind_at, kind_within, listed_head, object_head
from send_outcomes.language.judgements.passives import laid_out
from send_outcomes.language.judgements.receiving import Given
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon


def noun_phrase(words: list[str], clause: Clause, known: Lexicon) -> Given | None:
    """A noun phrase is provision where its head is a service, someone who serves, an activity, a resource, a chance."""
    first, last = clause.first, clause.last
    opens, ends = known.words["noun_openers"], known.words["object_ends"]
    while first < last and (words[first] in opens or words[first] in ends):
        first += 1
    if first >= last or words[clause.first] in known.words["none_of"]:
        return None  # “No more than three reminders”: how little help
    if words[first] in known.words["served"] and first + 1 < last:
        return Given("provision", "service", first, first + 1)  # “Introduced to the housing team”
    adults_doing = words[first + 1 : first + 2] != [] and words[first + 1].endswith("ing") and words[first + 1] in known.forms
    if words[first] in known.words["service"] and (adults_doing or {"who", "working"} & set(words[first + 1 : first + 4])):
        return Given("provision", "service", first, first + 1)
    if words[first] in known.words["child"] and words[first + 1 : first + 2] and words[first + 1] in known.words["served"]:
        return Given("provision", "service", first, first + 2)  # “Intern shown how to do the laundry job”
    if words[first] in known.words["somebody"] and words[first + 1 : first + 2] == ["to"] and words[last - 1] != "with":
        return Given("provision", "service", first, first + 2)  # “Someone to sit by him”, but “someone to play with”
    if words[first] in known.words["one_to_one"] or (
        words[first : first + 2] == ["small", "group"] and words[first + 2 : first + 3] != ["of"]
    ):
        return Given("provision", "activity", first, min(last, max(first + 1, clause.object_last)))  # “1:1 spelling with LSA”
    if laid_out(words, first, last, known):
        return Given("provision", "resource", first, min(last, max(first + 1, clause.object_last)))
    subject_matter = words.index("about", first, last) if "about" in words[first + 1 : last] else last
    head = listed_head(words, first, subject_matter, known)  # “Information about epilepsy”
    if head >= 0 and words[head + 1 : head + 2] == ["for"] and not known.nouns["staff"].isdisjoint(words[head + 2 : head + 6]):
        return Given("provision", "service", first, head + 1)  # “HI awareness for the lunchtime staff”
    if head >= 0 and words[head] == "place" and not known.words["places_won"].isdisjoint(words[head + 1 : head + 9]):
        return None  # “A place at the local college” is got
    if head < 0 or (words[head] in known.nouns["change"] and not _is_laid_on(words[head], known)):
        return None
    timed = any(w in known.words["how_much"] for w in words[first : min(last, first + 6)]) and any(
        w in known.nouns[kind] for w in words[first:last] for kind in ("service", "staff", "activity")
    )
    kind = kind_within(words, first if timed else head, last if timed else head + 1, known)
    if (
        words[head] == "use"
        and words[head + 1 : head + 2] == ["of"]
        and not kind_within(words, head + 2, clause.object_last, known)
    ):
        return None  # “use of both hands to cut round a circle”
    if kind is None and head > object_head(words, first, last, known):  # “daily soft start, feelings check in”
        kind = kind_at(words, object_head(words, first, last, known), first, known)
    turns_out = words[first] in known.words["turns_out"]  # “Better sleep routine” is what comes of it
    if (
        turns_out
        and kind in ("resource", "chance", "output", "activity")
        and known.words["cut_down"].isdisjoint(words[first:last])
    ):
        return None
    if kind is None and words[head - 1] != "time" and not turns_out:  # “support visits”, but “part-time work”
        kind = kind_at(words, head, max(first, head - 2), known) or kind_within(words, max(first, head - 1), head, known)
    if (
        kind is None
        and head + 1 < last
        and words[head + 1] in ("of", "for", "from", "to", "with")
        and words[head] in known.words["containers"]
    ):
        kind = kind_within(words, head + 1, min(last, head + 6), known)
    if (
        kind is None
        and "from" in words[first:last]
        and any(w in known.nouns["staff"] for w in words[words.index("from", first) : last])
    ):
        kind = "service"  # “weekly phone call home from the senco”
    if kind is None and words[head + 1 : head + 2] and words[head + 1] in known.words["served"]:
        kind = "service"  # “Instructions given one at a time”
    if kind is None and not timed:
        return None
    return Given("provision", kind or "service", first, min(last, max(head + 1, first + 1, clause.object_last)))


def regular(reading: Reading, clause: Clause, known: Lexicon) -> Given | None:
    """“QTVI weekly”, “Enlarged print in every lesson”: no verb and no change, but how often, is what others lay on."""
    words = reading.words[clause.first : clause.last]
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    often = any(start <= f.start < end and f.kind != "days" for f in reading.found.get("frequency", ()))
    named = [word for word in words if word.isalpha() and word not in known.words["object_ends"]]
    if not often or not named or named[0].endswith("ing") or not known.words["changes_or_own"].isdisjoint(words):
        return None
    if any(word in known.nouns["own"] for word in named[:3]) or (
        named[0] in known.nouns["change"] and named[0] not in known.words["articles"]
    ):
        return None
    return Given("provision", "activity", clause.first, max(clause.first + 1, min(clause.object_last, clause.last)))


def _is_laid_on(word: str, known: Lexicon) -> bool:
    return word in known.given
