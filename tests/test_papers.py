"""The README and the other papers say what is so: output, rules, links, and the two lines that set everything up."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from send_outcomes.cli import exits
from send_outcomes.configuration.loading import load_configuration
from send_outcomes.documents import schema
from send_outcomes.readers.registry import FORMATS as READERS
from send_outcomes.reports import FORMATS, MAP_FORMATS, READ_FORMATS, THREAD_FORMATS
from send_outcomes.rulebook import assemble, load_profile

ROOT = Path(__file__).resolve().parent.parent
PAPERS = [
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md"))
]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EXCERPTS = [path.relative_to(ROOT).as_posix() for path in script("excerpts").pages()]


def test_the_papers_that_matter_most_show_output():
    assert {"README.md", "docs/start/caseworkers.md", "docs/start/quality-assurance.md", "docs/own/rules.md"} <= set(EXCERPTS)


@pytest.mark.parametrize("page", EXCERPTS)
def test_the_output_shown_is_the_output_given(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text(encoding="utf-8")
    assert "$ send-outcomes" in text
    assert script("excerpts").refreshed(text) == text, "out of date: run python scripts/excerpts.py"


def test_the_picture_is_of_the_report_as_it_is(tmp_path):
    script("picture").main(ROOT / "scripts" / "picture.yaml", tmp_path / "picture.svg")
    drawn = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert drawn == (ROOT / "docs" / "picture.svg").read_text(encoding="utf-8"), "out of date: run python scripts/picture.py"


def test_the_house_is_drawn_as_it_stands():
    assert script("house").drawn() == (ROOT / "docs" / "house.svg").read_text(encoding="utf-8"), "run python scripts/house.py"


def test_the_readme_s_table_names_every_rule():
    table = README.split("## The rules, by key feature")[1].split("\n## ")[0]
    rules = {(rule.code, rule.name) for rule in assemble(load_profile("nottingham")).rules}
    assert set(re.findall(r"\b([A-Z]\d+) ([a-z0-9-]+)", table)) == rules


def test_the_first_two_blocks_set_everything_up_in_one_line_each():
    blocks = re.findall(r"^```bash\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 2
    assert all(block.count("\n") == 1 for block in blocks)
    assert "lint examples/" in blocks[0] and "[dev]" in blocks[1] and "pytest" in blocks[1]


@pytest.mark.parametrize("page", PAPERS)
def test_links_lead_somewhere(page):
    text = re.sub(r"^```.*?^```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text) if "://" not in target]
    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []


def test_the_pages_of_rules_frameworks_and_check_kinds_are_those_of_the_yaml():
    checked = subprocess.run(
        [sys.executable, "scripts/pages", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (checked.stdout, checked.returncode) == ("", 0), f"out of date: run python scripts/pages\n{checked.stderr}"


@pytest.mark.parametrize("page", PAPERS)
def test_settings_shown_are_settings(page, tmp_path):
    for block in re.findall(r"^```toml\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
        path = tmp_path / "send-outcomes.toml"
        path.write_text(block, encoding="utf-8")
        assert load_configuration(path).lines


def test_the_page_on_configuration_names_every_key():
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == set(schema("configuration")["properties"])


def test_the_pages_on_formats_name_every_ending_and_every_report():
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    missing = [suffix for kind in READERS.values() for suffix in kind.suffixes if f"`{suffix}`" not in page]
    assert missing == []
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [
        name for formats in (FORMATS, MAP_FORMATS, READ_FORMATS, THREAD_FORMATS) for name in formats if f"`{name}`" not in page
    ] == []


def test_the_page_on_exit_codes_knows_every_code():
    page = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    codes = {value for name, value in vars(exits).items() if name.isupper()}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)} == codes
