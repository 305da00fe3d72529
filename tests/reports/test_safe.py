"""Nothing that a plan holds may steer a terminal or hide in it; JSON stays JSON."""

import io
import json
import unicodedata
from xml.etree import ElementTree

import pytest
from html_pages import Page
from hypothesis import given
from hypothesis import strategies as st
from made_reports import RUN, finding, outcome, plan, served, summary

from send_outcomes.reports import FORMATS, Options, begin
from send_outcomes.reports.safe import escaped_json, shown

HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "\x1b\x07\x9b\x00\r\n\t\u202e\u2066\u2069\u200e\u200f\u061c\u200b\u200d\ufeff\u00ad\ud800\udfff\u2028[];m"
        ),
        st.characters(),
    ),
    max_size=60,
)


def unsafe(text):
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c != "\n"]


@given(HOSTILE)
def test_no_control_character_reaches_a_line(text):
    for unicode in (True, False):
        line = shown(text, unicode)
        assert not unsafe(line) and "\n" not in line
        assert shown(line, unicode) == line
        assert unicode or line.isascii() or max(map(ord, line)) < 0x2400


@given(HOSTILE, st.integers(0, 60))
def test_places_stay_countable(text, at):
    assert shown(text)[: len(shown(text[:at]))] == shown(text[:at])


@given(HOSTILE)
def test_escaped_json_means_the_same(text):
    written = escaped_json(json.dumps(text, ensure_ascii=False))
    assert not unsafe(written)
    assert json.loads(written) == text


@pytest.mark.parametrize("name", list(FORMATS))
@given(text=HOSTILE, words=HOSTILE)
def test_no_report_lets_one_through(name, text, words):
    remark = finding(text + words, words or None, "N611", "vague-verb", "specific", f"“{words}” {text}", ignored=None)
    mapping = {"x": (served(words + text, "a", text, words),)}
    report = plan(outcome(text + words, remark, id=text, path=words, label=text, mapping=mapping), id=words, path=text)
    stream = io.StringIO()
    writer = begin(name, stream, RUN, Options(show_text=True))
    writer.plan(report)
    writer.end(summary(report), [])
    assert not unsafe(stream.getvalue())
    if name in ("json", "jsonl", "sarif"):
        json.loads(stream.getvalue())
    if name == "junit":
        ElementTree.fromstring(stream.getvalue())
    if name == "html":
        Page(stream.getvalue())


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]8;;http://x\x07link", "␛]8;;http://x␇link"),
        ("a\u202eb\u2066c", "abc"),
        ("a\tb\r\nc", "a b  c"),
        ("\ud83d", "\ufffd"),
        ("\x9b2J", "\ufffd2J"),
        ("Zoë’s “café”", "Zoë’s “café”"),
        ("\uf0b7 item", "• item"),
    ],
)
def test_what_is_seen_instead(typed, seen):
    assert shown(typed) == seen
