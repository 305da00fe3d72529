"""Finds short forms that a parent may not know, and leaves alone what only looks like one.

Shouted words, initials of a child, grades, postcodes, source tags and forms the text itself explains are not acronyms.
Which short forms there are stands in `rules/vocabulary/acronyms.yaml`, not here.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.vocabularies.explanations import explained, spells_exactly
from send_outcomes.language.vocabularies.vocabulary import ShortForm, Vocabulary, shipped_vocabulary

# Two capitals close together: nearly all texts without a short form are done after this one search.
_TWO_CAPITALS = re.compile(r"[A-Z][a-z]{0,2}[A-Z]|[A-Z][&./][A-Z]")
_CHUNK = re.compile(r"(?<![A-Za-z0-9@_])[A-Za-z][A-Za-z0-9&./’'-]*\+?")
_WITH_CAPITAL = re.compile(r"(?<![A-Za-z0-9@_])(?=[a-z0-9&./’'-]*[A-Z])[A-Za-z][A-Za-z0-9&./’'-]*\+?")
_POSSESSIVE = re.compile(r"(?<=[A-Za-z0-9])(?:['’]s|['’])$")
_ADDRESS = re.compile(r"www\.|\.(?:co|org|gov|uk|net)\b", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]s?")
_PARTS = re.compile(r"[A-Za-z0-9]+")
_TAG = re.compile(r"\(((?:[A-Z][A-Za-z]{0,2}[A-Z]*\d{0,2}|report|advice|and|\d+|[\s&,/;+.-])+)\)")
_TYPED = "short forms in small letters"  # the phrases' group
_NEAR = 20
_BLANK = {"says": "not a listed short form; say what it stands for", "expansion": "", "plain": "", "written_out": ""}
_CODE = re.compile(r"[A-Z][A-Za-z]*\d*")
_INITIALS_ONLY = re.compile(r"[A-Z]{2,6}")
_ROMAN = re.compile(r"[IVX]+")
_GRADES = re.compile(r"[A-EMPU]{2,4}")
_POSTCODE_END = re.compile(r"\s?\d[A-Z]{2}\b")
# Could be said as a word, and so be a name: Tom, Mia, Noah, Laura; not ASB or WXYZ.
_WORDLIKE = re.compile(r"(?=[A-Z]{4}|.*[^AEIOUY][AEIOUY])(?:[^AEIOUY]{0,2}[AEIOUY]{1,2}){1,4}[^AEIOUY]{0,2}")
_NOTHING: set[str] = set()


class Short(NamedTuple):
    """A short form met: its place, as typed, the spelling it goes by, its entry if listed, whether it is a plural."""

    start: int
    end: int
    typed: str
    short: str
    entry: ShortForm | None
    plural: bool


def acronym_finder(phrasebook: Phrasebook, vocabulary: Vocabulary) -> Callable[[Reading], None]:
    """Return what adds "acronym" (known, ambiguous, unknown) and "acronym-soft" to what was found, by a vocabulary."""
    phrasebook.add(_TYPED, vocabulary.typed)

    def find_acronyms(reading: Reading) -> None:
        _find(reading, vocabulary)

    return find_acronyms


def explained_in(reading: Reading, vocabulary: Vocabulary | None = None) -> set[str]:
    """Return the short forms that a text explains, by the name that Found.fields["short"] gives them.

    What one text of a plan explains need not be explained again in the next: "avoided or explained" (DfE, via Leeds).
    """
    if vocabulary is None and "explained" in reading.facts:
        known: set[str] = reading.facts["explained"]
        return known
    if not _TWO_CAPITALS.search(reading.text):
        return set()
    shorts = _shorts(reading, vocabulary or shipped_vocabulary())
    return explained(reading.text, ((s.start, s.end, s.short, s.entry) for s in shorts))


def _find(reading: Reading, vocabulary: Vocabulary) -> None:
    text = reading.text
    reading.facts["explained"] = _NOTHING
    if _TYPED not in reading.hits and not _TWO_CAPITALS.search(text):
        return
    shorts = list(_shorts(reading, vocabulary))
    if not shorts:
        return
    reading.facts["explained"] = told = explained(text, ((s.start, s.end, s.short, s.entry) for s in shorts))
    tagged = {place for first, last in _tags(text) for place in range(first, last)} if "(" in text else ()
    for short in shorts:
        if short.short in told or short.start in tagged:
            continue
        entry = short.entry
        if entry is None:
            fields = _BLANK | {"match": short.typed, "short": short.short}
            reading.found.setdefault("acronym", []).append(Found(short.start, short.end, "unknown", fields))
            continue
        name = "acronym" if entry.level == "flag" else "acronym-soft"
        kind = "soft" if entry.level == "soft" else "ambiguous" if len(entry.means) > 1 else "known"
        reading.found.setdefault(name, []).append(Found(short.start, short.end, kind, _fields(short, entry)))


def _fields(short: Short, entry: ShortForm) -> dict[str, str]:
    """`expansion` names every sense (so does `says`); `written_out` may safely stand in its place, else empty."""
    means, written = " or ".join(entry.means), ""
    if " or " not in means and spells_exactly(short.typed, means, short.plural):
        written = means
        if short.plural:
            written = f"{means}s" if entry.person and not means.endswith(("s", "y")) else ""
    said = {"match": short.typed, "short": short.short, "plain": entry.plain}
    return {**said, "says": means, "expansion": means, "written_out": written}


def _shorts(reading: Reading, vocabulary: Vocabulary) -> Iterator[Short]:
    """Yield every short form in order of place, listed or not; those that are accepted are left out."""
    text = reading.text
    typed = any(not _TWO_CAPITALS.search(reading.surface(hit.first, hit.last)) for hit in reading.hits.get(_TYPED, ()))
    chunks = [(m.start(), m.group().rstrip("./&-")) for m in (_CHUNK if typed else _WITH_CAPITAL).finditer(text)]
    loud = _shouted(text, chunks, vocabulary)
    for index, (start, chunk) in enumerate(chunks):
        if not _TWO_CAPITALS.search(chunk):
            if typed:
                yield from _typed_small(reading, vocabulary, start, _POSSESSIVE.sub("", chunk))
            continue
        bare = _POSSESSIVE.sub("", chunk)
        if not _ADDRESS.search(bare) and text[start + len(chunk) : start + len(chunk) + 1] != "@":
            whole = _entry(bare, vocabulary)[0] or _DOTTED.fullmatch(bare)
            for part in [(start, bare)] if whole else _parts(start, bare):
                found = _short(reading, vocabulary, part, index in loud, chunk != bare)
                if found:
                    yield found


def _typed_small(reading: Reading, vocabulary: Vocabulary, start: int, chunk: str) -> Iterator[Short]:
    """Yield short forms typed in small letters or like a name: "senco", "Senco"."""
    for place, part in _parts(start, chunk):
        entry = vocabulary.typed.get(part.lower())
        at = bisect_left(reading.starts, place)
        if entry and entry.meant_by(part, reading.words, at) and _sense_fits(reading, place, entry):
            plural = part.lower() not in map(str.lower, entry.short)
            yield Short(place, place + len(part), part, entry.short[0], entry, plural)


def _parts(start: int, chunk: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of "SaLT/OT" or "EP-led", each with its place."""
    for part in _PARTS.finditer(chunk):
        yield start + part.start(), part.group()


def _entry(part: str, vocabulary: Vocabulary) -> tuple[ShortForm | None, bool]:
    """Return the entry of a spelling and whether it is a plural; capitals decide, so "Pip" and "are" find nothing."""
    plain = part.replace(".", "") if "." in part else part
    forms = vocabulary.short_forms
    if plain in forms:
        return forms[plain], False
    if plain.endswith("s") and not plain[:-1].islower() and _TWO_CAPITALS.search(plain[:-1]):
        stem = plain[:-1]
        return forms.get(stem) or forms.get(stem.upper()), True
    capitals = sum(map(str.isupper, plain))
    return (forms.get(plain.upper()) if capitals > 1 and capitals * 2 >= len(plain) else None), False


def _short(reading: Reading, vocabulary: Vocabulary, place: tuple[int, str], loud: bool, owns: bool) -> Short | None:
    """Return the short form at one place unless it is accepted, a grade, a code, a name, or shouted (`loud`).

    `owns` is whether a possessive followed.
    """
    start, part = place
    plain, company = part.replace(".", ""), vocabulary.company
    if not _TWO_CAPITALS.search(part) or not {plain, plain.removesuffix("s")}.isdisjoint(vocabulary.accepted):
        return None
    entry, plural = _entry(part, vocabulary)
    end = start + len(part)
    before, after = _neighbours(reading, start, end)
    named = before in company["before_a_name"] and (owns or after in company["subject_of"])
    if _POSTCODE_END.match(reading.text, end) or (before in company["grades"] and _GRADES.fullmatch(plain)):
        return None
    if entry is not None:
        initials = len(plain) == 2 and named and not entry.person  # "PD will be able to …"
        if entry.level == "accept" or initials or (loud and entry.word) or not _sense_fits(reading, start, entry):
            return None
        return Short(start, end, part, entry.short[0], entry, plural)
    # Unlisted initials, or what could be a name in capitals, count only where they stand like a thing.
    like_a_name = len(plain) == 2 or _WORDLIKE.fullmatch(plain) is not None
    like_a_thing = after in company["kinds_of_thing"] or (before in company["determiners"] and len(plain) > 2)
    if loud or named or "." in part or not _is_unlisted(plain, vocabulary) or (like_a_name and not like_a_thing):
        return None
    return Short(start, end, part, plain, None, False)


def _neighbours(reading: Reading, start: int, end: int) -> tuple[str, str]:
    """Return the word before and the word after a stretch of the text, each empty where there is none."""
    first = bisect_left(reading.starts, start)
    last = bisect_left(reading.starts, end, first)
    after = reading.words[last : last + 2]
    if after and after[0] in {".", "'s", "'"}:
        after = after[1:]
    return reading.words[first - 1] if first else "", after[0] if after else ""


def _is_unlisted(plain: str, vocabulary: Vocabulary) -> bool:
    """Say whether an unlisted spelling has the shape of an acronym: two to six capitals that are no everyday word."""
    if plain.endswith("s"):
        plain = plain[:-1]
    return (
        bool(_INITIALS_ONLY.fullmatch(plain)) and len(set(plain)) > 1
        and not _ROMAN.fullmatch(plain) and plain not in vocabulary.everyday and f"{plain}S" not in vocabulary.everyday
        and not (plain.endswith("S") and plain[:-1] in vocabulary.everyday)
    )  # fmt: skip


def _sense_fits(reading: Reading, start: int, entry: ShortForm) -> bool:
    if entry.sense is None:
        return True
    first = bisect_left(reading.starts, start)
    return entry.sense.fits(reading.words, first, min(first + 1, len(reading.words)))


def _shouted(text: str, chunks: list[tuple[int, str]], vocabulary: Vocabulary) -> set[int]:
    """Return the indexes of chunks in a run of capitals that holds everyday words: emphasis, or a heading."""
    loud: set[int] = set()
    run: list[int] = []
    for index, (start, chunk) in enumerate([*chunks, (len(text), "")]):
        if chunk.isupper() and (not run or text[_end(chunks[run[-1]]) : start].strip(" ,.;:!?'\"’") == ""):
            run.append(index)
            continue
        everyday = sum(_is_plain_word(chunks[i][1].strip("'’"), vocabulary) for i in run)
        if everyday and (len(run) >= 3 or everyday * 2 >= len(run)):
            loud.update(run)
        run = [index] if chunk.isupper() else []
    return loud


def _is_plain_word(chunk: str, vocabulary: Vocabulary) -> bool:
    """Say whether capitals can only be a word: an everyday one, or one too long to be a short form."""
    if chunk in vocabulary.short_forms:
        return False
    return chunk in vocabulary.everyday or (len(chunk) > 6 and chunk.isalpha())


def _end(chunk: tuple[int, str]) -> int:
    return chunk[0] + len(chunk[1])


def _tags(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of source tags, "(EP)", "(A, PR, I)", "(SALT report)", behind a sentence or ending a line."""
    for tag in _TAG.finditer(text):
        before = text[max(0, tag.start() - _NEAR) : tag.start()].rstrip(" ")
        after = text[tag.end() : tag.end() + _NEAR].lstrip(" ")
        codes = _CODE.findall(tag.group(1))
        several = len(codes) > 1 or "report" in tag.group(1) or "advice" in tag.group(1)
        if several and after[:1] in {".", ";"}:
            after = after[1:].lstrip(" ")
        if before[-1:] in {".", ";", "!", "?", ""} or after[:1] in {"", "\n", "\r"}:
            yield tag.span()
