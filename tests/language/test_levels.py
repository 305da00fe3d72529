"""An outcome is held against the present only where both count the same thing."""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.language.judgements.levels import is_no_further, is_same_thing, levels_in

CASES = load_one((Path(__file__).with_name("cases") / "levels.yaml").read_text(encoding="utf-8"), "levels.yaml").value


@pytest.mark.parametrize("case", CASES, ids=[case["aim"] for case in CASES])
def test_the_aim_is_held_against_the_level(case):
    pairs = [(aim, now) for aim in levels_in(case["aim"]) for now in levels_in(case["now"]) if is_same_thing(aim, now)]
    further = [pair for pair in pairs if not is_no_further(*pair)]
    match case["says"]:
        case "no_further":
            assert pairs and not further
        case "nothing":
            assert not [pair for pair in pairs if pair not in further]
            assert all(pair[0].lowered or pair[0].alone for pair in further)
        case times:
            assert [aim.amount.value / now.amount.value for aim, now in further] == [times]


@pytest.mark.parametrize(("text", "told"), [("She writes a 25 word story.", "25 words"), ("He swims 20 m.", "20 m")])
def test_an_amount_told_by_itself_is_in_the_plural(text, told):
    assert [level.words for level in levels_in(text)] == [told]
