"""Whatever happens, a user meets one line and never a traceback or a word of a plan."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from send_outcomes.cli.exits import exit_code
from send_outcomes.configuration import Engines

SECRET = "Laura will talk"


def boom(*_args, **_more):
    raise ValueError(SECRET)


class Faulty:
    check = boom


def interrupted(*_args, **_more):
    raise KeyboardInterrupt


@pytest.mark.parametrize("before", [True, False])
def test_an_unforeseen_fault_tells_where_but_never_what(run, vague, monkeypatch, before):
    monkeypatch.setattr("send_outcomes.configuration.engines.load_profile", boom)
    result = run("lint", vague)
    assert result.exit_code == 2
    assert "ValueError at test_failing.py:" in result.stderr and "--debug" in result.stderr
    assert SECRET not in result.stderr and "Traceback" not in result.stderr
    assert "Traceback" in run(*(("--debug", "lint", vague) if before else ("lint", vague, "--debug"))).stderr


@pytest.mark.parametrize("command", ["lint", "map"])
def test_a_fault_over_one_plan_leaves_the_others_done(run, vague, clean, monkeypatch, command):
    sound = Engines.of
    monkeypatch.setattr(Engines, "of", lambda self, path: Faulty() if path.endswith(vague.name) else sound(self, path))
    result = run(command, vague, clean, "-f", "json", "--no-cache")
    assert result.exit_code == 4
    assert f"{vague.name}:1: this plan was left out: a fault in the program (ValueError at test_failing.py:" in result.stderr
    assert SECRET not in result.stderr and "Traceback" not in result.stderr
    assert json.loads(result.stdout)["summary"]["outcomes"] == 1
    assert "Traceback" in run(command, vague, clean, "--no-cache", "--debug").stderr


def test_ctrl_c_is_quiet(run, vague, monkeypatch):
    monkeypatch.setattr("send_outcomes.configuration.engines.load_profile", interrupted)
    result = run("lint", vague)
    assert (result.exit_code, result.stderr) == (130, "")


@pytest.mark.parametrize(
    ("outcomes", "unreadable", "failed", "code"),
    [(3, 0, False, 0), (3, 0, True, 1), (0, 0, False, 3), (3, 1, True, 4), (0, 1, False, 4)],
)
def test_the_codes_of_the_design(outcomes, unreadable, failed, code):
    assert exit_code(outcomes, unreadable, failed) == code


def command(*args, **more):
    return subprocess.run([sys.executable, "-m", "send_outcomes", *map(str, args)], capture_output=True, check=False, **more)


def test_a_reader_that_leaves_early_is_no_fault(tmp_path):
    many = tmp_path / "many.txt"
    many.write_text("I will improve my reading.\n" * 3000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "send_outcomes", "lint", str(many), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 141
    assert said == ""


def test_a_code_page_gets_ascii_signs(vague):
    result = command("lint", vague, env={**os.environ, "PYTHONIOENCODING": "cp1252"})
    shown = result.stdout.decode("cp1252")
    assert result.returncode == 1
    assert "x N401 first-person" in shown and "ok " in shown and "->" in shown


def test_a_pipe_gets_utf_8_and_no_colour(vague):
    ours = {k: v for k, v in os.environ.items() if k not in ("PYTHONIOENCODING", "PYTHONUTF8")}
    result = command("lint", vague, env={**ours, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"})
    shown = result.stdout.decode("utf-8")
    assert "✗ N401 first-person" in shown and "\x1b" not in shown


def test_help_imports_nothing_heavy():
    script = (
        "import sys, runpy\nsys.argv = ['send-outcomes', '--help']\n"
        "try: runpy.run_module('send_outcomes', run_name='__main__')\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'jsonschema', 'rich', 'numpy', 'textstat') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout.decode()
    assert "lint" in shown
    assert shown.splitlines()[-1] == "[]"


def test_a_command_without_arguments_shows_its_help(run):
    for args in ((), ("rules",)):
        result = run(*args)
        assert result.exit_code == 2
        assert result.stdout.startswith("Usage: send-outcomes") and "\n  list" in run("rules").stdout
        assert result.stderr == ""


def test_the_version(run):
    assert run("--version").stdout.startswith("send-outcomes ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a POSIX shell")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 3), (">&-", 1), ("2>&-", 1)])
def test_a_closed_stream_is_no_fault(vague, closed, code):
    given = "-" if closed == "<&-" else vague
    result = subprocess.run(
        ["bash", "-c", f'"$0" -m send_outcomes lint "$1" {closed}', sys.executable, str(given)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert result.returncode == code
    assert b"fault in the program" not in result.stderr and b"send-outcomes:" not in result.stdout


@pytest.mark.parametrize("command", ["lint", "map", "thread", "read"])
def test_an_empty_path_is_not_the_whole_folder(run, vague, monkeypatch, command):
    monkeypatch.chdir(vague.parent)
    result = run(command, "")
    assert result.exit_code == 4 and "a path is empty" in result.stderr and "vague.txt" not in result.stdout


def test_links_in_a_circle_are_told_and_the_rest_is_done(run, vague, tmp_path):
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    result = run("lint", tmp_path / "loop.txt", vague)
    assert result.exit_code == 4 and "loop.txt: cannot be opened" in result.stderr and "N401" in result.stdout


@pytest.mark.parametrize("name", ["broken.txt", "broken.csv"])
def test_a_disk_that_fails_half_way_is_told_and_the_rest_is_done(run, vague, tmp_path, monkeypatch, name):
    class Failing(io.BytesIO):
        def read(self, *_):
            raise OSError(5, "Input/output error")

    (tmp_path / name).write_text("x", encoding="utf-8")
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a, **k: Failing() if self.name == name else opened(self, *a, **k))
    result = run("lint", tmp_path / name, vague)
    assert result.exit_code == 4 and f"{name}: cannot be read: Input/output error" in result.stderr
    assert "N401" in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("lint", "x.txt", "--today", "1/9/2026"), "“1/9/2026” is no day; write it as 2026-09-01"),
        (("lint", "x.txt", "--fail-on", "fatal"), "Invalid value for '--fail-on': 'fatal' is not one of"),
        (("completion", "cmd"), "Invalid value for 'shell': 'cmd' is not one of"),
    ],
)
def test_a_wrong_value_is_told_in_words(run, args, said):
    result = run(*args)
    assert result.exit_code == 2 and said in result.stderr


def test_help_of_audit_names_its_other_commands(run):
    shown = " ".join(run("audit", "--help").stdout.split())
    assert all(f"audit {name}" in shown for name in ("sample FOLDER", "agree SHEET", "compare OLD NEW"))
