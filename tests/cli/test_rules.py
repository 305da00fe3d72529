"""`rules …`, `explain` and `profiles`: the rules shown, tried on their own examples, validated."""

import json

import pytest

PACK = """\
pack: mine
title: Mine
rules:
  - code: X101
    name: no-shouting
    feature: clear_language
    severity: warning
    confidence: high
    check: phrase
    phrases: [loud]
    message: "“{match}”: say it quietly"
    why: Nobody listens to shouting.
    source: {document: house-style, title: House style, passage: Do not shout.}
    examples:
      good:
        - I will talk.
        - {text: I will sing., given: {by: 2027-07-31, child: {age: 9}, term: short}}
      bad:
        - {text: I will be loud., marks: [loud]}
        - {text: Loud and loud again., marks: [Loud, loud]}
"""


@pytest.fixture
def pack(tmp_path):
    def written(text=PACK):
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_list_names_every_rule_in_eighty_columns(run):
    shown = run("rules", "list").stdout
    assert "N401 first-person" in shown and "Time-bound" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    rules = json.loads(run("rules", "list", "--format", "json").stdout)
    assert all(rule["code"] in shown for rule in rules)


def test_show_has_the_reason_the_source_and_the_examples_underlined(run):
    shown = run("explain", "first-person").stdout
    assert shown == run("rules", "show", "n401").stdout
    assert "Why" in shown and "Source" in shown and "~~~" in shown and "Good" in shown and "Bad" in shown
    assert json.loads(run("explain", "N401", "--format", "json").stdout)["name"] == "first-person"


WHOLE = """\
pack: whole
title: Whole
rules:
  - code: X201
    name: no-rhythm
    feature: provision
    severity: warning
    confidence: high
    check: provision_part
    lacks: how_often
    message: say how often
    why: Nobody can tell.
    source: {document: house-style, title: House style, passage: Say how often.}
    examples:
      good:
        - plan: {outcomes: [I will swim.], provision: [{text: A teacher., how_often: weekly}]}
        - plan: {outcomes: [I will swim.]}
      bad:
        - {plan: {outcomes: [I will swim.], provision: [{text: A teacher., who: Ms Field}]}, marks: [P1]}
        - plan: {date: 2026-09-01, outcomes: [{text: I will swim., needs: [N1]}], needs: [Getting about], provision: [Regular help]}
          marks: ["P1: Regular", plan]
          around: {previous: {outcomes: [I will float.]}, elsewhere: {I will swim.: L-77}}
"""


def test_an_example_that_is_a_whole_plan_is_shown_item_by_item(run, pack):
    ours = pack(WHOLE).with_name("ours.yaml")
    ours.write_text("profile: ours\ntitle: Ours\npacks: [mine.yaml]\n", encoding="utf-8")
    shown = run("rules", "show", "X201", "--profile", ours).stdout
    good, bad = shown.split("  Bad ", 1)
    assert "P1  A teacher.\n                how often: weekly" in good and "marked" not in good
    assert "who: Ms Field\n                ! P1 is marked" in bad
    assert "P1  Regular help\n                ~~~~~~~\n" in bad and "! the plan as a whole is marked" in bad
    assert "the plan says date: 2026-09-01" in bad and "needs: N1" in bad
    assert "last edition:\n            O1  I will float." in bad and "L-77, another plan, says: I will swim." in bad
    examples = json.loads(run("rules", "show", "X201", "--profile", ours, "--format", "json").stdout)["examples"]
    assert examples["bad"][0]["plan"]["provision"] == [{"text": "A teacher.", "who": "Ms Field"}]
    assert examples["bad"][1]["around"]["elsewhere"] == {"I will swim.": "L-77"}


def test_a_good_pack_passes_its_own_examples(run, pack):
    result = run("rules", "test", pack())
    assert result.exit_code == 0, result.stdout
    assert "✓ X101 no-shouting" in result.stdout and "1 rules, 4 examples: all as they should be." in result.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("I will talk.", "I will be loud.", 16, "a good example, but “loud” was found"),
        ("marks: [Loud, loud]", "marks: [loud, Loud]", 20, "expected “loud”, “Loud”, found “Loud”, “loud”"),
        ("marks: [loud]", "marks: []", 19, "expected a gap, found “loud”"),
        ("        - I will talk.\n", "", 4, "1 good example; a rule needs 2"),
        ("term: short", "term: long", None, ""),
        ("by: 2027-07-31", "by: 2027-02-31", 17, "given: day is out of range for month"),
    ],
)
def test_an_example_that_fails_is_told_by_its_line(run, pack, right, wrong, line, said):
    path = pack(PACK.replace(right, wrong, 1))
    result = run("rules", "test", path)
    shown = " ".join(result.stdout.split())
    if line is None:
        assert result.exit_code == 0
        return
    assert result.exit_code == 1
    assert "✗ X101 no-shouting" in shown and said in shown
    assert f"{path.name}:{line}:" in shown.replace(" ", "")


def test_the_shipped_rules_pass_their_own_examples(run):
    result = run("rules", "test")
    assert result.exit_code == 0, "\n".join(line for line in result.stdout.splitlines() if ".yaml:" in line)


def test_validate_says_every_problem(run, pack):
    assert run("rules", "validate", pack()).exit_code == 0
    broken = pack(PACK.replace("phrases: [loud]", "phrase: [loud]").replace("severity: warning", "severity: bad"))
    result = run("rules", "validate", broken)
    assert result.exit_code == 1
    places = [line.split("mine.yaml:")[1].split(" ")[0] for line in result.stderr.splitlines()]
    assert places == ["4:5:", "7:15:", "10:13:"]


def test_validate_tries_the_settings(run, pack):
    broken = pack(PACK.replace("check: phrase", "check: pattern").replace("phrases: [loud]", "patterns: ['lou(d']"))
    result = run("rules", "validate", broken)
    assert result.exit_code == 1 and "no regular expression" in result.stderr


def test_validate_takes_profiles_too(run, pack):
    assert run("rules", "validate", pack("profile: ours\ntitle: Ours\npacks: [mine.yaml]\n")).exit_code == 0
    result = run("rules", "validate", pack("profile: ours\ntitle: Ours\npack: [mine.yaml]\n"))
    assert result.exit_code == 1 and "did you mean “packs”?" in result.stderr


def test_a_pack_that_is_not_there_does_not_stop_the_others(run, pack):
    result = run("rules", "validate", "none.yaml", pack(PACK.replace("phrases: [loud]", "phrase: [loud]")))
    assert result.exit_code == 2
    assert "none.yaml: no such file" in result.stderr and "mine.yaml:10:13:" in result.stderr


def test_a_pack_that_is_not_there_is_2(run):
    assert run("rules", "test", "none.yaml").exit_code == 2
    assert run("rules", "validate", "none.yaml").exit_code == 2


def test_the_beginning_of_codes_names_the_rules_that_begin_so(run):
    result = run("explain", "n4")
    assert result.exit_code == 2 and "begins several rules: N401, N402; give one of them" in result.stderr


def test_schema(run):
    assert json.loads(run("rules", "schema").stdout)["title"] == "Rule pack of send-outcomes"


def test_profiles(run):
    shown = run("profiles").stdout
    assert "nottingham" in shown and "frameworks: " in shown
    assert {"id", "title", "packs"} <= set(json.loads(run("profiles", "--format", "json").stdout)[0])
