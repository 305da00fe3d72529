"""Comments on aspirations, needs and provision stand where those stand, one for each; a reply there sets aside."""

import json
from dataclasses import replace

import pytest
from marked import anchored, comments_in, draft, finding, outcome_in, report
from test_again import answered
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.findings import About, Severity

VAGUE = "Access to regular support from staff as required."
TEXTS = (
    "Section A: Views, interests and aspirations", "Aspirations", "I want to work on a boat.",
    "Section B: Special educational needs", "Kit finds it hard to follow an instruction of two steps.",
    "Section C: Health needs", "Kit has trisomy 21, generalised hypotonia and idiopathic scoliosis.",
    "Section E: Outcomes", "By July 2027, I will follow an instruction of two steps in four lessons out of five.",
    "Section F: Special educational provision", VAGUE,
)  # fmt: skip
DRAFT = draft("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in TEXTS))


@pytest.fixture
def run(tmp_path):
    """Lint the draft in `data`; returns the report's plan, the commented copy and what was said on standard error."""

    def run(data):
        path, copy = tmp_path / "draft.docx", tmp_path / "reviewed.docx"
        path.write_bytes(data)
        copy.unlink(missing_ok=True)
        args = ["lint", str(path), "--today", "2026-09-01", "--format", "json", "--annotate", str(copy)]
        result = CliRunner().invoke(app, args)
        return json.loads(result.stdout)["plans"][0], copy.read_bytes(), result.stderr

    return run


def on(made, words):
    """What the comments say that stand on some words; none may stand there twice."""
    ((_, text),) = [comments_in(made)[id_] for id_, marked in anchored(made).items() if marked == words]
    return text


def test_each_item_has_one_comment_at_its_own_place(run):
    _, made, told = run(DRAFT)
    provision = on(made, VAGUE)
    assert any(line.startswith("• Not said: how much (P01)") and "(P05)" in line for line in provision)
    assert sum("(P06 vague-provision-word)" in line for line in provision) >= 2
    assert sum(line.startswith("Why P06: ") for line in provision) == 1
    assert any(line.startswith("No outcome serves this aspiration") for line in on(made, TEXTS[2]))
    assert any("“trisomy 21”, “" in line and "(T11 health-need-language)" in line for line in on(made, TEXTS[6]))
    summary = on(made, TEXTS[7])
    assert summary[0].startswith("Checked by send-outcomes: 1 outcome;")
    assert not any("P0" in line or "T11" in line for line in summary if line.startswith("On "))
    assert "other items written to" in told


def test_a_reply_sets_aside_on_the_item_and_on_the_plan(run):
    plan, made, _ = run(DRAFT)
    assert any(one["code"] == "T10" and one["ignored"] is None for one in plan["findings"])
    marks = {marked: id_ for id_, marked in anchored(made).items()}
    plan, _, _ = run(answered(made, marks[VAGUE], "ignore P05: the school reviews all of it in March"))
    assert [one["ignored"] for one in plan["findings"] if one["code"] == "P05"] == [
        {"because": "the school reviews all of it in March"}
    ]
    plan, _, _ = run(answered(made, marks[TEXTS[7]], "ignore T10: her pictures stand in Appendix 2"))
    assert [one["ignored"] for one in plan["findings"] if one["code"] == "T10"] == [
        {"because": "her pictures stand in Appendix 2"}
    ]
    assert not any(one["code"] == "S02" for one in plan["findings"])


def test_twice_is_once(run):
    _, once, _ = run(DRAFT)
    _, again, _ = run(once)
    assert [text for _, text in comments_in(again).values()] == [text for _, text in comments_in(once).values()]


def test_a_finding_whose_item_has_no_place_is_told_in_a_summary_that_stays_short(comment):
    data = draft(f"<w:p><w:r><w:t>{TEXTS[8]}</w:t></w:r></w:p>")
    outcome = outcome_in(data, 0)
    lost = [
        finding("", "", "P05", "no-review", Severity.WARNING, message=f"say when {n}", about=About("provision", f"P{n}"))
        for n in range(9)
    ]
    whole = finding("", "", "T10", "views-not-shown", message="show the views")
    ((_, text),) = comments_in(comment(data, replace(report((outcome, [])), findings=(*lost, whole)))).values()
    told = [line for line in text if line.startswith("On ")]
    assert told[:2] == [
        "On the whole plan: Show the views. (T10 views-not-shown)",
        "On provision P0: Say when 0. (P05 no-review)",
    ]
    assert len(told) == 6 and "… and 4 more, none heavier: see the report." in text
