import datetime as dt

import pytest

from send_outcomes.annotate import annotated
from send_outcomes.reports import Run

WHEN = dt.datetime(2026, 9, 2, 9, 30, 0, tzinfo=dt.UTC)


@pytest.fixture
def comment():
    """Write the comments of some reports into a draft; returns the bytes of the copy."""
    return lambda data, *reports, **more: annotated(data, "draft.docx", reports, Run("nottingham"), more.pop("when", WHEN), **more).data
