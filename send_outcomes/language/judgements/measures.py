"""By what someone could later say yes or no: counts, accuracy, durations, levels of help, certificates, plain events.

Finds "measure" (kinds: count, accuracy, duration, frequency, help, qualification, instrument, event, steps) and
"percentage". An amount of provision, an age, a year or a date measures nothing.
"""

from send_outcomes.language.judgements.events import find_event, find_qualification, find_steps
from send_outcomes.language.judgements.measure_words import Measures, measure_file, measure_words
from send_outcomes.language.judgements.numbers import find_numbers
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import lexicon

_HELP, _INSTRUMENT, _PHRASE = "help level", "instrument", "event phrase"


def register(phrasebook: Phrasebook) -> None:
    """Ask for the phrases that tell a level of help or a way of finding out."""
    phrasebook.add(_HELP, measure_file()["help_level"])
    phrasebook.add(_INSTRUMENT, measure_file()["instrument"])
    phrasebook.add(_PHRASE, measure_file()["event_phrase"])


def find_measures(reading: Reading) -> None:
    """Add every "measure" to the reading, in order of place."""
    known = measure_words()
    clause: Clause | None = reading.facts.get("clause")
    find_numbers(reading, clause, known)
    for name, kind in ((_HELP, "help"), (_INSTRUMENT, "instrument"), (_PHRASE, "event")):
        for hit in reading.hits.get(name, ()):
            if name is _HELP and _weak_help(reading, hit.first, clause, known):
                continue
            reading.add("measure", hit.first, hit.last, kind)
    _without_help(reading, clause, known)
    for found in reading.found.get("frequency", ()):
        reading.found.setdefault("measure", []).append(Found(found.start, found.end, "frequency"))
    if clause is not None:
        find_qualification(reading, clause, known)
        find_event(reading, clause, known)
        find_steps(reading, clause)
    if "measure" in reading.found:
        measures = sorted({f[:3]: f for f in reading.found.pop("measure")}.values())
        served = "provision" in reading.found or "task" in reading.found
        reading.found["amount-of-provision" if served else "measure"] = measures


def _without_help(reading: Reading, clause: Clause | None, known: Measures) -> None:
    """“without anyone speaking for me”, “with no reminders”; and “in every piece of work”."""
    words = reading.words
    for i, word in enumerate(words[:-1]):
        if word == "without" or (word == "with" and words[i + 1] == "no"):
            behind = words[i + 1 : i + 4]
            plainly = (
                word == "without"
                and (behind[0].endswith("ing") or behind[0] in ("a", "any"))
                and not known.without_not & set(behind)
            )
            if (known.no_help_from & set(behind) or plainly) and not _weak_help(reading, i, clause, known):
                reading.add("measure", i, min(i + 3, len(words)), "help")
        elif (
            word in lexicon().words["reflexives"]
            and clause is not None
            and i > clause.head_last + 1
            and words[i - 1] not in lexicon().forms
            and words[i - 1] not in lexicon().words["stops"]
        ):
            reading.add("measure", i, i + 1, "help")
        elif word in known.whole and words[i + 1] not in known.whole_not_before:
            reading.add("measure", i, i + 2, "event")
        elif word in ("every", "each") and words[i + 1] in known.every:
            reading.add("measure", i, i + 2, "frequency")


def _weak_help(reading: Reading, first: int, clause: Clause | None, known: Measures) -> bool:
    """Tell “more independently”, “often … without being told”, and help with what can't be seen (“be confident … alone”)."""
    words = reading.words
    if first and words[first - 1] in known.help_level_weakened_by:
        return True
    if (
        clause is not None
        and clause.lemma
        and (lexicon().is_verb(clause.lemma, "vague") or clause.lemma in ("be", "feel", "become"))
    ):
        return True
    return bool(known.seldom & set(words[max(0, first - 10) : first]))
