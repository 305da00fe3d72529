"""Text set on lines: nothing is lost, nothing is wider than the line, letters keep their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from send_outcomes.reports.layout import fitted, gathered, hanging, lines, rows
from send_outcomes.reports.safe import shown

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("ab  é我😀e\u0301"), st.characters()), max_size=120).map(shown)


@given(TEXTS, st.integers(2, 60))
def test_nothing_is_lost_or_too_wide(text, width):
    found = rows(text, width)
    assert "".join(text[r.start : r.end] for r in found).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(text[r.start : r.end]) <= width for r in found)
    assert [r.start for r in found] == sorted(r.start for r in found)


def test_lines_break_at_spaces_and_cut_only_what_is_longer_than_a_line():
    assert lines("I will read a book", 8) == ["I will", "read a", "book"]
    assert lines("antidisestablishment", 8) == ["antidise", "stablish", "ment"]
    assert lines("", 8) == [""]


def test_a_letter_is_never_parted_from_its_marks():
    assert lines("e\u0301" * 6, 4) == ["e\u0301" * 4, "e\u0301" * 2]


def test_hanging_lines_are_indented():
    assert hanging("say by when it ends", 16, 4, 6) == ["say by when", "      it ends"]


def test_gathered_items_are_never_broken():
    assert gathered(["one two", "three", "four"], 14, 2) == ["  one two", "  three  four"]


@pytest.mark.parametrize(("text", "seen"), [("abc", "abc  "), ("abcdef", "abcd…"), ("我我我", "我我…")])
def test_fitted_to_a_width(text, seen):
    assert fitted(text, 5) == seen
