"""Acronyms, medical terms and jargon as data: `rules/vocabulary/*.yaml`, and an authority's own file, to entries.

Knows the words around a word (its sense), but not how a text is searched.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from send_outcomes.documents import Document, SettingsProblem, load_one, rules_folder, schema, validate
from send_outcomes.documents.settings_text import settings_text
from send_outcomes.language.phrasebook import Phrasebook

TERM_GROUP = "vocabulary-term"
SHIPPED = ("acronyms.yaml", "terms.yaml")
# A term's class → how early it is tried where one phrase has several senses.
_STRENGTH = {"flag": 0, "soft": 1, "name": 2, "plain": 3}
_NONE: frozenset[str] = frozenset()
_INITIALS = 3  # letters at most of a child's initials
_VOWELS = frozenset("AEIOUY")
_NO_PLAIN_S = frozenset("sxyhg")  # behind these letters a plural takes more than an s, or a word in -ing has none


@dataclass(frozen=True, slots=True)
class Sense:
    """Which neighbours make a word mean this: up to `within` words away (`…_with`), or the adjacent one."""

    only_with: frozenset[str] = _NONE
    not_with: frozenset[str] = _NONE
    not_next: frozenset[str] = _NONE
    not_previous: frozenset[str] = _NONE
    within: int = 6

    def fits(self, words: list[str], first: int, last: int) -> bool:
        """Say whether the words `first` up to, not with, `last` stand among neighbours that allow this sense."""
        before = words[max(0, first - self.within) : first]
        after = words[last : last + self.within]
        if self.only_with and self.only_with.isdisjoint(before) and self.only_with.isdisjoint(after):
            return False
        if not (self.not_with.isdisjoint(before) and self.not_with.isdisjoint(after)):
            return False
        return not ((after and after[0] in self.not_next) or (before and before[-1] in self.not_previous))


@dataclass(frozen=True, slots=True)
class ShortForm:
    """An acronym: its spellings, its senses written out, plain wording, and class (accept, soft, flag).

    `word` marks one that is an English word in small letters, `person` one that can be the subject of a sentence,
    `typed` one that hurried writers also type in small letters or like a name, `typed_with` the words beside which an English
    word in small letters is this one (“elsa sessions”).
    """

    short: tuple[str, ...]
    means: tuple[str, ...]
    plain: str
    level: str
    word: bool = False
    person: bool = False
    typed: bool = False
    sense: Sense | None = None
    typed_with: frozenset[str] = _NONE

    def meant_by(self, part: str, words: list[str], at: int) -> bool:
        """Tell whether what was typed in small letters, or like a name, is this short form, by the words around it."""
        if self.typed_with:
            return part.islower() and Sense(only_with=self.typed_with, within=3).fits(words, at, at + 1)
        return part.islower() or (self.typed and not self.word)


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its forms, plain wording, class (flag, soft, name, plain) and group (medical, jargon)."""

    terms: tuple[str, ...]
    plain: str
    level: str
    group: str
    sense: Sense | None = None

    @property
    def rank(self) -> int:
        """0 for the class that is tried first where a phrase has several senses."""
        return _STRENGTH[self.level]


@dataclass(slots=True)
class Vocabulary:
    """Everything loaded: spellings → short forms, phrases → terms, and capitals that are no acronyms."""

    short_forms: dict[str, ShortForm] = field(default_factory=dict)
    typed: dict[str, ShortForm] = field(default_factory=dict)
    terms: dict[str, list[Term]] = field(default_factory=dict)
    accepted: set[str] = field(default_factory=set)
    everyday: set[str] = field(default_factory=set)
    company: dict[str, frozenset[str]] = field(default_factory=dict)

    def register(self, phrasebook: Phrasebook) -> None:
        """Ask the phrasebook for every term that matters; a hit's key is the tuple of Terms, strongest first.

        A phrase that is never remarked on matters only where it shields a word that is.
        """
        for phrase, terms in self.terms.items():
            if any(term.rank < 2 for term in terms) or self._shields(phrase):
                phrasebook.add(TERM_GROUP, [phrase], tuple(sorted(terms, key=lambda term: term.rank)))

    def _shields(self, phrase: str) -> bool:
        words = phrase.replace("-", " ").split()
        parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        return any(term.rank < 2 for part in parts for term in self.terms.get(part, ()))


@cache
def shipped_vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the package; not validated again, the tests do."""
    vocabulary = Vocabulary()
    for name in SHIPPED:
        path = rules_folder() / "vocabulary" / name
        _take(vocabulary, load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value)
    return vocabulary


def load_vocabulary(own: Iterable[Path] = ()) -> Vocabulary:
    """Return the shipped vocabulary with an authority's `own` files laid over it: later entries replace earlier ones.

    Raises SettingsProblem, with line and column, where a file can't be read or breaks `vocabulary.schema.json`.
    """
    shipped = shipped_vocabulary()
    vocabulary = Vocabulary(
        dict(shipped.short_forms), dict(shipped.typed), dict(shipped.terms),
        set(shipped.accepted), set(shipped.everyday), dict(shipped.company),
    )  # fmt: skip
    for path in own:
        _take(vocabulary, read_vocabulary(path).value)
    return vocabulary


def read_vocabulary(path: Path) -> Document:
    """Return one vocabulary file, held to its schema. Raises SettingsProblem at the first breach."""
    document = load_one(settings_text(path), str(path), SettingsProblem)
    for breach in validate(document, schema("vocabulary"), SettingsProblem):
        raise breach
    return document


def spellings(term: str) -> Iterator[str]:
    """Yield a term and its other spellings: hyphens or spaces between its parts, -ise or -ize."""
    plain = " ".join(term.lower().split())
    forms = [plain]
    if "-" in plain:
        forms.append(plain.replace("-", " "))
    elif 0 < plain.count(" ") < 3 and plain.replace(" ", "").isalnum():
        forms.append(plain.replace(" ", "-"))
    for form in tuple(forms):
        if "is" in form:
            american = " ".join(_with_z(word) for word in form.split(" "))
            if american != form:
                forms.append(american)
    yield from forms


def _other_number(phrase: str) -> Iterator[str]:
    """Yield a phrase of several words in the other number, as far as its ending tells."""
    if " " in phrase and phrase.endswith("ies"):
        yield phrase[:-3] + "y"
    elif " " in phrase and phrase.endswith("s") and not phrase.endswith(("ss", "us", "is")):
        yield phrase[:-1]
    elif " " in phrase and phrase[-1].isalpha() and phrase[-1] not in _NO_PLAIN_S:
        yield phrase + "s"


def _with_z(word: str) -> str:
    for ending in ("ise", "ises", "ised", "ising", "isation", "iser"):
        if len(word) > len(ending) + 4 and word.endswith(ending):
            return word[: -len(ending)] + "iz" + ending[2:]
    return word


def _take(vocabulary: Vocabulary, value: dict[str, Any]) -> None:
    """Lay one file's entries over what is there."""
    vocabulary.accepted.update(str(value.get("accepted") or "").split())
    vocabulary.everyday.update(str(value.get("everyday_words") or "").upper().split())
    for name, words in (value.get("company") or {}).items():
        vocabulary.company[name] = vocabulary.company.get(name, _NONE) | frozenset(map(str, words))
    accepted = {short.upper() for short in vocabulary.accepted}
    for entry in value.get("acronyms") or ():
        _take_short_form(vocabulary, entry, accepted)
    new: dict[str, list[Term]] = {}
    for group in ("medical", "jargon"):
        for entry in value.get(group) or ():
            term = Term(tuple(map(str, entry["terms"])), str(entry["plain"]), entry["class"], group, _sense(entry))
            for form in term.terms:
                for phrase in spellings(form):
                    known = new.setdefault(phrase, [])
                    if term not in known:
                        known.append(term)
    for phrase in list(new):  # “repair strategies” also stands for one of them, unless that is an entry itself
        for other in _other_number(phrase):
            new.setdefault(other, new[phrase])
    vocabulary.terms.update(new)


def _take_short_form(vocabulary: Vocabulary, entry: dict[str, Any], accepted: set[str]) -> None:
    form = ShortForm(
        tuple(map(str, entry["short"])), tuple(map(str, entry["means"])), str(entry["plain"]), entry["class"],
        entry.get("word", False), entry.get("person", False), entry.get("typed", False), _sense(entry),
        frozenset(map(str, entry.get("typed_with") or ())),
    )  # fmt: skip
    for short in form.short:
        vocabulary.accepted.discard(short)
        # An authority's own entry also takes over the spelling in small letters.
        vocabulary.typed.pop(short.lower(), None)
        vocabulary.short_forms[short] = form
        vocabulary.short_forms[short.upper()] = form
        if form.typed or form.typed_with or (short.upper() not in accepted and _no_word(short, form)):
            vocabulary.typed[short.lower()] = form
            vocabulary.typed.setdefault(f"{short.lower()}s", form)


def _no_word(short: str, form: ShortForm) -> bool:
    """Tell whether small letters can only be this short form: too long to be a child's initials, and no word or name."""
    if form.word or form.level != "flag" or not short.isalpha():
        return False
    return len(short) > _INITIALS or (len(short) == _INITIALS and _VOWELS.isdisjoint(short.upper()))


def _sense(entry: dict[str, Any]) -> Sense | None:
    given = entry.get("sense")
    if not given:
        return None
    lists = {name: frozenset(str(w).lower() for w in words) for name, words in given.items() if name != "within"}
    return Sense(within=given.get("within", 6), **lists)
