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
        words, said = anchored(made), comments_in(made)
        stood = {id_: said[id_][1][0].partition(" can't be seen")[0].removeprefix("“").removesuffix("”") for id_ in words}
        stood = {id_: match for id_, match in stood.items() if not match.startswith("Checked by")}
        assert sorted(stood.values()) == sorted(one.match for _, on in findings for one in on)
        for id_, match in stood.items():
            # See test_what_word_would_lose_stands_around.
            assert match in words[id_] if path.stem in ("text-box", "pieces") else match == words[id_]
        same_but_for_comments(data, made)


def test_a_gap_stands_on_the_whole_outcome(comment):
    data = draft("<w:p><w:r><w:t>1. I will read.</w:t></w:r></w:p><w:p><w:r><w:t>And write.</w:t></w:r></w:p>")
    outcome = outcome_in(data, 0, 1)
    gap = finding(outcome.text, "", "N651", "no-deadline", message="say by when: “By [date], …”")
    made = comment(data, report((outcome, [gap])))
    assert list(anchored(made).values())[-1] == "1. I will read. And write."


def test_what_word_would_lose_stands_around(comment):
    """Word ignores comments in text boxes, and fills fields and bound controls anew: there a comment quotes the words it means."""
    box = "<w:txbxContent><w:p><w:r><w:t>Laura will improve.</w:t></w:r></w:p></w:txbxContent>"
    bound = "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x'/></w:sdtPr><w:sdtContent><w:r><w:t>I will access it.</w:t></w:r></w:sdtContent></w:sdt>"
    data = draft(
        f"<w:p><w:r><w:t>Box:</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p>{bound}</w:p>"
        "<w:p><w:r><w:t xml:space='preserve'>I will go </w:t></w:r><w:fldSimple w:instr='REF x'><w:r><w:t>out to play</w:t></w:r></w:fldSimple></w:p>"
    )
    boxed, held, field = (outcome_in(data, index, id_=f"O{index}") for index in (1, 3, 4))
    assert (boxed.text, held.text) == ("Laura will improve.", "I will access it.")
    meant = [(boxed, "improve"), (held, "access"), (field, "play")]
    made = comment(data, report(*[(one, [finding(one.text, words, message="say what")]) for one, words in meant]))
    said = {id_: text[0] for id_, (_, text) in comments_in(made).items()}
    words = anchored(made)
    assert [(words[id_], text) for id_, text in said.items() if not text.startswith("Checked")] == [
        ("Laura will improve. Laura will improve.", "“improve”: say what."),
        ("I will access it.", "“access”: say what."),
        ("out to play", "“play”: say what."),
    ]
    inside = [one for one in look(made) if "txbxContent" in one[1]]
    assert inside == [one for one in look(data) if "txbxContent" in one[1]]
    same_but_for_comments(data, made)


def test_in_a_box_of_several_outcomes_each_comment_names_its_own(comment):
    box = "<w:txbxContent><w:p><w:r><w:t>I will read.</w:t></w:r></w:p><w:p><w:r><w:t>I will write.</w:t></w:r></w:p></w:txbxContent>"
    data = draft(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>")
    both = [outcome_in(data, index, id_=f"O{index}") for index in (1, 2)]
    gap = finding("", "", "N651", "no-deadline", message="say by when")
    on = report(*[(one, [gap]) for one in both])
    for made in (comment(data, on), comment(data, on, group=True)):
        said = [text[0] for _, text in comments_in(made).values()]
        assert said[1:] == ["“I will read.”: say by when.", "“I will write.”: say by when."]


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
