"""Interrupted audits: what is written stays, nothing is lost, nothing counted twice."""

import json
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from benchmarks.audit.kills import differences, killed
from send_outcomes.audit import running, working
from send_outcomes.audit.going_on import UNFINISHED
from send_outcomes.cli import auditing


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(running, "BATCH", 60)
    monkeypatch.setattr(running, "_SETTLE", -1.0)
    monkeypatch.setattr(auditing, "_SMALL", 0)


@pytest.fixture
def stopped(monkeypatch, audit, small_batches):
    """Run an audit and stop it after so many batches; then let the next one run."""

    def run(*args, after, out="out"):
        real, count = working._Work.do, iter(range(after))

        def do(self, items, sources):
            if next(count, None) is None:
                raise KeyboardInterrupt
            return real(self, items, sources)

        with monkeypatch.context() as patch:
            patch.setattr(working._Work, "do", do)
            return audit(*args, out=out)

    return run


def test_ctrl_c_ends_cleanly_and_says_how_to_go_on(stopped, export):
    result, folder = stopped(export, after=3)
    assert result.exit_code == 130
    assert "15 plans are done" in result.stderr and "--resume" in result.stderr and "Traceback" not in result.stderr
    assert [path.name for path in folder.iterdir()] == [UNFINISHED]


@pytest.mark.parametrize(("ended_by", "said"), [(KeyboardInterrupt, "interrupted"), (BrokenExecutor, "ended from outside")])
def test_what_ends_it_while_the_reports_are_written_loses_nothing(monkeypatch, audit, export, ended_by, said):
    def ended(finished):
        raise ended_by

    _, calm = audit(export, out="calm")
    with monkeypatch.context() as patch:
        patch.setattr(auditing, "CLOSERS", [ended])
        result, rough = audit(export, out="rough")
    assert result.exit_code == 130
    assert said in result.stderr and "--resume" in result.stderr
    audit(export, "--resume", out="rough")
    assert differences(calm, rough) == []


@pytest.mark.parametrize("after", [0, 1, 5, 11])
def test_going_on_gives_what_an_undisturbed_run_gives(stopped, audit, export, after):
    _, calm = audit(export, out="calm")
    _, rough = stopped(export, after=after, out="rough")
    result, _ = audit(export, "--resume", out="rough")
    assert result.exit_code == 1
    assert differences(calm, rough) == []
    assert not (rough / UNFINISHED).exists()


@pytest.mark.parametrize("cut", [1, 40, 300])
def test_a_half_written_batch_and_a_torn_journal_are_cut_off(stopped, audit, export, cut):
    _, calm = audit(export, out="calm")
    _, rough = stopped(export, after=6, out="rough")
    journal = rough / UNFINISHED / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-cut])
    with (rough / UNFINISHED / "1" / "outcomes.csv").open("ab") as file:
        file.write(b"half a li")
    audit(export, "--resume", out="rough")
    assert differences(calm, rough) == []


def test_results_that_the_disk_has_lost_are_done_again(stopped, audit, export):
    _, calm = audit(export, out="calm")
    _, rough = stopped(export, after=6, out="rough")
    with (rough / UNFINISHED / "1" / "findings.csv").open("r+b") as file:
        file.truncate(4000)
    audit(export, "--resume", out="rough")
    assert differences(calm, rough) == []


def test_an_input_that_has_changed_is_done_anew_and_said_so(stopped, audit, export, caseload, tmp_path):
    second, third = tmp_path / "second.csv", tmp_path / "third.csv"
    second.write_text(caseload[0].replace("K-0", "S-0"), encoding="utf-8")
    third.write_text(caseload[0].replace("K-0", "T-0"), encoding="utf-8")
    _, rough = stopped(export, second, third, after=16, out="rough")
    lines = export.read_text(encoding="utf-8").splitlines(keepends=True)
    export.write_text("".join(lines[:121]), encoding="utf-8")
    result, _ = audit(export, second, third, "--resume", out="rough")
    assert f"{export}: has changed since" in result.stderr and str(second) + ": has changed" not in result.stderr
    _, calm = audit(export, second, third, out="calm")
    ours, theirs = (json.loads((folder / "summary.json").read_text(encoding="utf-8"))["totals"] for folder in (rough, calm))
    assert ours == theirs and ours["plans"] == 10 + 60 + 60


def test_the_journal_holds_hashes_and_counts_only(stopped, export):
    _, folder = stopped(export, after=3)
    journal = (folder / UNFINISHED / "journal.jsonl").read_text(encoding="utf-8")
    assert len(journal.splitlines()) == 4
    for word in ("K-0000", "export", "Laura", "Oak", "will"):
        assert word not in journal


def test_an_interrupted_audit_is_not_overwritten_by_mistake(stopped, audit, export):
    stopped(export, after=3)
    result, _ = audit(export)
    assert result.exit_code == 2 and "--resume" in result.stderr
    result, _ = audit(export, "--resume", "--ignore", "N6")
    assert result.exit_code == 2 and "other options" in result.stderr
    assert audit(export, "--resume")[0].exit_code == 1


def test_resume_with_nothing_to_resume_begins(audit, export):
    result, folder = audit(export, "--resume")
    assert result.exit_code == 1 and "beginning from the start" in result.stderr
    assert (folder / "summary.json").is_file()


def test_an_end_while_putting_things_in_place(monkeypatch, audit, export):
    _, calm = audit(export, out="calm")
    moved = iter(range(3))
    real = Path.replace

    def replace(self, target):
        if UNFINISHED in self.parts and self.parent.name == "1" and next(moved, None) is None:
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        assert audit(export, out="rough")[0].exit_code == 130
    rough = calm.parent / "rough"
    assert len(list(rough.glob("*.*"))) == 4  # three in place, and the folder of the rest
    assert audit(export, "--resume", out="rough")[0].exit_code == 1
    assert differences(calm, rough) == [] and not (rough / UNFINISHED).exists()


def test_two_processes_and_kills(audit, export, tmp_path):
    _, calm = audit(export, out="calm")
    rough = tmp_path / "rough"
    began = time.monotonic()
    killed(export, rough, kills=2, longest=3.0, seed=int(began))
    assert differences(calm, rough) == []
