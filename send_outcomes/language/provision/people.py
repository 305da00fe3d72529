"""Who gives a provision, and with what skills: staff, family, teams, people by name; training, and titles that imply it."""

from collections.abc import Iterator
from typing import NamedTuple

from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.telling import Span, Telling
from send_outcomes.language.sentences.lexicon import lexicon

_RECEIVING = frozenset({"with", "to", "for"})
_OBJECT_ENDS = frozenset({",", ".", ";", "(", ")", "and", "who", "will"})
_BEHIND = 6  # words from “shown how by” to the profession
_NEAR = 16  # words from somebody to the training that is theirs


class Person(NamedTuple):
    """Somebody who gives a provision. `kind`: staff, family, team or name; `implied`: the title names skills by itself."""

    first: int
    last: int
    kind: str
    implied: bool


def people(told: Telling) -> list[Person]:
    """Return who gives the provision, in order of place."""
    return sorted({*_staff(told), *_teams(told), *_family(told), *_named(told)})


def _staff(told: Telling) -> Iterator[Person]:
    known = part_words()
    for span in told.phrases("people"):
        if _is_no_provider(told, span):
            continue
        first = span.first
        while first and told.words[first - 1] in known.sets["before_people"] and first - 1 not in told.aside:
            first -= 1
        yield Person(first, _last_of(told, span), "staff", _implies(told, Span(first, _last_of(told, span))))


def _last_of(told: Telling, span: Span) -> int:
    """Return where a title of several words ends: “diabetes specialist nurse”, “specialist dyslexia teacher”."""
    tree = part_words().phrases["people"]
    for gap in (0, 1) if told.words[span.last - 1] == "specialist" else (0,):
        found = tree.longest(told.words, span.last + gap)
        if found:
            return found[1]
    return span.last


def _is_no_provider(told: Telling, span: Span) -> bool:
    """Tell who only advises or is spoken to: “written by the therapist”, “OT programme”, “staff training”, “e.g. a buddy”."""
    known = part_words().sets
    if told.after(span.last) in known["no_person_before"] or told.after(span.last) == ":":
        return True
    if (
        told.words[span.first : span.last] == ["specialist"]
        and _last_of(told, span) == span.last
        and told.after(span.last)[:1].isalpha()
    ):
        return told.after(span.last) not in lexicon().words["stops"] | lexicon().words["modals"]  # “a specialist place”
    if _is_given(told, span) or "as" in (told.before(span.first), told.before(span.first, 2)):
        return True  # “as the therapist has shown”
    beside = {told.before(span.first), told.after(span.last)} - {"", "."}
    if told.words[span.first] in known["also_therapies"] and not beside & known["beside_somebody"]:
        return True
    return any(told.before(span.first, back) in known["written_by"] | known["as_example"] for back in (1, 2, 3))


def _is_given(told: Telling, span: Span) -> bool:
    """Tell who receives: “foster carers will be offered respite”, “training for all staff”."""
    behind, before = told.words[span.last : span.last + 3], told.words[max(0, span.first - 4) : span.first]
    return bool({"offered", "given"} & set(behind)) or ("training" in before and "for" in before)


def _implies(told: Telling, span: Span) -> bool:
    tree = part_words().phrases["implied"]
    return any(
        (found := tree.longest(told.words, i)) is not None and found[1] <= span.last for i in range(span.first, span.last)
    )


def _teams(told: Telling) -> Iterator[Person]:
    """Yield “the community nursing team”, not “the team”."""
    known = part_words().sets
    for i, word in enumerate(told.words):
        if word in known["teams"] and i not in told.aside and told.before(i).isalpha():
            first = i
            while (
                first and told.words[first - 1] not in known["of_no_team"] and told.words[first - 1].isalpha() and i - first < 4
            ):
                first -= 1
            if (
                first < i
                and told.before(i) not in lexicon().words["stops"]
                and told.after(i + 1) not in known["no_person_before"]
            ):
                yield Person(first, i + 1, "team", _implies(told, Span(first, i + 1)))


def _family(told: Telling) -> Iterator[Person]:
    """Yield “her mother will”, “by his dad”; families who are only told or asked give nothing."""
    known, gives = lexicon().words, part_words().sets["family_does"]
    for i, word in enumerate(told.words):
        if word not in known["family"] or i in told.aside or {told.before(i), told.before(i, 2)} & _RECEIVING:
            continue
        if told.after(i + 1) in gives or "by" in told.words[max(0, i - 2) : i]:
            yield Person(i - 1 if told.before(i) in known["possessives"] else i, i + 1, "family", False)


def _named(told: Telling) -> Iterator[Person]:
    """Yield “Mrs Patel”."""
    titles = lexicon().words["titles"] | part_words().sets["titles_too"]
    text, reading = told.reading.text, told.reading
    for i, word in enumerate(told.words[:-1]):
        if word in titles and i not in told.aside:
            name = i + 2 if told.words[i + 1] == "." else i + 1
            if name < len(told.words) and text[reading.starts[name]].isupper() and text[reading.starts[i]].isupper():
                yield Person(i, name + 1, "name", word == "dr")


def skills(told: Telling, helpers: list[Person]) -> list[Span]:
    """Return where a text says what those who give the provision are trained in, or that their title says it."""
    found = [Span(p.first, p.last) for p in helpers if p.implied]
    trained = [span for span in told.phrases("trained") if not _is_the_child_s(told, span)]
    trained += [s for s in told.phrases("taught_by") if _by_the_skilled(told, s)]
    certified = [s for s in told.phrases("certified") if _is_theirs(told, s, helpers) and not _is_the_child_s(told, s)]
    return [*(_with_object(told, span, helpers) for span in sorted({*trained, *certified})), *found]


def _by_the_skilled(told: Telling, span: Span) -> bool:
    """Tell “shown how by the physiotherapist” or a team of specialists from “supervised by an adult”."""
    behind = Span(span.last, min(span.last + _BEHIND, len(told.words)))
    return _implies(told, behind) or bool(part_words().sets["teams"] & set(told.words[behind.first : behind.last]))


def _is_theirs(told: Telling, span: Span, helpers: list[Person]) -> bool:
    """Tell a certificate or course that stands behind somebody who helps."""
    if told.words[span.first] == "level" and not told.after(span.last)[:1].isdecimal():
        return False
    if told.words[span.first] == "training":
        if told.after(span.last) in part_words().sets["training_rooms"]:
            return False
        if told.before(span.first) == "staff":
            return True
    return any(p.first < span.first and span.first - p.last <= _NEAR for p in helpers)


def _is_the_child_s(told: Telling, span: Span) -> bool:
    """Tell “travel training”, “experience of success”, “gain her certificate”, “functional skills at Level 1”."""
    known = part_words().sets
    words = told.words[span.first : span.last]
    if words[0] == "experience" and told.after(span.last) in known["experience_of"]:
        return True
    if told.before(span.first) in known["no_skill_after"] and words[0] not in known["skilled"]:
        return True
    nearby = set(told.words[max(0, span.first - 4) : span.first])
    return words[0] not in known["trained"] and bool(nearby & known["gained"])


def _with_object(told: Telling, span: Span, helpers: list[Person]) -> Span:
    """Take in what somebody is trained in or as: “trained in Makaton”, “experience of children with …”, “qualified teacher”."""
    last = max([span.last, *(p.last for p in helpers if p.first <= span.first and span.last <= p.last)])
    if (
        told.before(last) in ("of", "in", "with", "by")
        or told.after(last) in ("in", "of", "with", "by", "the", "as")
        or told.after(last)[:1].isdecimal()
    ):
        sentence = told.sentence_of(span.first)
        while last < sentence.last and last < span.last + 5 and told.words[last] not in _OBJECT_ENDS:
            last += 1
    first = span.first
    while first and span.first - first < 3 and told.words[first - 1] in part_words().sets["training_in"]:
        first -= 1
    return Span(first, last)
