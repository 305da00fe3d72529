"""When a provision is looked at again: “reviewed termly”, “at the annual review”, “the SENCO goes over how it is working …”."""

from collections.abc import Iterator, Sequence

from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.people import Person
from send_outcomes.language.provision.telling import Span, Telling
from send_outcomes.language.times.time_words import time_words

_FAR = 9  # words from “looks” to “progress”
_RIGHT_BEFORE = 2  # words from “the SENCO” to “reviews”
_FAR_BODY, _NEAR_BODY = 5, 2  # words from “monitor”, and from “review”, to “his blood glucose”


def reviews(told: Telling, often: Sequence[Span], amounts: Sequence[Span]) -> list[Span]:
    """Return where a text says when the provision is reviewed. `often` are its frequencies, `amounts` what it says of how much."""
    times, meetings = _times(told, often), part_words().sets["meetings"]
    found = {span for span in told.phrases("at_times") if told.words[span.last - 1] in meetings}
    for cue in _cues(told):
        when = _when(told, cue, times, often, amounts)
        if when is not None:
            found.add(when)
    open_ones = list(told.phrases("open_review"))
    return sorted(span for span in found if not any(o.first <= span.first < o.last for o in open_ones))


def reviewers(told: Telling, helpers: Sequence[Person]) -> list[Person]:
    """Return those who only look at the provision again: “reviewed by the SENCO”, “the therapist and his parents review …”.

    Where nobody else is named, who reviews is who gives: “a physiotherapist will review her exercises each term”.
    """
    found: list[Person] = []
    perhaps: list[Person] = []
    for cue in _cues(told):
        perhaps += [p for p in helpers if _reviews(told, p, cue)]
        if part_words().phrases["reviewed_by"].longest(told.words, cue.first) is None:
            continue
        sentence = told.sentence_of(cue.first)
        by = next((k for k in range(cue.last, sentence.last) if told.words[k] in ("by", "with")), sentence.last)
        found += [p for p in helpers if by < p.first < sentence.last]
    named = [*found, *perhaps]
    return named if any(person not in named for person in helpers) else found


def _reviews(told: Telling, person: Person, cue: Span) -> bool:
    """Tell “the SENCO will review” from “counselling from CAMHS, reviewed …”."""
    between = told.words[person.last : cue.first]
    if person.last > cue.first or cue.first >= told.sentence_of(person.first).last:
        return False
    if {"meet", "meets"} & set(between[:_RIGHT_BEFORE]) and between[-1] == "to":
        return True  # “the SENCO will meet his parents each term to review”
    active = not told.words[cue.first].endswith("ed")
    return active and len(between) <= _RIGHT_BEFORE and all(word.isalpha() for word in between)


def _cues(told: Telling) -> Iterator[Span]:
    """Yield words of looking back, told from the care itself (“monitor his blood glucose”) and from “make progress”."""
    known = part_words().sets
    open_ones = list(told.phrases("open_review"))
    for span in told.phrases("reviewed"):
        if any(o.first <= span.first < o.last for o in open_ones):
            continue
        near = _FAR_BODY if told.words[span.first].startswith("monitor") else _NEAR_BODY
        if known["body"] & set(told.words[span.last : span.last + near]):
            continue
        if told.words[span.first] == "progress" and told.before(span.first).startswith("mak"):
            continue
        yield span
    for i, word in enumerate(told.words):
        if word in known["looked_at"] and i not in told.aside:
            end = min(told.sentence_of(i).last, i + 1 + _FAR)
            done = told.words[max(0, i - 3) : i] if word.endswith("ed") else []  # “the programme is updated”
            if known["looked_on"] & {*told.words[i + 1 : end], *done}:
                yield Span(i, i + 1)


def _times(told: Telling, often: Sequence[Span]) -> list[Span]:
    """Return the times at which something may be reviewed: frequencies, “at the end of each term”, dates, months."""
    months, known = time_words().months, part_words().sets
    found = [*often, *told.spans("deadline")]
    for span in told.phrases("at_times"):
        nxt = next((s for s in often if 0 <= s.first - span.last <= 2 or s.first <= span.first < s.last), None)
        found.append(Span(span.first, max(span.last, nxt.last) if nxt else _to_noun(told, span)))
    for i, word in enumerate(told.words):
        if word in months and i not in told.aside and (word not in known["also_words"] or told.before(i) == "in"):
            found.append(Span(i, i + 2 if told.after(i + 1).isdecimal() else i + 1))
        if word in ("months", "weeks") and told.after(i + 1) == "after" and i:
            found.append(Span(i - 1, i + 2))
    return sorted(found)


def _to_noun(told: Telling, span: Span) -> int:
    return min(span.last + 1, told.sentence_of(span.first).last)


def _when(told: Telling, cue: Span, times: Sequence[Span], often: Sequence[Span], amounts: Sequence[Span]) -> Span | None:
    """Return the time that goes with a word of looking back: the next behind it, or one right before it.

    A time that opens the sentence (“Every half-term the SENCO reviews …”) is one too, where nothing is given in it.
    """
    sentence = told.sentence_of(cue.first)
    here = [t for t in times if sentence.first <= t.first < sentence.last]
    behind = [t for t in here if t.first >= cue.last or t.first <= cue.first < t.last]
    if behind:
        return behind[0]
    before = [t for t in here if t.last <= cue.first]
    if before and cue.first - before[-1].last <= (_FAR if told.words[before[-1].first] == "at" else 1):
        return before[-1]
    opens = (
        before
        and before[0].first - sentence.first <= 1
        and told.words[before[0].first] in ("each", "every", "once", "twice", "at")
    )
    given = any(sentence.first <= a.first < sentence.last for a in amounts)
    return before[0] if opens and not given else None
