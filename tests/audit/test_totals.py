"""Totals: whatever the order of adding up, the same; small groups never shown."""

import io
import json
import random

from hypothesis import given
from hypothesis import strategies as st

from send_outcomes import readers
from send_outcomes.audit import Tally, Totals, reported, shown
from send_outcomes.audit.reading_age import length, reading_age


def totals_of(auditor, plans):
    return Totals.of(json.loads(auditor.batch(plans).totals))


def test_the_order_and_size_of_batches_never_show(auditor, caseload):
    plans = list(readers.read_text(caseload[0], "csv"))
    whole = totals_of(auditor(), plans)
    random.Random(1).shuffle(plans)
    parts = Totals()
    for first in range(0, len(plans), 7):
        parts.merge(totals_of(auditor(), plans[first : first + 7]))
    assert parts.record() == whole.record() or json.loads(json.dumps(parts.record(), sort_keys=True)) == json.loads(
        json.dumps(whole.record(), sort_keys=True)
    )


def test_a_group_of_names_is_no_group(auditor, monkeypatch):
    monkeypatch.setattr("send_outcomes.audit.totals.MOST_VALUES", 5)
    rows = "".join(f"P{n},I will read.,Team {n}\n" for n in range(9))
    (plans, totals) = list(readers.read_text(f"Plan ID,Outcome,Team\n{rows}", "csv")), Totals()
    for plan in plans:
        totals.merge(totals_of(auditor(), [plan]))
    assert "team" in totals.too_many and "team" not in totals.groups


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(1, 12)))
def test_what_is_left_out_can_not_be_worked_out(sizes):
    seen = shown({name: Tally(size=size, plans=size) for name, size in sizes.items()})
    assert all(tally.size >= 5 for tally in seen.values.values())
    assert seen.left_out != 1 or not seen.values
    assert sum(tally.plans for tally in seen.values.values()) + seen.plans_left_out == sum(sizes.values())


def test_small_groups_are_left_out_of_the_summary(auditor):
    rows = io.StringIO()
    rows.write("Plan ID,Outcome,Team\n")
    for team, plans in (("Big", 6), ("Bigger", 9), ("Small", 2)):
        for n in range(plans):
            rows.write(f"{team}{n},I will read.,{team}\n")
    groups = reported(totals_of(auditor(), readers.read_text(rows.getvalue(), "csv")))["groups"]
    assert list(groups["team"]["values"]) == ["Bigger"]  # Big goes too: Small could else be had by subtraction
    assert groups["team"]["left_out"] == {"values": 2, "plans": 8, "because": "fewer than 5 plans"}


def test_outcomes_of_a_bare_list_count_one_by_one(auditor):
    rows = "".join(f"I will read book {n}.,{'Big' if n % 2 else 'Other'}\n" for n in range(20))
    groups = reported(totals_of(auditor(), readers.read_text(f"Outcome,Team\n{rows}", "csv")))["groups"]
    assert set(groups["team"]["values"]) == {"Big", "Other"}


def test_reading_age_rises_with_long_words_and_sentences():
    easy, hard = (
        "I will read to my dad. I will do it on two days.",
        "I will demonstrate increasingly independent participation in collaborative activities throughout the forthcoming academic year.",
    )
    assert reading_age(length(easy)) < 8 and reading_age(length(hard)) > 16
    assert reading_age(length("")) is None
    assert length(easy).sentences == 2
