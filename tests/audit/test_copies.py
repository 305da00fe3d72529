"""Copied outcomes: the same and nearly the same, names and numbers aside; what is merely alike is left alone."""

import pytest

from send_outcomes.audit.copies import find_copies
from send_outcomes.audit.prints import Press
from send_outcomes.child_name import ChildName
from send_outcomes.likeness import NEAR, fingerprint, resemblance
from send_outcomes.model import Child, Outcome, Place, Plan

LAURA = "By the end of Year 6, Laura will read three pages of a book to her class on her own."
KAI = "By the end of Year 9, Kai will read ten pages of a book to his class on his own."
NEARLY = "By the end of Year 9, Kai will read ten pages of a library book to his class on his own."
OTHER = "By July 2029, I will walk to the shop and pay for a snack with the right coins."


def test_names_numbers_and_he_or_she_are_put_aside():
    assert fingerprint(LAURA, "Laura").form == fingerprint(KAI, "Kai").form == fingerprint(KAI).form


def test_a_word_more_is_nearly_the_same():
    one, other = fingerprint(LAURA, "Laura"), fingerprint(NEARLY, "Kai")
    assert one.form != other.form and resemblance(one, other) >= NEAR and set(one.bands()) & set(other.bands())


@pytest.mark.parametrize("text", [OTHER, "By the end of Year 6, I will swim two lengths of the pool without stopping at all."])
def test_others_are_not(text):
    assert resemblance(fingerprint(LAURA, "Laura"), fingerprint(text)) < NEAR


@pytest.mark.parametrize("text", ["I will be happy.", "", "Laura Laura Laura 1 2 3 4 5 6 7", "…"])
def test_too_short_to_have_been_copied(text):
    assert fingerprint(text, "Laura") is None


def plans(*texts_and_names):
    for n, (name, *texts) in enumerate(texts_and_names):
        outcomes = tuple(Outcome(f"O{i}", text, Place("x")) for i, text in enumerate(texts))
        yield Plan(f"P{n}", "x", outcomes, child=Child(known_as=name)), ChildName(name)


def copies(tmp_path, *given):
    path = tmp_path / "prints"
    path.write_bytes(Press().pack(list(plans(*given))))
    return find_copies(path)


def test_clusters(tmp_path):
    found = copies(tmp_path, ("Laura", LAURA, OTHER), ("Kai", KAI), ("Noor", "I will be happy."), ("Dev", NEARLY))
    assert found.cluster.tolist() == [1, 0, 1, 0, 1]
    assert found.exact.tolist() == [True, False, True, False, False]
    assert (found.sizes, found.plans, found.in_plans) == ([3], [3], 3)


def test_twice_in_one_plan_is_no_copy_between_plans(tmp_path):
    found = copies(tmp_path, ("Laura", LAURA, LAURA), ("Kai", OTHER))
    assert found.sizes == [] and not found.cluster.any()


def test_none_at_all(tmp_path):
    assert copies(tmp_path).sizes == []
    assert copies(tmp_path, ("Noor", "I will be happy."), ("Dev", "I will be happy.")).sizes == []
