"""Plans stay where they are: nothing is sent, kept or let slip, whatever the input and the format."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.reports import FORMATS, MAP_FORMATS, THREAD_FORMATS

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
DRAFT = EXAMPLES / "drafts" / "laura-first-draft.yaml"
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
COMMANDS = {"lint": FORMATS, "map": MAP_FORMATS, "thread": THREAD_FORMATS}
SECRET = "Zebedee pulls the curtain"

# Refuses every socket in the program it runs, and says at the end what was asked of the network.
GUARDED = """
import runpy, sys
asked = []
def guard(event, args):
    if event.startswith("socket."):
        asked.append(event)
        raise OSError("no network here")
sys.addaudithook(guard)
try:
    runpy.run_module("send_outcomes", run_name="__main__")
finally:
    print("asked:", *sorted({e for e in asked if e not in ("socket.__new__", "socket.bind")}), file=sys.stderr)
"""


@pytest.fixture
def desk(tmp_path):
    """A folder with nothing in it but one draft, and everywhere a program might write to inside it."""
    for name in ("home", "tmp", "cache", "work"):
        (tmp_path / name).mkdir()
    shutil.copy(DRAFT, tmp_path / "work" / "draft.yaml")
    return tmp_path


def run(desk, *args, start=("-m", "send_outcomes"), **more):
    """Run the program in the desk's work folder, with home, temporary files and caches inside the desk."""
    home, tmp, cache = (str(desk / name) for name in ("home", "tmp", "cache"))
    env = {
        **os.environ,
        **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), home),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), tmp),
        **dict.fromkeys(("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), cache),
        "SEND_OUTCOMES_CACHE": "",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, *start, *map(str, args)]
    done = subprocess.run(command, cwd=desk / "work", env=env, capture_output=True, check=False, **more)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def left(desk):
    """Return the files in the desk that were not there before."""
    return [path for path in desk.rglob("*") if path.is_file() and path != desk / "work" / "draft.yaml"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_run_leaves_nothing_behind_but_its_cache(desk, command):
    code, out, _ = run(desk, command, "draft.yaml")
    assert code in (0, 1) and out
    assert [path.name for path in left(desk)] == ["found.sqlite"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_run_without_a_cache_leaves_nothing_behind(desk, command):
    assert run(desk, command, "draft.yaml", "--no-cache")[1]
    assert not left(desk)


def phrases(text, words=4):
    """Return every run of so many words of a text, in lower case."""
    found = re.findall(r"[^\W_]+", text.lower())
    return {" ".join(found[i : i + words]) for i in range(len(found) - words + 1)}


def texts_of(value):
    """Yield every text of a plan file, and not its ids, dates and keys."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list):
            yield from texts_of(inner)
        elif key in ("text", "baseline", "views", "who", "skills"):
            yield inner


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_of_a_plan_reaches_standard_error(desk, command):
    _, out, err = run(desk, command, "draft.yaml")
    plan = load_one(DRAFT.read_text(encoding="utf-8"), "draft").value
    assert "Laura" in out  # the report may say it, the notices may not
    assert "Laura" not in err
    assert not phrases(err) & {phrase for text in texts_of(plan) for phrase in phrases(text)}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("open.yaml", f'outcomes: ["{SECRET}'),
        ("colon.yaml", "outcomes:\n  - Zebedee pulls: the curtain\n"),
        ("typed.yaml", f"outcomes: {SECRET}\n"),
        ("number.yaml", f"outcomes: [I will read.]\nneeds: {SECRET}\n"),
        ("date.yaml", f"date: {SECRET}\noutcomes: [I will read.]\n"),
        ("open.json", f'{{"outcomes": ["{SECRET}'),
        ("columns.csv", f"when,what\n1,{SECRET}\n"),
    ],
)
def test_an_unreadable_file_is_named_and_not_quoted(desk, name, content):
    (desk / "work" / name).write_text(content, encoding="utf-8")
    code, out, err = run(desk, "lint", name)
    assert code in (3, 4) and name in err
    assert [word for word in ("Zebedee", "pulls", "curtain") if word in out + err] == []


def test_it_works_without_a_network_and_asks_for_none(desk):
    code, out, err = run(desk, "lint", "draft.yaml", start=("-c", GUARDED))
    assert code == 1 and "N401" in out
    assert err.strip().splitlines()[-1].split() == ["asked:"]


@pytest.mark.parametrize("path", sorted((ROOT / "send_outcomes").rglob("*.py")), ids=lambda p: p.stem)
def test_no_module_imports_the_network(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level]
    harmless = {"urllib.parse"}
    assert [name for name in names if name.split(".")[0] in NETWORK and name not in harmless] == []


@pytest.mark.parametrize(("command", "format_"), [(command, name) for command, names in COMMANDS.items() for name in names])
def test_a_redacted_report_names_nobody_and_quotes_nothing(desk, command, format_):
    code, out, err = run(desk, command, EXAMPLES, "--redact", "--format", format_)
    assert code in (0, 1) and out, err
    said = " ".join(re.findall(r"[^\W_]+", out.lower()))
    # The rules' own words (“By the end of Year …”) may be in it; what only the plans say may not.
    rules = phrases(" ".join(p.read_text(encoding="utf-8") for p in (ROOT / "rules").glob("*.yaml")))
    slipped = set()
    for path in [*(EXAMPLES / "plans").iterdir(), *(EXAMPLES / "drafts").iterdir()]:
        plan = load_one(path.read_text(encoding="utf-8"), path.name).value
        name = plan["child"]["known_as"]
        slipped |= {name} if re.search(rf"\b{name}\b", out, re.IGNORECASE) else set()
        slipped |= {p for text in texts_of(plan) for p in phrases(text) - rules if p in said}
    assert slipped == set()


def test_a_redacted_report_still_says_where_and_what(desk):
    _, out, _ = run(desk, "lint", "draft.yaml", "--redact", "--format", "json")
    outcomes = json.loads(out)["plans"][0]["outcomes"]
    assert [outcome["id"] for outcome in outcomes] == [f"O{i}" for i in range(1, 8)]
    assert "N401" in {finding["code"] for finding in outcomes[0]["findings"]}
    assert outcomes[0]["place"]["line"] == 19
