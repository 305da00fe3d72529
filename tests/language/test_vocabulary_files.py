"""The word lists in `rules/vocabulary/`: each says a word once, so that who takes one out has taken it out."""

from collections import Counter
from pathlib import Path

import pytest

from send_outcomes.documents import load_one

FILES = sorted((Path(__file__).parents[2] / "rules" / "vocabulary").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_list_says_a_word_once(path):
    lists = load_one(path.read_text(encoding="utf-8"), str(path)).value
    twice = {
        name: sorted(word for word, times in Counter(words).items() if times > 1)
        for name, words in lists.items()
        if isinstance(words, list) and all(isinstance(word, str) for word in words)
    }
    assert {name: words for name, words in twice.items() if words} == {}
