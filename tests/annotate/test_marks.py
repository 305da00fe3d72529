"""Comments stand on the exact words, wherever these are, and the document looks as before."""

from pathlib import Path

import pytest
from marked import anchored, comments_in, draft, finding, look, outcome_in, parts_of, report

from send_outcomes.documents import load_one
from send_outcomes.readers import read_bytes_as
from send_outcomes.word import open_document

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
DRAFTS = sorted((Path(__file__).parent.parent / "word" / "good").glob("*.docx"))
REWRITTEN = {"[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}


def same_but_for_comments(before, after):
    assert look(before) == look(after)
    old, new = parts_of(before), parts_of(after)
    assert [name for name in new if name in old] == list(old)
    rewritten = {name for name in new if old.get(name) != new[name]}
    assert {name.replace("\\", "/").replace("document2", "document") for name in rewritten} <= REWRITTEN


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_comment_stands_on_its_words(case, comment):
    given = load_one(case.read_text(encoding="utf-8"), str(case)).value
    data = draft(given["body"])
    outcome = outcome_in(data, *given["paragraphs"])
    made = comment(data, report((outcome, [finding(outcome.text, words) for words in given["mark"]])))
    found = list(anchored(made).values())
    assert found[0] == " ".join(outcome.text.split())  # the summary
    assert found[1:] or len(found) == 1
    assert sorted(found[1:]) == sorted(" ".join(words.split()) for words in given["mark"])
    by_id = {id_: text for id_, (_, text) in comments_in(made).items()}
    for id_, words in anchored(made).items():
        assert by_id[id_][0].startswith("Checked by") or words in " ".join(by_id[id_][0].split())
    same_but_for_comments(data, made)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_every_word_of_every_outcome_of_whole_drafts(path, comment):
    """Read as any draft is, with a finding on every word: nothing is marked a character too early or too late."""
    data = path.read_bytes()
    for plan in read_bytes_as(data, "word", "draft.docx"):
        findings = []
        for outcome in plan.outcomes:
            on = [finding(outcome.text, word) for word in dict.fromkeys(outcome.text.split()) if word != "-"]
            findings.append((outcome, on))
        if not findings:
            continue
        made = comment(data, report(*findings))
        if path.stem == "text-box":  # see test_what_word_would_lose
            continue
        said = {id_: text[0] for id_, (author, text) in comments_in(made).items() if author == "send-outcomes"}
        words = {id_: text for id_, text in anchored(made).items() if not said[id_].startswith("Checked by")}
        assert sorted(words.values()) == sorted(one.match for _, on in findings for one in on)
        for id_, text in words.items():
            assert said[id_].startswith(f"“{text}”")
        same_but_for_comments(data, made)


def test_a_gap_stands_on_the_whole_outcome(comment):
    data = draft("<w:p><w:r><w:t>1. I will read.</w:t></w:r></w:p><w:p><w:r><w:t>And write.</w:t></w:r></w:p>")
    outcome = outcome_in(data, 0, 1)
    gap = finding(outcome.text, "", "N651", "no-deadline", message="say by when: “By [date], …”")
    made = comment(data, report((outcome, [gap])))
    assert list(anchored(made).values())[-1] == "1. I will read. And write."


def test_what_word_would_lose_stands_around(comment):
    """Word ignores comments in text boxes and fills bound controls anew: there the comment quotes the words it means."""
    box = "<w:txbxContent><w:p><w:r><w:t>Laura will improve.</w:t></w:r></w:p></w:txbxContent>"
    bound = "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x'/></w:sdtPr><w:sdtContent><w:r><w:t>I will access it.</w:t></w:r></w:sdtContent></w:sdt>"
    data = draft(
        f"<w:p><w:r><w:t>Box:</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p>{bound}</w:p>"
    )
    boxed, held = outcome_in(data, 1, id_="O1"), outcome_in(data, 3, id_="O2")
    assert (boxed.text, held.text) == ("Laura will improve.", "I will access it.")
    on = [finding(boxed.text, "improve", message="say what")], [finding(held.text, "access", message="say what")]
    made = comment(data, report((boxed, on[0]), (held, on[1])))
    said = {id_: text[0] for id_, (_, text) in comments_in(made).items()}
    words = anchored(made)
    assert [(words[id_], text) for id_, text in said.items() if not text.startswith("Checked")] == [
        ("Laura will improve. Laura will improve.", "“improve”: say what."),
        ("I will access it.", "“access”: say what."),
    ]
    inside = [one for one in look(made) if "txbxContent" in one[1]]
    assert inside == [one for one in look(data) if "txbxContent" in one[1]]
    same_but_for_comments(data, made)


def test_the_reader_still_finds_the_same_text(comment):
    for path in DRAFTS:
        data = path.read_bytes()
        plan = next(read_bytes_as(data, "word", "draft.docx"))
        made = comment(data, report(*[(one, [finding(one.text, one.text[2:9])]) for one in plan.outcomes]))
        before, after = open_document(data, "x"), open_document(made, "x")
        assert {i: p.text for i, p in before.paragraphs.items()} == {i: p.text for i, p in after.paragraphs.items()}


def test_the_root_keeps_what_word_needs(comment):
    data = draft("<w:p><w:r><w:t>I will improve.</w:t></w:r></w:p>")
    outcome = outcome_in(data, 0)
    made = parts_of(comment(data, report((outcome, [finding(outcome.text, "improve")]))))["word/document.xml"]
    before = parts_of(data)["word/document.xml"]
    head = before[: before.index(b"<w:body>")]
    assert made.startswith(head)
    assert b"ns0" not in made
