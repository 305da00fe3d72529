"""By what someone could later say yes or no: counts, accuracy, durations, levels of help, certificates, plain events.

Finds "measure" (kinds: count, accuracy, duration, frequency, help, qualification, instrument, event, steps) and
"percentage"; and "left-open": how far, or with how much help, nobody says. An amount of provision, an age, a year or a date
measures nothing.
"""

from bisect import bisect_right
from operator import attrgetter

from send_outcomes.language.judgements.acts import is_plain, spelt_out
from send_outcomes.language.judgements.events import find_event, find_qualification, find_steps
from send_outcomes.language.judgements.measure_words import Measures, measure_file, measure_words
from send_outcomes.language.judgements.numbers import find_numbers
from send_outcomes.language.judgements.receiving import NO_MORE
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.sentences.openings import SENTENCE_ENDS

_BOUNDS = frozenset({"above", "below"})  # “attendance to be above 90%”
_LABEL = 6  # words of one at most, its colon among them
_ONLY = frozenset({"only", "just"})
_NEEDS = frozenset({"need", "needs", "needing"})
_ON_OR_OFF, _PUT = frozenset({"on", "off"}), frozenset({"put", "puts", "putting", "take", "takes", "taking", "pull", "get"})
_WITHOUT = frozenset({"without", "w/o"})
_INCHOATE = frozenset({"begin", "start"})
_IN_PLACE = attrgetter("start", "end", "kind")
_HELP, _INSTRUMENT, _PHRASE, _SOME_HELP = "help level", "instrument", "event phrase", "some help"


def register(phrasebook: Phrasebook) -> None:
    """Ask for the phrases that tell a level of help or a way of finding out."""
    phrasebook.add(_HELP, measure_file()["help_level"])
    phrasebook.add(_INSTRUMENT, measure_file()["instrument"])
    phrasebook.add(_PHRASE, measure_file()["event_phrase"])
    phrasebook.add(_SOME_HELP, measure_file()["some_help"])


def find_measures(reading: Reading) -> None:
    """Add every "measure" to the reading, in order of place; "amount-of-provision" where it measures what others give."""
    known = measure_words()
    clause: Clause | None = reading.facts.get("clause")
    find_numbers(reading, clause, known)
    for name, kind in ((_HELP, "help"), (_INSTRUMENT, "instrument"), (_PHRASE, "event")):
        for hit in reading.hits.get(name, ()):
            if name is not _HELP or not _weak_help(reading, hit.first, hit.last, clause, known):
                reading.add("measure", hit.first, hit.last, kind)
    for hit in reading.hits.get(_SOME_HELP, ()):
        reading.add("left-open", hit.first, hit.last)
    if clause is not None and _is_capability(reading.words, clause):
        reading.add("left-open", clause.head, clause.head_last)
    _words_that_measure(reading, clause, known)
    for found in reading.found.get("frequency", ()):
        if found.kind != "days":  # “on Tuesdays” says when, not how often something succeeds
            reading.found.setdefault("measure", []).append(Found(found.start, found.end, "frequency"))
    if clause is not None:
        find_qualification(reading, clause, known)
        find_event(reading, clause, known)
        find_steps(reading, clause)
    if "measure" in reading.found:
        measures = sorted({(f.start, f.end, f.kind): f for f in reading.found.pop("measure")}.values(), key=_IN_PLACE)
        laid_on = "mixed-provision" in reading.found and clause is not None and clause.form is Form.NOUN
        if "provision" in reading.found or "task" in reading.found or laid_on:  # “pre-teaching before each new topic so that …”
            reading.found["amount-of-provision"] = measures
        elif clause is None:
            reading.found["measure"] = measures
        elif counted := _what_counts(reading, clause, measures):
            reading.found["measure"] = counted


def _is_capability(words: list[str], clause: Clause) -> bool:
    """Tell “beginning to wait”, “be able to add on paper”, of which some degree is always true, from “will have added”."""
    return not _INCHOATE.isdisjoint(clause.through) or "able" in words[clause.subject_last : clause.head]


def _what_counts(reading: Reading, clause: Clause, measures: list[Found]) -> list[Found]:
    """Leave out what stands only in the purpose, and the numbers of a mere state (“be twice as confident in 5 subjects”)."""
    purpose = reading.found.get("purpose", ())
    kept = [m for m in measures if m.kind == "qualification" or not any(p.start <= m.start for p in purpose)]
    kept = [m for m in kept if not _is_elsewhere(reading, clause, m)]
    if clause.lemma in lexicon().words["knowing"] and reading.words[clause.head_last : clause.head_last + 1] == ["that"]:
        kept = [m for m in kept if m.kind != "frequency"]  # “knows that there is a check each year”
    if clause.modal > 0 and "who" in reading.words[clause.first : clause.modal]:
        begins = reading.starts[clause.modal]  # “Erin, who has 25 lessons a week, will …”: how things are
        kept = [m for m in kept if m.start >= begins]
    if clause.subject_first > clause.first and reading.words[clause.first].endswith("ing"):
        begins = reading.starts[clause.subject_first]  # “Working in a group of four, Hetty will …”
        kept = [m for m in kept if m.start >= begins]
    if _is_mere_state(reading.words, clause):
        kept = [m for m in kept if m.kind in ("instrument", "event", "qualification") or _lasts(reading, m)]
    return kept


def _is_elsewhere(reading: Reading, clause: Clause, measure: Found) -> bool:
    """Tell what a sentence before the outcome measures, or one behind it on how things are and when they are looked at again."""
    words, at = reading.words, bisect_right(reading.starts, measure.start) - 1
    if at < clause.first:
        return not SENTENCE_ENDS.isdisjoint(words[at : clause.first])
    if at < clause.last:
        return False
    begins = max((i + 1 for i in range(clause.last, at) if words[i] in SENTENCE_ENDS), default=clause.last)
    ends = next((i for i in range(at, len(words)) if words[i] in SENTENCE_ENDS), len(words))
    colon = words.index(":", begins, at) if ":" in words[begins : min(at, begins + _LABEL)] else begins
    given = not lexicon().words["labels_of_provision"].isdisjoint(words[begins:colon])  # “Support: 20 minutes a week”
    return given or not lexicon().words["looked_at"].isdisjoint(words[begins:ends])


def _lasts(reading: Reading, measure: Found) -> bool:
    """Tell “be active for 30 minutes a day”: how long is told even of a state."""
    return measure.kind == "duration" and reading.words[reading.starts.index(measure.start) - 1] == "for"


def _is_mere_state(words: list[str], clause: Clause) -> bool:
    """Tell “be twice as confident” from “be in by nine”, “be clear enough to …”, “attendance will be 90%”."""
    known, behind = measure_words(), words[clause.head_last : clause.head_last + 2]
    if clause.lemma == "be aware" or clause.lemma not in known.being or not behind:
        return clause.lemma == "be aware"
    rates = not known.hundredths_before.isdisjoint(words[clause.subject_first : clause.subject_last])
    told = (
        behind[0] in lexicon().words["leading"]
        or behind[0] in _BOUNDS
        or "enough" in behind
        or behind[0] in known.being_counted
    )
    return not (rates or told or spelt_out(words, clause, lexicon()))


def _words_that_measure(reading: Reading, clause: Clause | None, known: Measures) -> None:
    """“without anyone speaking for me”, “with no reminders”, “… the box himself”, “a whole page”, “in every piece of work”."""
    words, lists = reading.words, lexicon().words
    if known.openers.isdisjoint(words):
        return
    for i, word in enumerate(words):
        if i + 1 == len(words) and word not in lists["reflexives"]:
            return
        if word in _WITHOUT or (word == "with" and words[i + 1] in ("no", "nobody")):
            if _without_help(words, i, known) and not _weak_help(reading, i, i + 1, clause, known):
                last = min(i + 3, len(words))
                hyphened = words[last : last + 1] == ["-"]  # “without a grown-up”
                reading.add("measure", i, last + 2 if hyphened else last, "help")
        elif word == "with" and words[i + 1] in _ONLY:
            if words[i + 2 : i + 3] and words[i + 2] in lists["articles"] and _is_bound(words[i + 3 : i + 5], known):
                reading.add("measure", i, min(i + 4, len(words)), "help")
        elif (word == "no" and words[i - 1] != "with") or (word == "nobody" and words[i - 1] in ("and", "with")):
            counted = word == "no" and not known.none_of.isdisjoint(words[i + 1 : i + 6])
            if counted or (word == "nobody" and words[i + 1].endswith("ing")):
                reading.add("measure", i, min(i + 3, len(words)), "count" if counted else "help")
        elif word == "not":
            if words[i + 1].endswith("ing") and not lexicon().nouns["staff"].isdisjoint(words[max(0, i - 3) : i]):
                reading.add("measure", i, i + 2, "help")  # “staff not helping”, “a nurse watching but not touching”
        elif word in _NEEDS:
            if _needs_none(words, i, known):
                reading.add("measure", i, min(i + 3, len(words)), "help")
        elif word == "until":
            if clause is not None and clause.head < i < clause.last - 2 and not lexicon().is_verb(clause.lemma, "vague"):
                reading.add("measure", i, min(i + 3, len(words)), "duration")
        elif word in known.whole:
            if words[i + 1] not in known.whole_not_before:
                reading.add("measure", i, i + 2, "event")
        elif word == "all":
            if words[i + 1] in known.all_of and not known.all_not_before & set(words[i + 2 : i + 4]):
                reading.add("measure", i, min(i + 3, len(words)), "count")
        elif word in ("every", "each"):
            if words[i + 1] in known.every:
                reading.add("measure", i, i + 2, "frequency")
        elif word in lists["reflexives"] and clause is not None and i > clause.head_last + 1:
            named = words[i - 2] in lists["articles"] or words[i - 1] not in lexicon().forms
            put = words[i - 1] in _ON_OR_OFF and not _PUT.isdisjoint(words[max(0, i - 5) : i - 1])  # “put her shoes on herself”
            if (put or (named and words[i - 1] not in lists["stops"])) and not _weak_help(reading, i, i + 1, clause, known):
                reading.add("measure", i, i + 1, "help")


def _is_bound(behind: list[str], known: Measures) -> bool:
    """Tell “with only a picture list” from “with just a little help”, and from “with just his mum”, whom one is with."""
    return known.no_bound.isdisjoint(behind) and behind[:1] != [] and behind[0] not in lexicon().words["family"]


def _without_help(words: list[str], i: int, known: Measures) -> bool:
    """Tell “without an adult”, “with no prompts”, “without copying” from “without fear”."""
    behind = words[i + 1 : i + 4]
    if behind[0] == "nobody":
        return True
    if not known.no_help_from.isdisjoint(behind) or not lexicon().nouns["staff"].isdisjoint(behind):
        return True
    plainly = behind[0].endswith("ing") or behind[0] in ("a", "any")
    return words[i] in _WITHOUT and plainly and not known.without_not & set(behind)


def _needs_none(words: list[str], i: int, known: Measures) -> bool:
    """Tell “won't need reminding”, “nobody needs to tell her” from “doesn't always need reminding”."""
    before, behind = words[max(0, i - 3) : i], words[i + 1 : i + 4]
    if "nobody" in before or before[-2:] == ["no", "one"]:
        return True
    helped = not known.no_help_from.isdisjoint(behind) or not known.not_needed.isdisjoint(behind)
    return (
        not NO_MORE.isdisjoint(before)
        and "always" not in before
        and (helped or not lexicon().nouns["staff"].isdisjoint(behind))
    )


def _is_thing(word: str) -> bool:
    """Tell the “coat” of “on her own coat” from what may follow “on her own”."""
    lists = lexicon().words
    follows = word in lists["stops"] or word in lists["ands"] or word in lists["behind_own"] or word in lexicon().numbers
    return word.isalpha() and not (follows or word.endswith("ly"))


def _weak_help(reading: Reading, first: int, last: int, clause: Clause | None, known: Measures) -> bool:
    """Tell “more independently”, “often … without being told”, “on my own or with …”, and help with what can't be seen."""
    words = reading.words
    if (first and words[first - 1] in known.help_level_weakened_by) or words[last : last + 1] == ["or"]:
        return True
    if words[last - 1] == "own" and last < len(words) and _is_thing(words[last]):
        return True  # “on her own plate”
    vague = (
        clause is not None
        and lexicon().is_verb(clause.lemma, "vague")
        and (clause.passive or not is_plain(reading, clause, lexicon()))
    )
    unseen = vague or (clause is not None and clause.lemma in known.being)
    return unseen or bool(known.seldom & set(words[max(0, first - 10) : first]))
