"""Words of a provision that leave its reader in doubt: “access to”, “regular”, “as required”, “up to”, “or equivalent”."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.telling import Span, Telling

_LIST_ENDS = 14  # words from “such as” to the “and” that closes the list


class Vague(NamedTuple):
    """A vague phrase: its words, its kind (“regular”), and the part that it speaks of without naming it ("" for none)."""

    first: int
    last: int
    kind: str
    part: str


def vague_words(told: Telling, named: Mapping[str, list[Span]], kind: str) -> Iterator[Vague]:
    """Yield the vague phrases of a text. `named` are the places that name each part, `kind` what is provided."""
    if told.words[:1] == ["support"] and told.after(1) in ("will", "should", "is", "as", "when", "."):
        yield Vague(0, 1, "support", "how_much")
    for span, row in told.met(part_words().vague):
        if isinstance(row, Mapping) and not _plain(told, span, row, named, kind):
            yield Vague(span.first, span.last, row["kind"], row.get("part", ""))


def _plain(told: Telling, span: Span, row: Mapping[str, Any], named: Mapping[str, list[Span]], kind: str) -> bool:
    """Tell where its neighbours leave a phrase without doubt: “the regular bus”, “up to date”, “a small group of four”."""
    if told.after(span.last) in row.get("unless_before", ()) or told.before(span.first) in row.get("unless_after", ()):
        return True
    sentence = told.sentence_of(span.first)
    if "unless" in row and any(sentence.first <= s.first < sentence.last for s in named.get(row["unless"], ())):
        return True
    if "only_before" in row and not _leads_to(told, span, named[row["only_before"]]):
        return True
    if row["kind"] == "such-as":
        return _closed_list(told, span)
    return row["kind"] == "setting" and kind in ("equipment", "environment", "placement", "event", "note")


def _leads_to(told: Telling, span: Span, amounts: list[Span]) -> bool:
    """Tell “up to 3 hours”, “up to twice a week” from “up to date”."""
    nearby = {*range(span.first, span.last + 3)}
    return any(nearby & {*range(a.first, a.last)} for a in amounts) or told.after(span.last) in ("once", "twice")


def _closed_list(told: Telling, span: Span) -> bool:
    """Tell “such as Numicon, Dienes and number lines”, which names all, from “such as Numicon”."""
    end = min(told.sentence_of(span.first).last, span.last + _LIST_ENDS)
    behind = told.words[span.last : end]
    return "," in behind and "and" in behind and "etc" not in behind
