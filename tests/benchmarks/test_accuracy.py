"""The figures on labelled outcomes: sums done by hand, sets that keep apart, and a page that says what was measured."""

import datetime as dt
import json
from dataclasses import replace
from itertools import chain

import pytest

from benchmarks.accuracy import metrics, page, tables
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.layout import in_markdown
from benchmarks.accuracy.run import LABELS, engine_for, judge, misses, record
from benchmarks.accuracy.sets import CaseSet, load_sets

GOOD = "By July 2027, I will read three pages of a book to my class without help."
POOR = "Laura will improve her communication skills with support from SALT."


def case(number, text, **labels):
    settled = dict.fromkeys(LABELS, None) | labels
    return {"id": f"k{number}", "text": text, "labels": settled, "theme": None, "kind": "iep_target", "area": "semh"}


@pytest.fixture(scope="module")
def engine():
    return engine_for()


@pytest.fixture
def folder(tmp_path):
    good = metrics.GOOD | {"first_person": True}
    cases = [case(1, GOOD, **good), case(2, POOR, first_person=False, specific=True, has_acronym=True)]
    (tmp_path / "known.jsonl").write_text("\n".join(map(json.dumps, cases)), encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(json.dumps(case(3, POOR, time_bound=False)), encoding="utf-8")
    (tmp_path / "sets.yaml").write_text(
        "known: {file: known.jsonl, standing: learnt, raters: 2}\n"
        "new: {file: new.jsonl, standing: unseen, raters: 1}\n"
        "absent: {file: absent.jsonl, standing: unseen, raters: 1}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_figures_by_hand():
    # 3 hits, 1 false alarm, 2 misses, 4 rightly absent
    pairs = [(True, True)] * 3 + [(False, True)] + [(True, False)] * 2 + [(False, False)] * 4
    found = metrics.figures(pairs)
    assert (found.n, found.present) == (10, 5)
    assert found.precision == pytest.approx(3 / 4)
    assert found.recall == pytest.approx(3 / 5)
    assert found.f1 == pytest.approx(2 / 3)
    assert found.macro_f1 == pytest.approx((2 / 3 + 8 / 11) / 2)
    assert found.kappa == pytest.approx((0.7 - 0.5) / 0.5)


def test_a_checker_that_always_says_no_does_badly():
    found = metrics.figures([(True, False)] * 5 + [(False, False)] * 95)
    assert found.f1 == 0 and found.macro_f1 < 0.5 and found.kappa == 0


def test_nothing_to_find_and_nothing_found_is_no_fault():
    found = metrics.figures([(False, False)] * 3)
    assert (found.precision, found.recall, found.macro_f1, found.kappa) == (1, 1, 1, 1)
    assert metrics.figures([]) is None


def test_mapping_counts_best_and_acceptable():
    found = metrics.mapped([(("a", "b"), "a"), (("a", "b"), "b"), (("a",), None), ((), "a")])
    assert found == metrics.Mapped(3, 1 / 3, 2 / 3)


def test_range_holds_the_figure_and_stays_the_same():
    pairs = [(True, True)] * 20 + [(False, True)] * 5 + [(False, False)] * 40
    low, high = metrics.interval(pairs)
    assert low < metrics.figures(pairs).macro_f1 < high
    assert (low, high) == metrics.interval(pairs)


def test_sets_that_are_listed_but_not_there_are_left_out(folder):
    assert [one.name for one in load_sets(folder)] == ["known", "new"]
    with pytest.raises(ValueError, match="no set absent"):
        load_sets(folder, only=["absent"])


def test_an_id_stands_once(folder):
    (folder / "absent.jsonl").write_text(json.dumps(case(1, GOOD)), encoding="utf-8")
    with pytest.raises(ValueError, match="k1 stands twice"):
        load_sets(folder)


def test_good_and_poor_are_told_apart(engine, folder):
    known = judge(engine, load_sets(folder)[0])
    good, poor = known
    assert good.labels["time_bound"] and not poor.labels["time_bound"]
    assert poor.labels["has_acronym"] and not good.labels["has_acronym"]
    assert tables.table(known).labels["first_person"].macro_f1 == 1
    assert tables.false_findings(known).outcomes == 1
    assert tables.false_findings(known).others == 0
    (miss,) = misses(known, "specific")
    assert miss == f"specific: labelled True, said False: k2 {POOR}"


def test_page_keeps_seen_and_unseen_apart(engine, folder):
    judged = {one.name: (one, judge(engine, one)) for one in load_sets(folder)}
    text = page.page(judged, dt.date(2026, 9, 1))
    assert "1 September 2026" in text and "from 3 labelled outcomes in\n2 sets" in text
    unseen, _, learnt = text.partition("## Cases it has learnt from")
    assert "`new`: 1 outcomes" in unseen and "| new (1) |" in unseen and "| known |" in learnt
    assert "{" not in text
    judged.pop("new")
    assert page.NONE_UNSEEN in page.page(judged, dt.date(2026, 9, 1))


def test_first_sight_stays_when_the_rules_change(engine, folder):
    said = judge(engine, load_sets(folder)[0])
    record([replace(one, labels={**one.labels, "time_bound": False}) for one in said], folder / "seen.jsonl")
    listed = "known: {file: known.jsonl, standing: learnt, raters: 2, first_sight: {file: seen.jsonl, rules: the rules of May}}"
    (folder / "sets.yaml").write_text(listed, encoding="utf-8")
    (known,) = load_sets(folder)
    text = page.page({"known": (known, judge(engine, known))}, dt.date(2026, 9, 1))
    unseen, _, learnt = text.partition("## Cases it has learnt from")
    assert "by the rules of May" in unseen
    assert "| time_bound | 1 | 1 | 1.000 | 0.000 |" in unseen and "| time_bound | 1 | 1 | 1.000 | 1.000 |" in learnt


def test_tables_keep_what_is_no_markup():
    assert in_markdown(("a", "n"), [("few *", "1")]).splitlines()[-1] == r"| few \* | 1 |"


def test_wrong_bars_are_named(capsys):
    assert main(["--min", "tempo=0.9"]) == 2
    assert "no label “tempo”" in capsys.readouterr().err
    assert main(["--min", "theme=high"]) == 2


def test_bar_that_is_not_reached(monkeypatch, engine, folder, capsys):
    monkeypatch.setattr("benchmarks.accuracy.__main__.load_sets", lambda only: load_sets(folder, only))
    monkeypatch.setattr("benchmarks.accuracy.__main__.engine_for", lambda profile: engine)
    assert main(["--min", "first_person=1.0"]) == 0
    assert main(["--set", "known", "--min", "specific=0.9"]) == 1
    assert "specific=0.9" in capsys.readouterr().err


def test_shipped_cases_are_whole():
    sets = load_sets()
    for one in chain.from_iterable(s.cases for s in sets):
        assert set(one.labels) == set(LABELS), one.id
        assert set(one.labels.values()) <= {True, False, None}, one.id
    learnt = texts(s for s in sets if s.standing == "learnt")
    for one in sets:
        if one.standing == "unseen":
            assert texts([one]).isdisjoint(learnt), f"{one.name}: an unseen case must not stand among the learnt ones"


def texts(sets: list[CaseSet]) -> set[str]:
    return {" ".join(case.text.lower().split()) for one in sets for case in one.cases}
