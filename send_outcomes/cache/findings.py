"""A finding without its words: which rule, where, and its message as the rule's own with words by place; and back again."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Literal

from send_outcomes.cache.places import PlanWords
from send_outcomes.findings import About, Confidence, Finding, Fix, Severity
from send_outcomes.model import Aspiration, Ignore, Need, Outcome, Plan, Provision
from send_outcomes.rulebook import Rule

_FIELD = re.compile(r"\{[a-z_]+\}")
_BLANK = "…"  # what stands for a field that nobody knows
_FEW = 3  # pieces; what takes more is said in our own words where it can be
_SEVERITIES, _SURE = tuple(Severity), tuple(Confidence)
_ABOUT: tuple[Literal["aspiration", "need", "outcome", "provision"], ...] = ("aspiration", "need", "outcome", "provision")
_Item = Aspiration | Need | Outcome | Provision


class NotSayable(Exception):
    """Something is neither in the plan nor ours."""


class FindingNotes:
    """Writes and reads the findings on one plan."""

    def __init__(self, rules: Sequence[Rule], plan: Plan, words: PlanWords, ours: Callable[[], frozenset[str]]) -> None:
        """Take the rules in force, the plan's words by place, and what gives the words that are ours."""
        self._rules, self._words, self._ours = rules, words, ours
        self._numbers = {rule.code: n for n, rule in enumerate(rules)}
        self._items: tuple[tuple[_Item, ...], ...] = (plan.aspirations, plan.needs, plan.outcomes, plan.provision)
        items = (one for kind in self._items for one in kind)
        self._ignores: list[Ignore] = [*plan.ignores, *plan.astray, *(ignore for one in items for ignore in one.ignores)]

    def write(self, finding: Finding, text: str) -> list[Any]:
        """Return a finding on a text as numbers. Raises NotSayable."""
        number = self._numbers[finding.code]
        rule = self._rules[number]
        return [
            number,
            finding.start,
            finding.end,
            self._filled(finding.message, _wordings(rule, rule.message)),
            0 if finding.match == text[finding.start : finding.end] else [self.note(finding.match)],
            [_SEVERITIES.index(finding.severity), _SURE.index(finding.confidence)],
            self._fix(finding.fix, rule) if finding.fix else 0,
            self._about(finding.about) if finding.about else 0,
            next(n for n, one in enumerate(self._ignores) if one is finding.ignored) if finding.ignored else -1,
            next(n for n, one in enumerate(self._ignores) if one.place == finding.at) if finding.at else -1,
        ]

    def read(self, row: list[Any], text: str | None = None) -> Finding:
        """Return the finding; `text` is the outcome's that it is on, None where the finding itself says what it is about."""
        number, start, end, message, match, (severity, sure), fix, about, ignored, at = row
        rule = self._rules[number]
        item = self._items[about[0]][about[1]] if about else None
        if text is None:
            text = item.text if item else ""
        return Finding(
            rule.code,
            rule.name,
            rule.feature,
            _SEVERITIES[severity],
            _SURE[sure],
            self._full(message, _wordings(rule, rule.message)),
            rule.why,
            start,
            end,
            self.say(match[0]) if match else text[start:end],
            Fix("safe" if fix[0] else "suggested", self._full(fix[1], _wordings(rule, rule.fix))) if fix else None,
            self._ignores[ignored] if ignored >= 0 else None,
            About(_ABOUT[about[0]], item.id) if item else None,
            at=self._ignores[at].place if at >= 0 else None,
        )

    def text_of(self, finding: Finding) -> str:
        """Return the text of the item that a finding on a plan speaks of, "" for the plan itself."""
        if finding.about is None:
            return ""
        kind, number = self._about(finding.about)
        return self._items[kind][number].text

    def note(self, words: str) -> Any:
        """Return words by their places in the plan, or as they are where they are ours. Raises NotSayable."""
        places = self._words.places(words)
        if (places is None or len(places) > _FEW) and (words == _BLANK or words in self._ours()):
            return words
        if places is None:
            raise NotSayable
        return places

    def say(self, note: Any) -> str:
        """Return the words of a note."""
        said: str = note if isinstance(note, str) else self._words.at(note)
        return said

    def _filled(self, said: str, wordings: Sequence["_Wording"]) -> Any:
        """Return which wording it is, and what stands in its fields."""
        for number, wording in enumerate(wordings):
            if found := wording.pattern.fullmatch(said):
                return [number, *map(self.note, found.groups())]
        return [-1, self.note(said)]

    def _full(self, filled: list[Any], wordings: Sequence["_Wording"]) -> str:
        number, *notes = filled
        said: list[str] = [self.say(note) for note in notes]
        if number < 0:
            return said[0]
        wording: _Wording = wordings[number]
        pieces = wording.pieces
        return pieces[0] + "".join(value + piece for value, piece in zip(said, pieces[1:], strict=True))

    def _fix(self, fix: Fix, rule: Rule) -> list[Any]:
        return [int(fix.kind == "safe"), self._filled(fix.replacement, _wordings(rule, rule.fix))]

    def _about(self, about: About) -> list[int]:
        kind = _ABOUT.index(about.kind)
        return [kind, next(n for n, one in enumerate(self._items[kind]) if one.id == about.id)]


class _Wording:
    """A message with blanks: the pieces between them, and the pattern by which it is known again."""

    def __init__(self, template: str) -> None:
        self.pieces: list[str] = _FIELD.split(template)
        self.pattern = re.compile("(.*?)".join(map(re.escape, self.pieces)), re.DOTALL)


def _wordings(rule: Rule, template: str | None) -> tuple[_Wording, ...]:
    if template is None:
        return ()
    says = tuple(_texts(rule.settings.get("says", ()))) if "{says}" in template else ()
    return _made(template, says)


@cache
def _made(template: str, says: tuple[str, ...]) -> tuple[_Wording, ...]:
    """Return every wording of a template, the one with the longest words of its own first."""
    full = [template.replace("{says}", one) for one in says] or [template]
    return tuple(map(_Wording, sorted(full, key=lambda one: -len(_FIELD.sub("", one)))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
