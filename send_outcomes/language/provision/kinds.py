"""What kind of provision a text lays on: a service, equipment, surroundings, a place, a single event; or none at all.

The kind decides which parts it must name: a seat near the front is not given “twice a week”.
"""

from collections.abc import Sequence

from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.people import Person
from send_outcomes.language.provision.telling import Span, Telling

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
        return "service", services[0] if services else (laid_on[0] if laid_on else None)
    if helpers and helpers[0].first < first[0].first and not _only_brings(told, first[0]):
        return "service", Span(helpers[0].first, helpers[0].last)
    return first[1], first[0]


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
