"""Which parts a provision names, found as plans word them; what applies to which kind; which words are vague."""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.language import Phrasebook, Pipeline, components
from send_outcomes.language.provision_parts import NOT_NEEDED, PartFound, ProvisionPart, tell_all
from send_outcomes.model import Place, Provision

_FILE = Path(__file__).parent / "cases" / "provision.yaml"
CASES = load_one(_FILE.read_text(encoding="utf-8"), _FILE.name).value
_BOOK = Phrasebook()
PIPELINE = Pipeline(_BOOK, components(_BOOK))
PARTS = [part for part in ProvisionPart if part is not ProvisionPart.WHAT]


def told(*texts, **fields):
    """Return what some provisions say; `fields` (who, how_often, …) are those of each."""
    return tell_all([Provision(f"P{n}", text, Place("-"), **fields) for n, text in enumerate(texts, 1)], PIPELINE.read)


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases], ids=lambda case: case["text"][:60])
def test_the_parts_are_found_or_missing(case):
    (said,) = told(case["text"])
    wanted = {**case.get("found", {}), **dict.fromkeys(case.get("missing", ()))}
    seen = {part.value: said.parts[part] for part in PARTS}
    assert {part: None for part in wanted if wanted[part] is None} == {part: None for part in seen if seen[part] is None}
    for part, words in case.get("found", {}).items():
        assert isinstance(seen[part], PartFound) and words.lower() in seen[part].words.lower(), f"{part}: {seen[part]}"
        assert case["text"][seen[part].start : seen[part].end] == seen[part].words
    for part in seen.keys() - wanted.keys():
        assert seen[part] is not None, part
    assert [vague.words for vague in said.vague] == case.get("vague", [])
