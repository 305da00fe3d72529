import pytest
from marked import WHEN

from send_outcomes.annotate import annotated
from send_outcomes.reports import Run


@pytest.fixture
def comment():
    """Write the comments of some reports into a draft; returns the bytes of the copy."""
    return lambda data, *reports, **more: (
        annotated(data, "draft.docx", reports, Run("nottingham"), more.pop("when", WHEN), **more).data
    )
