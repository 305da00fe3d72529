"""`lint --annotate`: what is written where, what is refused, and with which exit code."""

import os
from pathlib import Path

import pytest
from marked import COMMENT, anchored, comments_in, draft, look, parts_of
from typer.testing import CliRunner

from send_outcomes.cli import app

TODAY = ("--today", "2026-09-01")
TEXT = "Laura will improve her communication skills with support from SALT."
BODY = f"<w:p><w:r><w:t>Section E: Outcomes</w:t></w:r></w:p><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"
PERSON = '<w:commentRangeStart w:id="5"/>{}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(draft(BODY))
    return path


def lint(*args):
    return CliRunner().invoke(app, ["lint", *map(str, args), *TODAY])


def test_a_copy_is_written_and_the_report_is_as_ever(plan):
    copy, before = plan.with_name("reviewed.docx"), plan.read_bytes()
    plainly = lint(plan)
    result = lint(plan, "--annotate", copy)
    assert (result.exit_code, result.stdout) == (1, plainly.stdout)
    assert "reviewed.docx" in result.stderr and "Laura" not in result.stderr
    assert plan.read_bytes() == before
    assert sorted(file.name for file in plan.parent.iterdir()) == ["draft.docx", "reviewed.docx"]
    words = anchored(copy.read_bytes())
    assert {"Section E: Outcomes", "improve", "SALT", "Laura", TEXT} <= set(words.values())
    assert "improve" in plainly.stdout and look(copy.read_bytes()) == look(before)


def test_the_copy_is_read_like_the_draft(plan):
    copy = plan.with_name("reviewed.docx")
    lint(plan, "--annotate", copy)
    of_copy, of_draft = ("".join(lint(one).stdout.split()) for one in (copy, plan))  # a long path folds where it will
    assert of_copy.replace("reviewed.docx", "draft.docx") == of_draft


def test_over_the_draft_only_when_asked(plan):
    before = plan.read_bytes()
    result = lint(plan, "--annotate", plan)
    assert result.exit_code == 2 and "--in-place" in result.stderr and plan.read_bytes() == before
    link = plan.with_name("link.docx")
    os.link(plan, link)
    assert lint(plan, "--annotate", link).exit_code == 2 and plan.read_bytes() == before
    assert lint(plan, "--annotate", plan, "--in-place").exit_code == 1
    once = parts_of(plan.read_bytes())
    assert len(comments_in(plan.read_bytes())) > 1
    assert lint(plan, "--in-place").exit_code == 1
    again = parts_of(plan.read_bytes())
    assert {name for name in once if once[name] != again[name]} <= {"word/comments.xml"}  # the date


def test_an_earlier_copy_is_replaced_unless_somebody_has_changed_it(plan):
    copy = plan.with_name("reviewed.docx")
    lint(plan, "--annotate", copy)
    assert lint(plan, "--annotate", copy, "--group").exit_code == 1
    os.utime(copy, (copy.stat().st_mtime + 60,) * 2)
    kept = copy.read_bytes()
    result = lint(plan, "--annotate", copy)
    assert result.exit_code == 2 and "changed since" in result.stderr and copy.read_bytes() == kept
    assert result.stdout == ""
    other = plan.with_name("other.docx")
    other.write_bytes(draft(BODY))
    assert lint(plan, "--annotate", other).exit_code == 2


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["draft.docx", "draft.docx", "--annotate", "out.docx"], "one file"),
        (["list.txt", "--annotate", "out.docx"], "a .txt file"),
        (["-", "--annotate", "out.docx"], "standard input"),
        ([".", "--annotate", "out.docx"], "a folder"),
        (["draft.docx", "--annotate", "out.pdf"], "ends in .docx"),
        (["draft.docx", "--annotate", "nowhere/out.docx"], "no such folder"),
        (["draft.docx", "--annotate", "folder.docx"], "is a folder"),
        (["draft.docx", "--group"], "--annotate"),
        (["draft.docx", "--annotate", "out.docx", "--in-place"], "leave out"),
        (["list.txt", "--in-place"], "a .txt file"),
    ],
)
def test_what_can_t_be_done_is_said_before_anything_is_checked(plan, monkeypatch, args, message):
    monkeypatch.chdir(plan.parent)
    Path("list.txt").write_text(TEXT, encoding="utf-8")
    Path("folder.docx").mkdir()
    result = lint(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr and len(result.stderr.splitlines()) == 1
    assert not Path("out.docx").exists() and Path("list.txt").read_text(encoding="utf-8") == TEXT


def test_a_draft_that_is_not_there_or_broken_gives_no_copy(plan):
    copy = plan.with_name("reviewed.docx")
    assert lint(plan.with_name("none.docx"), "--annotate", copy).exit_code == 4
    plan.write_bytes(plan.read_bytes()[:900])
    assert lint(plan, "--annotate", copy).exit_code == 4
    plan.write_bytes(draft("<w:p><w:r><w:t>Minutes of a meeting.</w:t></w:r></w:p>"))
    assert lint(plan, "--annotate", copy).exit_code in (3, 4)
    assert [file.name for file in plan.parent.iterdir()] == ["draft.docx"]


def test_a_draft_saved_while_it_is_checked_gets_no_comments(plan, monkeypatch):
    from send_outcomes.engine import Engine

    check = Engine.check

    def meanwhile(self, one, *around):
        plan.write_bytes(draft(BODY.replace("Laura", "Aisha")))
        return check(self, one, *around)

    monkeypatch.setattr(Engine, "check", meanwhile)
    result = lint(plan, "--in-place")
    assert result.exit_code == 4 and "changed while" in result.stderr
    assert comments_in(plan.read_bytes()) == {}


def test_a_failed_write_leaves_nothing_behind(plan, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    before = plan.read_bytes()
    result = lint(plan, "--in-place")
    assert result.exit_code == 2 and "No space left" in result.stderr
    assert [file.name for file in plan.parent.iterdir()] == ["draft.docx"] and plan.read_bytes() == before


def test_ignore_in_a_comment_is_honoured_and_not_repeated(plan):
    text = f"<w:r><w:t>{TEXT}</w:t></w:r>"
    plan.write_bytes(
        draft(
            BODY.replace(text, PERSON.format(text)),
            COMMENT.format(5, "A. Caseworker", "0A", "Ignore N611: agreed at the review"),
        )
    )
    result = lint(plan, "--in-place")
    assert "set aside: N611 vague-verb “improve” (because: agreed at the review)" in " ".join(result.stdout.split())
    said = ["\n".join(text) for _, text in comments_in(plan.read_bytes()).values()]
    assert not any("(N611 " in text for text in said) and any("(N401 " in text for text in said)
    assert any("1 set aside" in text for text in said)
