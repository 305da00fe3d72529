"""Every file in bad/ is answered with the problems in the .expected.yaml beside it. To add a case, add two files.

`problems` are parts of what the user reads, in order; `plans` is how many could be read all the same.
"""

from pathlib import Path

import pytest
from expectations import answered

FOLDER = Path(__file__).parent / "bad"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_answered_with_its_problems(path):
    answered(path)
