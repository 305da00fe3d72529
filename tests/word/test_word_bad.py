"""Every file in bad/ is answered with one line: what is wrong and what to do. To add a case, add two files."""

import io
import zipfile
from pathlib import Path

import pytest
from expectations import expectation

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.readers import ReadOptions, read, read_bytes_as
from send_outcomes.readers.options import Limits
from send_outcomes.word import WordLimits, open_document

FOLDER = Path(__file__).parent / "bad"
FILES = sorted(FOLDER.glob("*.docx"))
TRACKED = Path(__file__).parent / "good" / "tracked.docx"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_answered_with_its_problem(path):
    (problem,) = read([path])
    assert isinstance(problem, UnreadableInput)
    assert expectation(path)["problem"] in str(problem)
    assert str(problem).startswith(str(path)) and "\n" not in str(problem)
    # What a plan says never stands in a message.
    assert "I will" not in problem.message and "July" not in problem.message
    assert isinstance(problem, NothingInside) == problem.message.startswith("no outcome found")


def test_ten_thousand_entries_are_refused_before_the_zip_is_opened(monkeypatch):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for i in range(10_000):
            archive.writestr(f"word/{i}", b"")
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("the zip was opened"))
    (problem,) = read_bytes_as(out.getvalue(), "word", "many.docx")
    assert "holds more than 5,000 files" in str(problem)


def test_pictures_and_macros_are_never_unpacked(monkeypatch):
    opened = []
    real = zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda self, entry, *rest: opened.append(entry.filename) or real(self, entry, *rest)
    )
    for name in ("huge-picture.docx", "macros.docm"):
        path = TRACKED.with_name(name)
        open_document(path.read_bytes(), name)
    assert opened
    assert not [name for name in opened if not name.endswith((".xml", ".rels"))]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (WordLimits(paragraphs=3), "more than 3 paragraphs"),
        (WordLimits(part_bytes=1_000), "would unpack to"),
        (WordLimits(read_bytes=4_000), "would unpack to"),
        (WordLimits(marks=20), "longer than any plan"),
        (WordLimits(entries=2), "holds more than 2 files"),
    ],
)
def test_limits_hold(limits, said):
    with pytest.raises(UnreadableInput, match=said):
        open_document(TRACKED.read_bytes(), "tracked.docx", limits)


def test_more_outcomes_than_allowed():
    (problem,) = read([TRACKED], ReadOptions(limits=Limits(outcomes=2)))
    assert "more than 2 outcomes; split the document" in str(problem)


def test_a_column_named_by_the_user_overrules_the_vocabulary():
    path = TRACKED.with_name("advice-columns.docx")
    (plan,) = read([path], ReadOptions(columns={"outcome": "Provision"}))
    assert "Therapy, 30 minutes a week." in [outcome.text for outcome in plan.outcomes]
