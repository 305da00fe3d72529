"""Finds medical terms, jargon and words with a plainer neighbour, by sense; a term explained in brackets is let be.

Which words count, and in whose company, stands in `rules/vocabulary/terms.yaml`, not here.
"""

from send_outcomes.language.reading import Hit, Reading
from send_outcomes.language.vocabularies.vocabulary import TERM_GROUP, Term
from send_outcomes.language.vocabularies.word_lists import word_lists

_NAMES = {"medical": "medical-term", "jargon": "jargon"}
_LONGEST_GLOSS = 20


def find_terms(reading: Reading) -> None:
    """Add "medical-term", "jargon" and "plainer-word" to what was found, with the fields match and plain.

    The longest phrase wins: one that is plain or a name shields the words in it.
    """
    hits = reading.hits.get(TERM_GROUP)
    if not hits:
        return
    if len(hits) > 1:
        hits = sorted(hits, key=_place)
    reached = 0
    for hit in hits:
        if hit.first < reached or _in_area(reading, reading.starts[hit.first]):
            continue
        term = _sense_of(reading, hit)
        if term is None:
            continue
        reached = hit.last
        if term.level == "flag":
            if not _explained(reading.words, hit, term):
                _note(reading, _NAMES[term.group], hit, term)
        elif term.level == "soft":
            _note(reading, "plainer-word", hit, term)


def _in_area(reading: Reading, place: int) -> bool:
    """Tell whether a character stands in the heading that names an area of need: the form's word, not the outcome's."""
    return any(label.kind == "area" and label.start <= place < label.end for label in reading.found.get("label", ()))


def _place(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.last


def _sense_of(reading: Reading, hit: Hit) -> Term | None:
    """Return the first of the phrase's senses that its neighbours allow."""
    for term in hit.key:
        if term.sense is None or term.sense.fits(reading.words, hit.first, hit.last):
            found: Term = term
            return found
    return None


def _note(reading: Reading, name: str, hit: Hit, term: Term) -> None:
    fields = {"match": reading.surface(hit.first, hit.last), "plain": term.plain}
    reading.add(name, hit.first, hit.last, term.group, fields)


def _explained(words: list[str], hit: Hit, term: Term) -> bool:
    """Say whether brackets behind the term explain it, or it stands in brackets itself behind its explanation."""
    first, last = hit.first, hit.last
    if last < len(words) and words[last] == "(":
        return _is_gloss(words[last + 1 : last + 1 + _LONGEST_GLOSS], term)
    if first and words[first - 1] == "(" and last < len(words) and words[last] == ")":
        return bool(_shared(words[max(0, first - 9) : first - 1], term))
    if last + 1 < len(words) and words[last] in {",", "-"}:
        return words[last + 1] in {"which", "meaning", "i.e.", "ie"} and _means(words[last + 1 : last + 4])
    return False


def _is_gloss(inside: list[str], term: Term) -> bool:
    if ")" in inside:
        inside = inside[: inside.index(")")]
    known = word_lists("explained")
    if len(inside) < 2 or not known["amounts"].isdisjoint(inside) or any(word[0].isdigit() for word in inside):
        return bool(_shared(inside, term))
    return len(inside) > 2 or inside[0] in known["openers"] or bool(_shared(inside, term))


def _means(words: list[str]) -> bool:
    return words[0] != "which" or "means" in words


def _shared(words: list[str], term: Term) -> set[str]:
    """Return the telling words (longer than three letters) that the text has in common with the plain wording."""
    return {word for word in term.plain.lower().replace(",", " ").split() if len(word) > 3}.intersection(words)
