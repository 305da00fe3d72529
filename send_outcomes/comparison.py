"""Two editions of a child's plan → outcome by outcome: kept, reworded, moved on, dropped, new. Pure.

Outcomes are matched by the words that tell them from the plan's others, best pairs first, each outcome once.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from send_outcomes.language.judgements.amounts import amounts_in
from send_outcomes.language.judgements.levels import levels_in
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.vocabularies.word_lists import word_lists
from send_outcomes.model import Outcome, Plan

_ALIKE = 0.36  # the weighed share of words from which on two outcomes are one, reworded
_SAME_NEED = 0.08  # what it adds that both serve a need of the same id
_FURTHER_WORDS = 2  # so many more telling words, none lost: the outcome asks for more
_SAME = {"twice": "two", "once": "one", "thrice": "three", "don't": "not", "can't": "not", "won't": "not"}


class Change(StrEnum):
    """What became of an outcome from one plan to the next."""

    KEPT = "kept"
    REWORDED = "reworded"
    MOVED_ON = "moved-on"
    DROPPED = "dropped"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class OutcomePair:
    """An outcome of the plan (`new`) and of the last one (`old`) by id, None where there is none; and their texts.

    `kept` means the same words, dates aside; `ended` tells that the end which it had in the last plan has passed.
    """

    change: Change
    new: str | None
    old: str | None
    new_text: str = ""
    old_text: str = ""
    ended: bool = False


def compare(
    plan: Plan, previous: Plan, read: Callable[[str], Reading], ended: Callable[[Outcome], bool] = lambda outcome: False
) -> tuple[OutcomePair, ...]:
    """Return a pair for every outcome of the plan, in its order, then one for each that was dropped, in the old order.

    `ended` tells of an outcome of the last plan whether its end has passed.
    """
    olds, news = list(previous.outcomes), list(plan.outcomes)
    said = {outcome.text: _undated(read(outcome.text)) for outcome in (*olds, *news)}
    matched = _matched(news, olds, said)
    pairs = []
    for i, new in enumerate(news):
        if i not in matched:
            pairs.append(OutcomePair(Change.NEW, new.id, None, new.text))
            continue
        old = olds[matched[i]]
        change = _change(said[new.text], said[old.text])
        pairs.append(OutcomePair(change, new.id, old.id, new.text, old.text, ended(old)))
    gone = set(range(len(olds))) - set(matched.values())
    pairs += [OutcomePair(Change.DROPPED, None, olds[j].id, "", olds[j].text) for j in sorted(gone)]
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class _Said:
    """A text without its ends: its words in order, the ones that tell it from others, and what is left of the text."""

    words: tuple[str, ...]
    telling: frozenset[str]
    text: str


def _undated(reading: Reading) -> _Said:
    """Return what a text says beside its ends, labels and tags."""
    aside = [found for name in ("deadline", "label", "source-tag") for found in reading.found.get(name, ())]
    kept = [
        i
        for i, start in enumerate(reading.starts)
        if not any(found.start <= start < found.end for found in aside) and reading.words[i][:1].isalnum()
    ]
    words = tuple(reading.words[i] for i in kept)
    plain = [_base(_SAME.get(word, word)) for word in words]
    text = "".join(" " if any(f.start <= n < f.end for f in aside) else c for n, c in enumerate(reading.text))
    known = word_lists("amounts")
    return _Said(words, frozenset(plain) - known["small"] - known["small_in_outcome"], text)


def _base(word: str) -> str:
    base = lexicon().forms.get(word, word)
    number = lexicon().numbers.get(base)
    if number is not None and base not in ("a", "an"):
        return f"{number:g}"
    if len(base) > 3 and base.endswith("s") and not base.endswith("ss"):
        base = base[:-1]
    return base.removesuffix("'")


def _matched(news: Sequence[Outcome], olds: Sequence[Outcome], said: Mapping[str, _Said]) -> dict[int, int]:
    """Return for each new outcome that has one the old outcome it came from, by their places."""
    counts = Counter(word for one in {id(s): s for s in said.values()}.values() for word in one.telling)
    weights = {word: math.log(1 + len(said) / count) for word, count in counts.items()}
    scores = []
    for i, new in enumerate(news):
        for j, old in enumerate(olds):
            score = 2.0 if said[new.text].words == said[old.text].words else _alike(said[new.text], said[old.text], weights)
            score += _SAME_NEED * (not set(new.needs).isdisjoint(old.needs))
            if score >= _ALIKE:
                scores.append((-score, abs(i - j), i, j))
    found: dict[int, int] = {}
    for _, _, i, j in sorted(scores):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _alike(one: _Said, other: _Said, weights: Mapping[str, float]) -> float:
    """Return the share (0 to 1) of telling words that two texts have in common, rarer words counting more."""
    both = math.fsum(weights[word] for word in one.telling & other.telling)
    total = math.fsum(weights[word] for word in (*one.telling, *other.telling))
    return 2 * both / total if total else 0.0


def _change(new: _Said, old: _Said) -> Change:
    if new.words == old.words:
        return Change.KEPT
    risen = list(_risen(new, old))
    if risen:
        return Change.MOVED_ON if all(risen) else Change.REWORDED
    if _helped(old.words) and not _helped(new.words):
        return Change.MOVED_ON
    if old.telling < new.telling and len(new.telling - old.telling) >= _FURTHER_WORDS:
        return Change.MOVED_ON
    return Change.REWORDED


def _helped(words: Sequence[str]) -> bool:
    """Tell whether somebody is there to help: “with my mum sitting behind me”, “with two prompts”."""
    known = lexicon()
    who = known.words["family"] | known.nouns["staff"] | word_lists("amounts")["help"]
    return any(word == "with" and not who.isdisjoint(words[i + 1 : i + 4]) for i, word in enumerate(words))


def _risen(new: _Said, old: _Said) -> Iterator[bool]:
    """Yield for each amount or step that has changed whether it asks for more; where less is wanted, lower is more."""
    before: dict[str, list[float]] = {}
    for amount in amounts_in(old.text):
        before.setdefault(amount.unit, []).append(amount.value)
    for level in levels_in(new.text):
        if level.amount.unit in before and level.amount.value not in before[level.amount.unit]:
            more = level.amount.value > max(before[level.amount.unit])
            yield more is not level.lowered
    steps = _steps(old.words)
    for name, value in _steps(new.words).items():
        if name in steps and steps[name] != value:
            yield value > steps[name]


def _steps(words: Sequence[str]) -> dict[str, float]:
    """Return “Level 2”, “Stage 4” and the like, by name."""
    found = {}
    for word, behind in pairwise(words):
        if word in word_lists("amounts")["steps"]:
            value = float(behind) if behind.isdecimal() else lexicon().numbers.get(behind)
            if value is not None:
                found[word] = value
    return found
