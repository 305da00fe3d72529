"""lint --jobs: several processes say what one says, in the same order; few plans start none; what is wrong is told as ever."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from send_outcomes import workers
from send_outcomes.cli import answering, app

ROOT = Path(__file__).resolve().parent.parent.parent
PATHS = [str(ROOT / "examples"), *map(str, sorted((ROOT / "tests" / "whole_plans").glob("faulty-*.yaml")))]


def run(*args):
    result = CliRunner().invoke(app, ["lint", *args, "--today", "2026-11-22"])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def workers_at_once(monkeypatch):
    monkeypatch.setattr(answering, "_WORTH_IT", 1)
    monkeypatch.setattr(answering, "_TOGETHER", 20)


@pytest.mark.parametrize("more", [("-f", "json"), ("-f", "sarif"), ("-f", "text", "--suggest", "--no-cache")])
def test_two_processes_say_what_one_says(workers_at_once, more):
    one = run(*PATHS, *more, "--no-cache")
    assert one[0] == 4, "expected keys that no plan has among the expectations"
    assert run(*PATHS, *more, "--jobs", "2") == one
    assert run(*PATHS, *more, "--jobs", "2") == one  # what the workers found has been kept


def test_few_plans_start_no_worker(monkeypatch):
    monkeypatch.setattr(workers, "ProcessPoolExecutor", None)
    assert run(PATHS[0], "--jobs", "2") == run(PATHS[0])


def test_a_fault_in_the_settings_of_a_path_is_told(workers_at_once, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("- I will swim.\n", encoding="utf-8")
    Path("send-outcomes.toml").write_text("[[paths]]\nmatch = ['*.md']\nprofile = 'nowhere'\n", encoding="utf-8")
    one = run("a.md")
    assert run("a.md", "--jobs", "2") == one
    assert one[0] == 2 and "nowhere" in one[2]


@pytest.mark.skipif(os.name == "nt" or not shutil.which("ps"), reason="signals and processes of the other kind")
def test_ctrl_c_ends_the_workers_too(tmp_path):
    texts = "".join(f"- By July 2027, I will swim {n} metres and read {n} words.\n" for n in range(60_000))
    (tmp_path / "many.md").write_text(texts, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "send_outcomes", "lint", "many.md", "many.md", "--jobs", "2", "-o", "out.txt"]
    process = subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, start_new_session=True)
    try:
        time.sleep(3)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130 and b"Traceback" not in said
    time.sleep(1)
    listed = subprocess.run(["ps", "-e", "-o", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    left = [line for line in listed.splitlines() if line.split()[0] == str(process.pid) and not line.split()[1].startswith("Z")]
    assert not left
