"""How often a provision is given: “x3 weekly”, “in every English lesson”, “20 minutes of reading a day”, “Monday to Friday”."""

from collections.abc import Iterator

from send_outcomes.language.provision.how_much import is_number, times_given
from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.telling import Span, Telling
from send_outcomes.language.times.time_words import time_words

_BEHIND_ONCE = frozenset({"to", "for", "in", "with", "at", "on", "by", "before", ".", ",", ";", ""})
_JOINED = frozenset({"and", ",", "or", "&"})
_OCCASION_ENDS = frozenset(
    {",", ".", ";", ":", "and", "or", ")", "with", "to", "from", "by", "for", "in", "on", "at", "is", "the", "of"}
)
_NEAR = 3  # words from a number to “a day”
_SEVERAL = 3  # words between “all” and “lessons”


def how_often(told: Telling) -> list[Span]:
    """Return where a text says how often, in order of place; neighbours (“Mondays and Thursdays”) as one."""
    found = sorted({*_known(told), *_each(told), *_all(told), *_weekdays(told), *_a(told), *_whenever(told)})
    merged: list[Span] = []
    for span in found:
        last = merged[-1] if merged else None
        if last and (
            span.first <= last.last
            or (span.first == last.last + 1 and told.words[last.last] in _JOINED and _same(told, last, span))
        ):
            merged[-1] = Span(last.first, max(last.last, span.last))
        else:
            merged.append(span)
    return merged


def _same(told: Telling, left: Span, right: Span) -> bool:
    """Tell “on Mondays and Thursdays” from “daily, and every half-term”: days of the week are one."""
    book = time_words()
    days = book.lists["weekdays"] | book.lists["plural_days"]
    return told.words[left.last - 1] in days and told.words[right.first] in days


def _known(told: Telling) -> Iterator[Span]:
    """Yield the frequencies that reading finds anywhere, with the count before them, and set phrases."""
    book, words, known = time_words(), told.words, part_words().sets
    for span in told.spans("frequency"):
        if told.before(span.last - 1) in ("a", "an") and told.before(span.last - 1, 2) == "of":
            continue  # “sessions of an hour”
        first = span.first
        while first and (
            words[first - 1] in known["counts"]
            or words[first - 1].strip("x").isdecimal()
            or book.number(words[first - 1]) is not None
        ):
            first -= 1
        while words[first] in ("-", "a", "an") and first < span.first:
            first += 1
        yield Span(first, span.last)
    for i, word in enumerate(words):
        if (
            word in ("once", "twice")
            and told.after(i + 1) in _BEHIND_ONCE
            and i > told.sentence_of(i).first
            and i not in told.aside
        ):
            yield Span(i, i + 1)
    yield from told.phrases("throughout")
    yield from (span for span in told.phrases("often") if told.after(span.last) not in known["no_frequency_before"])


def _no_time(told: Telling, i: int) -> bool:
    return told.after(i) in part_words().sets["no_occasion"]


def _each(told: Telling) -> Iterator[Span]:
    """Yield “every History lesson”, “before each meal”, “after every seizure”; not “each child”."""
    for i, word in enumerate(told.words[:-1]):
        if word not in ("each", "every") or i in told.aside or _no_time(told, i + 1):
            continue
        last = i + 1
        while last < len(told.words) and last < i + 4 and told.words[last] not in _OCCASION_ENDS:
            last += 1
        if last > i + 1 and told.words[last - 1].isalnum():
            head = {told.words[k] for k in range(i + 1, last)}
            if not head & part_words().sets["no_occasion"]:
                yield Span(i - 1 if told.before(i) in ("before", "after", "at", "in", "during") else i, last)


def _all(told: Telling) -> Iterator[Span]:
    """Yield “in all his kitchen lessons”."""
    for i, word in enumerate(told.words):
        if word == "all" and i not in told.aside:
            for last in range(i + 1, min(i + 2 + _SEVERAL, len(told.words))):
                if told.words[last] in part_words().sets["occasions"]:
                    yield Span(i, last + 1)
                    break


def _weekdays(told: Telling) -> Iterator[Span]:
    """Yield “on Monday”, “Monday to Friday”, “Tuesday and Thursday”."""
    days = time_words().lists["weekdays"] - part_words().sets["also_words"]
    for i, word in enumerate(told.words):
        if word in days and i not in told.aside:
            ranged = told.after(i + 1) in ("to", "-", "and", "&") and told.after(i + 2) in days
            if ranged or told.before(i) in ("on", "and", "&", "every", "each"):
                yield Span(i, i + 3 if ranged else i + 1)


def _a(told: Telling) -> Iterator[Span]:
    """Yield “a day”, “per week” behind an amount that stands further away: “20 minutes of reading practice a day”."""
    amounts, known = times_given(told), part_words().sets
    for i, word in enumerate(told.words[:-1]):
        if word not in ("a", "an") or told.words[i + 1] not in known["rounds"] or i in told.aside:
            continue
        if told.before(i) in known["no_round_after"]:
            continue
        sentence = told.sentence_of(i)
        counted = any(is_number(word) for word in told.words[max(sentence.first, i - _NEAR) : i])  # “three reminders a day”
        if counted or any(sentence.first <= amount.first < i for amount in amounts):
            half = told.words[i + 1] == "half"
            yield Span(i, min(len(told.words), i + 4 if half else i + 2))


def _whenever(told: Telling) -> Iterator[Span]:
    """Yield “whenever he leaves the classroom”, an occasion that anyone can see; not “whenever needed”."""
    open_ones = part_words().phrases["open_whenever"]
    for i, word in enumerate(told.words):
        if word == "whenever" and i not in told.aside and open_ones.longest(told.words, i + 1) is None:
            yield Span(i, min(i + 4, told.sentence_of(i).last))
