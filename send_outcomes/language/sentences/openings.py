"""Where a sentence ends, and where its main clause begins: behind the time phrases and conditions that open it."""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import Lexicon
from send_outcomes.language.sentences.subjects import nearest_subject

_PASSED = frozenset({",", "-", ":", "and", "then"})
_SUBJECT = 4  # words up to a modal: “Skye will”, “the child will”
SENTENCE_ENDS = frozenset({".", "!", "?", ";"})


def sentence_end(reading: Reading, first: int, last: int) -> int:
    """Return the index of the mark that ends the sentence, or of the next line's first word, or `last`."""
    words, lines = reading.words, reading.lines
    several = len(lines) > 1
    for i in range(first, last):
        if words[i] in SENTENCE_ENDS:
            return i
        if several and i in lines and i > first + 1 and _begins_another(reading, i):
            return i
    return last


def _begins_another(reading: Reading, i: int) -> bool:
    """Tell whether the line that word `i` begins is no item of a list, and does not go on with the sentence before."""
    words = reading.words
    return words[i - 1] != ":" and words[i][:1] not in "-•*·o" and not _wraps(reading, i)


def _wraps(reading: Reading, i: int) -> bool:
    """Tell whether a new line goes on with the sentence: it begins small."""
    return reading.text[reading.starts[i]].islower()


def after_leading(reading: Reading, first: int, last: int, known: Lexicon) -> int:
    """Return the first word behind the time phrases and conditions that open the sentence."""
    words = reading.words
    ends = {found.start: found.end for found in reading.found.get("deadline", ())}
    start = first
    for _ in range(6):
        while start < last and (words[start] in _PASSED or _is_all_quoted(reading, start, last)):
            start += 1
        if start >= last:
            return first
        end = ends.get(reading.starts[start])
        if end is not None:
            while start < last and reading.starts[start] < end:
                start += 1
            if words[start : start + 1] == ["of"] and "," in words[start : last - 1]:
                start = words.index(",", start)  # “Within six months of his plan being issued, …”
            continue
        if words[start] not in known.words["leading"] or (start + 1 < last and words[start + 1] == "-"):
            return _past_participle(reading, start, last, known)
        if words[start] == "for" and "to" in words[start + 1 : min(start + 9, last)]:
            return start
        behind = _after_marker(reading, start, last, known)
        if behind is None:
            return start
        start = behind
    return start


def _past_participle(reading: Reading, start: int, last: int, known: Lexicon) -> int:
    """Return where the subject begins behind “Being more aware of it, Skye will …”, “Provided with a pass, she will …”."""
    words = reading.words
    if not words[start].endswith(("ing", "ed")) or "," not in words[start + 1 : last - 2]:
        return start
    behind = words.index(",", start) + 1
    modal = next((j for j in range(behind + 1, min(behind + _SUBJECT, last)) if words[j] in known.words["modals"]), None)
    return behind if modal is not None and nearest_subject(reading, behind - 1, modal, known) == behind else start


def _is_all_quoted(reading: Reading, start: int, last: int) -> bool:
    """Tell whether the quotation that begins here holds the rest of the sentence: then it is the outcome."""
    words = reading.words
    return words[start] == '"' and '"' not in words[start + 1 : last - 1] and '"' in words[last - 1 : last + 2]


def _after_marker(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    """Return where the clause that a leading marker opens ends: where the subject of the next begins, or at a comma."""
    words = reading.words
    comma: int | None = None
    for j in range(start + 1, last):
        if words[j] == "," and j + 1 < last:
            comma = comma or j + 1
        elif words[j] in known.words["modals"] and j > start + 1:
            subject = nearest_subject(reading, start + 1, j, known)
            if subject is not None and (comma is None or (subject > comma and words[subject - 1] == ",")):
                return subject  # “Given two songs, one sung today, Lola will …”
            break
        elif (
            words[j] in known.words["subjects"]
            and comma is None
            and words[start] in known.words["leading_phrases"]
            and j > start + 1
        ):
            return j  # “In Year 5 I am going to …”
    # “Having a say over their flat, bills and carers” opens nothing.
    had = words[start] == "having" and not known.words["articles"].isdisjoint(words[start + 1 : start + 2])
    return None if had else comma
