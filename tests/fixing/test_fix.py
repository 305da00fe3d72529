"""`lint --fix` and `--diff`: safe fixes in the file itself, every other byte as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.fixing import Edit, fixed

BEFORE_AFTER = {
    "plan.yaml": (
        '# kept\nplan: L-1\noutcomes:\n  - "By July 2027, I will  read with my TA."\n  - {text: I will ask my TA for help., id: O2}\n',
        '# kept\nplan: L-1\noutcomes:\n  - "By July 2027, I will read with my teaching assistant (TA)."\n'
        "  - {text: I will ask my TA for help., id: O2}\n",
    ),
    "folded.yaml": (
        "outcomes:\n  - text: >\n      By July 2027, I will\n      tell my TA about it .\n",
        "outcomes:\n  - text: >\n      By July 2027, I will\n      tell my teaching assistant (TA) about it.\n",
    ),
    "list.md": (
        "\ufeff# Outcomes\r\n\r\n- By **July** 2027 , I will tell my TA.\r\n\r\nNot an outcome ,  this.\r\n",
        "\ufeff# Outcomes\r\n\r\n- By **July** 2027, I will tell my teaching assistant (TA).\r\n\r\nNot an outcome ,  this.\r\n",
    ),
    "list.txt": ("By July 2027, I will tell  my TA.\n", "By July 2027, I will tell my teaching assistant (TA).\n"),
    "export.csv": (
        'id;Outcome;Team\r\n1;"By July 2027, I will  say ""no"" to my TA.";A\r\n1;I will  tell my TA.;B  b\r\n',
        'id;Outcome;Team\r\n1;"By July 2027, I will say ""no"" to my teaching assistant (TA).";A\r\n1;I will tell my teaching assistant (TA).;B  b\r\n',
    ),
}


def lint(*args):
    return CliRunner().invoke(app, ["lint", *map(str, args), "--config", "none", "--today", "2026-09-01"])


@pytest.mark.parametrize("name", BEFORE_AFTER)
def test_fixes_go_into_the_file_and_nothing_else_changes(name, tmp_path):
    before, after = (text.encode("utf-8") for text in BEFORE_AFTER[name])
    path = tmp_path / name
    path.write_bytes(before)
    shown = lint(path, "--diff")
    assert shown.exit_code == 1 and path.read_bytes() == before and "+" in shown.stdout
    result = lint(path, "--fix")
    assert path.read_bytes() == after, result.stderr
    again = path.read_bytes()
    lint(path, "--fix")
    assert path.read_bytes() == again


def test_old_encodings_stay_what_they_were(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("By July 2027, I will go to Zoë’s  party with my TA.\n".encode("cp1252"))
    lint(path, "--fix")
    assert path.read_bytes() == "By July 2027, I will go to Zoë’s party with my teaching assistant (TA).\n".encode("cp1252")


def test_placeholders_and_suggestions_are_never_written(tmp_path):
    path = tmp_path / "list.txt"
    text = "[Name] will improve her self-regulation with support from SALT.\n"
    path.write_text(text, encoding="utf-8")
    result = lint(path, "--fix")
    assert path.read_text(encoding="utf-8") == text and "nothing to fix" in result.stderr


def test_an_ignored_finding_is_not_fixed(tmp_path):
    path = tmp_path / "plan.yaml"
    text = "outcomes:\n  - {text: I will ask my TA for help., ignore: [{rule: N501, because: we all say so}]}\n"
    path.write_text(text, encoding="utf-8")
    lint(path, "--fix")
    assert path.read_text(encoding="utf-8") == text


EDITS = st.builds(
    Edit,
    st.integers(1, 4),
    st.integers(1, 12),
    st.sampled_from(["TA", " ", "x"]),
    st.sampled_from(["aide (TA)", ""]),
    st.just("N501"),
)


@given(st.text(alphabet="TA x\r\n", max_size=40), st.lists(EDITS, max_size=5))
def test_whatever_the_edits_only_their_words_change(text, edits):
    made = fixed(text, edits, "text")
    assert {*made.done, *made.left} <= set(edits)
    grown = sum(len(edit.after) - len(edit.before) for edit in made.done)
    assert len(made.text) == len(text) + grown
    assert made.text == text or made.done


def test_what_would_change_can_go_to_a_file(tmp_path):
    path, to = tmp_path / "list.txt", tmp_path / "list.diff"
    path.write_text("By July 2027, I will  tell my TA.\n", encoding="utf-8")
    result = lint(path, "--diff", "--output", to)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "+By July 2027, I will tell my teaching assistant (TA).\n" in to.read_text(encoding="utf-8")


@pytest.mark.parametrize(("content", "code"), [(None, 4), (b"\xff\xfe\x00", 4), (b"", 3), (b"outcomes: []\n", 3)])
def test_nothing_to_change_is_not_said_of_what_was_not_read(tmp_path, content, code):
    path = tmp_path / "plan.yaml"
    if content is not None:
        path.write_bytes(content)
    result = lint(path, "--diff")
    assert result.exit_code == code and result.stderr.count("\n") == 1


@pytest.mark.parametrize("more", [("--format", "json"), ("--statistics",), ("--suggest",), ("--explain-timing",)])
def test_a_diff_is_all_that_is_shown(tmp_path, more):
    path = tmp_path / "list.txt"
    path.write_text("I will tell my TA.\n", encoding="utf-8")
    result = lint(path, "--diff", *more)
    assert result.exit_code == 2 and "goes with no other report" in result.stderr


def test_standard_input_is_left_to_the_check(tmp_path):
    result = CliRunner().invoke(app, ["lint", "-", "--fix", "--config", "none"], input="I will  tell my TA.\n")
    assert "I will  tell my TA." in result.stdout and "nothing to fix" in result.stderr
