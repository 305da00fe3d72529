"""The README and the other papers say what is so: output, rules, links, and the two lines that set everything up."""

import importlib.util
import re
from pathlib import Path

import pytest

from send_outcomes.rulebook import assemble, load_profile

ROOT = Path(__file__).resolve().parent.parent
PAPERS = [path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["README.md", "examples/README.md"])
def test_the_output_shown_is_the_output_given(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text(encoding="utf-8")
    assert "$ send-outcomes" in text
    assert script("excerpts").refreshed(text) == text, "out of date: run python scripts/excerpts.py"


def test_the_picture_is_of_the_report_as_it_is(tmp_path):
    script("picture").main(ROOT / "scripts" / "picture.yaml", tmp_path / "picture.svg")
    drawn = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert drawn == (ROOT / "docs" / "picture.svg").read_text(encoding="utf-8"), "out of date: run python scripts/picture.py"


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
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text) if "://" not in target]
    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []
