"""What the shipped frameworks hold, and that their files keep the rules set for everyone's."""

import pytest

from send_outcomes import frameworks

SEVEN = {"safe", "community", "voice", "health-and-wellbeing", "happy-and-trust", "confident-and-goals", "carers-enabled"}
IDS = {
    "nottingham": {
        "my-skills-for-living",
        "my-family-my-friends-my-community",
        "healthy-happy-creative-me",
        "my-learning-my-earning-my-volunteering",
    },
    "stockport-2020": SEVEN,
    "stockport-2024": SEVEN,
    "shropshire-2025": {"voice", "aspirations-and-progress", "healthy", "right-support", "safe", "prepared-for-future"},
    "preparing-for-adulthood": {"employment", "independent-living", "community-inclusion", "good-health"},
}


def count(framework, passages):
    parts = [p for holder in (framework, *framework.statements) for p in holder.passages if p.id == passages]
    return sum(len(part.items) for part in parts)


def test_ids_are_those_promised():
    assert {f.id: {s.id for s in f.statements} for f in frameworks.shipped()} == IDS


@pytest.mark.parametrize("id_", frameworks.shipped_ids())
def test_file_is_valid(id_):
    path = frameworks.frameworks_folder() / f"{id_}.yaml"
    assert [str(p) for p in frameworks.problems_of(frameworks.read_document(path))] == []
    assert frameworks.find(id_).id == id_


@pytest.mark.parametrize(
    ("id_", "passages", "number"),
    [
        ("nottingham", "principles", 4),
        ("nottingham", "key-features", 8),
        ("nottingham", "tips", 14),
        ("nottingham", "questions", 4),
        ("stockport-2020", "priorities", 5),
        ("stockport-2020", "joint-commissioning-priorities", 7),
        ("stockport-2020", "impact-measures", 17),
        ("stockport-2024", "priorities", 5),
        ("stockport-2024", "ambitions", 7),
        ("stockport-2024", "outcomes-to-be-achieved", 16),
        ("stockport-2024", "key-performance-indicators", 19),
        ("shropshire-2025", "children", 34),
        ("shropshire-2025", "parent-carers", 31),
        ("shropshire-2025", "key-actions", 30),
        ("shropshire-2025", "measures", 72),
        ("shropshire-2025", "survey-child", 19),
        ("shropshire-2025", "survey-parent-carer", 21),
        ("shropshire-2025", "free-text-child", 6),
        ("shropshire-2025", "free-text-parent-carer", 6),
    ],
)
def test_nothing_of_the_source_is_lost(id_, passages, number):
    assert count(frameworks.find(id_), passages) == number


def test_themes_are_paired_both_ways():
    for id_ in ("nottingham", "stockport-2020"):
        for statement in frameworks.find(id_).statements:
            (counterpart,) = statement.same_as
            other, _, name = counterpart.partition("/")
            assert f"{id_}/{statement.id}" in frameworks.find(other).statement(name).same_as


def test_orders_and_wordings_of_the_two_editions_differ():
    old, new = frameworks.find("stockport-2020"), frameworks.find("stockport-2024")
    assert old.statements[0].id == "safe"
    assert new.statements[0].id == "confident-and-goals"
    assert old.statement("confident-and-goals").text == "I am confident and able to reach my goals"
    assert new.statement("confident-and-goals").text == "I am confident and able to achieve my goals"
