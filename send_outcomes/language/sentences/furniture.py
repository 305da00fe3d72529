"""What stands round an outcome and is not of it: numbering and labels before, source tags behind, words in quotation marks.

Finds "label" (of kind "bare" where it says nothing of the outcome), "source-tag" and "quotation"; notes in facts["core"] the words (first, last) that remain.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.sentences.numbering import cut_numbering

_DASHES = frozenset({"-", "*", "•", "·", "o", "▪", "‣", "–"})
_TRAILING = frozenset({",", ";", "!", "!!", "..", "...", "…", "*", "**", "-", "–"})  # behind the last word they say nothing
_MOST_TAGS = 8
_LABEL_LENGTH = 9
_PAIR = 2
_HEADING = 4  # words: “Long-term outcome 2”
_LONGEST_QUOTATION = 300  # characters: a mark that nobody closed


def find_furniture(reading: Reading) -> None:
    """Add "quotation", "label" and "source-tag" to the reading, and the core that they leave."""
    cut_numbering(reading)
    words = reading.words
    if words[:1] == ['"'] == words[-1:] and words.count('"') == _PAIR:
        reading.cut_off(len(words) - 1)  # the outcome whole
        reading.cut_before(1)
    if '"' in words or "'" in words:
        _quotations(reading)
    last = _without_tags(reading)
    reading.facts["core"] = (after_label(reading, 0, last), last)


def after_label(reading: Reading, first: int, last: int) -> int:
    """Return the first word behind bullets, numbers and a label such as “Long term:” or “O1.”"""
    words, known = reading.words, lexicon().words
    i = first
    while i < last and (
        words[i] in _DASHES or (words[i].rstrip(".)").isdigit() and _is_number_label(reading, i)) or _is_paragraph(words, i)
    ):
        i += 1
        if i < last and words[i] in (".", ")"):
            i += 1
    if words[i + 1 : i + 2] == [","] and words[i] in known["labels"] and i + 2 < last:
        reading.add("label", i, i + 2, "bare")  # “Outcome, by July …”
        return i + 2
    numbered = next((j for j in range(i + 1, min(i + _HEADING, last - 1)) if words[j] == "." and words[j - 1].isdigit()), i)
    if i < numbered and _kind_of_label(words[i:numbered]) == "bare":
        reading.add("label", i, numbered + 1, "bare")  # “Outcome 2. To …”
        return numbered + 1
    headed = min((line for line in reading.lines if i < line < last), default=i) if len(reading.lines) > 1 else i
    if i < headed <= i + _HEADING and _kind_of_label(words[i:headed]) == "bare":
        reading.add("label", i, headed, "bare")  # “Outcome 1”, alone on its line
        return headed
    ahead = words[i : min(i + _LABEL_LENGTH, last - 1)]
    if ":" not in ahead and "-" not in ahead:
        return i
    for j in range(i, i + len(ahead)):
        if words[j] == "." and j > i + 1:
            break  # “Access to CAMHS. Baseline: …”
        if words[j] == "-" and j in reading.lines and reading.text.lstrip()[:1] in _DASHES:
            break  # the next bullet
        if words[j] == ":" or (words[j] == "-" and j > i):
            if not _is_label(reading, i, j, last):
                if words[j] == "-" and reading.ends[j - 1] == reading.starts[j]:
                    continue  # “Self-care: …”
                break
            reading.add("label", i, j + 1, _kind_of_label(words[i:j]))
            return j + 1
    return i


def _is_label(reading: Reading, i: int, mark: int, last: int) -> bool:
    """Tell whether the words from `i` up to a colon or dash name the outcome, grade it or say who speaks; no clause does."""
    words, known = reading.words, lexicon().words
    said = " ".join(words[i:mark])
    colon = words[mark] == ":"
    if (mark == i + 1 and said in known["graded_labels"]) or (colon and words[mark - 1] in known["reporting"]):
        return True
    heads = {said, *said.split()}
    if words[mark - 1] in known["labels"]:
        heads.discard("'s")  # “Noor's goal: …” says nothing of Noor
    if heads & known["modals"] or heads & known["finite"]:
        return False
    named = said in known["areas"] or bool(heads & known["labels"])
    return colon or named or _names_a_list(reading, mark, last) or _is_id(reading, i, mark)


def _kind_of_label(label: list[str]) -> str:
    """Return "area" for an area of need, "bare" for what says nothing of the outcome (“Long-term outcome 2”), else ""."""
    known, said = lexicon().words, " ".join(label)
    if said in known["areas"]:
        return "area"
    if len(label) == 1 and label[0][0].isalpha() and label[0][-1].isdigit():
        return "bare"  # “E1: …”
    named = " ".join(word for word in label if not word.isdigit()).replace(" - ", "-")
    return "bare" if named in known["labels"] and named not in known["labels_of_areas"] else ""


def _names_a_list(reading: Reading, dash: int, last: int) -> bool:
    """Tell “Friends – say sorry, play fair” from “check-in”: a dash between spaces, and a verb behind it."""
    spaced = reading.text[reading.starts[dash] - 1].isspace() and dash + 1 < last
    return spaced and reading.words[dash + 1] in lexicon().forms


def _is_id(reading: Reading, i: int, dash: int) -> bool:
    """Tell the “E1” of “E1 - To be able to …”, alone before a dash between spaces."""
    spaced = reading.text[reading.starts[dash] - 1].isspace()
    return spaced and dash == i + 1 and _is_tag(reading.surface(i, dash)) and reading.words[i][-1].isdigit()


def _is_paragraph(words: list[str], i: int) -> bool:
    """Tell the “1.1” of “1.1 list three dangers” from “1.5 hours”: a verb follows."""
    plain = "." in words[i] and words[i].replace(".", "").isdigit() and i + 1 < len(words)
    return plain and lexicon().forms.get(words[i + 1]) == words[i + 1]


def _is_number_label(reading: Reading, i: int) -> bool:
    """Tell “1. I will …” and “2) I will …” from “12 hours of help” and “10.5 hours”."""
    follower = reading.words[i + 1] if i + 1 < len(reading.words) else ""
    return follower in (".", ")") or reading.words[i].endswith((".", ")"))


def _without_tags(reading: Reading) -> int:
    """Cut off source tags behind the last word, “(EP)”, “(A, PR, I)”, “(Need 2, Aspiration 1)”; return how many words remain."""
    words = reading.words
    last = len(words)
    while last > 1 and words[last - 1] in _TRAILING:
        last -= 1
    if last < len(words):
        reading.cut_off(last)
    if last < 4 or words[last - 1] not in (")", "]", "."):
        return last
    end = last - 1 if words[last - 1] == "." else last
    if words[end - 1] not in (")", "]"):
        return last
    opening = end - 2
    while opening > 0 and words[opening] not in ("(", "["):
        opening -= 1
    inner = [i for i in range(opening + 1, end - 1) if words[i][:1].isalnum()]
    if opening <= 0 or not inner or len(inner) > _MOST_TAGS:
        return last
    refers = lexicon().words["references"]
    tags = (words[i] in refers or _is_tag(reading.text[reading.starts[i] : reading.ends[i]]) for i in inner)
    if all(tags) or words[inner[0]] == "appendix":
        reading.add("source-tag", opening, end)
        reading.cut_off(opening)
    return len(words)


def _is_tag(word: str) -> bool:
    return len(word) <= 6 and (word.isupper() or word.isdigit() or (word[:1].isupper() and word[-1:].isdigit()))


def _quotations(reading: Reading) -> None:
    """Add what stands in quotation marks; an apostrophe is none, so single marks must open before a word and close after."""
    opened: int | None = None
    for i, word in enumerate(reading.words):
        if word == '"' or (word == "'" and _is_mark(reading, i, opened is not None)):
            if opened is None:
                opened = i
            else:
                reading.add("quotation", opened, i + 1)
                opened = None
        elif word == "." and opened is not None and reading.starts[i] - reading.starts[opened] > _LONGEST_QUOTATION:
            opened = None


def _is_mark(reading: Reading, i: int, is_open: bool) -> bool:
    start, end = reading.starts[i], reading.ends[i]
    before = reading.text[start - 1 : start] if start else " "
    after = reading.text[end : end + 1] or " "
    if is_open:
        return not before.isspace()
    return not before.isalnum() and after.isalnum()
