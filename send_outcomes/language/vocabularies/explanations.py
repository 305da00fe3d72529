"""Whether a text says itself what a short form stands for: "speech and language therapy (SALT)".

Holds no list of short forms.
"""

import re
from collections.abc import Iterable

from send_outcomes.language.vocabularies.vocabulary import ShortForm
from send_outcomes.language.vocabularies.word_lists import word_lists

_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset({"and", "of", "the", "for", "in", "with", "a", "an", "to", "on", "or"})
_FARTHEST = 90


def explained(text: str, shorts: Iterable[tuple[int, int, str, ShortForm | None]]) -> set[str]:
    """Return which short forms (start, end, name, entry) `text` explains: written out, or in brackets beside."""
    told: set[str] = set()
    tried: set[str] = set()
    lower = ""
    for start, end, short, entry in shorts:
        if short in told:
            continue
        if entry is not None and short not in tried:
            tried.add(short)
            lower = lower or text.lower().replace("&", "and").replace(",", "")
            if any(_stem(sense) in lower for means in entry.means for sense in _senses(means.lower())):
                told.add(short)
                continue
        if _in_brackets(text, start, end, short, entry):
            told.add(short)
    return told


def _senses(means: str) -> list[str]:
    """Return what each side of an “or” means; one word behind it (“therapy or therapist”) goes on with the first, and tells nothing."""
    first, *others = means.split(" or ")
    return [first, *(other for other in others if " " in other)]


def _in_brackets(text: str, start: int, end: int, short: str, entry: ShortForm | None) -> bool:
    inside = _brackets_behind(text, end)
    if inside and (_spells(short, _WORD.findall(inside)) or _is_gloss(inside, entry)):
        return True
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        words = _WORD.findall(text[max(0, start - _FARTHEST) : start])
        return _spells(short, words) or (entry is not None and len(_shared(words[-8:], entry)) > 1)
    return False


def spells_exactly(typed: str, expansion: str, plural: bool) -> bool:
    """Say whether the words of an expansion begin with just the letters typed, so that it may stand in their place."""
    letters = "".join(c for c in (typed.removesuffix("s") if plural else typed).lower() if c.isalpha())
    words = _WORD.findall(expansion)
    telling = [word for word in words if word.lower() not in _SMALL]
    return letters in {"".join(word[0].lower() for word in w) for w in (words, telling)}


def _stem(expansion: str) -> str:
    """Cut the end of an expansion, so that "therapist" and "therapy", "plan" and "plans" count alike."""
    plain = expansion.replace(",", "")
    return plain[: -4 if len(plain) > 16 else -1] if len(plain) > 6 else f" {plain} "


def _brackets_behind(text: str, end: int) -> str:
    rest = text[end : end + _FARTHEST].lstrip()
    if rest.startswith("("):
        return rest[1:].split(")", 1)[0]
    return ""


def _spells(short: str, words: list[str]) -> bool:
    """Say whether the last words begin with the letters of the short form, small words counted or not."""
    letters = "".join(c for c in short.lower() if c.isalpha())
    if len(letters) < 2:
        return False
    all_initials = "".join(word[0].lower() for word in words)
    telling = "".join(word[0].lower() for word in words if word.lower() not in _SMALL)
    return all_initials.endswith(letters) or telling.endswith(letters)


def _is_gloss(inside: str, entry: ShortForm | None) -> bool:
    """Say whether a bracket of small letters explains: it opens like one, or shares words with the known one."""
    words = _WORD.findall(inside)
    if len(words) < 2 or not any(word.islower() for word in words):
        return False
    lists, small = word_lists("explained"), inside.lower()
    opens = small.startswith(tuple(lists["beginnings"])) and not small.startswith(tuple(lists["no_beginnings"]))
    return opens or (entry is not None and bool(_shared(words, entry)))


def _shared(words: list[str], entry: ShortForm) -> set[str]:
    told = {w.lower() for text in (entry.plain, *entry.means) for w in _WORD.findall(text) if len(w) > 3}
    return told.intersection(word.lower() for word in words)
