"""A second run replaces our comments and nobody else's, and a person's answer outlives it."""

import datetime as dt
from dataclasses import replace

import pytest
from marked import COMMENT, EXTENDED, WHEN, anchored, comments_in, draft, finding, look, outcome_in, parts_of, report

from send_outcomes.model import Ignore
from send_outcomes.readers import read_bytes_as

TEXT = "Laura will improve her communication skills with support from SALT."
HEADING = "<w:p><w:r><w:t>Section E: Outcomes</w:t></w:r></w:p>"
BODY = f"{HEADING}<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{TEXT}</w:t></w:r></w:p>"
PERSON = (
    '<w:p><w:commentRangeStart w:id="{0}"/><w:r><w:t>I will read.</w:t></w:r><w:commentRangeEnd w:id="{0}"/>'
    '<w:r><w:commentReference w:id="{0}"/></w:r></w:p>'
)


def found(data):
    outcome = outcome_in(data, 1)
    return report(
        (
            outcome,
            [
                finding(TEXT, "improve"),
                finding(TEXT, "Laura", "N401", "first-person"),
                finding(TEXT, "", "N651", "no-deadline"),
            ],
        )
    )


def answered(data, id_, reply, extended=True):
    """The draft as Word would save it after somebody has replied to a comment."""
    parts = parts_of(data)
    comments = parts["word/comments.xml"].decode()
    document = parts["word/document.xml"].decode()
    start, reference = f'<w:commentRangeStart w:id="{id_}"/>', f'<w:commentReference w:id="{id_}"/></w:r>'
    assert document.count(start) == document.count(reference) == 1
    document = document.replace(start, start + '<w:commentRangeStart w:id="90"/>')
    document = document.replace(
        reference, f'{reference}<w:commentRangeEnd w:id="90"/><w:r><w:commentReference w:id="90"/></w:r>'
    )
    head, _, tail = comments.partition(f'<w:comment w:id="{id_}"')
    inside, _, rest = tail.partition("</w:comment>")
    before, _, last = inside.rpartition("<w:p>")
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    comments = f'{head}<w:comment w:id="{id_}"{before}<w:p {w14} w14:paraId="0A">{last}</w:comment>{rest}'
    comments = comments.replace(
        "</w:comments>", COMMENT.format(90, "A. Caseworker", "0B", reply).replace("<w:p ", f"<w:p {w14} ") + "</w:comments>"
    )
    body = document[document.index("<w:body>") + 8 : document.index("<w:sectPr/>")]
    more = {
        "commentsExtended": EXTENDED.format(
            '<w15:commentEx w15:paraId="0A"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
        )
    }
    return draft(body, comments[comments.index("<w:comment ") : comments.index("</w:comments>")], **(more if extended else {}))


def by_rule(data, code):
    return next(id_ for id_, (_, text) in comments_in(data).items() if text[-1].startswith(f"({code} "))


def test_twice_is_once(comment):
    data = draft(BODY)
    once = comment(data, found(data))
    again = comment(once, found(once))
    assert parts_of(again) == parts_of(once)
    assert comment(once, found(once), when=WHEN + dt.timedelta(days=1)) != once


@pytest.mark.parametrize("path", ["tracked", "controls", "section-e-table", "nested", "strict", "text-box", "pieces"])
def test_twice_is_once_in_whole_drafts(path, comment, request):
    data = (request.config.rootpath / "tests" / "word" / "good" / f"{path}.docx").read_bytes()

    def every_other_word(data):
        plan = next(read_bytes_as(data, "word", "draft.docx"))
        return report(*[(one, [finding(one.text, word) for word in one.text.split()[::2]]) for one in plan.outcomes])

    once = comment(data, every_other_word(data))
    assert parts_of(comment(once, every_other_word(once))) == parts_of(once)


def test_what_was_mended_loses_its_comment(comment):
    data = draft(BODY)
    once = comment(data, found(data))
    outcome = outcome_in(once, 1)
    after = comment(once, report((outcome, [finding(TEXT, "SALT", "N501", "acronym")])))
    assert sorted(anchored(after).values()) == ["SALT", "Section E: Outcomes"]
    assert look(after) != [] and [one[3] for one in look(after)] == [one[3] for one in look(data)]
    nothing = comment(after, report((outcome_in(after, 1), [])))
    assert list(anchored(nothing).values()) == ["Section E: Outcomes"]


def test_people_s_comments_stay_as_they_are(comment):
    theirs = COMMENT.format(7, "A. Caseworker", "0C", "Ask his mum.") + COMMENT.format(
        3, "Send-Outcomes Team", "0D", "Not ours."
    )
    data = draft(
        BODY + PERSON.format(7) + PERSON.format(3), theirs, commentsExtended=EXTENDED.format('<w15:commentEx w15:paraId="0C"/>')
    )
    once = comment(data, found(data))
    again = comment(once, found(once))
    for made in (once, again):
        said = comments_in(made)
        assert said["7"] == ("A. Caseworker", ["Ask his mum."]) and said["3"] == ("Send-Outcomes Team", ["Not ours."])
        assert sorted(map(int, said)) == [3, 7, 8, 9, 10, 11]
        assert parts_of(made)["word/commentsExtended.xml"] == parts_of(data)["word/commentsExtended.xml"]
        assert parts_of(made)["[Content_Types].xml"] == parts_of(data)["[Content_Types].xml"]
        assert parts_of(made)["word/_rels/document.xml.rels"] == parts_of(data)["word/_rels/document.xml.rels"]
    assert b'<w:commentReference w:id="7"/>' in parts_of(again)["word/document.xml"]


def test_an_answered_comment_stays_with_its_answer_and_is_not_repeated(comment):
    data = draft(BODY)
    once = comment(data, found(data))
    id_ = by_rule(once, "N401")
    talked = answered(once, id_, "She cannot speak for herself yet.")
    again = comment(talked, found(talked))
    said = comments_in(again)
    assert said[id_] == comments_in(once)[id_] and said["90"][0] == "A. Caseworker"
    assert [text[-1] for _, text in said.values()].count("(N401 first-person)") == 1
    assert anchored(again)[id_] == "Laura"
    assert parts_of(comment(again, found(again))) == parts_of(again)


def test_ignore_in_a_reply_is_honoured(comment):
    data = draft(BODY)
    once = comment(data, found(data))
    talked = answered(once, by_rule(once, "N401"), "ignore N401: agreed with her mother")
    plan = next(read_bytes_as(talked, "word", "draft.docx"))
    assert plan.outcomes[0].ignores == (Ignore("N401", "agreed with her mother"),)
    aside = [
        replace(one, ignored=Ignore("N401", "agreed")) if one.code == "N401" else one
        for one in found(talked).outcomes[0].findings
    ]
    again = comment(talked, report((plan.outcomes[0], aside)))
    rules = [text[-1] for author, text in comments_in(again).values() if author == "send-outcomes"]
    assert sorted(rules)[:3] == ["(N401 first-person)", "(N611 vague-verb)", "(N651 no-deadline)"]
    assert "1 set aside" in next(text[0] for _, text in comments_in(again).values() if text[0].startswith("Checked by"))


def test_our_own_comments_set_nothing_aside(comment):
    data = draft(BODY)
    made = comment(data, found(data))
    assert next(read_bytes_as(made, "word", "draft.docx")).outcomes[0].ignores == ()


def test_word_s_way_of_saving_our_comments_is_known_again(comment):
    """Word gives our comments ids and styles of its own; without replies they are still ours to replace."""
    data = draft(BODY)
    talked = answered(comment(data, found(data)), by_rule(comment(data, found(data)), "N651"), "Hm.", extended=False)
    again = comments_in(comment(talked, found(talked)))
    assert sum(author == "send-outcomes" for author, _ in again.values()) == 4
    assert again["90"] == ("A. Caseworker", ["Hm."])
