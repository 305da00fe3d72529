"""Words are cut as spaCy's English tokeniser cuts the whole text, though each stretch between two spaces is cut only once."""

from itertools import islice

import pytest

from benchmarks.accuracy.sets import load_sets
from send_outcomes.language import Phrasebook, Pipeline
from send_outcomes.language.tokens import _PLAIN, Tokeniser


@pytest.fixture(scope="module")
def tokeniser() -> Tokeniser:
    return Tokeniser()


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


def test_words_and_places_are_those_of_spacy_on_the_whole_text(tokeniser: Tokeniser) -> None:
    for text in texts():
        told = tokeniser.cut(text)
        whole = [token for token in tokeniser._spacy(text.translate(_PLAIN)) if not token.text.isspace()]
        assert told.words == [token.text.lower() for token in whole]
        assert told.starts == [token.idx for token in whole]
        assert told.ends == [token.idx + len(token) for token in whole]


def test_a_text_cut_again_is_cut_alike(tokeniser: Tokeniser) -> None:
    for text in texts():
        assert tokeniser.cut(text) == tokeniser.cut(text)


def test_places_are_those_of_the_text_as_given(tokeniser: Tokeniser) -> None:
    text = "İpek’s “plan” – “read” it."
    told = tokeniser.cut(text)
    said = [text[start:end] for start, end in zip(told.starts, told.ends, strict=True)]
    assert said == ["İpek", "’s", "“", "plan", "”", "–", "“", "read", "”", "it", "."]


def test_line_breaks_begin_lines_and_wide_gaps_part_phrases(tokeniser: Tokeniser) -> None:
    told = tokeniser.cut("I will read.\n- speech  therapy")
    assert told.words == ["i", "will", "read", ".", "-", "speech", "therapy"]
    assert told.lines == {0, 4}
    assert told.gaps == {4, 6}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("speech and language therapy", [("speech", 0, 1), ("speech and language", 0, 3), ("language", 2, 3)]),
        ("Speech  and language", [("speech", 0, 1), ("language", 2, 3)]),
        ("self-care, SPEECH", [("self-care", 0, 3), ("speech", 4, 5)]),
    ],
)
def test_phrases_are_met_in_any_case_the_shorter_first_and_never_over_a_gap(text: str, met: list[tuple[str, int, int]]) -> None:
    phrasebook = Phrasebook()
    phrasebook.add("mine", ["speech", "Speech and  language", "language", "self-care"])
    assert Pipeline(phrasebook, []).read(text).hits["mine"] == met


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send_outcomes.language.tokens._MOST", 50)
    tokeniser = Tokeniser()
    for number in range(200):
        assert tokeniser.cut(f"Name{number} will read.").words == [f"name{number}", "will", "read", "."]
    assert len(tokeniser._whole) + len(tokeniser._parts) <= 51
