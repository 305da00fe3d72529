"""The words that the sentence reading knows, from `rules/vocabulary/`: verbs with their forms, nouns, small words.

Loaded once a process. Knows no rule and no sentence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Any

from send_outcomes.documents import SettingsProblem, load_one, rules_folder

PROVISION = ("service", "activity", "resource", "chance", "output")  # the nouns' kinds of what others give

_VOWELS = "aeiou"
_OWNERS = ("my", "your", "his", "her", "their")
_NOT_ONLY_NOUNS = frozenset({"change", "generic"})  # small words and adjectives among them
_FORMS_ALREADY = frozenset({"done_to", "through"})  # participles and adjectives, not base forms


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes as sets, phrases of several words included; `forms` leads from any form of a verb to its base.

    `given` are the nouns for what others give, of every kind of provision but the people themselves.
    """

    verbs: Mapping[str, frozenset[str]]
    verb_phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    forms: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    numbers: Mapping[str, float]
    hyphened: frozenset[str]
    any_noun: frozenset[str]
    given: frozenset[str]

    def is_verb(self, lemma: str, kind: str) -> bool:
        """Tell whether the base form `lemma` is of the class `kind` ("vague", "staff", …)."""
        return lemma in self.verbs[kind]

    def phrase_at(self, words: Sequence[str], i: int) -> tuple[str, int]:
        """Return the verb that begins at word `i` in its base form, and the number of words it takes ("look after", 2)."""
        lemma = self.forms.get(words[i], words[i])
        for rest in self.verb_phrases.get(lemma, ()):
            end = i + 1 + len(rest)
            if tuple(words[i + 1 : end]) == rest:
                return f"{lemma} {' '.join(rest)}", 1 + len(rest)
        if words[i + 1 : i + 2] == ["-"] and i + 2 < len(words):  # “self-regulates”: three words to the tokeniser
            whole = f"{words[i]}-{self.forms.get(words[i + 2], words[i + 2])}"
            if whole in self.hyphened:
                return whole, 3
        return lemma, 1


def forms_of(verb: str) -> set[str]:
    """Return the regular forms of a verb: base, third person, past, -ing. The first word of a phrase is inflected."""
    head, _, rest = verb.partition(" ")
    forms = {head}
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        forms |= {head + "s", head + "d", head[:-1] + "ing"}
    elif head.endswith("y") and head[-2:-1] not in _VOWELS:
        forms |= {head[:-1] + "ies", head[:-1] + "ied", head + "ing"}
    elif head.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms |= {head + "es", head + "ed", head + "ing"}
    else:
        forms |= {head + "s", head + "ed", head + "ing"}
    return {f"{form} {rest}" if rest else intern(form) for form in forms}


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon. Raises SettingsProblem where a file of it is broken."""
    listed = _load("verbs")
    irregular: Mapping[str, Sequence[str]] = listed.pop("irregular")
    verbs = {kind: [form for verb in of for form in _owned(verb)] for kind, of in listed.items()}
    forms: dict[str, str] = {}
    phrases: dict[str, set[tuple[str, ...]]] = {}
    actions = [kind for kind in verbs if kind not in _FORMS_ALREADY]
    for kind in actions:
        for verb in verbs[kind]:
            head, _, rest = verb.partition(" ")
            if rest:
                phrases.setdefault(head, set()).add(tuple(rest.split()))
            for form in sorted(forms_of(head)):
                forms.setdefault(form, head)
    for verb, others in irregular.items():
        for form in (verb, *others):
            forms[form] = verb
    for verb in {v for kind in actions for v in verbs[kind] if " " not in v}:
        forms[verb] = verb
    words = {name: value for stem in ("sentence", "provision", "specific") for name, value in _load(stem).items()}
    numbers: Mapping[str, float] = words.pop("numbers")
    nouns = _with_plurals(_sets(_load("nouns")))
    return Lexicon(
        verbs={kind: frozenset(words) for kind, words in verbs.items()},
        verb_phrases={head: tuple(sorted(rests, key=len, reverse=True)) for head, rests in phrases.items()},
        forms=forms,
        words=_sets(words),
        nouns=nouns,
        numbers={word: float(value) for word, value in numbers.items()},
        any_noun=frozenset().union(*nouns.values()),
        given=frozenset().union(*(nouns[kind] for kind in PROVISION)),
        hyphened=frozenset(verb for kind in actions for verb in verbs[kind] if "-" in verb),
    )


def _owned(verb: str) -> Iterator[str]:
    """Yield “find my feet”, “find his feet”, … for “find one's feet”, and any other verb as it is."""
    if "one's" not in verb:
        yield verb
        return
    for whose in _OWNERS:
        yield verb.replace("one's", whose)


def _load(name: str) -> dict[str, Any]:
    path = rules_folder() / "vocabulary" / f"{name}.yaml"
    value = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    return dict(value)


def _sets(lists: Mapping[str, Iterable[Any]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(str(word) for word in words) for name, words in lists.items()}


def _with_plurals(nouns: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Add the regular plural of every noun: who lists “card” means “cards”, and the other way round."""
    return {kind: words if kind in _NOT_ONLY_NOUNS else words | set(_numbers_of(words)) for kind, words in nouns.items()}


def _numbers_of(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if not word.endswith("s"):
            yield intern(f"{word}s")
        elif not word.endswith("ss"):
            yield intern(word[:-1])
