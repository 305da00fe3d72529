from pathlib import Path

import pytest

from send_outcomes.documents import SettingsProblem, load_one, rules_folder, schema, validate
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.pipeline import Pipeline
from send_outcomes.language.vocabularies.acronyms import acronym_finder, explained_in
from send_outcomes.language.vocabularies.vocabulary import SHIPPED, load_vocabulary, shipped_vocabulary

CASES = load_one((Path(__file__).with_name("cases") / "acronyms.yaml").read_text("utf-8"), "acronyms.yaml").value


def _pipeline(vocabulary):
    phrasebook = Phrasebook()
    finder = acronym_finder(phrasebook, vocabulary)
    return Pipeline(phrasebook, [finder])


@pytest.fixture(scope="module")
def pipeline():
    return _pipeline(shipped_vocabulary())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_marks_what_a_parent_may_not_know_and_nothing_else(pipeline, case):
    found = pipeline.read(case["text"]).found
    assert [f.fields["match"] for f in found.get("acronym", [])] == case.get("finds", [])
    assert [f.kind for f in found.get("acronym", [])] == case.get("as", [f.kind for f in found.get("acronym", [])])
    if "soft" in case:
        assert [f.fields["match"] for f in found.get("acronym-soft", [])] == case["soft"]


def test_places_are_those_of_the_text_as_typed(pipeline):
    text = "Sam’s  SENCo/OT  (new)\nwill see YP’s EHCP."
    for found in pipeline.read(text).found["acronym"]:
        assert text[found.start : found.end] == found.fields["match"]


def test_says_every_sense_and_writes_out_only_what_is_sure(pipeline):
    slt, ta, tas = pipeline.read("SLT met the TA and the TAs.").found["acronym"]
    assert slt.fields["expansion"] == "speech and language therapy or therapist or senior leadership team"
    assert slt.fields["written_out"] == ""
    assert ta.fields["written_out"] == "teaching assistant"
    assert tas.fields["written_out"] == "teaching assistants"


def test_an_unlisted_form_is_asked_about_and_never_guessed(pipeline):
    (found,) = pipeline.read("Carry on with the WXYZ plan.").found["acronym"]
    assert found.fields["expansion"] == found.fields["written_out"] == ""
    assert "say what it stands for" in found.fields["says"]


def test_what_one_text_explains_is_told_to_the_rest_of_the_plan(pipeline):
    first = pipeline.read("Help from speech and language therapy (SaLT) and the Widgit Symbol Board (WSB).")
    later = pipeline.read("I will show my WSB to SaLT.")
    assert {f.fields["short"] for f in later.found["acronym"]} == explained_in(first) == {"SALT", "WSB"}
    assert explained_in(later) == set()


def test_shipped_files_hold_to_the_schema_and_to_their_promised_size():
    for name in SHIPPED:
        path = rules_folder() / "vocabulary" / name
        assert validate(load_one(path.read_text(encoding="utf-8"), name), schema("vocabulary")) == []
    vocabulary = shipped_vocabulary()
    assert len({entry.short[0] for entry in vocabulary.short_forms.values()}) >= 350
    assert len(vocabulary.terms) >= 500


def test_no_short_form_is_both_accepted_and_marked():
    vocabulary = shipped_vocabulary()
    marked = {short for short, entry in vocabulary.short_forms.items() if entry.level != "accept"}
    assert marked & vocabulary.accepted == set()


def test_an_authority_adds_and_replaces_in_a_file_of_its_own(tmp_path):
    own = tmp_path / "ours.yaml"
    own.write_text(
        "accepted: ELSA\n"
        "acronyms:\n"
        "  - {short: [ZQT], means: [Zone Quality Team], plain: our team, class: flag}\n"
        "  - {short: [TA], means: [team adviser], plain: adviser, class: soft}\n",
        encoding="utf-8",
    )
    vocabulary = load_vocabulary([own])
    reading = _pipeline(vocabulary).read("The ZQT and the TA help, and the ELSA.")
    assert [f.fields["expansion"] for f in reading.found["acronym"]] == ["Zone Quality Team"]
    assert [f.fields["expansion"] for f in reading.found["acronym-soft"]] == ["team adviser"]
    assert shipped_vocabulary().short_forms["TA"].means == ("teaching assistant",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("acronyms:\n  - {short: [ZQT], plain: our team, class: flag}\n", "means"),
        ("acronyms:\n  - {short: [ZQT], means: [a], plain: b, class: loud}\n", "accept, soft, flag"),
        ("acronym: []\n", "did you mean “acronyms”"),
        ("jargon:\n  - {terms: [x], plain: y, class: flag, sense: {near: [z]}}\n", "near"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path, text, says):
    own = tmp_path / "ours.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsProblem, match=says) as caught:
        load_vocabulary([own])
    assert caught.value.line


def test_a_missing_file_is_a_problem_of_the_settings(tmp_path):
    with pytest.raises(SettingsProblem):
        load_vocabulary([tmp_path / "none.yaml"])
