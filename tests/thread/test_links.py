"""The thread of small plans: which links are found, how they are known, and where the thread breaks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_outcomes.documents import Document, load_one
from send_outcomes.language import Phrasebook, Pipeline, components
from send_outcomes.readers.plan_document import plans_of
from send_outcomes.readers.plan_places import Places
from send_outcomes.thread import Kind, gaps, weave
from send_outcomes.thread.links import PAIRS
from send_outcomes.thread.mentions import Label, mentioned

CASES = load_one((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"), "cases.yaml").value


@pytest.fixture(scope="module")
def read():
    phrasebook = Phrasebook()
    return Pipeline(phrasebook, components(phrasebook)).read


def plan_of(value):
    document = Document(value, "case", {(): (1, 1)})
    return next(plans_of(document, Places(document, [])))


def said_gap(gap):
    whom = gap.item.id if gap.item else "+".join(item.id for item in gap.items) or "plan"
    return f"{whom} {gap.lacks}{'' if gap.sure else '?'}"


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_links_and_gaps(case, read):
    thread = weave(plan_of(case["plan"]), read)
    links = {f"{link.upper.id} {link.lower.id} {link.by}" for link in thread.links}
    if "among" in case:
        assert set(case["among"]) <= links
    elif "links" in case:
        assert links == set(case["links"])
    if "gaps" in case:
        assert [said_gap(gap) for gap in gaps(thread)] == case["gaps"]


def test_likeness_names_its_words_and_is_never_certain(read):
    plan = plan_of({"aspirations": ["I want to be a chef."], "outcomes": ["I will cook three meals and read a recipe."]})
    (link,) = weave(plan, read).links
    assert link.sure != "high"
    assert any("chef" in words and "cook" in words for words in link.words)


def test_parts_of_one_row_are_linked_by_it(read):
    from send_outcomes.readers import read as read_files

    path = Path(__file__).parents[1] / "word" / "good" / "national-draft.docx"
    (plan,) = read_files([path])
    thread = weave(plan, read)
    rows = {link.by for link in thread.links if (link.upper.kind, link.lower.kind) == (Kind.NEED, Kind.OUTCOME)}
    assert rows == {"row"}
    assert not [gap for gap in gaps(thread) if gap.sure]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("see Need 2 and outcome no. 3", ["need 2", "outcome 3"]),
        ("Needs 1, 2 and 4", ["need 1", "need 2", "need 4"]),
        ("(outcomes 2-4)", ["outcome 2", "outcome 3", "outcome 4"]),
        ("need 1.2", ["need 1.2"]),
        ("I need 3 reminders", []),
        ("Sam needs 2 adults", []),
        ("he will need 20% extra time", []),
        ("[N1, O2]", ["need 1", "outcome 2"]),
        ("working at P4, in paper A1", []),
        ("outcomes 1-900", ["outcome 1", "outcome 900"]),
    ],
)
def test_what_a_text_refers_to(text, numbers):
    assert [f"{label.kind} {label.number}" for label in mentioned(text)] == numbers
    assert all(isinstance(label, Label) for label in mentioned(text))


WORDS = "I will Sam reads cook chef swim pool friend (Need 1) outcome 2 N3 asthma bus town money £5 angry , . ; and she \n – ’"
TEXTS = st.lists(
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        min_size=1,
        max_size=12,
    ).map(" ".join).filter(str.strip),
    max_size=6,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(aspirations=TEXTS, needs=TEXTS, outcomes=TEXTS, provision=TEXTS)
def test_whatever_is_written_links_join_items_that_exist_and_come_out_the_same(read, aspirations, needs, outcomes, provision):
    parts = {"aspirations": aspirations, "needs": needs, "outcomes": ["I will read.", *outcomes], "provision": provision}
    plan = plan_of({key: [{"text": text} for text in texts] for key, texts in parts.items()})
    thread = weave(plan, read)
    assert thread == weave(plan, read)
    assert all(link.upper in thread.items and link.lower in thread.items for link in thread.links)
    assert all((link.upper.kind, link.lower.kind) in PAIRS for link in thread.links)
    assert len({(link.upper, link.lower) for link in thread.links}) == len(thread.links)
    for gap in gaps(thread):
        assert gap.item is None or not [
            one for one in thread.links_of(gap.item, [gap.lacks]) if gap.sure or one.by != "words"
        ]  # fmt: skip
