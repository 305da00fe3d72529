"""Whatever is typed is read to the end: no text stops the checker, and every mark lies within it."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from send_outcomes.engine import Engine
from send_outcomes.frameworks import find
from send_outcomes.language.provision_parts import PartFound
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.model import Child, Outcome, Place, Plan, Provision
from send_outcomes.rulebook import assemble, load_profile

KNOWN = lexicon()
WORDS = sorted(
    {word for kind in KNOWN.words.values() for word in kind}
    | {word for kind in KNOWN.nouns.values() for word in list(kind)[:40]}
    | set(list(KNOWN.forms)[::9])
    | {
        "Tom",
        "I",
        "X",
        "[Name]",
        "2027",
        "95%",
        "3",
        "out of",
        "Year 6",
        "July",
        "SALT",
        "(EP)",
        "“no”",
        "1)",
        "(a)",
        "\n",
        "\n- ",
        "- ",
        ":",
        "–",
        "’s",
    }
)
SOUP = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
ANYTHING = st.text(max_size=200)


@pytest.fixture(scope="module")
def engine():
    profile = load_profile("nottingham")
    return Engine(assemble(profile), [find(name) for name in profile.frameworks], dt.date(2026, 11, 22))


@settings(max_examples=400, deadline=None)
@example(text="and books, and", baseline=None, by_when=None)
@given(text=st.one_of(SOUP, SOUP, ANYTHING), baseline=st.one_of(st.none(), SOUP), by_when=st.one_of(st.none(), SOUP))
def test_every_text_is_read_and_marked_within(engine, text, baseline, by_when):
    outcome = Outcome("O1", text, Place("x"), baseline=baseline, by_when=by_when)
    child = Child(known_as="Laura", born=dt.date(2010, 2, 11), pronouns="she")
    provision = Provision("P1", text, Place("x"), how_often=by_when)
    plan = engine.check(Plan("P", "x", (outcome,), child=child, date=dt.date(2026, 9, 1), provision=(provision,)))
    for finding in plan.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
    for part in plan.provision[0].parts.values():
        assert not isinstance(part, PartFound) or not part.end or text[part.start : part.end] == part.words
    report = plan.outcomes[0]
    assert len(report.features) == 12
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.match == text[finding.start : finding.end]
        assert "{" not in finding.message or "{" in text


TYPED = (
    "Outcome, by the end of Year 6, Ollie will be able to: - tie his laces, and pack his bag by himself on 4/5 days.",
    "Having practised at home, given two pictures, one of them new, she'll point to the new one and say what it is by Easter.",
    "As well as reading 40 words by May, I want him to get to college on the bus, having also learned to pay by July 2027.",
    "“That he gets a say” – Careers advice, 1:1 spelling with LSA (daily), subject to review; a) cook b) clean.",
)


@pytest.mark.parametrize("text", TYPED)
def test_what_is_only_half_typed_is_read(engine, text):
    words = text.split()
    for at in range(1, len(words)):
        for part in (" ".join(words[:at]), " ".join(words[at:])):
            assert engine.read(part) is not None
