"""The file of settings: found upwards, held to its schema, overruled by the command line, and shown with its sources."""

import json

import pytest

from send_outcomes.documents import schema
from send_outcomes.reports import FORMATS

VAGUE = "Laura will improve her communication skills with support from SALT.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in, with one vague outcome in `drafts/one.txt`; returns a function that writes the settings."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "one.txt").write_text(VAGUE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda text, name="send-outcomes.toml": (tmp_path / name).write_text(text, encoding="utf-8")


def codes(result):
    plans = json.loads(result.stdout)["plans"]
    return {
        finding["code"]: finding["severity"]
        for plan in plans
        for outcome in plan["outcomes"]
        for finding in outcome["findings"]
    }


def test_settings_are_found_above_the_folder(here, run, monkeypatch):
    here('ignore = ["N5"]\n[severities]\nN401 = "info"\n')
    monkeypatch.chdir("drafts")
    found = codes(run("lint", "one.txt", "--format", "json"))
    assert "N501" not in found and found["N401"] == "info"


def test_a_pyproject_counts_where_it_speaks_of_this_tool(here, run):
    here("[tool.ruff]\nline-length = 100\n", "pyproject.toml")
    assert codes(run("lint", "drafts", "--format", "json"))["N401"] == "error"
    here('[tool.send-outcomes.severities]\nN401 = "warning"\n', "pyproject.toml")
    assert codes(run("lint", "drafts", "--format", "json"))["N401"] == "warning"
    here('[severities]\nN401 = "info"\n')
    assert codes(run("lint", "drafts", "--format", "json"))["N401"] == "info"


def test_the_command_line_goes_first(here, run):
    here('profile = "stockport"\nselect = ["N6"]\nfail-on = "never"\n')
    assert run("lint", "drafts").exit_code == 0
    assert run("lint", "drafts", "--fail-on", "error").exit_code == 1
    result = run("lint", "drafts", "--format", "json", "--select", "N4", "--profile", "nottingham")
    assert codes(result) == {"N401": "error"} and json.loads(result.stdout)["profile"] == "nottingham"
    assert len(codes(run("lint", "drafts", "--format", "json", "--config", "none"))) > 3


def test_the_format_is_that_of_the_settings_unless_asked_otherwise(here, run):
    here('format = "json"\n')
    assert codes(run("lint", "drafts"))["N401"] == "error"
    assert run("lint", "drafts", "--format", "text").stdout.startswith("drafts")
    here('format = "sarif"\n')
    assert "findings in 1 outcome" in run("lint", "drafts", "--statistics").stdout  # text: SARIF counts nothing
    here('format = "sarfi"\n')
    assert run("lint", "drafts").exit_code == 2


def test_read_keeps_to_the_settings_of_how_to_read(here, run, tmp_path):
    (tmp_path / "export.csv").write_text("Case ref,Free text 3\nK-1,By July 2027 I will swim.\n", encoding="utf-8")
    assert run("read", "export.csv").exit_code == 4
    here('redact = true\n[columns]\noutcome = "Free text 3"\nplan = "Case ref"\n')
    result = run("read", "export.csv")
    assert result.exit_code == 0 and "plan K-1" in result.stdout and "swim" not in result.stdout
    assert run("read", "export.csv", "--config", "none").exit_code == 4


def test_the_settings_know_every_format():
    assert set(schema("configuration")["properties"]["format"]["enum"]) == {*FORMATS, "auto"}


def test_settings_for_some_paths(here, run, tmp_path):
    (tmp_path / "drafts" / "early").mkdir()
    (tmp_path / "drafts" / "early" / "two.txt").write_text(VAGUE, encoding="utf-8")
    here(
        '[[paths]]\nmatch = "drafts/early/**"\nignore = ["N4"]\n\n[[paths]]\nmatch = ["*.txt"]\nseverities = {N501 = "info"}\n'
    )
    plans = {p["path"].replace("\\", "/"): p for p in json.loads(run("lint", "drafts", "--format", "json").stdout)["plans"]}
    found = {path: {f["code"]: f["severity"] for f in plan["outcomes"][0]["findings"]} for path, plan in plans.items()}
    assert "N401" not in found["drafts/early/two.txt"] and found["drafts/early/two.txt"]["N501"] == "info"
    assert found["drafts/one.txt"]["N401"] == "error" and found["drafts/one.txt"]["N501"] == "info"


def test_packs_and_limits_come_from_beside_the_settings(here, run, tmp_path, monkeypatch):
    (tmp_path / "ours.yaml").write_text(
        "pack: ours\ntitle: Ours\nrules:\n"
        "  - {code: X101, name: no-lovely, feature: specific, severity: warning, confidence: high, check: phrase, phrases: [skills],\n"
        "     message: say which, why: because, source: {document: ours, title: Ours, passage: page 1}}\n",
        encoding="utf-8",
    )
    here('packs = ["ours.yaml"]\n')
    monkeypatch.chdir("drafts")
    assert codes(run("lint", "one.txt", "--format", "json"))["X101"] == "warning"
    here("[limits]\nfile-bytes = 10\n")
    result = run("lint", "one.txt")
    assert result.exit_code == 4 and "one.txt" in result.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('profle = "stockport"\n', "send-outcomes.toml:1:1: unknown key “profle”; did you mean “profile”?"),
        (
            '\n[severities]\nN401 = "loud"\n',
            "send-outcomes.toml:3:1: severities, N401: expected one of error, warning, info, off",
        ),
        ("select = [\n", "send-outcomes.toml"),
        ("select = " + "[" * 5_000, "send-outcomes.toml: no TOML that can be read"),
        ('select = ["N9"]\n', "“N9” names no rule"),
        ('[[paths]]\nignore = ["N4"]\n', "send-outcomes.toml:1:1: paths, item 1: “match” is missing"),
        ('packs = ["nowhere.yaml"]\n', "no pack"),
    ],
)
def test_wrong_settings_stop_the_start_and_say_where(here, run, settings, said):
    here(settings)
    result = run("lint", "drafts")
    assert result.exit_code == 2 and said in result.stderr and "Traceback" not in result.stderr


def test_config_show_says_where_each_value_came_from(here, run):
    here('profile = "stockport"\n\n[severities]\nN504 = "off"\n\n[[paths]]\nmatch = "early/**"\nignore = ["N3"]\n')
    said = {s["key"]: s for s in json.loads(run("config", "show", "--format", "json").stdout)["settings"]}
    assert said["profile"]["value"] == "stockport" and said["profile"]["origin"].endswith("send-outcomes.toml:1")
    assert said["severities.N504"]["origin"].endswith(":4") and said["severities.N401"]["origin"] == "profile stockport"
    assert said["fail-on"] == {"key": "fail-on", "value": "error", "origin": "default"}
    assert "paths.0.ignore" in said
    elsewhere = run("config", "show", "--path", "late/a.txt", "--format", "json").stdout
    assert "paths.0.ignore" not in elsewhere
    shown = run("config", "show")
    assert "stockport" in shown.stdout and all(len(line) <= 80 or "/" in line for line in shown.stdout.splitlines())


def test_what_the_settings_redact_no_report_shows(here, run, tmp_path):
    here("redact = true\n")
    assert "Laura" not in run("lint", "drafts", "--format", "json", "--show-text").stdout
    result = run("lint", "drafts", "--diff")
    assert result.exit_code == 2 and result.stdout == "" and "send-outcomes.toml:1: “redact” is set" in result.stderr
    run("audit", "drafts", "--out", "out", "--show-text", "--jobs", "1")
    assert "Laura" not in "".join(path.read_text(encoding="utf-8-sig") for path in (tmp_path / "out").glob("*.[chj]*"))
