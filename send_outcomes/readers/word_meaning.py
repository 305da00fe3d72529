"""What a heading, a label or the name of a column is over: outcomes, needs, provision …, of which section, term and area of need."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from send_outcomes.model import Horizon
from send_outcomes.readers.facts import term_of
from send_outcomes.readers.vocabulary import bare, key, vocabulary, words
from send_outcomes.readers.word_hopes import names_hopes
from send_outcomes.readers.word_words import WordWords, word_words

_SECTION = re.compile(r"\(?section\s+([A-Ka-k])\s?([12])?\b[\s)]*[-–—:.,]*\s*", re.IGNORECASE)
_LETTER = re.compile(r"\(?([A-K])([12])?\b\s*(?:[-–—:.)]+\s*|\s)")
_BEHIND = re.compile(r"\((?:section\s+)?([A-K])([12])?\)\s*\Z", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\(?sections\b|.*\([A-K][12]?(?:\s*[-–—,/&+]\s*[A-K][12]?)+\)|section\s+[A-K][12]?\s*(?:,|/|&|and)\s*[A-K][12]?\b",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(r"\(?([A-H][12]?)[).:]?")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
_TERMS = {"long": Horizon.LONG, "medium": Horizon.MEDIUM, "short": Horizon.SHORT}
_SECTION_OF = {
    "outcome": "E", "need": "B", "need_c": "C", "need_d": "D", "provision": "F", "provision_g": "G", "provision_h1": "H1",
    "provision_h2": "H2", "views": "A", "aspiration": "A",
}  # fmt: skip
_LONGEST = 400
_LONGEST_HEADING = 200
_ENDS = (".", ";", "!")


@dataclass(frozen=True, slots=True)
class Meaning:
    """`holds` is what stands below (“outcome”, “need_c”, “views”, “other”, “by_when” …), “group” where several parts do.

    `section` is the statutory letter, `lettered` whether the text gave it. “term” holds outcomes only where they stand already.
    """

    holds: str
    section: str | None = None
    term: Horizon | None = None
    lettered: bool = False


def meaning_of(text: str) -> Meaning | None:
    """Return what a heading or label is over, None where it is none that is known."""
    text = " ".join(text[: _LONGEST + 1].split())
    if not text or len(text) > _LONGEST_HEADING + 1:
        return None
    if text.endswith(_ENDS) and not (_SECTION.match(text) and text.count(".") == 1):
        return None
    found = _of_letter(text)
    # “Provision (F, G, H)” holds one thing, “Needs and provision (B-F-E)” several.
    return (_of_phrase(text) or found) if found is not None and found.holds == "group" else found or _of_phrase(text)


def column_of(text: str, named: Mapping[str, str]) -> Meaning | None:
    """Return what a column holds by its header, however long. `named` (what it holds → its name) overrules the vocabulary."""
    text = " ".join(text[: _LONGEST + 1].split())
    if not text:
        return None
    for holds, name in named.items():
        if bare(name) == bare(text):
            return _meaning(holds)
    if key(text) in vocabulary().never_outcomes:
        return None
    if (found := _of_letter(text)) and found.holds != "group":
        return found
    if (bare_letter := _BARE.fullmatch(text)) and bare_letter[1] in word_words().sections:
        return Meaning(word_words().sections[bare_letter[1]].holds, bare_letter[1], lettered=True)
    columns = vocabulary().columns
    for name in dict.fromkeys((text, _ASIDE.sub(" ", text))):
        holds_ = columns.get(bare(name)) or columns.get(key(name))
        if holds_:
            return _meaning(holds_)
    return _of_phrase(text)


def area_of(text: str) -> str | None:
    """Return the area of need that a heading names (“cognition-and-learning”), None where it names none."""
    known = word_words()
    parts = words(_SECTION.sub("", text[:_LONGEST], count=1)).split()
    if not parts or len(parts) > 12 or text.rstrip().endswith(_ENDS):
        return None
    while parts and (len(parts[0]) == 1 or parts[0].isdigit()):
        parts = parts[1:]
    for length in range(min(len(parts), 7), 0, -1):
        area = known.areas.get(" ".join(parts[:length]))
        if area is not None:
            return area if known.after_area.issuperset(parts[length:]) or len(parts) - length > 4 < length else None
    return None


def detail_of(text: str) -> str | None:
    """Return which personal detail a label names (“born”, “plan_date” …), None where it names none."""
    return word_words().details.get(words(_ASIDE.sub(" ", text[:_LONGEST]))) if len(text) < 80 else None


def _of_letter(text: str) -> Meaning | None:
    known = word_words()
    if _SEVERAL.match(text):
        return Meaning("group", lettered=True)
    if found := _SECTION.match(text):
        rest = words(text[found.end() :]).split()
        # “Section E: The outcomes sought for …” is a heading, “Section E sets out what we hope for” is not.
        if known.prose.intersection(rest) or (
            rest and not _parted(found[0]) and not known.sections_words(found[1]).intersection(rest)
        ):
            return None
        return _section(known, found, text)
    found = _LETTER.match(text) or _BEHIND.search(text)
    if found is not None:
        section = known.sections.get(found[1].upper() + (found[2] or ""))
        head = words(text[: found.start()] + text[found.end() :]).split()[:12]
        # “A good night's sleep”, “I will read at home”: a letter alone is a heading only with a word of its section.
        if (
            section
            and section.words.intersection(head)
            and (found.start() or not text[found.end() - 1].isspace() or _parted(found[0]) or len(head) <= 4)
        ):
            return _section(known, found, text)
    return None


def _parted(mark: str) -> bool:
    return any(sign in "-–—:.)" for sign in mark)


def _section(known: WordWords, found: re.Match[str], text: str) -> Meaning | None:
    letter = found[1].upper() + (found[2] or "")
    section = known.sections.get(letter) or known.sections.get(letter[0])
    if section is None:
        return None
    term = term_of(text) if section.holds == "outcome" and " term" in words(text) else None
    rest = _of_phrase(text[found.end() :] if found.start() == 0 else text[: found.start()])
    holds = rest.holds if rest is not None and letter[0] == "A" else section.holds
    return Meaning(holds, letter, term, lettered=True)


def _of_phrase(text: str) -> Meaning | None:
    known = word_words()
    for phrase in dict.fromkeys((words(text), words(_ASIDE.sub(" ", text)))):
        bare_ = re.sub(r"(?: (?:no|number))?(?: \d{1,2}[a-z]?)?\Z", "", phrase)
        while bare_:
            if bare_ in known.headings:
                return _meaning(known.headings[bare_])
            shorter = next((bare_[len(one) + 1 :] for one in known.leading if bare_.startswith(f"{one} ")), None)
            if shorter is None:
                break
            bare_ = shorter
        # “Laura's outcomes”, “Outcomes for Laura”: a name and a word of the section.
        parts = bare_.split()
        if len(parts) == 3 and parts[1] == "s" and parts[2] in known.headings:
            return _meaning(known.headings[parts[2]])
        if len(parts) in (3, 4) and parts[0] in ("outcome", "outcomes") and parts[1] == "for":
            return _meaning("outcome")
        if names_hopes(words(phrase).split()):
            return _meaning("aspiration")
    return None


def _meaning(holds: str) -> Meaning:
    head, _, tail = holds.partition("_")
    if head in ("outcome", "term") and tail in _TERMS:
        return Meaning(head, "E", _TERMS[tail])
    return Meaning(holds, _SECTION_OF.get(holds))
