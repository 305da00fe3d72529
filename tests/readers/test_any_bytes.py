"""Whatever is given to a reader, it answers with plans or with an UnreadableInput, and says truly where texts stand."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers import FORMATS, read_bytes_as, read_text

# Bits that the readers look for, so that chance meets them.
BITS = [
    "\n", "\n\n", "- ", "* ", "1. ", "2. ", "O1: ", "Outcome 2", ":", "# ", "## Outcomes\n", "---\n", "```\n",
    "|", ",", ";", '"', '""', "\t", " ", "  ", "**", "*", "_", "`", "[a](b)", "<!--", "-->", "outcome",
    "plan_id", "UPN", "I will walk", "By Year 6", "\r\n", "\r", "é", "“", "\u2028", "&a ", "*a", "{", "}", "[",
    "]", "outcomes:", "text: ", "- [ ] ", "Section E", ".", "\\", "\x0b", "\ufeff",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(BITS), st.text(max_size=6)), max_size=30).map("".join)
relaxed = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.one_of(st.binary(max_size=300), texts.map(lambda text: text.encode("utf-8", "surrogatepass"))))
@relaxed
def test_bytes_yield_plans_or_unreadable_input(format, data):
    for found in read_bytes_as(data, format, "given"):
        assert isinstance(found, Plan | UnreadableInput)
        if isinstance(found, Plan):
            assert all(outcome.text.strip() for outcome in found.outcomes)
            assert len({outcome.id for outcome in found.outcomes}) == len(found.outcomes)


@pytest.mark.parametrize("format", ["text", "markdown", "csv"])
@given(
    text=st.one_of(
        texts, texts.map(lambda text: "outcome,plan_id\n" + text), texts.map(lambda text: "## Outcomes\n- I will " + text)
    )
)
@relaxed
def test_the_place_of_an_outcome_is_where_its_first_word_stands(format, text):
    text = text.encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r|\n", text)
    for plan in read_text(text, format):
        for outcome in plan.outcomes if isinstance(plan, Plan) else ():
            source = lines[outcome.place.line - 1][outcome.place.column - 1 :]
            first = outcome.text.split()[0]
            # Within a word, marks of emphasis and doubled quotes are left out of the text.
            assert source.startswith(first[:1]), (outcome.text, source)
            if not re.search(r"[*_`~\\\[\]<>\"]", source[: len(first) + 4]):
                assert source.startswith(first)
