"""Bullets and numbers before an outcome: “• ”, “3. ”, “a) ”, “(ii) ”, “1.2 ”, “O3. ”. They say nothing of it.

Asked by `furniture`; knows no clause.
"""

import re

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import lexicon

_BULLETS = r"[-*•·▪▫‣–—●○◦■□☐☑☒✓✔→➔➢►❖»~>…]"
_NUMBERED = re.compile(
    rf"\s*(?:(?:{_BULLETS}|\.\.+)\s*)*"
    r"(?:\((?:\d{1,2}|[a-i]|[ivx]{2,4})\)|\[\d{1,2}\]|(?:\d{1,2}[a-h]?|[a-i]|[ivx]{2,4})[.)]|[A-H]\)|(?:O|E|G|LO|OC)\d{1,2}[.)]"
    r"|(?P<figure>\d{1,2}(?:\.\d{1,2})+)[.)]?)?\s+"
)
_MOST_WORDS = 6  # of a bullet and a number: “•”, “(”, “a”, “)”
_FURTHER = re.compile(r"\s\(?(?:2|b|ii)[.)]\s")  # “1) … 2) …”: the parts of one text


def cut_numbering(reading: Reading) -> None:
    """Leave out the words of a bullet or number at the head of a text, where no further part of it is numbered."""
    text = reading.text
    if text[:2].isalpha():
        return  # as nearly all begin
    found = _NUMBERED.match(text)
    if found is None or _FURTHER.search(text, found.end()):
        return
    count = sum(end <= found.end() for end in reading.ends[:_MOST_WORDS])
    if not 0 < count < len(reading.words):
        return
    small = not text[reading.starts[count]].isupper()  # “1.2 M will …”: initials
    if found["figure"] and small and reading.words[count] in lexicon().words["counted_in_parts"]:
        return  # “1.5 hours of help”
    reading.cut_before(count)
