"""Nothing that a run reads is written over by it."""

import pytest

AUDIT = ("--today", "2026-09-01", "--jobs", "1", "--config", "none")


@pytest.fixture
def here(tmp_path, monkeypatch, vague):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.txt").symlink_to(vague)
    (tmp_path / "hard.txt").hardlink_to(vague)
    return tmp_path


@pytest.mark.parametrize(
    "args",
    [
        *(("lint", "vague.txt", "-o", to) for to in ("vague.txt", "./vague.txt", "link.txt", "hard.txt")),
        ("lint", "va*.txt", "-o", "vague.txt"),
        ("lint", "clean.txt", "--previous", "vague.txt", "-o", "vague.txt"),
        ("lint", "clean.txt", "--baseline", "vague.txt", "-o", "vague.txt"),
        ("lint", "clean.txt", "--config", "vague.txt", "-o", "vague.txt"),
        ("lint", "vague.txt", "--write-baseline", "vague.txt"),
        ("lint", "vague.txt", "--diff", "-o", "vague.txt"),
        *((command, "vague.txt", "-o", "vague.txt") for command in ("map", "thread", "read")),
        ("audit", "agree", "vague.txt", "-o", "vague.txt"),
    ],
)
def test_what_is_read_stays_as_it_was(run, here, vague, clean, args):
    before = vague.read_bytes()
    result = run(*args)
    assert result.exit_code == 2 and result.stdout == ""
    assert "would be written over" in result.stderr and result.stderr.count("\n") == 1
    assert vague.read_bytes() == before


def test_two_things_can_not_be_written_into_one_file(run, here):
    result = run("lint", "vague.txt", "-o", "new.json", "--write-baseline", "new.json")
    assert result.exit_code == 2 and not (here / "new.json").exists()


def test_a_baseline_may_be_brought_up_to_date(run, here):
    run("lint", "vague.txt", "--write-baseline", "b.json")
    assert run("lint", "vague.txt", "--baseline", "b.json", "--write-baseline", "b.json").exit_code == 0


def test_a_baseline_without_a_folder_is_told_before_anything_is_checked(run, here):
    result = run("lint", "vague.txt", "--write-baseline", "no/such/b.json")
    assert result.exit_code == 2 and result.stdout == ""
    assert "no/such/b.json: cannot be written: no such folder" in result.stderr


@pytest.mark.parametrize("command", ["lint", "read"])
def test_a_report_in_the_folder_it_is_about_is_no_plan(run, here, command):
    for _ in range(2):
        result = run(command, ".", "-f", "json", "-o", "report.json")
        assert "report.json" not in result.stderr
        assert "report.json" not in (here / "report.json").read_text(encoding="utf-8")


@pytest.fixture
def export(here):
    path = here / "plans.csv"
    path.write_text("plan,outcome\nA-1,I will swim 20 metres by July 2027.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("given", [".", "plans.csv", "*.csv"])
def test_an_audit_never_takes_the_place_of_its_export(run, here, export, given):
    before = export.read_bytes()
    result = run("audit", given, "--out", ".", *AUDIT)
    assert result.exit_code == 2 and "give --out another folder" in result.stderr
    assert export.read_bytes() == before


@pytest.mark.parametrize("given", [".", "**/*.*"])
def test_results_of_audits_are_not_audited(run, here, export, given):
    def plans(out):
        run("audit", given, "--out", out, *AUDIT, "--show-text")
        return (here / out / "plans.csv").read_text(encoding="utf-8"), (here / out / "errors.csv").read_text(encoding="utf-8")

    assert plans("first") == plans("second") == plans("first")
    assert "first/" not in run("lint", ".").stdout


def test_a_comparison_never_takes_the_place_of_what_it_compares(run, here, export):
    run("audit", "plans.csv", "--out", "old", *AUDIT)
    before = (here / "old" / "summary.json").read_bytes()
    assert run("audit", "compare", "old", "old", "-o", "old/summary.json").exit_code == 2
    assert (here / "old" / "summary.json").read_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        ("lint", "-f", "json"),
        ("lint", "-f", "csv"),
        ("lint", "--statistics", "-f", "json"),
        ("map", "-f", "json"),
        ("thread", "-f", "json"),
    ],
)
def test_an_earlier_report_is_no_plan(run, here, args):
    name = f"old.{args[-1]}"
    run(*args, "vague.txt", "-o", name)
    result = run("lint", name)
    assert result.exit_code == 3 and result.stderr == f"send-outcomes: {name}: is a report by this program, not a plan\n"
