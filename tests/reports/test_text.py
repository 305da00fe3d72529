"""What a caseworker sees: the marks stand under the right words, however the text wraps."""

import io
import re
from dataclasses import replace

import pytest
from made_reports import LAURA, RUN, finding, laura, outcome, plan, rule, served, summary
from rich.cells import cell_len

from send_outcomes.documents import UnreadableInput
from send_outcomes.findings import About
from send_outcomes.frameworks import find
from send_outcomes.model import PlanKind
from send_outcomes.reports import Options, Run, begin


def text_of(*reports, errors=(), **options):
    stream = io.StringIO()
    report = begin("text", stream, RUN, Options(**options))
    for each in reports:
        report.plan(each)
    report.end(summary(*reports), errors)
    return stream.getvalue()


def marked_words(shown):
    """Return what stands above each stretch of ~~~, column by column."""
    found, above = [], ""
    for line in shown.splitlines():
        if "~" not in line or "~~~ these words" in line:
            above = line if line[:2] == "  " and line[2:3] not in ("", " ", "!") and "~" not in line else above
            continue
        start = line.index("~")
        width = len(line[start:]) - len(line[start:].lstrip("~"))
        found.append(_cells(above, start, start + width))
    return found


def _cells(line, start, end):
    kept, at = "", 0
    for character in line:
        kept += character if start <= at < end else ""
        at += cell_len(character)
    return kept


def test_the_sample_of_the_design():
    shown = text_of(laura())
    assert shown.splitlines()[0] == "draft.docx · Section E, table 3, row 2 · O2"
    assert marked_words(shown)[:3] == ["Laura", "improve", "SALT"]
    assert "  ~~~~~ ✗ N401 first-person   written about Laura, not by her: “I will …”" in shown
    assert "  ! ✗ N651 no-deadline   say by when" in shown
    for verdict in ("✗ first person", "◐ clear language", "? achievable", "✓ ambitious"):
        assert verdict in shown
    assert "→ Nottingham: My Family, My Friends, My Community (communication, skills)" in shown


def test_no_line_is_wider_than_the_page():
    for width in (60, 80, 100):
        for line in text_of(laura(), laura(path="other.docx"), width=width).splitlines():
            assert cell_len(line) <= width, line


@pytest.mark.parametrize("width", [44, 50, 61, 80])
@pytest.mark.parametrize("words", ["communication", "carry on", "my friends at the youth club every Thursday", "Zoë’s"])
def test_marks_follow_their_words_on_whichever_line_they_come_to_stand(width, words):
    text = (
        "By the end of Year 9, I will start a conversation about Zoë’s music and carry on with communication so that "
        "I can talk with my friends at the youth club every Thursday without an adult beside me."
    )
    shown = text_of(plan(outcome(text, finding(text, words, "N401", "first-person", "first_person", "…"))), width=width)
    assert " ".join(marked_words(shown)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我会 improve 我的 talking", "improve"),
        ("José\u0301 and Zoe\u0308 will improve", "improve"),
        ("I will 😀😀 improve my 👍 smile", "improve"),
        ("I\u200b will\u202e im\u2066prove it", "im\u2066prove"),
        ("I will\x1b[31m improve\x07 it", "improve"),
    ],
)
def test_marks_stand_right_beside_wide_combining_and_hidden_characters(text, words):
    shown = text_of(plan(outcome(text, finding(text, words, "N611", "vague-verb", "specific", "…"))))
    assert marked_words(shown) == ["improve"]


def test_a_list_keeps_its_lines_and_each_mark_stands_under_its_own():
    text = "I will:\n- improve my reading\r\n- improve my writing, says SALT"
    shown = text_of(plan(outcome(text, finding(text, "SALT", "N501", "acronym", "clear_language", "…"))))
    assert marked_words(shown) == ["SALT"]
    assert "  I will:\n  - improve my reading\n  - improve my writing, says SALT\n" in shown


def test_what_is_set_aside_is_told_with_its_reason_and_counts_nowhere():
    shown = text_of(laura())
    assert "- set aside: N801 provision “support” (because: agreed at the meeting)" in shown
    assert "✓ not provision" in shown


def test_severity_can_be_told_without_colour_and_without_unicode():
    plainly = text_of(laura(), unicode=False)
    assert plainly.isascii()
    assert "x N401" in plainly and "~ N501" in plainly and "ok ambitious" in plainly


def test_redacted_text_holds_no_word_of_the_plan():
    shown = text_of(laura(path="Laura draft.docx"), redact=True)
    for word in ("Laura", "improve", "SALT", "communication", "agreed"):
        assert word not in shown
    assert "N401" in shown and "… draft.docx" in shown and "(text left out)" in shown


def test_mend_first_names_what_most_outcomes_break():
    late = [finding("I will go.", None, "N651", "no-deadline", "time_bound", "say by when: …")]
    vague = [finding("I will go.", "go", "N611", "vague-verb", "specific", "…")]
    report = plan(*(outcome("I will go.", *late, *(vague if i == 1 else []), id=f"O{i}") for i in range(1, 4)))
    assert "Mend first: say by when (N651 no-deadline, 3 of 3 outcomes)." in text_of(report)


def test_a_heavier_finding_comes_before_a_more_frequent_one():
    soft = finding("I will go.", None, "N701", "no-term", "term", "…", "w")
    hard = finding("I will go.", "go", "N611", "vague-verb", "specific", "“go” …", "e")
    report = plan(outcome("I will go.", soft), outcome("I will go.", soft, hard, id="O2"))
    assert "Mend first: say what I will do (N611 vague-verb, 1 of 2 outcomes)." in text_of(report)


def test_a_clean_plan_says_so_in_one_line():
    shown = text_of(plan(outcome("I will swim a length by July 2027.")))
    assert "The outcome reads well: nothing to mend." in shown
    assert "Mend first" not in shown


def test_the_matrix_fits_eighty_columns_and_names_every_feature():
    shown = text_of(plan(*(outcome("I will go.", id=f"an-outcome-with-a-long-name-{i}") for i in range(3))))
    rows = [line for line in shown.splitlines() if line.startswith("an-ou")]
    assert len(rows) == 3 and all(len(row) <= 80 and row.count("✓") == 12 for row in rows)


def test_several_plans_end_in_a_table_worst_first():
    clean = plan(outcome("I will swim."), id="A-1", path="clean.yaml")
    shown = text_of(clean, laura(path="worse.docx"))
    table = shown[shown.index("Plan ") :]
    assert table.index("worse.docx") < table.index("clean.yaml") < table.index("All 2")


def test_what_could_not_be_read_is_told_at_the_end():
    shown = text_of(laura(), errors=[UnreadableInput("the file is empty", "b.yaml")])
    assert shown.rstrip().endswith("- b.yaml: the file is empty")


def test_findings_on_the_plan_are_told_apart():
    on_plan = finding("x", None, "N703", "missing-term", "term", "no long-term outcome", "w")
    assert "On the whole plan L-2041\n  ◐ N703 missing-term   no long-term outcome" in text_of(
        plan(outcome(LAURA), findings=[on_plan])
    )


def test_brackets_and_emoji_codes_stay_as_they_were_typed():
    text = "I will [bold]say[/bold] [link=http://x]hi[/link] :smile: by July 2027."
    assert text in text_of(plan(outcome(text)))
    assert text in text_of(plan(outcome(text)), colour=True)


def test_colour_is_added_only_where_wanted():
    assert "\x1b[" in text_of(laura(), colour=True)
    assert "\x1b" not in text_of(laura(), colour=False)


def test_a_whole_plan_closes_with_what_is_served_and_three_things_to_mend():
    frameworks = {name: find(name) for name in ("nottingham", "stockport-2024")}
    run = Run("nottingham", RUN.rules, frameworks)
    go = served("I will go.", "my-skills-for-living", "My Skills for Living", "go")
    ones = [outcome("I will go.", id=f"O{i}", mapping={"nottingham": (go,)}) for i in (1, 2)]
    stream = io.StringIO()
    begin("text", stream, run, Options()).plan(plan(*ones, *laura().outcomes))
    shown = stream.getvalue()
    assert re.search(r"  My Skills for Living +2 ━+\n  My Family My Friends My Community +0\n", shown)
    assert "Stockport: 0 of 7; none for: I am confident" in shown
    assert shown.count("\n  Because.\n") == 3 and shown.count("\nThen: ") == 2


def test_a_bare_list_closes_with_one_sentence():
    shown = text_of(plan(*laura().outcomes, kind=PlanKind.LIST))
    assert "Mend first: " in shown and "Then: " not in shown and "Served" not in shown


def test_what_is_on_needs_or_provision_is_counted_there_and_not_on_the_plan():
    one = finding("Regular help.", "Regular", "P06", "vague-provision-word", "provision", "how often?")
    found = [replace(one, about=About("provision", id_)) for id_ in ("P1", "P1", "P2")]
    assert "(P06 vague-provision-word, 2 items of provision)" in text_of(plan(outcome("I will go."), findings=found), width=100)


def test_what_to_mend_beyond_the_outcomes_is_named_where_its_message_begins_with_words_of_the_plan():
    message = "“{match}” has no outcome: write one, or name the one that does"
    run = Run("nottingham", {"T01": rule("T01", "aspiration-unmet", "golden_thread", message)})
    unmet = replace(
        finding("Skate.", "Skate", "T01", "aspiration-unmet", "golden_thread", "…"), about=About("aspiration", "A1")
    )
    stream = io.StringIO()
    begin("text", stream, run, Options(width=120)).plan(plan(outcome("I will go."), findings=[unmet]))
    assert (
        "Mend first: aspiration unmet: write one, or name the one that does (T01 aspiration-unmet, 1 aspiration)."
        in stream.getvalue()
    )
