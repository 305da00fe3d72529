"""What the .expected.yaml beside a kept file says, held against what was read."""

from pathlib import Path

from send_outcomes.documents import UnreadableInput, load_one
from send_outcomes.model import Plan
from send_outcomes.readers import read


def expectation(path):
    """Return what is written beside the file."""
    beside = Path(f"{path}.expected.yaml")
    return load_one(beside.read_text(encoding="utf-8"), beside.name).value


def held(expected, actual, where, words=None):
    """Hold what was read to what the expectation names of it; `words(where, part, value)` holds the places of words."""
    if isinstance(expected, list):
        assert len(actual) == len(expected), (where, actual)
        for i, (one, other) in enumerate(zip(expected, actual, strict=True)):
            held(one, other, f"{where}[{i}]", words)
    elif isinstance(expected, dict) and isinstance(actual, dict):
        assert actual == expected, where
    elif isinstance(expected, dict):
        for key, value in expected.items():
            if key == "words" and words is not None:
                words(where, actual, value)
            else:
                held(value, getattr(actual if hasattr(actual, key) else actual.place, key), f"{where}.{key}", words)
    else:
        assert (None if actual is None else str(actual)) == (None if expected is None else str(expected)), where


def answered(path):
    """Hold a bad file to its `problems`, parts of what the user reads, in order, and to how many `plans` are read all the same."""
    expected, found = expectation(path), list(read([path]))
    said = [str(problem) for problem in found if isinstance(problem, UnreadableInput)]
    assert len(said) == len(expected["problems"]), said
    for line, part in zip(said, expected["problems"], strict=True):
        assert line.startswith(str(path)) and "\n" not in line
        assert part in line
    assert sum(isinstance(plan, Plan) for plan in found) == expected.get("plans", 0)
    assert "I will" not in " ".join(said)  # what a plan says never stands in a message
