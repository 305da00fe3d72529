"""`report.html`: it stands alone, begins with what to do, its figures are the summary's, and small groups are not in it."""

import json
import re

import pytest
from reports.html_pages import Page

from send_outcomes.reports.caseload.board_view import board_view
from send_outcomes.reports.caseload.figures import binned, median

HOSTILE = "</td><script>alert(1)</script>{{ 7*7 }}\u202e"


def page_in(folder):
    source = (folder / "report.html").read_text(encoding="utf-8")
    return source, Page(source)


def summary_in(folder):
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))


@pytest.fixture
def many(audit, tmp_path):
    """Plans of teams of 9, 7, 6 and, too small to be shown, 3 and 2; of which the sevens name no deadline."""
    rows = ["Plan ID,Team,Outcome"]
    for team, size in (("Nines", 9), ("Sevens", 7), ("Sixes", 6), ("Threes", 3), ("Twos", 2)):
        for n in range(size):
            for k in range(6):
                text = "I will read ten books a week" if team == "Sevens" else "By June 2027 I will read ten books a week"
                rows.append(f"{team}-{n},{team},{text} to friend {k}.")
    path = tmp_path / "teams.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return audit(path)[1]


def test_it_stands_alone_and_everything_can_be_reached(audit, export):
    source, page = page_in(audit(export, "--show-text")[1])
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert (
        not page.all("script")
        and not page.all("link")
        and not page.all("img")
        and "http" not in re.sub(r'"http-equiv|http-equiv', "", source)
    )
    for link in page.all("a"):
        assert link.attributes["href"].removeprefix("#") in {*ids, "main"}
    for svg in page.all("svg"):
        assert all(one in ids for one in svg.attributes["aria-labelledby"].split())
    assert [e.name for e in page.elements if e.name in ("h1", "h2")] == ["h1", "h2"]


def test_it_begins_with_what_to_do_first(many):
    source, page = page_in(many)
    assert source.index("What to do first</h3>") < source.index('id="bands"') < source.index('id="features"')
    steps = [item.text for item in page.all("li") if "mends" in str(item.path) or item.text.strip().startswith("Say by when")]
    assert any("42 of 162 outcomes (26%)" in step and "Begin by team: Sevens (met by 0%)" in step for step in steps)
    assert "a person decides" in source


def test_groups_under_five_are_in_no_report(many):
    source, _ = page_in(many)
    assert "Nines" in source and "Sixes" in source
    assert "Threes" not in source and "Twos" not in source
    assert "2 values with 5 plans in all left out as too small" in source


def test_its_figures_are_those_of_the_summary(audit, export):
    _, folder = audit(export)
    source, page = page_in(folder)
    totals = summary_in(folder)["totals"]
    verdicts = totals["all"]["verdicts"]["time_bound"]
    table = next(t for t in page.all("table") if "Share met" in t.text)
    row = next(r for r in table.children[-1].children if r.text.startswith("time-bound"))
    cells = [int(cell.text.replace(",", "")) for cell in row.children[1:5]]
    assert cells == [verdicts["met"], verdicts["partly"], verdicts["not_met"], verdicts["cannot_tell"]]
    for code, count in totals["rules"].items():
        line = next(r for r in page.all("tr") if r.text.startswith(code))
        assert line.children[2].text == f"{count['outcomes']:,}"
    for framework in totals["themes"]:
        assert summary_in(folder)["names"]["frameworks"][framework]["title"] in source


def test_the_sum_adds_up_to_the_score(audit, tmp_path):
    path = tmp_path / "one.yaml"
    path.write_text(
        "plan: K-1\noutcomes: [{text: I will read.}, {text: By June 2027 I will read 3 books a week.}]\n", encoding="utf-8"
    )
    _, folder = audit(path)
    view = board_view(summary_in(folder))
    assert 100 * view.points / view.possible == pytest.approx(view.totals["all"]["score"], abs=0.05)


def test_texts_stand_in_it_only_when_asked_for_and_are_tame(audit, tmp_path):
    path = tmp_path / "hostile.csv"
    rows = "".join(f'P{n},{HOSTILE},"I will improve {HOSTILE}."\n' for n in range(6))
    path.write_text(f"Plan ID,Team,Outcome\n{rows}", encoding="utf-8")
    plain, _ = page_in(audit(path)[1])
    assert "I will improve" not in plain
    shown, page = page_in(audit(path, "--show-text", out="shown")[1])
    marks = [mark.text for mark in page.all("mark")]
    assert "improve" in marks and "&lt;script&gt;" in shown
    for source in (plain, shown):
        assert "<script" not in source and "\u202e" not in source and "{{ 7*7 }}" in source


def test_nothing_found_makes_a_page_all_the_same(audit, tmp_path):
    empty = tmp_path / "empty.yaml"
    empty.write_text("plan: x\noutcomes: []\n", encoding="utf-8")
    _, folder = audit(empty)
    source, _ = page_in(folder)
    assert "0 outcomes" in source and (folder / "report.xlsx").exists()


def test_distributions_keep_every_count():
    assert binned({"3": 1, "7": 2, "21": 4, "99": 1}, 5, 20) == [("0", 1), ("5", 2), ("10", 0), ("15", 0), ("20+", 5)]
    assert binned({}, 5, 20) == []
    assert median({"1": 2, "9": 1, "5": 2}) == 5
