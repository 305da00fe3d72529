"""Whatever happens, a user meets one line and never a traceback or a word of a plan."""

import os
import subprocess
import sys

import pytest

from send_outcomes.cli.exits import exit_code

SECRET = "Laura will talk"


def boom(*_args, **_more):
    raise ValueError(SECRET)


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
