"""Several outcomes in one are told from “and” inside one skill."""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.language import Phrasebook, Pipeline, components

CASES = load_one((Path(__file__).parent / "cases" / "joined.yaml").read_text(encoding="utf-8"), "joined.yaml").value


@pytest.fixture(scope="module")
def pipeline():
    phrasebook = Phrasebook()
    return Pipeline(phrasebook, components(phrasebook))


@pytest.mark.parametrize("text", CASES["several"], ids=lambda text: text[:60])
def test_what_can_be_reached_separately_is_marked(pipeline, text):
    assert "several-outcomes" in pipeline.read(text).found


@pytest.mark.parametrize("text", CASES["one"], ids=lambda text: text[:60])
def test_one_thing_is_left_alone(pipeline, text):
    assert "several-outcomes" not in pipeline.read(text).found
