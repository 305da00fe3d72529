"""lint --watch checks again what has changed, and Ctrl-C ends it without a fuss; without the library it says what to install."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app

ROOT = Path(__file__).resolve().parent.parent.parent


def test_it_says_what_to_install(clean, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = CliRunner().invoke(app, ["lint", str(clean), "--watch"])
    assert result.exit_code == 2 and "send-outcomes[watch]" in result.stderr


@pytest.mark.parametrize("more", [("--fix",), ("--diff",), ("--write-baseline", "b.json")])
def test_it_goes_with_nothing_that_writes(clean, more):
    result = CliRunner().invoke(app, ["lint", str(clean), "--watch", *more])
    assert result.exit_code == 2 and "--watch" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals of the other kind")
def test_a_change_is_checked_and_ctrl_c_ends_it(tmp_path, clean):
    pytest.importorskip("watchfiles")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "send_outcomes", "lint", ".", "--watch", "--statistics", "-f", "json"]
    process = subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    lines = queue.Queue()
    for stream in (process.stdout, process.stderr):
        threading.Thread(target=lambda stream=stream: [lines.put(line) for line in stream], daemon=True).start()
    try:
        first = {lines.get(timeout=60), lines.get(timeout=60)}
        assert any("watching" in line for line in first) and any('"plans": 1' in line for line in first)
        (tmp_path / "note.log").write_text("nothing of ours", encoding="utf-8")
        (tmp_path / "more.md").write_text("- She will improve.\n", encoding="utf-8")
        while "first-person" not in (again := lines.get(timeout=60)):  # a file may be seen before anything stands in it
            pass
        assert '"plans": 2' in again
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 1
        assert not any("Traceback" in line for line in lines.queue)
    finally:
        process.kill()
