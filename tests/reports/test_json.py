"""Every JSON report keeps to the schema that ships with the package."""

import io
import json

from jsonschema import Draft202012Validator
from made_reports import LAURA, RUN, laura, outcome, plan, summary

from send_outcomes.documents import UnreadableInput, schema
from send_outcomes.findings import Feature
from send_outcomes.model import PlanKind
from send_outcomes.reports import MAP_FORMATS, Options, begin

KEYS = {"version", "tool", "profile", "plans", "summary", "errors"}


def written(name, *reports, errors=(), formats=None, **options):
    stream = io.StringIO()
    report = begin(name, stream, RUN, Options(**options), **({"formats": formats} if formats else {}))
    for each in reports:
        report.plan(each)
    report.end(summary(*reports), errors)
    return stream.getvalue()


def holds(value, name="report"):
    breaches = [f"{list(e.absolute_path)}: {e.message}" for e in Draft202012Validator(schema(name)).iter_errors(value)]
    assert not breaches


def test_the_json_report_keeps_to_the_contract():
    listed = plan(outcome("I will go."), kind=PlanKind.LIST, path="-", id="-")
    problem = UnreadableInput("the file is empty", "b.yaml")
    value = json.loads(written("json", laura(), listed, errors=[problem]))
    holds(value)
    assert set(value) == KEYS
    first = value["plans"][0]["outcomes"][0]
    assert first["text"] == LAURA
    assert set(first["features"]) == {feature.value for feature in Feature}
    marks = {f["code"]: f for f in first["findings"]}
    assert LAURA[marks["N401"]["start"] : marks["N401"]["end"]] == marks["N401"]["match"] == "Laura"
    assert marks["N651"]["start"] == marks["N651"]["end"]
    assert marks["N801"]["ignored"] == {"because": "agreed at the meeting"}
    assert "N801" not in value["summary"]["findings_by_rule"]
    assert value["summary"]["outcomes"] == 2
    assert value["errors"][0]["path"] == "b.yaml"
    assert first["mapping"]["nottingham"][0]["evidence"][0]["text"] == "communication"


def test_a_report_on_nothing_keeps_to_it_too():
    value = json.loads(written("json"))
    holds(value)
    assert value["plans"] == []


def test_each_line_of_jsonl_is_a_plan():
    lines = written("jsonl", laura(), laura(path="b.docx")).splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["draft.docx", "b.docx"]
    for line in lines:
        holds(json.loads(line))


def test_a_wrong_report_is_caught_by_the_schema():
    value = json.loads(written("json", laura()))
    del value["plans"][0]["outcomes"][0]["features"]["term"]
    assert list(Draft202012Validator(schema("report")).iter_errors(value))


def test_redacted_json_holds_no_word_of_the_plan():
    for name in ("json", "jsonl"):
        shown = written(name, laura(path="Laura Smith.docx"), redact=True)
        for word in ("Laura", "improve", "SALT", "communication", "therapy", "agreed"):
            assert word not in shown
        value = json.loads(shown)
        holds(value)
        first = (value["plans"][0] if name == "json" else value)["outcomes"][0]
        assert first["text"] == "" and first["findings"][0]["match"] == "" and first["findings"][0]["end"] == 5


def test_json_is_ascii_where_the_stream_has_no_more():
    shown = written("json", laura(), unicode=False)
    assert shown.isascii()
    assert json.loads(shown)["plans"][0]["outcomes"][0]["findings"][0]["message"].endswith("“I will …”")


def test_the_map_keeps_to_its_schema():
    value = json.loads(written("json", laura(), formats=MAP_FORMATS))
    holds(value, "map")
