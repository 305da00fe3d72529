"""What is built travels whole: the wheel holds what an authority edits, and the sdist can be used and built from."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLAN = "plan: T-1\noutcomes:\n  - By the end of Year 6, I will read three pages of a book to my class on my own.\n"

pytest.importorskip("hatchling", reason="building without a network needs hatchling installed")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the sdist, and the wheel from it, with what is installed; return the folder."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return out


@pytest.fixture(scope="module")
def wheel(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def sdist(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.iterdir())


def run(home, cwd, *args):
    """Run the program that stands in `home`, from another folder."""
    env = {**os.environ, "PYTHONPATH": str(home), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "send_outcomes", *args]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def standing_in(home, cwd):
    """Return where the package is imported from when `home` comes first."""
    code = "import send_outcomes; print(send_outcomes.__file__)"
    env = {**os.environ, "PYTHONPATH": str(home)}
    shown = subprocess.run([sys.executable, "-c", code], cwd=cwd, env=env, capture_output=True, text=True, check=True)
    return Path(shown.stdout.strip())


def shipped(folder):
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*.yaml"))


@pytest.mark.parametrize("folder", ["rules", "frameworks"])
def test_the_wheel_holds_every_rule_and_framework(wheel, folder):
    assert shipped(folder)
    assert [name for name in shipped(folder) if not (wheel / "send_outcomes" / name).is_file()] == []


def test_the_wheel_holds_the_program_and_nothing_about_it(wheel):
    top = sorted(path.name for path in wheel.iterdir() if not path.name.endswith(".dist-info"))
    assert top == ["send_outcomes"]
    assert (wheel / "send_outcomes" / "py.typed").is_file()
    schemas = {path.name for path in (ROOT / "send_outcomes" / "schemas").iterdir()}
    assert {path.name for path in (wheel / "send_outcomes" / "schemas").iterdir()} == schemas


def test_the_wheel_holds_the_rules_and_frameworks_parsed_as_they_stand(wheel, tmp_path):
    code = """
import sys, yaml
from pathlib import Path
from send_outcomes.documents import SettingsProblem, load_one
from send_outcomes.documents.marked_yaml import parse_one
home = Path(sys.argv[1]) / "send_outcomes"
files = {path: path.read_text(encoding="utf-8") for name in ("rules", "frameworks") for path in (home / name).rglob("*.yaml")}
anew = {path: parse_one(text, str(path), SettingsProblem) for path, text in files.items()}
yaml.parse = None  # from here on nothing can be parsed
for path, document in anew.items():
    quick = load_one(files[path], str(path), SettingsProblem)
    assert repr(quick.value) == repr(document.value), path
    assert dict(quick.marks) == document.marks, path
print(len(files))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(wheel)],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(wheel)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == str(len(shipped("rules") + shipped("frameworks"))), done.stderr


def test_a_file_that_was_changed_is_parsed_anew(wheel, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(wheel, home)
    pack = home / "send_outcomes" / "rules" / "n6-smart.yaml"
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("name: no-deadline", "name: says-no-end", 1), encoding="utf-8")
    assert "N651 says-no-end" in run(home, tmp_path, "rules", "list").stdout


def test_the_unpacked_wheel_lists_rules_and_lints(wheel, tmp_path):
    assert standing_in(wheel, tmp_path).is_relative_to(wheel)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    listed = run(wheel, tmp_path, "rules", "list")
    assert listed.returncode == 0 and "N651 no-deadline" in listed.stdout
    linted = run(wheel, tmp_path, "lint", "plan.yaml")
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "read three pages" in linted.stdout


def test_the_unpacked_sdist_lints_its_examples(sdist, tmp_path):
    assert standing_in(sdist, tmp_path).is_relative_to(sdist)
    linted = run(sdist, tmp_path, "lint", str(sdist / "examples" / "plans" / "laura.yaml"))
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert "Healthy Eating module" in linted.stdout


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "tests", "docs", "rules"])
def test_the_sdist_holds_the_papers(sdist, name):
    assert (sdist / name).exists()
