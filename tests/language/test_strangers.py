"""Another child's name or pronoun is told in a need or a provision, where parents, staff and friends are named rightly."""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.language import Phrasebook, Pipeline, components
from send_outcomes.language.judgements.strangers import is_introduced, stranger_names, stranger_pronoun

CASES = load_one((Path(__file__).with_name("cases") / "strangers.yaml").read_text(encoding="utf-8"), "strangers.yaml").value
WRONG = {"he", "him", "his", "himself"}


@pytest.fixture(scope="module")
def pipeline():
    phrasebook = Phrasebook()
    return Pipeline(phrasebook, components(phrasebook))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_marks_the_stranger_and_nobody_else(pipeline, case):
    reading = pipeline.read(case["text"])
    names = [reading.surface(i, i + 1) for i in stranger_names(reading, "Laura")]
    assert [name for name in names if not is_introduced(name, [case["text"]])] == ([case["name"]] if "name" in case else [])
    pronoun = stranger_pronoun(reading, "Laura", WRONG)
    assert (None if pronoun is None else reading.surface(pronoun, pronoun + 1)) == case.get("pronoun")
