"""Plots: what is drawn is what was counted, and every label is there in full."""

import math
import re

import pytest
from html_pages import Page

from send_outcomes.reports.plots import Bar, Part, Segment, Stack, bars, stacks, wheel

PARTS = (Part("met", "✓", "met"), Part("not-met", "✗", "not met"))
LONG = "The people who love me and care for me are enabled to do this"


def drawn(source, name, class_):
    return [e.attributes for e in Page(source).elements if e.name == name and class_ in e.attributes.get("class", "").split()]


def reach(path):
    """Return how far from the middle a segment goes: the radius of its first arc."""
    return float(re.search(r"A([\d.]+)", path["d"])[1])


@pytest.mark.parametrize("count", [1, 4, 6, 7, 9])
def test_a_wheel_has_a_segment_a_statement_filled_by_how_many_serve_it(count):
    source = wheel([Segment(f"statement {n}", n) for n in range(count)], 10, "Wheel", "…", "w")
    rooms = drawn(source, "path", "track")
    filled = [e for e in drawn(source, "path", "edge") if e not in rooms]
    assert len(rooms) == count
    assert len(filled) == count - 1, "none serves the first"
    reaches = [reach(path) for path in filled]
    assert reaches == sorted(reaches)
    if len(reaches) > 2:
        assert math.isclose(reaches[1] - reaches[0], reaches[2] - reaches[1], abs_tol=0.02), "equal steps"


def test_a_full_segment_reaches_the_rim_and_more_than_full_goes_no_further():
    source = wheel([Segment("a", 5), Segment("b", 8)], 5, "Wheel", "…", "w")
    assert len({reach(path) for path in drawn(source, "path", "edge")}) == 1


def test_labels_stand_in_full_and_inside_the_plot():
    source = wheel([Segment(LONG, 1)] * 7, 3, "Wheel", "…", "w")
    page = Page(source)
    height = float(page.all("svg")[0].attributes["viewbox"].split()[3])
    lines = page.all("text")
    assert " ".join(e.text for e in lines).count("enabled to do this") == 7
    assert all(0 < float(e.attributes["y"]) <= height for e in lines)


def test_bars_are_as_long_as_their_counts():
    source = bars([Bar("one", 1), Bar("two", 2), Bar("none", 0), Bar(LONG, 4)], 4, "Bars", "…", "b")
    widths = [float(e["width"]) for e in drawn(source, "rect", "bar")]
    assert [round(width / widths[0]) for width in widths] == [1, 2, 4]
    assert [e.text for e in Page(source).all("text", class_="figure")] == ["1", "2", "0", "4"]


def test_stacks_share_the_whole_and_say_their_numbers():
    source = stacks([Stack("first", (3, 1)), Stack("second", (0, 4))], PARTS, "Stacks", "…", "s")
    said = [e.text for e in Page(source).all("text")]
    assert "✓ 3" in said and "✗ 1" in said and "✗ 4" in said and "✓ 0" not in said
    met, *_ = (float(e["width"]) for e in drawn(source, "rect", "met"))
    not_met, *_ = (float(e["width"]) for e in drawn(source, "rect", "not-met"))
    assert 2.9 < (met + 1) / (not_met + 1) < 3.1


def test_words_are_escaped_and_cannot_steer():
    source = bars([Bar("<script>\u202e&", 1)], 1, "<b>\u202e", "…", 'k"onload="x')
    assert "<script>" not in source and "\u202e" not in source and 'onload="' not in source
    assert "&lt;script&gt;&amp;" in source


def test_nothing_to_draw():
    assert "<svg" in bars([], 0, "Bars", "…", "b")
    with pytest.raises(ValueError):
        wheel([], 1, "Wheel", "…", "w")
