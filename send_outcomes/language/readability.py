"""How hard a text is to read, by three published measures that need words, letters and sentences alone.

The automated readability index (E. A. Smith and R. J. Senter, “Automated Readability Index”, 1967) and the Coleman–Liau index
(M. Coleman and T. L. Liau, “A computer readability formula designed for machine scoring”, 1975) come as school grades of the
United States (a grade is about a year group less one); LIX (C. H. Björnsson, “Läsbarhet”, 1968) as a figure of its own: 30 is
a story, 40 a newspaper, 60 a law. The first counts all that is typed (it was made for typewriters), the others letters and digits.
On a few words none means anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import lexicon

_LONG = 6  # letters; LIX counts words that have more
_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Readability:
    """The measures of some text, and how many words and sentences they rest on."""

    words: int
    sentences: int
    automated: float
    coleman_liau: float
    lix: float


def readability(readings: Iterable[Reading]) -> Readability | None:
    """Return how hard some texts are to read, taken together; None where they have no word."""
    words = sentences = strokes = letters = long = 0
    for reading in readings:
        found = list(_words(reading))
        words += len(found)
        strokes += sum(word.strokes for word in found)
        letters += sum(word.letters for word in found)
        long += sum(word.letters > _LONG for word in found)
        sentences += sum(word.ends for word in found[:-1]) + bool(found)
    if not words:
        return None
    per_sentence = words / sentences
    return Readability(
        words=words,
        sentences=sentences,
        automated=round(automated_index(strokes, words, sentences), 1),
        coleman_liau=round(0.0588 * 100 * letters / words - 0.296 * 100 / per_sentence - 15.8, 1),
        lix=round(per_sentence + 100 * long / words, 1),
    )


def automated_index(strokes: int, words: int, sentences: int) -> float:
    """Return the automated readability index, a school grade, from counts of which none is 0."""
    return 4.71 * strokes / words + 0.5 * words / sentences - 21.43


class _Word(NamedTuple):
    """What is typed from space to space: all signs, the letters and digits among them, whether a sentence ends here."""

    strokes: int
    letters: int
    ends: bool


def _words(reading: Reading) -> Iterator[_Word]:
    first, abbreviated = 0, lexicon().words["abbreviated"]
    for i, end in enumerate(reading.ends):
        follows = reading.starts[i + 1] if i + 1 < len(reading.starts) else end + 1
        if follows == end:
            continue
        said = "".join(reading.words[first : i + 1])
        first = i + 1
        letters = sum(map(str.isalnum, said))
        if letters:
            stops = said.rstrip("\"')]")[-1:] in _ENDS and said not in abbreviated
            yield _Word(len(said), letters, stops or i + 1 in reading.lines)
