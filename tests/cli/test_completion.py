"""Completion at Tab: what a shell asks and is answered, with bash itself where there is one."""

import os
import shutil
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.cli.completion import ASKED, Shell


def asked(shell, line):
    """Ask as the shell's own lines do; return the answer."""
    words = line.split(" ")
    given = {
        "bash": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        "powershell": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1]},
    }[shell]
    result = CliRunner().invoke(app, [], env={ASKED: f"complete_{shell}", **given})
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@pytest.mark.parametrize("shell", list(Shell))
@pytest.mark.parametrize(
    ("line", "offered", "left_out"),
    [
        ("send-outcomes li", "lint", "rules"),
        ("send-outcomes lint --red", "--redact", "--profile"),
        ("send-outcomes lint --profile st", "stockport", "shropshire"),
        ("send-outcomes map --framework shrop", "shropshire-2025", "nottingham"),
        ("send-outcomes explain N40", "N401", "N501"),
    ],
)
def test_a_shell_is_offered_what_fits(shell, line, offered, left_out):
    answer = asked(shell.value, line)
    assert offered in answer and left_out not in answer


@pytest.mark.parametrize("shell", list(Shell))
def test_the_lines_for_a_shell_ask_in_our_variable(run, shell):
    said = run("completion", shell.value)
    assert said.exit_code == 0 and f"{ASKED}" in said.stdout and f"complete_{shell.value}" in said.stdout
    assert "PSReadLine" not in said.stdout  # what Tab does elsewhere is not ours to change


def test_an_unknown_shell_is_2(run):
    assert run("completion", "tcsh").exit_code == 2


@pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="there is no bash here")
def test_bash_itself_completes(run, tmp_path):
    command = tmp_path / "send-outcomes"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m send_outcomes "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    typed = (
        "COMP_WORDS=(send-outcomes explain N65); COMP_CWORD=2; _send_outcomes_completion send-outcomes; echo ${COMPREPLY[@]}"
    )
    lines = run("completion", "bash").stdout
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", f"{lines}\n{typed}"], capture_output=True, text=True, check=True, env={**os.environ, "PATH": path}
    )
    assert ran.stdout.split() == ["N651", "N652"]
