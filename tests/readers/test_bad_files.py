"""Every file in bad/ is answered with the problems in the .expected.yaml beside it. To add a case, add two files.

`problems` are parts of what the user reads, in order; `plans` is how many could be read all the same.
"""

from pathlib import Path

import pytest

from send_outcomes.documents import UnreadableInput, load_one
from send_outcomes.model import Plan
from send_outcomes.readers import read

FOLDER = Path(__file__).parent / "bad"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_answered_with_its_problems(path):
    expected = load_one(Path(f"{path}.expected.yaml").read_text(encoding="utf-8"), path.name).value
    found = list(read([path]))
    said = [str(problem) for problem in found if isinstance(problem, UnreadableInput)]
    assert len(said) == len(expected["problems"]), said
    for line, part in zip(said, expected["problems"], strict=True):
        assert line.startswith(str(path))
        assert part in line
    assert sum(isinstance(plan, Plan) for plan in found) == expected.get("plans", 0)
    # What a plan says never stands in a message.
    assert "I will" not in " ".join(said)
