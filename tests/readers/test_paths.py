"""What PATH… means: files, folders, globs, standard input; what is passed over, and what is a problem."""

import io
import sys
from collections import Counter

import pytest

from send_outcomes.documents import SettingsProblem, UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers import ReadOptions, discover, read, read_text, skipped_notice


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b.txt",
        "a.md",
        "deep/er/c.yaml",
        "README.md",
        ".hidden.txt",
        ".git/x.txt",
        "~$b.txt",
        "photo.JPG",
        "notes",
        "d.Csv",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = {".md": "- I will walk.", ".yaml": "outcomes: [I will walk.]", ".Csv": "outcome\nI will walk."}
        path.write_text(text.get(path.suffix, "I will walk."), encoding="utf-8")
    return tmp_path


def names(found):
    return [one.path.name if not isinstance(one, UnreadableInput) else one.message for one in found]


def test_a_folder_is_read_through_by_name_and_the_rest_is_counted(folder):
    skipped = Counter()
    assert names(discover([folder], skipped)) == ["a.md", "b.txt", "d.Csv", "c.yaml"]
    assert sum(skipped.values()) == 6
    notice = skipped_notice(skipped)
    assert notice.startswith("skipped 6 files: 2 hidden, ")
    assert "1 .jpg" in notice and "1 lock file of Office" in notice and "README" in notice
    assert all(isinstance(plan, Plan) for plan in read([folder]))


def test_paths_are_shown_as_they_were_given(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert [plan.path.replace("\\", "/") for plan in read(["deep", "b.txt"])] == ["deep/er/c.yaml", "b.txt"]


def test_globs_are_expanded_here(folder):
    assert names(discover([f"{folder}/*.txt"])) == ["b.txt"]
    assert names(discover([f"{folder}/**/*.yaml"])) == ["c.yaml"]
    assert names(discover([f"{folder}/*.docm"])) == ["no file matches"]


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path):
    (tmp_path / "draft [2].txt").write_text("I will walk.", encoding="utf-8")
    assert names(discover([tmp_path / "draft [2].txt"])) == ["draft [2].txt"]


def test_links_in_folders_are_not_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.txt").write_text("I will walk.", encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    try:
        (inside / "link").symlink_to(outside, target_is_directory=True)
        (inside / "x.txt").symlink_to(outside / "x.txt")
    except OSError:
        pytest.skip("this system makes no links")
    skipped = Counter()
    assert "no plan found here" in names(discover([inside], skipped))[0]
    assert skipped["link"] == 2


def test_an_input_is_read_once(folder):
    skipped = Counter()
    assert len(list(discover([folder / "b.txt", folder], skipped))) == 4
    assert skipped["given twice"] == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.yaml", "no such file or folder"),
        ("notes", "a file without an ending is not read; known: .yaml"),
        ("photo.JPG", "files ending in .JPG are not read; known: .yaml"),
        ("bad\0name", "no such file or folder"),
    ],
)
def test_a_path_that_cannot_be_read_is_a_problem_and_the_others_are_read(folder, name, message):
    first, second = read([f"{folder}/{name}", folder / "b.txt"])
    assert isinstance(first, UnreadableInput)
    assert message in str(first)
    assert isinstance(second, Plan)


def test_a_folder_without_plans_is_a_problem(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (problem,) = read([tmp_path])
    assert "no plan found here; files that can be read end in .yaml" in str(problem)


def test_a_readme_named_is_read(folder):
    assert [plan.outcomes[0].text for plan in read([folder / "README.md"])] == ["I will walk."]


def test_a_file_without_permission_is_a_problem(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("I will walk.", encoding="utf-8")
    monkeypatch.setattr(type(path), "open", lambda *_: (_ for _ in ()).throw(PermissionError()))
    (problem,) = read([path])
    assert "permission denied" in str(problem)


STDIN = {
    "yaml": "plan: A\noutcomes:\n  - I will walk.\n",
    "json": '{"outcomes": ["I will walk."]}',
    "markdown": "# Outcomes\n\n- I will walk.\n",
    "csv": "id,outcome\n1,I will walk.\n",
    "text": "I will walk.\n",
}


@pytest.mark.parametrize("given", [True, False], ids=["named", "guessed"])
@pytest.mark.parametrize("format", STDIN)
def test_standard_input(monkeypatch, format, given):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STDIN[format].encode())))
    (plan,) = read(["-"], ReadOptions(stdin_format=format if given else None))
    assert [outcome.text for outcome in plan.outcomes] == ["I will walk."]
    assert plan.path == plan.outcomes[0].place.path == "-"


def test_front_matter_on_standard_input_is_markdown(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"---\nplan: A\n---\n- I will walk.\n")))
    (plan,) = read(["-"])
    assert (plan.id, len(plan.outcomes)) == ("A", 1)


def test_wrong_options_are_refused_before_anything_is_read():
    with pytest.raises(SettingsProblem, match="unknown; known: yaml"):
        read(["-"], ReadOptions(stdin_format="odt"))
    with pytest.raises(SettingsProblem, match="no column holds that"):
        read([], ReadOptions(columns={"colour": "Free text 3"}))
    with pytest.raises(SettingsProblem, match="decisions"):
        read([], ReadOptions(columns={"outcome": "RequestOutcome"}))
    with pytest.raises(SettingsProblem, match="no text is read"):
        read_text("", "odt")


def test_an_old_word_file_is_told_what_to_do(tmp_path):
    path = tmp_path / "draft.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0 old")
    problem = next(iter(read([str(path)])))
    assert isinstance(problem, UnreadableInput)
    assert "save it as .docx" in problem.message
