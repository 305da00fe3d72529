"""Where aspirations stand in a Word document: headings that name them in whatever words, and hopes told among the views.

The words are those of `rules/vocabulary/word.yaml`, under `hopes`. Knows no documents and no plans.
"""

import re
from collections.abc import Iterator, Sequence

from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.word_words import word_words

_MOST = 10  # words of a heading
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s|\Z)[^.!?\n]+)*[.!?]*")


def names_hopes(parts: Sequence[str]) -> bool:
    """Tell whether the words of a heading name aspirations and nothing else of a plan (“Kit's hopes for the future”).

    Beside the words known, only a name may stand there: before “s”, or behind “for” and “of”.
    """
    hopes = word_words().hopes
    if not 0 < len(parts) <= _MOST or hopes.nouns.isdisjoint(parts):
        return False
    for at, word in enumerate(parts):
        if word in hopes.nouns or word in hopes.beside:
            continue
        owns = parts[at + 1 : at + 2] == ["s"] or parts[at + 2 : at + 3] == ["s"]
        if not owns and not {"for", "of"}.intersection(parts[max(0, at - 2) : at]):
            return False
    return True


def hopes_among(text: Stretch) -> Iterator[Stretch]:
    """Yield the sentences of a text that tell a hope for the future: a wish, and what lies ahead (“I want to be a vet”)."""
    hopes = word_words().hopes
    for sentence in _SENTENCE.finditer(text.text):
        said = sentence[0].replace("’", "'")
        if hopes.wish.search(said) and hopes.ahead.search(said):
            yield text.cut(sentence.start(), sentence.end()).strip()
