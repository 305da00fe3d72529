"""Formats for machines: what GitHub, a code scanner, a build server, a spreadsheet and a pull request make of a report."""

import csv
import io
import json
import os
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator, validators
from made_reports import LAURA, RUN, finding, laura, outcome, plan, summary
from markdown_it import MarkdownIt

from send_outcomes.documents import UnreadableInput, load_one
from send_outcomes.findings import Severity
from send_outcomes.model import Anchor, Ignore, Place
from send_outcomes.reports import FOR_LOGS, FORMATS, Options, Run, begin
from send_outcomes.rulebook import assemble, load_profile

HERE = Path(__file__).parent / "machines"
HOSTILE = load_one((HERE / "hostile.yaml").read_text(encoding="utf-8"), "hostile.yaml").value
SARIF = json.loads((HERE / "sarif.schema.json").read_text(encoding="utf-8"))
EVERY_RULE = Run.of("nottingham", assemble(load_profile("nottingham")).rules, ())


def written(name, *reports, errors=(), run=RUN, **options):
    stream = io.StringIO()
    report = begin(name, stream, run, Options(**options))
    for each in reports:
        report.plan(each)
    report.end(summary(*reports), errors)
    return stream.getvalue()


def many(count, severity="e"):
    text = "I will go."
    return plan(
        *(
            outcome(text, finding(text, "go", f"X{n:03}", "a-rule", "specific", f"say {n}", severity), id=f"O{n}")
            for n in range(count)
        )
    )


def located(report, path, line, column):
    """The report with its outcomes at a line and column of a text file."""
    place = Place(path, f"line {line}", line, column, anchors=(Anchor(0, line, column),))
    outcomes = tuple(replace(one, outcome=replace(one.outcome, place=place)) for one in report.outcomes)
    return replace(report, outcomes=outcomes)


def old(report, *codes):
    """The report with the findings of these rules in the baseline."""
    outcomes = tuple(replace(o, findings=tuple(replace(f, known=f.code in codes) for f in o.findings)) for o in report.outcomes)
    return replace(report, outcomes=outcomes)


# -- every format


@pytest.mark.parametrize("name", list(FORMATS))
def test_old_findings_are_marked_and_not_dropped(name):
    fresh, marked = (written(name, report, compared=True) for report in (laura(), old(laura(), "N401")))
    assert "N401" in marked and marked != fresh


@pytest.mark.parametrize("name", sorted(FOR_LOGS))
def test_what_is_made_for_logs_leaves_texts_out_unless_asked(name):
    report = located(laura(path="draft.yaml"), "draft.yaml", 3, 5)
    shown = written(name, report)
    assert "N401" in shown
    for word in ("Laura", "improve", "SALT", "communication", "agreed"):
        assert word not in shown
    assert "“improve”" in written(name, report, show_text=True)
    assert "improve" not in written(name, report, show_text=True, redact=True)


# -- github


def commands(shown):
    """The annotations of a log, as GitHub's runner reads it: level, properties, message."""
    found = []
    for line in shown.splitlines():
        assert "##[" not in line
        if line.lstrip().startswith("::") and not line.startswith(("::group::", "::endgroup::")):
            level, properties, message = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line).groups()
            found.append((level, dict(part.split("=", 1) for part in properties.split(",")), message))
    return found


def test_github_s_caps_are_kept_and_the_rest_stands_in_the_log():
    shown = written("github", many(14), many(12, "w"), many(3, "i"))
    levels = [level for level, _, _ in commands(shown)]
    assert levels == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 3
    assert "::group::6 more than GitHub shows as annotations" in shown and "X013" in shown


def test_the_surest_errors_come_first():
    text = "I will go."
    unsure = replace(finding(text, "go", "X001", "unsure", "specific", "…"), confidence="low")
    sure = finding(text, "go", "X002", "sure", "specific", "…")
    titles = [properties["title"] for _, properties, _ in commands(written("github", plan(outcome(text, unsure, sure))))]
    assert [title.split()[0] for title in titles] == ["X002", "X001"]


def test_an_annotation_stands_on_its_words():
    shown = written("github", located(laura(), "drafts/laura.yaml", 3, 5), show_text=True)
    by_rule = {properties["title"].split()[0]: properties for _, properties, _ in commands(shown)}
    assert by_rule["N611"] | {"title": ""} == {
        "file": "drafts/laura.yaml", "line": "3", "endLine": "3", "col": "16", "endColumn": "23", "title": ""
    }  # fmt: skip
    assert "col" not in by_rule["N651"]


def test_a_word_file_has_no_lines_but_a_place():
    _, properties, _ = commands(written("github", laura()))[0]
    assert properties["file"] == "draft.docx" and "line" not in properties
    assert "(Section E%2C table 3%2C row 2 · O2)" in properties["title"]


def test_what_could_not_be_read_is_an_annotation_too():
    shown = written("github", many(10), errors=[UnreadableInput("the file is empty", "b.yaml", 4)])
    first, *others = commands(shown)
    assert first[1]["file"] == "b.yaml" and first[1]["line"] == "4" and "the file is empty" in first[2]
    assert len(others) == 9 and "1 more than GitHub shows" in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_command(text):
    report = plan(
        outcome(text, finding(text, text, "N611", "vague-verb", "specific", f"“{text}”"), id=text, path=text),
        path=text,
        id=text,
    )
    assert len(commands(written("github", report, errors=[UnreadableInput(text, text)], show_text=True))) == 2


# -- sarif


def holds(shown):
    value = json.loads(shown)
    assert [f"{list(e.absolute_path)}: {e.message}" for e in Draft202012Validator(SARIF).iter_errors(value)] == []
    official = os.environ.get("SARIF_SCHEMA")  # the OASIS Standard's own, where someone has it
    if official:
        schema = json.loads(Path(official).read_text(encoding="utf-8"))
        assert list(validators.validator_for(schema)(schema).iter_errors(value)) == []
    return value["runs"][0]


def test_sarif_keeps_to_the_standard_and_explains_every_rule():
    run = holds(
        written("sarif", laura(), run=EVERY_RULE, errors=[UnreadableInput("the file is empty", "b.yaml", 4)], show_text=True)
    )
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == set(EVERY_RULE.rules)
    assert all("Source: " in rule["help"]["text"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_names_the_place_in_a_word_file_and_the_lines_of_a_text():
    word = holds(written("sarif", laura()))["results"][0]["locations"][0]
    assert word["logicalLocations"] == [
        {"name": "O2", "fullyQualifiedName": "L-2041/O2/Section E, table 3, row 2", "kind": "outcome"}
    ]
    assert "region" not in word["physicalLocation"]
    results = holds(written("sarif", located(laura(), "my drafts/é.md", 3, 5)))["results"]
    physical = {r["ruleId"]: r["locations"][0]["physicalLocation"] for r in results}["N611"]
    assert physical["artifactLocation"] == {"uri": "my%20drafts/%C3%A9.md", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {"startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 23}


def prints(*reports):
    return [r["partialFingerprints"]["primaryLocationLineHash"] for r in holds(written("sarif", *reports))["results"]]


def test_fingerprints_survive_moved_lines_and_tell_a_second_copy_apart():
    here, there = (located(laura(), "laura.yaml", line, 5) for line in (3, 99))
    assert prints(here) == prints(there)
    twice = replace(here, outcomes=here.outcomes * 2)
    assert len(set(prints(twice))) == 2 * len(prints(here))
    assert not set(prints(replace(here, plan=replace(here.plan, id="L-9")))) & set(prints(here))


def test_what_is_set_aside_is_suppressed_with_its_reason_where_texts_may_be_shown():
    noted = Ignore("N801", "agreed at the meeting", Place("draft.docx.ignore.yaml", "line 2", 2, 5))
    report = laura()
    findings = tuple(replace(f, ignored=noted) if f.ignored else f for f in report.outcomes[0].findings)
    report = replace(report, outcomes=(replace(report.outcomes[0], findings=findings),))
    by_rule = {r["ruleId"]: r for r in holds(written("sarif", report, show_text=True))["results"]}
    (suppression,) = by_rule["N801"]["suppressions"]
    assert suppression["kind"] == "external" and suppression["justification"] == "agreed at the meeting"
    assert suppression["location"]["physicalLocation"]["region"] == {"startLine": 2}
    assert "suppressions" not in by_rule["N401"]


def test_the_baseline_s_findings_are_unchanged_the_others_new():
    results = holds(written("sarif", old(laura(), "N401"), compared=True))["results"]
    assert {r["ruleId"]: r["baselineState"] for r in results}["N401"] == "unchanged"
    assert {r["baselineState"] for r in results if r["ruleId"] != "N401"} == {"new"}
    assert "baselineState" not in written("sarif", laura())


# -- junit


def test_junit_fails_what_makes_the_run_fail_and_nothing_else():
    suite = ElementTree.fromstring(written("junit", old(laura(), "N401"), fail_on=Severity.ERROR)).find("testsuite")
    cases = {case.get("name").split()[1]: [child.tag for child in case] for case in suite}
    assert cases == {"N401": ["skipped"], "N611": ["failure"], "N501": ["system-out"], "N651": ["failure"], "N801": ["skipped"]}
    assert {key: suite.get(key) for key in ("tests", "failures", "skipped", "errors")} == {
        "tests": "5", "failures": "2", "skipped": "2", "errors": "0"
    }  # fmt: skip
    for fail_on, failures in ((Severity.WARNING, "4"), (Severity.ERROR, "3"), (None, "0")):
        assert ElementTree.fromstring(written("junit", laura(), fail_on=fail_on)).find("testsuite").get("failures") == failures


def test_junit_has_a_case_for_a_clean_outcome_and_an_error_for_what_could_not_be_read():
    tree = ElementTree.fromstring(
        written("junit", plan(outcome("I will swim.")), errors=[UnreadableInput("is empty", "b.yaml")])
    )
    clean, unread = tree.findall("testsuite")
    assert [(case.get("name"), len(case)) for case in clean] == [("O1", 0)]
    assert unread.find("testcase/error").get("message") == "b.yaml: is empty"


@pytest.mark.parametrize("text", HOSTILE)
def test_junit_is_xml_whatever_a_plan_holds(text):
    report = plan(outcome(text, finding(text, text, "N611", "vague-verb", "specific", text), id=text), id=text)
    for unicode in (True, False):
        tree = ElementTree.fromstring(written("junit", report, show_text=True, unicode=unicode).encode())
        assert tree.find("testsuite/testcase/failure") is not None


# -- csv


def test_csv_has_a_finding_a_row_with_its_state():
    rows = list(csv.DictReader(io.StringIO(written("csv", old(laura(), "N401")))))
    assert {row["code"]: row["state"] for row in rows} == {
        "N401": "known", "N611": "open", "N501": "open", "N651": "open", "N801": "set aside"
    }  # fmt: skip
    assert {row["because"] for row in rows} == {"", "agreed at the meeting"}
    assert {row["text"] for row in rows} == {LAURA}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_whichever_way_the_line_is_cut(text):
    report = plan(
        outcome(text, finding(text, text, "N611", "vague-verb", "specific", text), id=text, path=text, label=text), id=text
    )
    shown = written("csv", report, errors=[UnreadableInput(text, text)])
    for delimiter in ",;\t|":
        for row in csv.reader(io.StringIO(shown), delimiter=delimiter):
            assert [cell for cell in row if re.match(r"[\s\"]*[=+\-@＝＋－＠]", cell)] == []


# -- markdown


def seen(page):
    """What a reader sees of a page: its texts, and what the page would do besides."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(page)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(c.content for c in inline if c.type in ("text", "code_inline")), {c.type for c in inline}


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_a_text_as_it_is(text):
    page = written(
        "markdown", plan(outcome(text, finding(text, text, "N611", "vague-verb", "specific", f"about {text}"), id="O1"))
    )
    words, kinds = seen(page)
    assert f"about {' '.join(text.split())}" in " ".join(words.split())
    assert kinds <= {"text", "html_inline", "strong_open", "strong_close", "softbreak"}
    assert set(re.findall(r"<[^>]*>", "".join(re.findall(r"(?<!\\)<[^>]*>", page)))) <= {
        "<!-- -->", "<br>", "<details>", "</details>", "<summary>", "</summary>"
    }  # fmt: skip
    assert not re.search(r"@\w|(?<!&)#\d|\bGH-\d|://|www\.", page.replace("### ", ""))


def test_markdown_opens_with_the_sums_and_what_to_mend_first():
    page = written("markdown", old(laura(), "N651"))
    assert page.startswith("### Outcomes: 2 errors, 1 warning\n")
    assert "1 outcome in 1 plan or list. Not counted: 1 finding set aside with a reason, 1 finding in the baseline." in page
    assert "**Mend first:" in page
    assert "| N651 no-deadline | draft.docx Section E, table 3, row 2 · O2 | known |" in page
    assert "| N801 provision | draft.docx Section E, table 3, row 2 · O2 | set aside | agreed at the meeting |" in page


def test_a_large_run_fits_a_comment():
    page = written("markdown", *(replace(many(40), plan=replace(many(1).plan, id=f"P-{n}")) for n in range(300)))
    assert len(page) < 65_536
    assert "… and 11,900 more, none heavier." in page
