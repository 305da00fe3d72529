"""What kind of provision a text lays on: a service, equipment, surroundings, a place, a single event; or none at all.

The kind decides which parts it must name: a seat near the front is not given “twice a week”.
"""

from collections.abc import Sequence

from send_outcomes.language.judgements.measure_words import measure_words
from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.people import Person
from send_outcomes.language.provision.telling import Span, Telling
from send_outcomes.language.sentences.lexicon import lexicon

_LONGEST = 6  # words that name what is provided
_ONCE = ("event", "arrangement")  # where nothing says that they come again
_THINGS = (*_ONCE, "placement", "environment", "equipment")


def kind_of(told: Telling, helpers: Sequence[Person], often: Sequence[Span]) -> tuple[str, Span | None]:
    """Return the kind (a key of `kinds` in the vocabulary), and the words that name what is provided."""
    known = part_words()
    words = [word for word in told.words if word not in (".", ";")]
    if known.phrases["no_provision"].longest(words, 0) == (" ".join(words), len(words)) or _is_nothing(told):
        return "note", None
    if any(True for _ in told.phrases("whole")):
        return "note", None
    found = ((span, name) for name in _THINGS for span in told.phrases(name) if not _only_where(told, span, name))
    things = sorted(found, key=lambda thing: (thing[0].first, -thing[0].last, _THINGS.index(thing[1])))
    services = [span for span in told.phrases("service") if not _only_where(told, span, "service") and not _is_verb(told, span)]
    for span, name in things:
        sentence = told.sentence_of(span.first)
        if name in _ONCE and not any(sentence.first <= o.first < sentence.last for o in often):
            return name, span
    things = [(span, name) for span, name in things if name not in _ONCE]
    laid_on = [s for s in told.phrases("laid_on") if not _only_where(told, s, "service") and not _is_verb(told, s)]
    first = things[0] if things else None
    if first is None or laid_on or (services and services[0].first < first[0].first):
        return "service", _laid_on(told, [*services, *laid_on], helpers)
    if helpers and helpers[0].first < first[0].first and not _only_brings(told, first[0]):
        return "service", _laid_on(told, [], helpers)
    return first[1], _whole_phrase(told, first[0])


def _laid_on(told: Telling, services: list[Span], helpers: Sequence[Person]) -> Span | None:
    """Return the words that say what is given: what somebody does (“teach her to use her cane”), a noun, or the opening."""
    known, words, people = lexicon(), told.words, {i for person in helpers for i in range(person.first, person.last)}
    for person in helpers:
        does = person.last + (told.after(person.last) in known.words["modals"])
        if does > person.last or (told.after(does).endswith("s") and told.after(does) in known.forms):
            return _to_a_stop(told, does)
    opening = _behind_references(told)
    first = told.sentence_of(opening)
    units, own = measure_words().minutes, part_words().sets
    nouns = [
        s for s in services if opening <= s.first < first.last and s.first not in people and words[s.last - 1] not in units
    ]
    nouns = [s for s in nouns if words[s.first] not in own["reviewed"]]
    best = [s for s in nouns if words[s.first] not in own["bare"]] or nouns
    return _whole_phrase(told, best[0]) if best else _to_a_stop(told, opening)


def _to_a_stop(told: Telling, first: int) -> Span | None:
    last = min(first + _LONGEST, len(told.words))
    end = next((i for i in range(first, last) if not told.words[i][0].isalnum() and told.words[i] != "-"), last)
    return Span(first, end) if end > first else None


def _behind_references(told: Telling) -> int:
    """Return where a text begins behind “Needs 1 and 2 (outcomes 1, 2 and 5).” or “For Need 3:”."""
    if not {"need", "needs", "outcome", "outcomes"} & set(told.words[:2]):
        return 0
    end = next((i for i, word in enumerate(told.words[:20]) if word in (":", ".")), -1)
    return end + 1 if end + 1 < len(told.words) else 0


def _whole_phrase(told: Telling, span: Span) -> Span:
    """Take in the adjectives and nouns before a noun: “direct speech and language therapy”."""
    known, first = lexicon(), span.first
    ends = (
        known.words["stops"]
        | known.words["determiners"]
        | known.words["possessives"]
        | known.words["modals"]
        | {"and", "of", "be"}
    )
    while (
        first
        and span.first - first < _LONGEST
        and (told.before(first).isalpha() or told.before(first) == "-")
        and told.before(first) not in ends
    ):
        first -= 1
    while told.words[first] in ("-", "one") and first < span.first:
        first += 1  # “one-to-one teaching”
    return Span(first, span.last)


def _is_nothing(told: Telling) -> bool:
    tree = part_words().phrases["no_provision"]
    found = tree.longest(told.words, 0) if told.words else None
    return bool(told.words) and found is not None and all(w in (".", ";", "-") for w in told.words[found[1] :])


def _only_where(told: Telling, span: Span, name: str) -> bool:
    """Tell “in lessons”, “to the classroom”: the thing is where something happens, not what is given."""
    back = 1
    articles = {"the", "a", "an", "his", "her", "their", "all", "each", "every", "of", "quiet", "school", "other"}
    while told.before(span.first, back) in articles and back < 4:
        back += 1
    word = told.before(span.first, back)
    if name == "service":
        return word in part_words().sets["where"] - {"of", "from"}
    return word in part_words().sets["where"] - {"from"} and word != "of"


def _is_verb(told: Telling, span: Span) -> bool:
    """Tell “to support his writing” from support."""
    return told.before(span.first) in ("to", "will", "can", "and") and span.last - span.first == 1 and told.words[span.first] in (
        "support", "help", "use", "access", "visit", "practice", "talk", "review", "group"
    )  # fmt: skip


def _only_brings(told: Telling, thing: Span) -> bool:
    """Tell “the teacher will provide a writing slope”: somebody brings the thing, and does nothing with it."""
    return bool(part_words().sets["brings"] & set(told.words[max(0, thing.first - 5) : thing.first]))
