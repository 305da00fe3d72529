"""Marks words that only a specialist knows: what the language layer has found of them, and further words and word forms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.checks.pattern import finder
from send_outcomes.findings import Span
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.reading import Reading

SETTINGS: dict[str, Any] = {
    "of": {
        "type": "array",
        "items": {"type": "string"},
        "minItems": 1,
        "description": "what the language layer has found, by name",
    },
    "phrases": {"type": "array", "items": {"type": "string", "minLength": 1}, "description": "further words to mark"},
    "patterns": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "description": "regular expressions for words by their form, in any case",
    },
    "known": {"type": "array", "items": {"type": "string"}, "description": "words that everybody knows, whatever their form"},
}
REQUIRED = ("of",)

# What stands behind a word that is explained: brackets, “which is …”, “: the tubes …”, “, or fits”.
_EXPLAINED = re.compile(
    r"\s*(?:\((?!\s*[\dA-Z]+\s*\))[^)]{6,}|,? (?:which|that) (?:is|are|means?|makes?)\b|:\s+\w|\s+means?\b"
    r"|,\s+or\s+\w|,? (?:meaning|known as|also called|that is|i\.e\.)\b|\s*[–—]\s*(?:a|an|the|his|her|their)\b)",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(r"[a-z]{3,}[^().]{0,60}\(\Z")  # plain words before the bracket that the word stands in


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Register the rule's phrases and return the check. Raises SettingsProblem where a pattern is no regular expression."""
    phrasebook.add(group, settings.get("phrases", ()))
    names: Sequence[str] = settings["of"]
    forms = finder(settings["patterns"], True, group) if settings.get("patterns") else None
    known = frozenset(word.lower() for word in settings.get("known", ()))

    def check(case: Case) -> Iterator[Mark]:
        reading = case.reading
        spans = [Span(found.start, found.end) for name in names for found in reading.found.get(name, ())]
        spans += [Span(reading.starts[hit.first], reading.ends[hit.last - 1]) for hit in reading.hits.get(group, ())]
        if forms:
            spans += [Span(m.start(), m.end()) for m in forms(reading.text) if m[0].lower() not in known]
        for span in _joined(reading, spans):
            if not _is_explained(reading.text, span):
                yield Mark(span.start, span.end)

    return check


def _joined(reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans in order, those that overlap or stand side by side as one."""
    now: Span | None = None
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if now and (span.start <= now.end or not reading.text[now.end : span.start].strip()):
            now = Span(now.start, max(now.end, span.end))
            continue
        if now:
            yield now
        now = span
    if now:
        yield now


def _is_explained(text: str, span: Span) -> bool:
    behind = text[span.end :]
    if _EXPLAINED.match(behind):
        return True
    return behind.startswith(")") and bool(_EXPLAINS.search(text[: span.start]))
