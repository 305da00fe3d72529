"""Texts to measure speed on: as many as wanted, each once, the same for the same seed, shaped like outcomes."""

import random

import pytest

from benchmarks.speed import grammar
from benchmarks.speed.grammar import Choices, Grammar, outcomes


def test_distinct_and_the_same_for_a_seed():
    made = outcomes(2000, seed=3)
    assert len(made) == len(set(made)) == 2000
    assert made == outcomes(2000, seed=3)
    assert made != outcomes(2000, seed=4)


def test_shaped_like_outcomes():
    made = outcomes(2000)
    assert not [text for text in made if "{" in text or "|" in text or text != text.strip()]
    assert 50 < sum(map(len, made)) / len(made) < 130
    for word in ("I ", "will provide", "By the end of Year", "improve"):
        assert any(word in text for text in made), word


def test_weights_and_slots(monkeypatch):
    monkeypatch.setattr(grammar, "SLIPS_IN", 0)
    small = Grammar({"outcome": Choices((("I will ", "act", "."),), (1,)), "act": Choices((("read",), ("swim",)), (1, 0))}, {})
    assert {small.outcome(random.Random(n)) for n in range(20)} == {"I will read."}


def test_a_used_up_grammar_says_so(monkeypatch):
    small = Grammar({"outcome": Choices((("I will read.",), ("I will swim.",)), (1, 1))}, {})
    monkeypatch.setattr(grammar, "SLIPS_IN", 0)
    monkeypatch.setattr(grammar, "load_grammar", lambda: small)
    with pytest.raises(ValueError, match="about 2 outcomes"):
        outcomes(3)
