"""A library of 300 templates taken on with all its faults: from then on each run reports only what has changed."""

import csv
import io
import json
import re
import shutil
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app

TODAY = ("--today", "2026-09-01")
ACTS = ["read", "count", "swim", "cook", "paint", "sing", "write", "walk", "cycle", "draw"]
THINGS = ["with a friend", "in class", "at home", "after school", "at the club", "on the bus"]
OPENINGS = [
    "I will {act} better {thing}.",
    "Ela will {act} {thing} with support from SALT.",
    "By July 2027, I will {act} {thing} three times a week.",
]
CHANGE = "I will improve my confidence."


def outcomes(number):
    return [
        opening.format(act=ACTS[(number + i) % len(ACTS)], thing=THINGS[(number // len(ACTS) + i) % len(THINGS)])
        for i, opening in enumerate(OPENINGS)
    ]


def lint(*args):
    return CliRunner().invoke(app, ["lint", *map(str, args), *TODAY])


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The library as it was taken on, 150 templates in Markdown and 150 in YAML, with its baseline."""
    home = tmp_path_factory.mktemp("library")
    for n in range(300):
        folder = home / "templates" / f"area-{n % 7}"
        folder.mkdir(parents=True, exist_ok=True)
        if n % 2:
            lines = "".join(f"  - text: {text}\n" for text in outcomes(n))
            (folder / f"template-{n}.yaml").write_text(f"plan: T-{n}\noutcomes:\n{lines}", encoding="utf-8")
        else:
            lines = "".join(f"- {text}\n" for text in outcomes(n))
            (folder / f"template-{n}.md").write_text(f"# Outcomes\n\n{lines}", encoding="utf-8")
    result = lint(home / "templates", "--write-baseline", home / "baseline.json", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    assert re.search(r"a baseline of [\d,]+ findings written to", result.stderr)
    return home


@pytest.fixture(scope="module")
def changed(first, tmp_path_factory):
    """The library after a day's work: lines moved, a file moved, one outcome made worse, one copied a second time."""
    home = tmp_path_factory.mktemp("changed") / "library"
    shutil.copytree(first, home)
    template = home / "templates" / "area-0" / "template-0.md"
    template.write_text(
        template.read_text(encoding="utf-8").replace("\n\n", f"\n\nSome words on how to use these.\n\n- {CHANGE}\n", 1),
        encoding="utf-8",
    )
    copied = home / "templates" / "area-1" / "template-1.yaml"
    before = copied.read_text(encoding="utf-8")
    first_outcome = re.search(r"  - text: (.*)\n", before)[1]
    copied.write_text(f"{before}  - text: {first_outcome.upper()}\n", encoding="utf-8")
    moved = home / "templates" / "area-2" / "template-2.md"
    moved.rename(home / "templates" / "area-3" / "another-name.md")
    return home


def new(text):
    """What a run by itself finds in one text, by rule."""
    value = json.loads(
        CliRunner().invoke(app, ["lint", "-", "--stdin-format", "text", "--format", "json", *TODAY], input=f"{text}\n").stdout
    )
    return sorted(f["code"] for f in value["plans"][0]["outcomes"][0]["findings"])


@pytest.fixture(scope="module")
def expected(changed):
    """The findings on the change alone: rule and file."""
    copied = re.findall(r"  - text: (.*)\n", (changed / "templates/area-1/template-1.yaml").read_text(encoding="utf-8"))[-1]
    return sorted([(code, "template-0.md") for code in new(CHANGE)] + [(code, "template-1.yaml") for code in new(copied)])


def of_json(shown):
    for plan in json.loads(shown)["plans"]:
        for finding in [*plan["findings"], *(f for o in plan["outcomes"] for f in o["findings"])]:
            if not finding["known"]:
                yield finding["code"], plan["path"]


def of_jsonl(shown):
    yield from of_json(json.dumps({"plans": [json.loads(line) for line in shown.splitlines()]}))


def of_csv(shown):
    yield from ((row["code"], row["path"]) for row in csv.DictReader(io.StringIO(shown)) if row["state"] == "open")


def of_sarif(shown):
    for result in json.loads(shown)["runs"][0]["results"]:
        assert result["baselineState"] in ("new", "unchanged")
        if result["baselineState"] == "new":
            yield result["ruleId"], result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def of_junit(shown):
    for case in ElementTree.fromstring(shown).iter("testcase"):
        if case.find("skipped") is None and len(case):
            yield case.get("name").split()[1], case.get("file")


def of_github(shown):
    for file, code in re.findall(r"^::(?:error|warning|notice) file=([^,]*),.*title=(\w+) ", shown, re.MULTILINE):
        yield code, file


def of_markdown(shown):
    for path, found in re.findall(r"^\| (\S+):\d+ · O\d+ \| (.*) \|$", shown, re.MULTILINE):
        yield from ((code, path) for code in re.findall(r"[✗◐i] \*\*(\w+) ", found))


def of_text(shown):
    path = ""
    for line in shown.splitlines():
        if found := re.match(r"(\S+) · line \d+ · O\d+$", line):
            path = found[1]
        if found := re.search(r"^ .*[✗◐i] ([NST]\d+) [a-z-]+   ", line):
            yield found[1], path


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "markdown", "csv", "github", "sarif", "junit"])
def test_the_second_run_reports_only_the_change(changed, expected, name, monkeypatch):
    monkeypatch.chdir(changed)
    result = lint(".", "--baseline", "baseline.json", "--format", name)  # which is in there too, and no plan
    assert result.stderr == ""
    found = sorted((code, path.rpartition("/")[2]) for code, path in globals()[f"of_{name}"](result.stdout))
    assert found == expected
    assert result.exit_code == 1


def test_without_a_change_there_is_nothing_new_and_nothing_fails(first):
    result = lint(first / "templates", "--baseline", first / "baseline.json", "--format", "json", "--fail-on", "info")
    assert result.exit_code == 0
    value = json.loads(result.stdout)
    assert value["summary"]["findings_by_rule"] == {} and sum(value["summary"]["known_by_rule"].values()) > 1_000
    assert {f["known"] for plan in value["plans"] for o in plan["outcomes"] for f in o["findings"]} == {True}
    assert value["plans"][0]["outcomes"][0]["features"]["time_bound"] == "not_met"  # the outcome is no better for it


def test_the_baseline_holds_no_text_and_is_the_same_however_it_is_written(first, monkeypatch):
    text = (first / "baseline.json").read_text(encoding="utf-8")
    assert "template-0.md" in text
    assert [word for word in (*ACTS, *THINGS, "Ela", "better") if re.search(rf"\b{word}\b", text)] == []
    monkeypatch.chdir(first / "templates")
    lint(".", "--write-baseline", "../again.json")
    assert (first / "again.json").read_text(encoding="utf-8") == text


def test_pruning_takes_out_what_is_mended_and_nothing_else(changed, tmp_path):
    home = tmp_path / "library"
    shutil.copytree(changed, home)
    baseline = home / "baseline.json"
    before = baseline.read_text(encoding="utf-8").count('"rule"')
    template = home / "templates" / "area-4" / "template-4.md"
    old = sum("template-4.md" in line for line in baseline.read_text(encoding="utf-8").splitlines())
    template.write_text("- By the end of Year 6, I will read three pages of a book to my class on my own.\n", encoding="utf-8")
    args = ["baseline", "prune", str(baseline), str(home / "templates"), *TODAY]
    assert f"{old} of {before:,} would be taken out" in CliRunner().invoke(app, [*args, "--dry-run"]).stderr
    assert f"{old} of {before:,} taken out" in CliRunner().invoke(app, args).stderr
    after = baseline.read_text(encoding="utf-8")
    assert after.count('"rule"') == before - old and "template-4.md" not in after
    assert "another-name.md" in after  # it has gone along with the file that moved
    broken = home / "templates" / "broken.yaml"
    broken.write_text("outcomes: [unclosed\n", encoding="utf-8")
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 4 and "is left as it is" in result.stderr
    assert baseline.read_text(encoding="utf-8") == after


def test_pruning_keeps_what_stands_in_files_that_were_not_looked_at(tmp_path, vague, clean):
    emptied, gone = tmp_path / "emptied.txt", tmp_path / "gone.txt"
    for path in (emptied, gone):
        path.write_text(vague.read_text(encoding="utf-8"), encoding="utf-8")
    baseline = tmp_path / "baseline.json"
    lint(vague, emptied, gone, "--write-baseline", baseline)
    gone.unlink()
    emptied.write_text("", encoding="utf-8")
    (tmp_path / "no plans here").mkdir()

    def kept(*paths):
        assert CliRunner().invoke(app, ["baseline", "prune", str(baseline), *map(str, paths), *TODAY]).exit_code == 0
        return {path for path in ("vague.txt", "emptied.txt", "gone.txt") if path in baseline.read_text(encoding="utf-8")}

    assert kept(tmp_path / "no plans here") == {"vague.txt", "emptied.txt"}
    assert kept(clean, emptied) == {"vague.txt"}
    vague.write_text(clean.read_text(encoding="utf-8"), encoding="utf-8")
    assert kept(vague) == set()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: No such file or directory; --write-baseline makes one"),
        ("not JSON", "is no baseline: not JSON"),
        ("[]", "is no baseline: expected what --write-baseline writes"),
        ('{"baseline": 2, "findings": []}', "a baseline of another version"),
        (
            '{"baseline": 1, "findings": [{"rule": "N401"}]}',
            "is no baseline: entry 1 lacks one of path, plan, outcome, rule, text",
        ),
    ],
)
def test_a_wrong_baseline_stops_the_run_before_it_starts(tmp_path, clean, content, said):
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = lint(clean, "--baseline", path)
    assert result.exit_code == 2 and result.stdout == ""
    assert said in result.stderr and result.stderr.count("\n") == 1
