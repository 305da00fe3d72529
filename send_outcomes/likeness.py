"""Text → a fingerprint by which copied outcomes are known, exactly or nearly, whatever names and numbers they carry.

Two outcomes are the same where their `form` is: the words without capitals, names, numbers, dates and he or she. They are nearly
the same where enough of their pairs of neighbouring words agree, which the `sketch` estimates (MinHash: A. Broder, “On the
resemblance and containment of documents”, 1997). Fingerprints hold hashes only. Pure; knows no plan and no rule.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from itertools import chain
from typing import Any, NamedTuple
from zlib import crc32

from send_outcomes.documents import SettingsProblem, load_one, rules_folder

LEAST_WORDS = 6  # shorter ones (“I will be happy”) are alike by chance
NEAR = 0.75  # the share of neighbouring pairs from which on two texts are nearly the same
BANDS, ROWS = 8, 3  # a text is compared with those that share all hashes of one band: at 0.75, 98 of 100 that should be
_HASHES = BANDS * ROWS
_NAME, _NUMBER = "~", "#"
_WORD = re.compile(r"([^\W_]+(?:['’][^\W_]+)?)")
_MOST_KNOWN = 50_000  # small-lettered words remembered
_ENDS = re.compile(r"[.!?:;\n•\-–—]\s*[\"“”'‘’(]*\Z")


class Fingerprint(NamedTuple):
    """`form` is 64 bits, the same for texts that differ in nothing that counts; `sketch` holds 24 times 16 bits (b-bit minwise hashing: P. Li and
    A. König, 2010)."""

    form: int
    sketch: tuple[int, ...]

    def bands(self) -> tuple[int, ...]:
        """Return a 64-bit key for each band: texts that share none are not nearly the same."""
        return tuple([hash((band, *self.sketch[band * ROWS : (band + 1) * ROWS])) for band in range(BANDS)])


def fingerprint(text: str, known_as: str | None = None) -> Fingerprint | None:
    """Return the fingerprint of an outcome; None where it is too short to have been copied. `known_as` is the child's name.

    Raises SettingsProblem where a vocabulary file is missing or wrong.
    """
    return fingerprints([(text, known_as)])[0]


def fingerprints(texts: Sequence[tuple[str, str | None]]) -> list[Fingerprint | None]:
    """Return the fingerprints of texts, each given with its child's name; quicker than one by one."""
    forms = [normal_form(text, known_as) for text, known_as in texts]
    long = [form for form in forms if len(form) - form.count(_NAME) - form.count(_NUMBER) >= LEAST_WORDS]
    sketches = iter(_sketches(long))
    kept = {id(form) for form in long}
    return [Fingerprint(_hashed(form), next(sketches)) if id(form) in kept else None for form in forms]


def resemblance(one: Fingerprint, other: Fingerprint) -> float:
    """Return the share (0 to 1) of pairs of neighbouring words that two texts have in common; 1 for the same form. An estimate."""
    if one.form == other.form:
        return 1.0
    return sum(a == b for a, b in zip(one.sketch, other.sketch, strict=True)) / _HASHES


def normal_form(text: str, known_as: str | None = None) -> list[str]:
    """Return the words that count, in order: small letters, names as “~”, numbers and dates as “#”, she and he as they."""
    known = _words()
    own = {part.casefold() for part in _WORD.findall(known_as)} if known_as else frozenset[str]()
    parts = _WORD.split(text)  # what stands between the words, and the words, in turn
    form: list[str] = []
    before = ""
    for place in range(1, len(parts), 2):
        word = parts[place]
        said = known.small.get(word) or (known.said(word) if word.islower() else "")
        if not said:
            following = parts[place + 2].casefold() if place + 2 < len(parts) else ""
            said = _capital(word, parts[place - 1], following, known, place == 1)
        if own and said.removesuffix("'s") in own:
            said = _NAME
        if said != before or said not in (_NAME, _NUMBER):
            form.append(said)
        before = said
    return form


class _Words:
    """The vocabulary, and what small-lettered words come to, found out once."""

    def __init__(self) -> None:
        times, own = _load("time.yaml"), _load("likeness.yaml")
        months = [name for names in times["months"].values() for name in names]
        numbers = {*times["numbers"], *months, *times["weekdays"], *own["dates"]} - {*own["no_dates"]}
        self.same: Mapping[str, str] = {word: words[0] for words in own["same"] for word in words}
        self.numbers = frozenset(map(str, numbers))
        self.after_a_name, self.no_names = frozenset(own["after_a_name"]), frozenset(own["no_names"])
        self.small: dict[str, str] = {}
        self.capital: dict[str, tuple[str, bool]] = {}
        self.hashes: dict[str, int] = {}

    def said(self, word: str) -> str:
        """Return what a word in small letters comes to."""
        plain = word.casefold().replace("’", "'")
        said = _NUMBER if plain in self.numbers or any(map(str.isdigit, plain)) else self.same.get(plain, plain)
        if len(self.small) >= _MOST_KNOWN:
            self.small.clear()
        if word.islower():
            self.small[word] = said
        return said

    def with_capital(self, word: str) -> tuple[str, bool]:
        """Return what a word with a capital comes to by itself, and whether it may be a name."""
        said = self.said(word)
        plain = word.casefold().replace("’", "'")
        perhaps = said != _NUMBER and word[0].isupper() and len(word) > 1 and not word.isupper()
        if len(self.capital) >= _MOST_KNOWN:
            self.capital.clear()
        found = self.capital[word] = said, perhaps and plain not in self.no_names and not plain.startswith("i'")
        return found

    def hash(self, word: str) -> int:
        """Return 32 bits for a word: the same in every process, unlike Python's own."""
        if len(self.hashes) >= _MOST_KNOWN:
            self.hashes.clear()
        made = self.hashes[word] = crc32(word.encode("utf-8", "replace"))
        return made


@cache
def _words() -> _Words:
    return _Words()


def _capital(word: str, before: str, following: str, known: _Words, opening: bool) -> str:
    """Return what a word with a capital, or without letters, comes to: inside a sentence a capital is a name's, at its beginning
    only where a verb of someone follows."""
    said, perhaps = known.capital.get(word) or known.with_capital(word)
    if not perhaps:
        return said
    if opening or (before != " " and _ENDS.search(before)):
        return _NAME if following in known.after_a_name or said.endswith("'s") else said
    return _NAME


def _load(name: str) -> dict[str, Any]:
    path = rules_folder() / "vocabulary" / name
    try:
        value: dict[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    except OSError:
        raise SettingsProblem("a vocabulary is missing; install the program anew", str(path)) from None
    return value


def _hashed(form: Sequence[str]) -> int:
    return int.from_bytes(blake2b(" ".join(form).encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def _sketches(forms: Sequence[Sequence[str]]) -> list[tuple[int, ...]]:
    """Return for each text, and each of so many hash functions, the least value that any pair of neighbouring words has."""
    if not forms:
        return []
    import numpy as np  # noqa: PLC0415 -- spaCy brings it; --help need not

    (factors, offsets), known = _family(), _words()
    hashes = known.hashes
    each = [[hashes.get(word) or known.hash(word) for word in form] for form in forms]
    words = np.fromiter(chain.from_iterable(each), np.uint64)
    ends = np.cumsum([len(form) for form in forms])
    pairs = np.delete(words[:-1] * np.uint64(0x9E3779B97F4A7C15) + words[1:], ends[:-1] - 1)  # none reaches into the next text
    firsts = np.concatenate([[0], ends[:-1] - np.arange(1, len(forms))])
    values = (pairs[:, None] * factors + offsets) >> np.uint64(32)
    least = np.minimum.reduceat(values, firsts, axis=0) & np.uint64(0xFFFF)
    return list(map(tuple, least.tolist()))


@cache
def _family() -> tuple[Any, Any]:
    """Return the factors and offsets of the hash functions: multiply, add, keep the upper half. The same on every machine."""
    import numpy as np  # noqa: PLC0415

    drawn = b"".join(blake2b(bytes([number]), digest_size=16).digest() for number in range(_HASHES))
    numbers = np.frombuffer(drawn, "<u8").reshape(_HASHES, 2)
    return numbers[:, 0] | np.uint64(1), numbers[:, 1]
