"""Words are cut as spaCy's English tokeniser cuts the whole text, though each stretch between two spaces is cut only once."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy.sets import load_sets
from send_outcomes.language import Phrasebook, Pipeline
from send_outcomes.language.spacy_words import SpacyWords
from send_outcomes.language.tokens import _PLAIN, Tokeniser


@pytest.fixture(scope="module")
def tokeniser() -> Tokeniser:
    return Tokeniser()


@pytest.fixture(scope="module")
def spacy_words() -> SpacyWords:
    """What spaCy makes of a text when it knows all its special cases from the start."""
    words = SpacyWords()
    for special in words.special:
        words.cut(special)
    return words


def texts() -> list[str]:
    """Every tenth labelled case, and what people type besides."""
    cases = [case.text for one in load_sets() for case in one.cases]
    odd = [
        "I can't.  He’s 5'2\" (approx.) e.g. 8a.m. or 9 p.m.",
        "- one\n- two\r\n\tthree ",
        "",
        "  ",
        "İZMİR trip, Im fine.",
        "a . m .",
    ]
    return [*islice(cases, 0, None, 10), *odd, *(case.upper() for case in islice(cases, 0, None, 40))]


def in_full(word: str) -> str:
    """“I'll” is told as “I will”, “&” as “and”: there the two part."""
    return {"'ll": "will", "&": "and"}.get(word.lower(), word.lower())


def test_words_and_places_are_those_of_spacy_on_the_whole_text(tokeniser: Tokeniser, spacy_words: SpacyWords) -> None:
    for text in texts():
        told = tokeniser.cut(text)
        whole = [(word, first) for word, first in spacy_words.cut(text.translate(_PLAIN)) if not word.isspace()]
        assert told.words == [in_full(word) for word, _ in whole]
        assert told.starts == [first for _, first in whole]
        assert told.ends == [first + len(word) for word, first in whole]


SPECIAL = sorted(SpacyWords().special)
PIECES = st.one_of(
    st.sampled_from(SPECIAL), st.sampled_from(["word", "Tom", "SEN", "10", "2027", "a", "am", "m", "km", "st", "3D"])
)
MARKS = st.sampled_from(["", "-", ".", ",", '"', "'s", ")", "(", "'", ":", "/", "--", "..."])


@given(st.lists(st.tuples(MARKS, PIECES, MARKS), min_size=1, max_size=3))
def test_whatever_hangs_together_is_cut_as_spacy_cuts_it(spacy_words: SpacyWords, parts: list[tuple[str, str, str]]) -> None:
    stretch = "".join(map("".join, parts))
    told = Tokeniser().cut(stretch)
    assert list(zip(told.words, told.starts, strict=True)) == [
        (in_full(word), first) for word, first in spacy_words.cut(stretch)
    ]


def test_a_ruled_line_is_cut_too(tokeniser: Tokeniser) -> None:
    told = tokeniser.cut(f"Name: {'_' * 30_000} signed")
    assert (told.words[0], told.words[-1]) == ("name", "signed")
    assert told.ends[-2] == 30_006


def test_a_text_cut_again_is_cut_alike(tokeniser: Tokeniser) -> None:
    for text in texts():
        assert tokeniser.cut(text) == tokeniser.cut(text)


def test_places_are_those_of_the_text_as_given(tokeniser: Tokeniser) -> None:
    text = "İpek’s “plan” – “read” it."
    told = tokeniser.cut(text)
    said = [text[start:end] for start, end in zip(told.starts, told.ends, strict=True)]
    assert said == ["İpek", "’s", "“", "plan", "”", "–", "“", "read", "”", "it", "."]


def test_line_breaks_begin_lines(tokeniser: Tokeniser) -> None:
    told = tokeniser.cut("I will read.\n- speech  therapy")
    assert told.words == ["i", "will", "read", ".", "-", "speech", "therapy"]
    assert told.lines == {0, 4}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("speech and language therapy", [("speech", 0, 1), ("speech and language", 0, 3), ("language", 2, 3)]),
        ("Speech  and language", [("speech", 0, 1), ("speech and language", 0, 3), ("language", 2, 3)]),
        ("Speech\nand language", [("speech", 0, 1), ("language", 2, 3)]),
        ("self-care, SPEECH", [("self-care", 0, 3), ("speech", 4, 5)]),
    ],
)
def test_phrases_are_met_in_any_case_the_shorter_first_and_never_over_a_line_break(
    text: str, met: list[tuple[str, int, int]]
) -> None:
    phrasebook = Phrasebook()
    phrasebook.add("mine", ["speech", "Speech and  language", "language", "self-care"])
    assert Pipeline(phrasebook, []).read(text).hits["mine"] == met


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_outcomes.language.tokens._MOST", 50)
    tokeniser = Tokeniser()
    for number in range(200):
        assert tokeniser.cut(f"Name{number} will read.").words == [f"name{number}", "will", "read", "."]
    assert len(tokeniser._whole) + len(tokeniser._parts) <= 51
