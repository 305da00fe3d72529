"""The schemas for packs and profiles say what the program takes: they keep up with the check kinds, and catch slips."""

import pytest
from jsonschema import Draft202012Validator

from send_outcomes.checks import KINDS
from send_outcomes.documents import SettingsProblem, load_one, schema, validate
from send_outcomes.findings import Feature
from send_outcomes.rulebook import shipped_packs, shipped_profiles

RULE = schema("pack")["$defs"]["rule"]
GOOD = """\
pack: mine
title: Mine
rules:
  - code: X101
    name: no-shouting
    feature: clear_language
    severity: warning
    confidence: high
    check: phrase
    phrases: [LOUD]
    message: say it quietly
    why: Nobody listens to shouting.
    source: {document: house-style, title: House style, passage: Do not shout.}
    examples:
      good: [I will talk., {text: I will sing., given: {by: 2027-07-31}}]
      bad: [{text: I will be LOUD., marks: [LOUD]}, {text: LOUD, marks: [LOUD], given: {child: {age: 9}}}]
"""


@pytest.mark.parametrize("name", ["report", "map", "thread", "pack", "profile"])
def test_each_is_a_schema(name):
    Draft202012Validator.check_schema(schema(name))


def test_the_settings_in_the_pack_schema_are_those_of_the_check_kinds():
    in_schema = {part["if"]["properties"]["check"]["const"]: part["then"] for part in RULE["allOf"]}
    in_modules = {n: {"properties": kind.SETTINGS, "required": list(kind.REQUIRED)} for n, kind in KINDS.items()}
    assert in_schema == in_modules, "run scripts/pack_schema.py"
    assert RULE["properties"]["check"]["enum"] == sorted(KINDS)
    assert set(RULE["properties"]["feature"]["enum"]) == {f.value for f in Feature} | {
        "golden_thread",
        "provision",
        "setting_aside",
    }


@pytest.mark.parametrize(("name", "path"), [*shipped_packs().items()])
def test_shipped_packs_keep_to_it(name, path):
    document = load_one(path.read_text(encoding="utf-8"), name, SettingsProblem)
    assert [str(p) for p in validate(document, schema("pack"), SettingsProblem)] == []


@pytest.mark.parametrize(("name", "path"), [*shipped_profiles().items()])
def test_shipped_profiles_keep_to_it(name, path):
    document = load_one(path.read_text(encoding="utf-8"), name, SettingsProblem)
    assert [str(p) for p in validate(document, schema("profile"), SettingsProblem)] == []


def problems(text):
    return [str(p) for p in validate(load_one(text, "my.yaml", SettingsProblem), schema("pack"), SettingsProblem)]


def test_a_good_pack_is_good():
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("phrases:", "phrase:", ["my.yaml:4:5: rules, item 1: “phrases” is missing",
                                 "my.yaml:10:13: rules, item 1: unknown key “phrase”; did you mean “phrases”?"]),
        ("X101", "n1", ["my.yaml:4:11: rules, item 1, code: expected one to three capital letters and two to four "
                        "digits, like N401"]),
        ("check: phrase", "check: phrases",
         ["my.yaml:9:12: rules, item 1, check: expected one of " + ", ".join(sorted(KINDS))]),
        ("    message: say it quietly\n    why: Nobody listens to shouting.\n", "",
         ["my.yaml:4:5: rules, item 1: “message” is missing", "my.yaml:4:5: rules, item 1: “why” is missing"]),
        ("{age: 9}", "{agee: 9}",
         ["my.yaml:16:103: rules, item 1, examples, bad, item 2: unknown key “agee”; did you mean “age”?"]),
        ("marks: [LOUD]}, {", "marks: LOUD}, {",
         ["my.yaml:16:44: rules, item 1, examples, bad, item 1: expected a list, found text"]),
    ],
)  # fmt: skip
def test_a_slip_is_told_by_place_and_what_was_meant(right, wrong, said):
    assert right in GOOD
    assert problems(GOOD.replace(right, wrong, 1)) == said
