"""What happens or does not: a certificate got, a club joined, a job held, steps ticked off."""

from functools import cache

from send_outcomes.language.judgements.measure_words import Measures, measure_words
from send_outcomes.language.judgements.nouns import part_of_team
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import lexicon

_QUALIFICATION_REACH = 9
_EVENT_REACH = 12
_CALLS_FOR = frozenset({"need", "needs"})
_FEWEST_STEPS = 3
_LETTERS = frozenset("abcdeu")  # that a grade may be
_PLACE_REACH = 6  # words from “on” to “course”: “on a level 2 catering course”


def find_qualification(reading: Reading, clause: Clause, known: Measures) -> None:
    """A certificate named behind a verb by which one is got, or in a noun phrase with a grade or level."""
    words = reading.words
    nouns = lexicon().nouns["qualification"]
    if clause.form is Form.NOUN:
        for i in range(clause.first, clause.object_last):
            passed = words[i] in known.passed and i > clause.first  # “Grade 2 ballet exam passed”
            levelled = _is_level_in(words, i, known)
            certified = words[i] in known.certified and words[i + 1 : i + 2] != ["of"]  # not “the greatest degree of …”
            if passed or levelled or certified:
                reading.add("measure", clause.first, i + 1, "qualification")
                return
    if clause.lemma in known.holding:  # “I will have my Food Hygiene certificate”, “be given my yellow belt”
        if "range" in words[clause.head_last : clause.last]:
            return  # “leave with a range of qualifications”
        last = clause.last if words[clause.object_last : clause.object_last + 1] == ["with"] else clause.object_last
        for i in range(clause.head_last, last):  # “leave with a qualification in English”
            if words[i] in known.certified or words[i] in lexicon().words["awards"] or _is_level_in(words, i, known):
                reading.add("measure", clause.head, i + 1, "qualification")
                return
    awarding = _awarding()
    if awarding.isdisjoint(words):
        return
    for i in range(clause.first, clause.last):
        if words[i - 1] == "to" and words[i - 2] in _CALLS_FOR and i > clause.head:
            continue  # “have all he needs to do his A levels”
        if words[i] in awarding and (
            i == clause.head or words[i - 1] in ("and", "to", "will", ",", "or", "can", "i", "he", "she", "they")
        ):
            for j in range(i + 1, min(clause.last, i + _QUALIFICATION_REACH)):
                if words[j] in ("so", "when", "in", "using", ".", ";") and words[j] != "in":
                    break
                if words[j] in known.graded and not _says_which(words, j):
                    continue
                if words[j] in nouns or " ".join(words[j : j + 2]) in nouns or _is_letter_grade(words, j):
                    reading.add("measure", i, j + 1, "qualification")
                    return


@cache
def _awarding() -> frozenset[str]:
    """Return every form of the verbs by which a certificate is got."""
    verbs = measure_words().awarding
    return frozenset(form for form, verb in lexicon().forms.items() if verb in verbs)


def _is_letter_grade(words: list[str], i: int) -> bool:
    """Tell the “C” of “get a C in maths”."""
    return words[i - 1] in ("a", "an") and words[i] in _LETTERS and words[i + 1 : i + 2] in (["in"], ["for"])


def _is_level_in(words: list[str], i: int, known: Measures) -> bool:
    """Tell “Level 1 in catering” from “the level of help”."""
    return words[i] in known.graded and _says_which(words, i) and words[i + 2 : i + 3] == ["in"]


def _says_which(words: list[str], i: int) -> bool:
    """Tell “Level 1”, “a grade 6”, “level two”, “a C grade”, “Entry Level” from “an appropriate level”."""
    before, behind = words[i - 1], words[i + 1] if i + 1 < len(words) else ""
    named = before == "entry" or behind == "pass" or before in "bcde"
    return named or any(word[:1].isdigit() or word in lexicon().numbers for word in (before, behind) if word not in ("a", "an"))


def find_event(reading: Reading, clause: Clause, known: Measures) -> None:
    """An act that happens or does not: “join a choir”, “have a job”, “travel … by bus”."""
    if clause.passive and clause.lemma in known.passive_events:
        reading.add("measure", clause.head, clause.head_last, "event")
        return
    asked = known.events.get(clause.lemma)
    if asked is None or clause.passive or any(m.kind == "qualification" for m in reading.found.get("measure", ())):
        return
    words = reading.words
    end = min(clause.last, clause.head_last + _EVENT_REACH)
    behind = words[clause.head_last : end]
    for stop in ("so", "because", "through", "in order"):
        if stop in behind:
            behind = behind[: behind.index(stop)]
    if (
        known.events_not_with & set(behind)
        or "hope" in clause.through
        or not known.events_not_behind.isdisjoint(words[clause.first : clause.head])
    ):
        return
    if clause.lemma == "be" and behind[:1] and behind[0] in ("at", "on", "in"):
        stops = lexicon().words["stops"]
        reach = next((j for j in range(1, min(len(behind), _PLACE_REACH)) if behind[j] in stops), _PLACE_REACH)
        place = next((j for j, word in enumerate(behind[:reach]) if word in known.places_to_be), None)
        if place is not None:
            reading.add("measure", clause.head, clause.head_last + place + 1, "event")
            return
    if clause.lemma == "be" and part_of_team(behind, lexicon()):
        reading.add("measure", clause.head, clause.head_last + 2, "event")
        return
    if not asked:
        if not behind:
            return
        reading.add("measure", clause.head, min(clause.head_last + 1, clause.last), "event")
        return
    if "Capital" in asked:
        stops = lexicon().words["stops"]
        reach = next((j for j in range(1, len(behind)) if behind[j] in stops and behind[j] != "to"), len(behind))
        capital = next((j for j in range(1, reach) if reading.text[reading.starts[clause.head_last + j]].isupper()), None)
        if capital is not None and behind[capital] != "i":
            reading.add("measure", clause.head, clause.head_last + capital + 1, "event")
        return
    for j, word in enumerate(behind):
        if word in asked or " ".join(behind[j : j + 2]) in asked:
            reading.add("measure", clause.head, clause.head_last + j + 1, "event")
            return


def find_steps(reading: Reading, clause: Clause) -> None:
    """A named skill split into steps that can be ticked off: “Washing up: find the bowl; run warm water; rinse …”"""
    labels = reading.found.get("label", ())
    ticked = any(label.kind != "bare" and reading.text[label.end - 1] == ":" for label in labels)
    if not ticked and "show" not in clause.through:
        return
    forms, words = lexicon().forms, reading.words
    steps = [
        i for i in range(clause.first, len(words))
        if words[i] in forms and not words[i].endswith("ing") and (i == clause.head or words[i - 1] in (";", ",", "-", "•") or i in reading.lines)
    ]  # fmt: skip
    if len(steps) >= _FEWEST_STEPS:
        reading.add("measure", steps[0], steps[-1] + 1, "steps")
