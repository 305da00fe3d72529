"""How much of a provision is given: “30 minutes”, “six sessions”, “1:1”, “a group of no more than four”, “full time”."""

import re
from collections.abc import Iterator

from send_outcomes.language.judgements.measure_words import measure_words
from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.telling import Span, Telling
from send_outcomes.language.sentences.lexicon import lexicon

_RATIO = re.compile(r"[1-9]\d?:[1-9]\d?")
_COUNT_ENDS = frozenset({"to", "and", "or", "per", "a", "each", "every"})
_SIZE_WITHIN = 7  # words from “group” to its size: “group of no more than four”


def how_much(told: Telling) -> list[Span]:
    """Return where a text says how much, the plainest first: time, then ratio, then the size of a group, then “full time”."""
    return [*times_given(told), *_ratios(told), *sizes(told), *told.phrases("throughout")]


def times_given(told: Telling) -> list[Span]:
    """Return lengths and counts: “for 10 minutes”, “twelve hours”, “six sessions”, “half a day”."""
    return sorted(span for span in {*_lengths(told), *_counts(told)} if not _of_a_course(told, span))


def sizes(told: Telling) -> list[Span]:
    """Return where a text says how many are in a group: “a group of four”, “two other children”."""
    words, known = told.words, part_words().sets
    found = []
    for i, word in enumerate(words):
        if i in told.aside:
            continue
        if word in known["group"]:
            end = min(told.sentence_of(i).last, i + 1 + _SIZE_WITHIN)
            size = next((k for k in range(i + 1, end) if is_number(words[k]) and not _is_time(told, k + 1)), -1)
            stop = next((k for k in range(i + 1, end) if words[k] in (",", "with", "for", "who")), end)
            if i < size < stop:
                found.append(Span(i, size + 1))
        elif is_number(word):
            for k in range(i + 1, min(i + 4, len(words))):
                if words[k] in known["in_group"]:
                    found.append(Span(i, k + 1))
                    break
    return found


def _lengths(told: Telling) -> Iterator[Span]:
    known = part_words().sets
    for span in told.spans("length"):
        first = span.first
        if told.words[first] in known["not_much_after"] or told.before(first) in known["not_much_after"]:
            continue
        if told.words[span.last - 1] not in known["long"] and not told.words[span.last - 1].startswith(("sec", "x")):
            yield Span(first + (told.words[first] == "for"), span.last)


def _counts(told: Telling) -> Iterator[Span]:
    """Yield “six sessions”, “two one-hour visits”, “2 days per week”, “half a day”; not “every two days”."""
    words, known = told.words, part_words().sets
    ends = lexicon().words["stops"] | _COUNT_ENDS
    for i, word in enumerate(words):
        if i in told.aside or told.before(i) in known["every"] | measure_words().not_after | {"after", "within", "first"}:
            continue
        if word == "half" and told.after(i + 1) in ("a", "an") and told.after(i + 2) in known["counted"] | {"day", "hour"}:
            yield Span(i, i + 3)
        elif is_number(word):
            for k in range(i + 1, min(i + 4, len(words))):
                if words[k] in known["counted"]:
                    yield Span(i, k + 1)
                    break
                if not (words[k].isalpha() or words[k] == "-") or words[k] in ends:
                    break


def _of_a_course(told: Telling, span: Span) -> bool:
    """Tell the “five-day course” that somebody has done."""
    hyphened = "-" in told.words[span.first : span.last] or told.after(span.last) == "-"
    return hyphened and bool(part_words().sets["courses"] & set(told.words[span.last : span.last + 4]))


def _ratios(told: Telling) -> Iterator[Span]:
    yield from told.phrases("ratio")
    for i, word in enumerate(told.words):
        if _RATIO.fullmatch(word) and i not in told.aside:
            yield Span(i, i + 1)


def is_number(word: str) -> bool:
    """Tell a number in figures or letters; “a”, “once” and “none” count nothing here."""
    return (word in lexicon().numbers and word not in part_words().sets["no_number"]) or word.replace(".", "", 1).isdecimal()


def _is_time(told: Telling, i: int) -> bool:
    after = told.after(i)
    return after in measure_words().minutes or after in part_words().sets["no_size"]
