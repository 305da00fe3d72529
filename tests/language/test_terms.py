from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.pipeline import Pipeline
from send_outcomes.language.vocabularies.terms import find_terms
from send_outcomes.language.vocabularies.vocabulary import load_vocabulary, shipped_vocabulary, spellings

CASES = load_one((Path(__file__).with_name("cases") / "terms.yaml").read_text(encoding="utf-8"), "terms.yaml").value


def pipeline_of(vocabulary):
    phrasebook = Phrasebook()
    vocabulary.register(phrasebook)
    return Pipeline(phrasebook, [find_terms])


@pytest.fixture(scope="module")
def pipeline():
    return pipeline_of(shipped_vocabulary())


def matches(reading, name):
    return [f.fields["match"] for f in reading.found.get(name, [])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_marks_what_a_non_specialist_would_not_understand_and_nothing_else(pipeline, case):
    reading = pipeline.read(case["text"])
    assert matches(reading, "medical-term") == case.get("medical", [])
    assert matches(reading, "jargon") == case.get("jargon", [])
    if "plainer" in case:
        assert matches(reading, "plainer-word") == case["plainer"]


def test_each_finding_offers_plain_wording(pipeline):
    found = pipeline.read("Her gait and her receptive language")
    assert found.found["medical-term"][0].fields["plain"] == "the way I walk"
    assert found.found["jargon"][0].fields["plain"] == "understanding what people say"


def test_places_are_those_of_the_text_as_typed(pipeline):
    text = "to work on  his “co‑regulation”\n• and his gait"
    found = pipeline.read(text).found
    assert [text[f.start : f.end] for f in found["jargon"]] == ["co‑regulation"]
    assert [text[f.start : f.end] for f in found["medical-term"]] == ["gait"]


def test_names_of_conditions_are_the_young_persons_to_use(pipeline):
    listed = shipped_vocabulary().terms.items()
    names = [phrase for phrase, terms in listed if all(term.level == "name" for term in terms)]
    assert len(names) > 40
    for name in names:
        found = pipeline.read(f"I have {name} and I like it.").found
        assert not {"medical-term", "jargon", "plainer-word"} & found.keys(), name


def test_spellings_follow_general_rules():
    assert set(spellings("self-organise")) == {"self-organise", "self organise", "self-organize", "self organize"}
    assert set(spellings("fine motor")) == {"fine motor", "fine-motor"}
    assert set(spellings("generalisation")) == {"generalisation", "generalization"}


def test_an_authority_adds_and_replaces_in_a_file_of_its_own(tmp_path):
    own = tmp_path / "ours.yaml"
    own.write_text(
        "jargon:\n  - {terms: [blue book], plain: my book, class: flag, sense: {not_previous: [little]}}\n"
        "medical:\n  - {terms: [gait], plain: walk, class: plain}\n",
        encoding="utf-8",
    )
    reading = pipeline_of(load_vocabulary([own])).read("Her gait, her blue-book and her little blue book")
    assert matches(reading, "jargon") == ["blue-book"]
    assert matches(reading, "medical-term") == []
