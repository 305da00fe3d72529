"""Several outcomes in one, told by how they are laid out: parts that are numbered, lines, labels of their own."""

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from send_outcomes.language.judgements.joints import points_back
from send_outcomes.language.judgements.spheres import apart, spheres_of
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon
from send_outcomes.language.sentences.openings import SENTENCE_ENDS
from send_outcomes.language.sentences.verbs_or_nouns import third_person

_FIRST_PARTS = {"b": "a", "2": "1", "ii": "i"}  # by what the first of several parts was numbered
_LISTED = 2  # so many acts in a row make a list
_STEPS = frozenset({"steps", "step", "stages"})
_LABEL = 4  # words of a label at most, its colon among them
_GOES_ON = frozenset({",", ";", "and", "&", "then", "to", "will"})
_SAYS_WHO = frozenset({"i", "will", "can", "he", "she", "they", "to"})


def numbered(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “2)” or “(b)” of parts that the writer numbered within the text."""
    words = reading.words
    for i in range(1, len(words) - 2):
        first = _FIRST_PARTS.get(words[i]) if _heads_part(words, i, known) and not points_back(words, i + 2, known) else None
        if first and any(words[j] == first and _heads_part(words, j, known) and not _of_steps(words, j) for j in range(i)):
            return i
    return None


def _of_steps(words: list[str], j: int) -> bool:
    """Tell “Steps: 1) visit the venue 2) …”: the way there."""
    return words[j - 1] == ":" and not _STEPS.isdisjoint(words[max(0, j - 4) : j - 1])


def _heads_part(words: list[str], i: int, known: Lexicon) -> bool:
    """Tell “a) cook a meal” from a choice or a condition: “with a) a sibling b) a peer”."""
    return words[i + 1] == ")" and words[i + 2] not in known.words["no_part"]


def ends_apart(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where a further act with an end of its own begins: “reach level 8 by Easter, learn my tables by July”."""
    words, starts = reading.words, reading.starts
    ends = [f for f in reading.found.get("deadline", ()) if starts[clause.first] < f.start]
    for end, further in pairwise(ends):
        i = bisect_left(starts, end.end)
        while i < len(words) - 1 and words[i] in _GOES_ON:
            i += 1
        own = i < len(words) and known.forms.get(words[i]) == words[i] and starts[i] < further.start
        if own and reading.text[end.start : end.end].lower() != reading.text[further.start : further.end].lower():
            return i
    return None


def further_line(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where another line begins an outcome of its own: the same verb or a label of its own, no list of details."""
    words = reading.words
    if len(reading.lines) == 1 or ":" in words[clause.first : clause.last]:
        return None
    for i in sorted(reading.lines):
        if i <= clause.head or i >= len(words) or not reading.text[reading.starts[i]].isupper():
            continue
        labelled = ":" in words[i : i + 3] and "label" in reading.found
        if labelled or known.forms.get(words[i], words[i]) == clause.lemma or words[i] in ("i", "to"):
            return i
    return None


def sentences_apart(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the “To” that begins a further outcome: “To say sorry to a friend. To form his letters on the line.”"""
    words = reading.words
    if clause.form is not Form.INFINITIVE:
        return None
    for i in range(clause.last, len(words) - 2):
        begins = words[i] == "to" and words[i - 1] in SENTENCE_ENDS and words[i + 1] in known.forms
        if begins and apart(spheres_of(words[clause.head : clause.last]), spheres_of(words[i:])):
            return i
    return None


def lines_apart(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the line at which a list of acts turns to another part of life; steps under a title of their own are one thing."""
    words = reading.words
    if len(reading.lines) == 1 or not clause.lemma:
        return None
    ends = [found.start for found in reading.found.get("deadline", ())]  # “By July 2027:” is no title
    if any(label.kind != "bare" and label.start not in ends for label in reading.found.get("label", ())):
        return None
    begins = [i for i in map(_past_bullet(words), sorted(reading.lines)) if clause.head <= i < len(words)]
    acts = [i for i in begins if _begins_act(words[i], known)]
    if len(acts) < _LISTED or acts != begins:
        return None
    before = frozenset[str]()
    for at, end in zip(acts, [*acts[1:], len(words)], strict=True):
        here = spheres_of(words[at:end])
        if apart(before, here):
            return at
        before |= here
    return None


def _begins_act(word: str, known: Lexicon) -> bool:
    """Tell “make a sandwich” and “makes a sandwich” from “making”, “friends”."""
    lemma = known.forms.get(word)
    return lemma is not None and word in (lemma, third_person(lemma))


def _past_bullet(words: list[str]) -> Callable[[int], int]:
    """Return what leads from the word that begins a line to its verb: past a bullet, “I will”, “to”."""

    def past(i: int) -> int:
        while i < len(words) and (not words[i][0].isalpha() or words[i] in _SAYS_WHO):
            i += 1
        return i

    return past


def labels_apart(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the second of several labels: “Toileting: says when …”, “Dressing: puts on …”, each on a line or in a sentence."""
    words = reading.words
    opens = [i for i in range(len(words)) if i in reading.lines or not i or words[i - 1] in SENTENCE_ENDS]
    labels = [i for i in opens if ":" in words[i + 1 : i + 1 + _LABEL]]
    for first, second in pairwise(labels):
        if apart(spheres_of(words[first:second]), spheres_of(words[second:])):
            return second
    return None
