"""Aspirations are found wherever drafts write them in Section A, and nothing else is taken for one."""

import pytest
from annotate.marked import draft

from send_outcomes.readers import read_bytes_as

HOPE, VIEW = "I want to be a vet when I grow up.", "Kit likes cats and quiet rooms."
TOP = "Section A: Views, interests and aspirations"


def p(text, bold=False):
    return f"<w:p><w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t>{text}</w:t></w:r></w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{''.join(map(p, cell.split('|')))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


REST = (
    p("Section E: Outcomes")
    + p("By July 2027, I will read a page to my dad.")
    + p("Section F: Provision")
    + p("A teacher, daily.")
)


def plan(above):
    return next(read_bytes_as(draft(above + REST), "word", "draft.docx"))


@pytest.mark.parametrize(
    "heading",
    [
        "Aspirations:", "What are my aspirations?", "My hopes and dreams for the future", "Kit's hopes for the future",
        "My aspirations for adulthood", "Parents' hopes and aspirations for Kit", "Aspirations of the child or young person",
        "Child/Young Person's Aspirations:", "Aspirations and long-term goals", "When I grow up", "My future",
        "What do I want to do in the future?",
    ],
)  # fmt: skip
def test_below_a_heading_in_whatever_words(heading):
    found = plan(p(TOP) + p(VIEW) + p(heading, bold=True) + p(HOPE))
    assert [one.text for one in found.aspirations] == [HOPE]
    assert found.views == VIEW and len(found.outcomes) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [("A2 SUMMARY the views, interests and aspirations of the CHILD and their parent",), ("Views",), (VIEW,), ("Aspirations",), (HOPE,)],
        [("A2 SUMMARY the views, interests and aspirations of the CHILD",), (f"Views|{VIEW}|Aspirations|{HOPE}",)],
        [(TOP,), ("My views", VIEW), ("My aspirations for the future", HOPE)],
        [("Views", "Aspirations of the child"), (VIEW, HOPE)],
    ],
)  # fmt: skip
def test_in_the_rows_and_columns_of_a_table(rows):
    found = plan(table(*rows))
    assert [one.text for one in found.aspirations] == [HOPE]
    assert VIEW in found.views


def test_told_among_the_views_where_they_stand_nowhere_else():
    told = f"{VIEW} {HOPE} I would like more time for lunch. I want to go home when it is noisy."
    found = plan(
        p(TOP) + p(told) + p("One day she hopes to drive. I want to be as fit as I can be.") + p("I want to be a bit quicker.")
    )
    assert [one.text for one in found.aspirations] == [HOPE, "One day she hopes to drive.", "I want to be as fit as I can be."]
    assert found.views.startswith(told)
    assert found.aspirations[0].place.at(0)[1] == len(VIEW) + 2  # its own words, for a comment to stand on
    assert [one.text for one in plan(p(TOP) + p(f"{VIEW} {HOPE}") + p("Aspirations:") + p("To cook.")).aspirations] == [
        "To cook."
    ]


@pytest.mark.parametrize(
    "heading", ["How can we help with the dreams that wake me?", "Views and aspirations of the family", "Hopes and provision"]
)
def test_what_is_no_heading_of_aspirations_opens_none(heading):
    assert plan(p(TOP) + p(VIEW) + p(heading, bold=True) + p("Kit has a cat.")).aspirations == ()
