"""Where the editor shows what it has to say: on the words, and what is set aside in vain where that is written."""

import datetime as dt

import pytest

from send_outcomes.configuration import Choice, Configuration, Engines
from send_outcomes.editor.diagnosing import diagnose

PLAN = """plan: L-1
ignore:
  - rule: T10
needs: [{id: N1, text: Kit reads ten words.}]
outcomes:
  - text: By July 2027, I will read 40 words on my own.
    needs: [N1]
    ignore:
      - rule: N651
        because: agreed
      - {rule: N401}
"""
LIST = """# Outcomes

<!-- send-outcomes: ignore N401: agreed -->
- By July 2027, I will read 40 words on my own.
"""


@pytest.fixture(scope="module")
def engine():
    return Engines(Choice(), Configuration(), dt.date(2026, 11, 22)).of("plan")


@pytest.mark.parametrize(
    ("text", "format_", "lines"), [(PLAN, "yaml", {"T10": 2, "N651": 8, "N401": 10}), (LIST, "markdown", {"N401": 2})]
)
def test_what_is_set_aside_in_vain_is_shown_where_it_is_written(engine, text, format_, lines):
    found = diagnose(text, "draft", format_, engine).remarks
    shown = {one.message.split()[0]: one.spot for one in found if one.finding and one.finding.code in ("S01", "S02")}
    assert {rule: spot.line for rule, spot in shown.items()} == lines
    assert all(spot.column < spot.end_column <= len(text.splitlines()[spot.line]) for spot in shown.values())
