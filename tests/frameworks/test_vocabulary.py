"""The shared words of mapping: well formed, used, and met in their other forms."""

import pytest

from send_outcomes import frameworks
from send_outcomes.concepts import Cue, concepts, parse_cues, split_words
from send_outcomes.concepts.forms import cue_forms
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.pipeline import Pipeline


def test_every_concept_speaks_for_something():
    used = {name for f in frameworks.shipped() for s in f.statements for name in s.concepts}
    assert used == set(concepts())


def test_every_theme_has_hundreds_of_words():
    for framework in ("nottingham", "stockport-2024", "shropshire-2025"):
        for statement in frameworks.find(framework).statements:
            words = {cue.words for name in statement.concepts for cue in concepts()[name].cues}
            assert len(words) > 100, statement.id


def test_weights_are_sane():
    for concept in concepts().values():
        assert concept.about
        for cue in concept.cues:
            assert 0 < cue.weight <= 2.5, cue


def test_cues_are_cut_into_words_as_outcomes_are():
    pipeline = Pipeline(Phrasebook(), [])
    wrong = []
    for concept in concepts().values():
        for cue in concept.cues:
            text = " ".join(cue.words).replace(" - ", "-").replace(" n't", "n't").replace(" 's", "'s")
            if pipeline.read(text).words != list(cue.words):
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    ("written", "cues"),
    [
        ("friend, make friends 1.3", [Cue(("friend",)), Cue(("make", "friends"), 1.3)]),
        ("level 2, =work 0.5", [Cue(("level", "2")), Cue(("work",), 0.5, exact=True)]),
        (" , turn-taking,", [Cue(("turn", "-", "taking"))]),
        ("Year 9, don't know", [Cue(("year", "9")), Cue(("do", "n't", "know"))]),
    ],
)
def test_how_cues_are_written(written, cues):
    assert list(parse_cues(written)) == cues


@pytest.mark.parametrize(
    ("cue", "met"),
    [
        ("cook", {"cook", "cooks", "cooking", "cooked"}),
        ("shop", {"shops", "shopping", "shopped"}),
        ("bake", {"bakes", "baking", "baked"}),
        ("tidy", {"tidies", "tidying", "tidied"}),
        ("make friends", {"make friends", "makes friends", "making friends", "made friends"}),
        ("sports club", {"sports club", "sports clubs"}),
        ("speak", {"speaks", "spoke", "speaking"}),
        ("after-school club", {"after - school club", "after school clubs"}),
    ],
)
def test_other_forms_are_filled_in(cue, met):
    assert met <= {" ".join(form) for form in cue_forms(Cue(split_words(cue)))}


def test_exact_cues_have_one_form():
    assert list(cue_forms(Cue(("work",), exact=True))) == [("work",)]
