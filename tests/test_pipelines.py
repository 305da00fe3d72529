"""What stands in docs/ci.md does what it says: the hooks with pre-commit itself, the action and the snippets by their schemas."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GOOD = "# Bank\n\n- By July 2027, I will read three pages of a book to my class on my own.\n"
POOR = "# Bank\n\n- Tom will improve.\n"
needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="the stand-in for the command is a shell script")


def snippet(heading):
    return re.search(rf"^## {heading}\n.*?^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)[1]


def ran(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **more)


def valid(schema, path):
    checked = ran(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path))
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.fixture
def around(tmp_path):
    """An environment in which `send-outcomes` is this checkout's, and git and pre-commit keep to themselves."""
    command = tmp_path / "bin" / "send-outcomes"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m send_outcomes "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own = {"PRE_COMMIT_HOME": str(tmp_path / "kept"), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    unset = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**unset, **who, **own, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}"}


def git(folder, around, *words):
    return subprocess.run(["git", *words], cwd=folder, env=around, check=True, capture_output=True, text=True).stdout.strip()


def repository(folder, around, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, around, "init", "-q")
    git(folder, around, "add", "-A")
    git(folder, around, "commit", "-qm", "As it is")
    return git(folder, around, "rev-parse", "HEAD")


@pytest.fixture
def library(tmp_path, around):
    """A library of templates whose configuration is the page's, and a function that runs pre-commit on files of it."""
    hooks = tmp_path / "send-outcomes"
    commit = repository(
        hooks, around, {".pre-commit-hooks.yaml": (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")}
    )
    configuration = yaml.safe_load(snippet("pre-commit"))
    configuration["repos"][0] |= {"repo": str(hooks), "rev": commit}
    for hook in configuration["repos"][0]["hooks"]:
        hook["language"] = "system"  # as the page says for a machine without a package index
    ours = {f"our-area/{p.name}": p.read_text(encoding="utf-8") for p in (ROOT / "docs" / "our-area").glob("*.yaml")}
    files = {"README.md": "No outcome here.\n", "templates/good.md": GOOD, "templates/poor.md": POOR, **ours}
    here = tmp_path / "library"
    repository(here, around, {**files, ".pre-commit-config.yaml": yaml.safe_dump(configuration)})

    def run(*paths):
        return ran(sys.executable, "-m", "pre_commit", "run", "--files", *paths, cwd=here, env=around)

    run.folder = here
    return run


@needs_a_shell
def test_the_hooks_pass_what_is_good_and_stop_what_is_not(library):
    good = library("templates/good.md", "README.md", "our-area/our-rules.yaml", "our-area/our-framework.yaml")
    assert good.returncode == 0, good.stdout + good.stderr
    assert re.findall(r"\.(Passed|Skipped|Failed)$", good.stdout, re.MULTILINE) == ["Passed"] * 3
    poor = library("templates/good.md", "templates/poor.md")
    assert poor.returncode == 1 and "N401 first-person" in poor.stdout and "templates/poor.md" in poor.stdout
    pack = library.folder / "our-area" / "our-rules.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("marks: [peers]", "marks: [two]"), encoding="utf-8")
    broken = library("our-area/our-rules.yaml")
    assert broken.returncode == 1 and "expected “two”, found “peers”" in " ".join(broken.stdout.split())


def test_the_hooks_are_what_pre_commit_takes():
    manifest = ROOT / ".pre-commit-hooks.yaml"
    assert ran(sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest)).returncode == 0
    assert all(f"`{hook['id']}`" in PAGE for hook in HOOKS)


def test_the_action_and_the_snippets_hold_to_their_schemas(tmp_path):
    valid("github-actions", ROOT / "action.yml")
    for heading, schema in (("GitHub", "github-workflows"), ("GitLab", "gitlab-ci")):
        path = tmp_path / f"{schema}.yaml"
        path.write_text(snippet(heading), encoding="utf-8")
        valid(schema, path)


def test_the_page_names_the_action_s_inputs_and_gives_no_other():
    given = yaml.safe_load(snippet("GitHub"))["jobs"]["outcomes"]["steps"][1]["with"]
    assert set(given) <= set(ACTION["inputs"])
    assert all(f"| `{name}` |" in PAGE for name in ACTION["inputs"])


@needs_a_shell
@pytest.mark.parametrize(
    ("inputs", "code", "said", "unsaid"),
    [
        ({"PATHS": "good.md\npoor.md\n"}, 1, "N401 first-person", "Tom"),
        ({"PATHS": "poor.md", "REDACT": "false", "OPTIONS": "--select=N4\n--fail-on=never"}, 0, "Tom will improve", "N651"),
        ({"PATHS": "$(touch stolen)", "OPTIONS": ""}, 4, "", "Tom"),
    ],
)
def test_the_action_s_script_checks_what_it_is_given(tmp_path, around, inputs, code, said, unsaid):
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "poor.md").write_text(POOR, encoding="utf-8")
    step = ACTION["runs"]["steps"][-1]
    env = {**around, "OPTIONS": "", "REDACT": ACTION["inputs"]["redact"]["default"], "PYTHONUTF8": "1", **inputs}
    assert set(step["env"]) <= set(env) and "${{" not in step["run"]
    checked = ran("bash", "-c", step["run"], cwd=tmp_path, env=env)
    assert checked.returncode == code, checked.stdout + checked.stderr
    assert said in checked.stdout and unsaid not in checked.stdout
    assert not (tmp_path / "stolen").exists()
