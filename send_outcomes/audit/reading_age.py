"""How hard outcomes are to read, as an age: the automated readability index, on counts that can be added up. Knows no plan.

Counts quicker than a Reading is made, and nearly the same: a caseload has millions.
"""

import re
from typing import NamedTuple

from send_outcomes.language.readability import automated_index

_SENTENCE = re.compile(r"[.!?]+(?=\s|$|[\"“”’)])|\n+(?=\s*\S)")
_YOUNGEST, _OLDEST = 5.0, 22.0
_AGE_IN_FIRST_GRADE = 5  # a grade of 1 is the first year of an American school, at six


class Length(NamedTuple):
    """Letters and digits, words and sentences of a text; lengths of several texts add up place by place."""

    letters: int
    words: int
    sentences: int


def length(text: str) -> Length:
    """Count a text. What does not end in a full stop ends a sentence too."""
    words = text.split()
    letters = sum(map(len, words)) - text.count(".") - text.count(",")
    plain = "\n" not in text and "!" not in text and "?" not in text
    sentences = text.count(". ") + text.endswith(".") if plain else len(_SENTENCE.findall(text))
    if words and words[-1][-1] not in ".!?":
        sentences += 1
    return Length(max(letters, 0), len(words), max(sentences, 1) if words else 0)


def reading_age(of: Length) -> float | None:
    """Return the age in years, to a tenth, at which the text is read with ease; None for no words."""
    if not of.words:
        return None
    grade = automated_index(of.letters, of.words, of.sentences)
    return round(min(max(grade + _AGE_IN_FIRST_GRADE, _YOUNGEST), _OLDEST), 1)
