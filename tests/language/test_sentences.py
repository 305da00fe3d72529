"""The shallow reading of a sentence, by cases: who, head verb, form, and what was found."""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.language import Phrasebook, Pipeline, components

CASES = load_one((Path(__file__).parent / "cases" / "sentences.yaml").read_text(encoding="utf-8"), "sentences.yaml").value
PROVISION = {"provision", "task", "mixed-provision"}


@pytest.fixture(scope="module")
def pipeline():
    phrasebook = Phrasebook()
    return Pipeline(phrasebook, components(phrasebook))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_the_sentence_is_read_as_a_person_would(pipeline, case):
    reading = pipeline.read(case["text"])
    clause, found = reading.facts["clause"], reading.found
    said = {
        "who": reading.facts["subject"],
        "subject": reading.surface(clause.subject_first, clause.subject_last),
        "head": clause.lemma,
        "form": clause.form.value,
        "measure": sorted({m.kind for m in found.get("measure", ())}),
        "provision": bool(PROVISION & found.keys()),
        "vague": "vague-verb" in found,
        "no_act": "no-act" in found,
        "aspiration": "aspiration" in found,
        "joined": "several-outcomes" in found,
        "mixed": "mixed-person" in found,
        "tag": "source-tag" in found,
        "purpose": [reading.text[m.start : m.end] for m in found.get("purpose", ())],
        "condition": [reading.text[m.start : m.end] for m in found.get("condition", ())],
    }
    expected = {key: sorted(value) if key == "measure" else value for key, value in case.items() if key != "text"}
    assert {key: said[key] for key in expected} == expected
