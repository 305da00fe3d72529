"""What is given, in a few words of the text: “teach Zainab to use her cane”, “Lego group”, “writing slope”."""

from collections.abc import Sequence

from send_outcomes.language.judgements.measure_words import measure_words
from send_outcomes.language.provision.kinds import Given
from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.people import Person
from send_outcomes.language.provision.telling import Span, Telling
from send_outcomes.language.sentences.lexicon import lexicon

_LONGEST = 6  # words
_REFERENCE_WITHIN = 20  # words to the end of “Needs 1 and 2 (outcomes 1, 2 and 5).”


def what(told: Telling, provided: Given, helpers: Sequence[Person]) -> Span | None:
    """Return the words that say what is given; None where a text says no more than “support as required”."""
    if not told.words or part_words().sets["bare"].issuperset(told.words):
        return None
    if provided.thing is not None:
        return _whole_phrase(told, provided.thing)
    return _done(told, helpers) or _noun(told, provided, helpers) or _to_a_stop(told, _behind_references(told))


def _done(told: Telling, helpers: Sequence[Person]) -> Span | None:
    """Return what somebody does: “A therapist [will] see Ali”, “The tutor meets him”."""
    known = lexicon()
    for person in helpers:
        at = person.last + (told.after(person.last) in known.words["modals"])
        if at > person.last or (told.after(at).endswith("s") and told.after(at) in known.forms):
            return _to_a_stop(told, at)
    return None


def _noun(told: Telling, provided: Given, helpers: Sequence[Person]) -> Span | None:
    """Return the noun of the first sentence that names a service: no time (“hour”), no review, and more than “support”."""
    people, known = {i for person in helpers for i in range(person.first, person.last)}, part_words().sets
    opening = _behind_references(told)
    sentence = told.sentence_of(opening)
    no_name = measure_words().minutes | known["reviewed"]
    nouns = [s for s in provided.services if opening <= s.first < sentence.last and s.first not in people]
    nouns = [s for s in nouns if told.words[s.last - 1] not in no_name]
    best = [s for s in nouns if told.words[s.first] not in known["bare"]] or nouns
    return _whole_phrase(told, best[0]) if best else None


def _whole_phrase(told: Telling, span: Span) -> Span:
    """Take in the adjectives and nouns before a noun: “direct speech and language therapy”."""
    words, first = lexicon().words, span.first
    ends = words["stops"] | words["determiners"] | words["possessives"] | words["modals"] | {"and", "of", "be"}
    while first and span.first - first < _LONGEST and told.before(first) not in ends:
        if not (told.before(first).isalpha() or told.before(first) == "-"):
            break
        first -= 1
    while first < span.first and told.words[first] in ("-", "one"):
        first += 1  # “one-to-one teaching”
    return Span(first, span.last)


def _to_a_stop(told: Telling, first: int) -> Span | None:
    last = min(first + _LONGEST, len(told.words))
    end = next((i for i in range(first, last) if not told.words[i][0].isalnum() and told.words[i] != "-"), last)
    return Span(first, end) if end > first else None


def _behind_references(told: Telling) -> int:
    """Return where a text begins behind “Needs 1 and 2 (outcomes 1, 2 and 5).” or “For Need 3:”."""
    if part_words().sets["references"].isdisjoint(told.words[:2]):
        return 0
    end = next((i for i, word in enumerate(told.words[:_REFERENCE_WITHIN]) if word in (":", ".")), -1)
    return end + 1 if end + 1 < len(told.words) else 0
