"""What kind of provision a text lays on: a service, equipment, surroundings, a place, a single event; or none at all.

The kind decides which parts it must name: a seat near the front is not given “twice a week”.
"""

from collections.abc import Sequence
from typing import NamedTuple

from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.people import Person
from send_outcomes.language.provision.telling import Span, Telling
from send_outcomes.language.sentences.lexicon import lexicon

_ONCE = ("event", "arrangement")  # where nothing says that they come again
_THINGS = (*_ONCE, "placement", "environment", "equipment")
_BACK = 6  # words from a thing to the “in” or “to” that makes it a place
_BROUGHT = 5  # words from “provide” to what is provided


class Given(NamedTuple):
    """What a text gives: its kind (a key of `kinds` in the vocabulary), the thing, or the nouns that name a service."""

    kind: str
    thing: Span | None = None
    services: tuple[Span, ...] = ()


def given(told: Telling, helpers: Sequence[Person], often: Sequence[Span]) -> Given:
    """Return what a text gives. `helpers` give it, `often` are its frequencies."""
    alone = sum(any(word.isalpha() for word in told.words[s.first : s.last]) for s in told.sentences) == 1
    if _is_nothing(told) or (alone and speaks_for_all(told)):
        return Given("note")
    found = ((span, name) for name in _THINGS for span in told.phrases(name) if not _is_where(told, span, "where_things"))
    things = sorted(found, key=lambda thing: (thing[0].first, -thing[0].last, _THINGS.index(thing[1])))
    for span, name in things:
        sentence = told.sentence_of(span.first)
        if name in _ONCE and not any(sentence.first <= o.first < sentence.last for o in often):
            return Given(name, span)
    thing, kind = next(((span, name) for span, name in things if name not in _ONCE), (None, ""))
    services, laid_on = _services(told, "service", helpers), _services(told, "laid_on", helpers)
    if thing is None or laid_on or (services and services[0].first < thing.first):
        return Given("service", None, (*services, *laid_on))
    if helpers and helpers[0].first < thing.first and not _only_brings(told, thing):
        return Given("service")
    return Given(kind, thing)


def speaks_for_all(told: Telling) -> bool:
    """Tell “All provision in this section will be reviewed at the annual review”."""
    return any(True for _ in told.phrases("whole"))


def _is_nothing(told: Telling) -> bool:
    """Tell “None.”, “N/A”, “Not applicable”."""
    found = part_words().phrases["no_provision"].longest(told.words, 0) if told.words else None
    return found is not None and not any(word.isalnum() for word in told.words[found[1] :])


def _services(told: Telling, name: str, helpers: Sequence[Person]) -> list[Span]:
    """Return the nouns of a list that name what is given, not who gives it (“the occupational therapy service”) or where."""
    people = {i for person in helpers for i in range(person.first, person.last)}
    spans = (span for span in told.phrases(name) if span.first not in people)
    return [span for span in spans if not _is_where(told, span, "where") and not _is_verb(told, span)]


def _is_where(told: Telling, span: Span, prepositions: str) -> bool:
    """Tell “in lessons”, “on her desk”: the thing is where something happens, not what is given."""
    known, back = part_words().sets, 1
    if told.words[span.last - 1] in known["occasions"] and told.before(span.first).isalpha():
        back += told.before(span.first) not in known[prepositions]  # “in English lessons”
    while back < _BACK and told.before(span.first, back) in known["passed_over"]:
        back += 1
    return told.before(span.first, back) in known[prepositions]


def _is_verb(told: Telling, span: Span) -> bool:
    """Tell “to support his writing” from support."""
    after_modal = told.before(span.first) in lexicon().words["modals"] | {"to", "and"}
    return after_modal and span.last == span.first + 1 and told.words[span.first] in part_words().sets["also_verbs"]


def _only_brings(told: Telling, thing: Span) -> bool:
    """Tell “the teacher will provide a writing slope”: somebody brings the thing, and does nothing with it."""
    return bool(part_words().sets["brings"] & set(told.words[max(0, thing.first - _BROUGHT) : thing.first]))
