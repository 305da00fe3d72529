"""By what someone could later say yes or no: counts, accuracy, durations, levels of help, certificates, plain events.

Finds "measure" (kinds: count, accuracy, duration, frequency, help, qualification, instrument, event, steps) and
"percentage". An amount of provision, an age, a year or a date measures nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from send_outcomes.documents import SettingsProblem, load_one, rules_folder
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import lexicon

_HELP, _INSTRUMENT, _PHRASE = "help level", "instrument", "event phrase"
_QUALIFICATION_REACH = 9
_EVENT_REACH = 12
_FEWEST_STEPS = 3
_NO_COUNT = frozenset({"and", ".", ",", ";", "when", "would", "that", "which", "who", "to", "with", "in", "for", "is", "can", "will"})
_SELDOM = frozenset({"often", "sometimes", "usually", "mostly", "occasionally"})
_CERTIFIED = frozenset({"certificate", "gcse", "gcses", "qualification", "award", "diploma", "btec", "nvq", "licence", "degree"})
_SKIPPED = ("deadline", "label", "source-tag")
_LONG = frozenset({"minutes", "minute", "mins", "min", "seconds", "second", "secs", "sec", "hours", "hour", "hrs", "hr"})


@dataclass(frozen=True, slots=True)
class Measures:
    """The measure words of `rules/vocabulary/measures.yaml`, as sets."""

    weakened_by: frozenset[str]
    no_help_from: frozenset[str]
    every: frozenset[str]
    helpers: frozenset[str]
    without_not: frozenset[str]
    whole: frozenset[str]
    whole_not_before: frozenset[str]
    units: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    events: Mapping[str, frozenset[str]]
    events_not_with: frozenset[str]
    awarding: frozenset[str]


@cache
def _file() -> Mapping[str, Any]:
    path = rules_folder() / "vocabulary" / "measures.yaml"
    value: Mapping[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    return value


@cache
def measure_words() -> Measures:
    """Return the measure words that are not phrases."""
    value = _file()
    return Measures(
        frozenset(value["help_level_weakened_by"]),
        frozenset(value["no_help_from"]),
        frozenset(value["every"]),
        frozenset(value["helpers"]),
        frozenset(value["without_not"]),
        frozenset(value["whole"]),
        frozenset(value["whole_not_before"]),
        frozenset(value["units"]),
        frozenset(str(word) for word in value["not_after"]),
        frozenset(str(word) for word in value["not_before"]),
        {verb: frozenset(words) for verb, words in value["events"].items()},
        frozenset(value["events_not_with"]),
        frozenset(value["awarding"]),
    )


def register(phrasebook: Phrasebook) -> None:
    """Ask for the phrases that tell a level of help or a way of finding out."""
    phrasebook.add(_HELP, _file()["help_level"])
    phrasebook.add(_INSTRUMENT, _file()["instrument"])
    phrasebook.add(_PHRASE, _file()["event_phrase"])


def find_measures(reading: Reading) -> None:
    """Add every "measure" to the reading, in order of place."""
    known = measure_words()
    clause: Clause | None = reading.facts.get("clause")
    _numbers(reading, clause, known)
    for name, kind in ((_HELP, "help"), (_INSTRUMENT, "instrument"), (_PHRASE, "event")):
        for hit in reading.hits.get(name, ()):
            if name is _HELP and _weak_help(reading, hit.first, clause, known):
                continue
            reading.add("measure", hit.first, hit.last, kind)
    _without_help(reading, clause, known)
    for found in reading.found.get("frequency", ()):
        reading.found.setdefault("measure", []).append(Found(found.start, found.end, "frequency"))
    if clause is not None:
        _qualification(reading, clause, known)
        _event(reading, clause, known)
        _steps(reading, clause)
    if "measure" in reading.found:
        found = sorted(reading.found.pop("measure"))
        served = "provision" in reading.found or "task" in reading.found
        reading.found["amount-of-provision" if served else "measure"] = found


def _without_help(reading: Reading, clause: Clause | None, known: Measures) -> None:
    """“without anyone speaking for me”, “with no reminders”; and “in every piece of work”."""
    words = reading.words
    for i, word in enumerate(words[:-1]):
        if word == "without" or (word == "with" and words[i + 1] == "no"):
            behind = words[i + 1 : i + 4]
            plainly = word == "without" and (behind[0].endswith("ing") or behind[0] in ("a", "any")) and not known.without_not & set(behind)
            if (known.no_help_from & set(behind) or plainly) and not _weak_help(reading, i, clause, known):
                reading.add("measure", i, min(i + 3, len(words)), "help")
        elif word in lexicon().words["reflexives"] and clause is not None and i > clause.head_last + 1 and words[i - 1] not in lexicon().forms and words[i - 1] not in lexicon().words["stops"]:
            reading.add("measure", i, i + 1, "help")
        elif word in known.whole and words[i + 1] not in known.whole_not_before:
            reading.add("measure", i, i + 2, "event")
        elif word in ("every", "each") and words[i + 1] in known.every:
            reading.add("measure", i, i + 2, "frequency")


def _weak_help(reading: Reading, first: int, clause: Clause | None, known: Measures) -> bool:
    """Tell “more independently”, “often … without being told”, and help with what can't be seen (“be confident … alone”)."""
    words = reading.words
    if first and words[first - 1] in known.weakened_by:
        return True
    if clause is not None and clause.lemma and (lexicon().is_verb(clause.lemma, "vague") or clause.lemma in ("be", "feel", "become")):
        return True
    return bool(_SELDOM & set(words[max(0, first - 10) : first]))


def _numbers(reading: Reading, clause: Clause | None, known: Measures) -> None:
    words, figures = reading.words, lexicon().numbers
    skipped = [f for name in _SKIPPED for f in reading.found.get(name, ())]
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        is_figure = word[0].isdigit()
        if not is_figure and (word not in figures or word in ("a", "an", "half", "couple")):
            i += 1
            continue
        first = i
        i += 1
        start = reading.starts[first]
        if any(f.start <= start < f.end for f in skipped):
            continue
        if is_figure and not _plain_figure(word, known):
            continue
        before = words[first - 1] if first else ""
        after = words[i] if i < count else ""
        if clause is not None and clause.head < first - 1 and _under_condition(words, first, clause.head_last):
            continue
        if before in known.not_after and not (clause is not None and first - 1 == clause.head) and not (before == "no" and after in known.units or before == "age" and words[first - 2] in ("reading", "spelling")):
            continue
        if first in reading.lines and after in (".", ")", ":"):
            continue
        if word in ("once", "twice", "thrice"):
            if after in ("a", "per", "each", "every", "weekly", "daily"):
                reading.add("measure", first, min(i + 2, count), "frequency")
            continue
        if after == "or" and words[i + 1 : i + 2] != ["more"] and not _is_number(words, i + 1):
            continue
        if word == "one" and (before in ("any", "some", "no", "every", "each", "this", "the", "that", "another") or after in ("of", "-", "") and before != "least" and not _page(words, i)):
            continue
        if after in known.helpers and before in ("with", "by", "from", "of", "has", "have", "least"):
            continue
        if word == "one" and (after in _NO_COUNT or before in lexicon().nouns["change"] - {"a", "the", "to", "of", "for", "with", "in", "and"}):
            continue
        aged = after in ("months", "years") and "age" in words[:first] and bool({"reading", "spelling"} & set(words[:first]))
        if words[i + 1 : i + 3] in (["times", "table"], ["times", "tables"]) or words[i : i + 2] in (["times", "table"], ["times", "tables"]):
            continue
        if not aged and after in known.not_before and not (before == "for" and after in ("weeks", "week")) and not (after == "to" and before not in ("one", "two") and word != "one" and _is_number(words, i + 1)):
            continue
        kind, last = _kind_of(words, i, known)
        if word.endswith("%"):
            kind, last = "accuracy", i
        reading.add("measure", first, last, kind)
        if kind == "accuracy" and ("%" in (word[-1], after) or after in ("percent", "per")):
            reading.add("percentage", first, last, "of" if _tells_of_what(words, last) else "bare")
        i = max(i, last)


def _under_condition(words: list[str], i: int, first: int) -> bool:
    """Tell whether a number stands in a clause that begins “when” or “once” behind the verb: “when days drop to three”."""
    for j in range(i - 1, first - 1, -1):
        if words[j] == ",":
            return False
        if words[j] in ("when", "once", "if", "whenever", "after"):
            return True
    return False


def _kind_of(words: list[str], i: int, known: Measures) -> tuple[str, int]:
    """Return the kind of a number and where it ends, from the words behind it (the first of them at `i`)."""
    after = words[i] if i < len(words) else ""
    nxt = words[i + 1] if i + 1 < len(words) else ""
    if after in ("%", "percent") or (after == "per" and nxt == "cent"):
        return "accuracy", i + (2 if after == "per" else 1)
    if (after == "out" and nxt == "of") or after == "/":
        return "accuracy", min(i + 3, len(words))
    if after == "of" and nxt in ("the", "my", "his", "her", "their"):
        return "accuracy", min(i + 3, len(words))
    if after == "-" and nxt in _LONG or after in _LONG:
        return "duration", min(i + (2 if after == "-" else 1), len(words))
    return "count", min(i + (1 if after in known.units else 0), len(words)) or i


def _plain_figure(word: str, known: Measures) -> bool:
    """Tell “12”, “85%”, “1,000”, “30mins”, “25-minute” from “1:1”, “2D”, “3rd”, “27.02.2025”."""
    digits = word.rstrip("%+")
    if digits.replace(",", "").replace(".", "", 1).replace("/", "", 1).isdigit():
        return True
    tail = digits.lstrip("0123456789.")
    if tail[:1] in "-/":
        return (tail[1:] in known.units or tail[1:].isdigit()) and digits.count(".") < 2
    return tail in known.units


def _is_number(words: list[str], i: int) -> bool:
    return i < len(words) and (words[i][0].isdigit() or words[i] in lexicon().numbers or words[i] in ("none", "zero", "nil"))


def _page(words: list[str], i: int) -> bool:
    return words[i : i + 1] == ["-"] and words[i + 1 : i + 2] in (["page"], ["word"], ["minute"], ["step"], ["paragraph"], ["sentence"])


def _tells_of_what(words: list[str], last: int) -> bool:
    nearby = words[last : last + 3]
    return bool({"accuracy", "of", "correct", "attendance", "success"} & set(nearby))


def _qualification(reading: Reading, clause: Clause, known: Measures) -> None:
    """A certificate named behind a verb by which one is got, or in a noun phrase with a grade or level."""
    words, forms = reading.words, lexicon().forms
    nouns = lexicon().nouns["qualification"]
    if clause.form is Form.NOUN:
        for i in range(clause.first, clause.object_last):
            if words[i] in _CERTIFIED:
                reading.add("measure", clause.first, i + 1, "qualification")
                return
    for i in range(clause.first, clause.last):
        if forms.get(words[i]) in known.awarding and (i == clause.head or words[i - 1] in ("and", "to", "will", ",", "or", "can", "i", "he", "she", "they")):
            for j in range(i + 1, min(clause.last, i + _QUALIFICATION_REACH)):
                if words[j] in ("so", "when", "in", "using", ".", ";") and words[j] != "in":
                    break
                if words[j] in nouns or " ".join(words[j : j + 2]) in nouns:
                    reading.add("measure", i, j + 1, "qualification")
                    return


def _event(reading: Reading, clause: Clause, known: Measures) -> None:
    """An act that happens or does not: “join a choir”, “have a job”, “travel … by bus”."""
    asked = known.events.get(clause.lemma)
    if asked is None or clause.passive:
        return
    words = reading.words
    end = min(clause.last, clause.head_last + _EVENT_REACH)
    behind = words[clause.head_last : end]
    for stop in ("so", "because", "in order"):
        if stop in behind:
            behind = behind[: behind.index(stop)]
    if known.events_not_with & set(behind) or "hope" in clause.through:
        return
    if not asked:
        if not behind:
            return
        reading.add("measure", clause.head, min(clause.head_last + 1, clause.last), "event")
        return
    if "Capital" in asked:
        capital = next((j for j in range(1, len(behind)) if reading.text[reading.starts[clause.head_last + j]].isupper()), None)
        if capital is not None and behind[capital] != "i":
            reading.add("measure", clause.head, clause.head_last + capital + 1, "event")
        return
    for j, word in enumerate(behind):
        if word in asked or " ".join(behind[j : j + 2]) in asked:
            reading.add("measure", clause.head, clause.head_last + j + 1, "event")
            return


def _steps(reading: Reading, clause: Clause) -> None:
    """A named skill split into steps that can be ticked off: “Washing up: find the bowl; run warm water; rinse …”"""
    if "label" not in reading.found and "show" not in clause.through:
        return
    forms, words = lexicon().forms, reading.words
    steps = [
        i for i in range(clause.first, len(words))
        if words[i] in forms and (i == clause.head or words[i - 1] in (";", ",", "-", "•") or i in reading.lines)
    ]  # fmt: skip
    if len(steps) >= _FEWEST_STEPS:
        reading.add("measure", steps[0], steps[-1] + 1, "steps")
