"""A text that changes sides on the way: “I will … so that he can …”, “Tom will … so that I can …”.

Adds "mixed-person"; asked by `persons`, which knows who acts.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import lexicon

_FIRST = frozenset({"i", "my", "myself"})


def third_later(reading: Reading, behind: int) -> None:
    """“I will … so that he can …”: the writer changed sides on the way."""
    words, goes_on = reading.words, lexicon().words["third_goes_on"]
    for i in range(behind, len(words) - 1):
        if words[i] in ("he", "she") and words[i - 1] in ("that", "so", "when", "if") and words[i + 1] in goes_on:
            if not _someone_else(reading, behind, i):
                reading.add("mixed-person", i, i + 1, "third")
            return


def first_later(reading: Reading, behind: int, kind: str) -> None:
    """“Tom will … so that I can …”, outside quotation marks."""
    if kind not in ("name", "pronoun", "child") or _FIRST.isdisjoint(reading.words):
        return
    quoted = reading.found.get("quotation", ())
    for i in range(behind, len(reading.words)):
        if reading.words[i] in _FIRST and not any(q.start <= reading.starts[i] < q.end for q in quoted):
            small = not reading.text[reading.starts[i]].isupper()
            if reading.words[i] == "i" and (small or reading.words[i - 1] in lexicon().words["numbered"]):
                continue  # “World War I”
            reading.add("mixed-person", i, i + 1, "first")
            return


def _someone_else(reading: Reading, first: int, last: int) -> bool:
    """Tell whether another person was named whom “he” or “she” may mean: “my teacher”, “Sam”."""
    known = lexicon()
    return any(
        word in known.nouns["staff"]
        or word in known.words["family"]
        or word in known.words["others"]
        or (word != "i" and reading.text[reading.starts[i]].isupper())
        for i, word in enumerate(reading.words[first:last], first)
    )
