"""What the comments say, to whom, and how many there are."""

from marked import WHEN, anchored, comments_in, draft, finding, outcome_in, parts_of, report, tree

from send_outcomes.annotate import annotated
from send_outcomes.findings import Fix, Severity
from send_outcomes.model import Ignore, Outcome, Place
from send_outcomes.reports import Run

TEXT = "I will access SALT."
BODY = f"<w:p><w:r><w:t>Section E</w:t></w:r></w:p><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p><w:p><w:r><w:t>I will read.</w:t></w:r></w:p>"


def said(made):
    return [text for _, text in comments_in(made).values()]


def test_message_why_suggestion_and_rule(comment):
    data = draft(BODY)
    one = finding(TEXT, "SALT", "N501", "acronym", message="“SALT”: write it out", why="short forms shut people out",
                  fix=Fix("suggested", "speech and language therapist"))  # fmt: skip
    _, text = said(comment(data, report((outcome_in(data, 1), [one]))))
    assert text == [
        "“SALT”: write it out.",
        "Why: Short forms shut people out.",
        "You could write: “speech and language therapist”",
        "(N501 acronym)",
    ]


def test_who_and_when(comment):
    data = draft(BODY)
    made = tree(comment(data, report((outcome_in(data, 1), [finding(TEXT, "access")]))), "word/comments.xml")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert {(one.get(f"{w}author"), one.get(f"{w}initials"), one.get(f"{w}date")) for one in made} == {
        ("send-outcomes", "SO", "2026-09-02T09:30:00Z")
    }


def test_grouped_there_is_one_an_outcome_and_each_reason_once(comment):
    data = draft(BODY)
    first = [
        finding(TEXT, "SALT", "N501", "acronym", Severity.INFO, message="write it out", why="It shuts out."),
        finding(TEXT, "access", message="say what"),
        finding(TEXT, "will", message="say what else"),
    ]
    made = comment(data, report((outcome_in(data, 1), first), (outcome_in(data, 2, id_="O2"), [])), group=True)
    assert list(anchored(made).values()) == ["Section E", TEXT]
    assert said(made)[1] == [
        "• “access”: say what. (N611 vague-verb)",
        "• “will”: say what else. (N611 vague-verb)",
        "• “SALT”: write it out. (N501 acronym)",
        "Why N611: It must show.",
        "Why N501: It shuts out.",
    ]


def test_an_outcome_without_findings_or_with_all_set_aside_gets_none(comment):
    data = draft(BODY)
    aside = finding(TEXT, "access", ignored=Ignore("N611", "agreed"))
    made = comment(data, report((outcome_in(data, 1), [aside]), (outcome_in(data, 2, id_="O2"), [])))
    assert list(anchored(made).values()) == ["Section E"]
    assert said(made)[0][0] == "Checked by send-outcomes: 2 outcomes; 1 set aside."


def test_the_summary_counts_says_what_first_and_who_decides(comment):
    data = draft(BODY)
    on = [finding(TEXT, "access"), finding(TEXT, "SALT", "N501", "acronym", Severity.WARNING)]
    top = said(comment(data, report((outcome_in(data, 1), on), (outcome_in(data, 2, id_="O2"), []))))[0]
    assert top[0] == "Checked by send-outcomes: 2 outcomes; 1 to mend, 1 worth another look."
    assert top[1].startswith("Mend first: ") and "N611" in top[1]
    assert "“?”" in top[2] and "realistic" in top[2]
    assert "A person who knows the child or young person decides." in top[-1]


def test_without_a_heading_the_summary_stands_on_the_first_outcome(comment):
    data = draft("<w:p><w:r><w:t>I will swim.</w:t></w:r></w:p><w:p><w:r><w:t>Section E is over.</w:t></w:r></w:p>")
    assert list(anchored(comment(data, report((outcome_in(data, 0), [])))).values()) == ["I will swim."]


def test_an_outcome_without_a_place_is_counted_not_lost():
    data = draft(BODY)
    nowhere = Outcome("O9", TEXT, Place("draft.docx"))
    made = annotated(data, "draft.docx", [report((nowhere, [finding(TEXT, "access")]))], Run("x"), WHEN)
    assert (made.comments, made.unplaced) == (0, 1)


def test_signs_that_mean_something_in_xml_or_turn_a_line_round(comment):
    body = "<w:p><w:r><w:t>I will use &lt;b&gt; &amp; \u202eevil.</w:t></w:r></w:p>"
    data = draft(body)
    outcome = outcome_in(data, 0)
    made = comment(data, report((outcome, [finding(outcome.text, "<b> & \u202eevil")])))
    assert said(made)[1][0] == "“<b> & evil” can't be seen."
    assert parts_of(made)["word/document.xml"].count("\u202eevil".encode()) == 1
