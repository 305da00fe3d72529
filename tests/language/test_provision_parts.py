"""Which parts a provision names, found as plans word them; what applies to which kind; which words are vague."""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.language import Phrasebook, Pipeline, components
from send_outcomes.language.provision_parts import PartFound, ProvisionPart, tell_all
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


def test_a_field_of_the_plan_names_its_part():
    (said,) = told("Reading together.", who="a tutor", how_often="2 hours per week", review="termly", skills="Level 3")
    assert {part: found.words for part, found in said.parts.items() if found} == {
        "what": "Reading together",
        "how_much": "2 hours",
        "how_often": "2 hours per week",
        "who": "a tutor",
        "skills": "Level 3",
        "review": "termly",
    }
    assert all((found.start, found.end) == (0, 0) for part, found in said.parts.items() if part is not ProvisionPart.WHAT)


def test_a_vague_field_names_nothing():
    (said,) = told("Reading together.", how_often="regularly", how_long="as required", who="the setting")
    assert [part for part in PARTS if said.parts[part] is None] == PARTS
    assert [vague.words for vague in said.vague] == ["as required", "regularly"]


def test_one_sentence_on_the_review_counts_for_all():
    reading, note = told("A TA reads with me.", "All provision in this section is reviewed at the end of each term.")
    assert reading.parts[ProvisionPart.REVIEW].words == "at the end of each term"
    assert note.kind == "note" and None not in note.parts.values()
    last, first = told("A tutor, weekly for an hour. All of the above is reviewed termly.", "A TA reads with me.")
    assert first.parts[ProvisionPart.REVIEW].words == "termly" and last.kind == "service"
    (alone,) = told("A TA reads with me.")
    assert alone.parts[ProvisionPart.REVIEW] is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A laptop.", "equipment"),
        ("A seat near the front.", "environment"),
        ("A place at a special school.", "placement"),
        ("An occupational therapist will assess his seating.", "event"),
        ("Extra time in exams.", "arrangement"),
        ("A laptop, and typing tuition.", "service"),
        ("Weekly visits from the nurse.", "service"),
        ("N/A", "note"),
    ],
)
def test_the_kind_of_provision_decides_what_it_must_name(text, kind):
    assert told(text)[0].kind == kind


@pytest.mark.parametrize(
    "text", ["", " ", ".", "-", "e.g.", "1:1", "“", "each", "a", "up to", "such as", "review", "level", "Dr", "half"]
)
def test_scraps_are_no_trouble(text):
    assert len(told(text)) == 1
