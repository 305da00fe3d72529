"""Draws docs/picture.svg: what a caseworker sees, from a real run. Run it when the text report changes."""

import datetime as dt
import io
import re
import sys
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the checkout's own send_outcomes, installed or not

from send_outcomes import readers
from send_outcomes.engine import Engine
from send_outcomes.frameworks import find
from send_outcomes.reports import Options, Run
from send_outcomes.reports.as_text import TextReport
from send_outcomes.reports.page import Page
from send_outcomes.rulebook import assemble, load_profile

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 88
# The picture loads nothing from anywhere: rich's web fonts are left out.
FRAME = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def main(example: Path, picture: Path) -> None:
    profile = load_profile("nottingham")
    book = assemble(profile)
    engine = Engine(book, [find(name) for name in profile.frameworks[:1]], dt.date(2026, 9, 1))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    options = Options(width=WIDTH, colour=True)
    run = Run.of(profile.id, book.rules, engine.frameworks)
    report = TextReport(Page(io.StringIO(), options, console), run, options)
    for plan in readers.read_text(example.read_text(encoding="utf-8"), "yaml", "plan.yaml"):
        report.plan(engine.check(plan))
    name = "send-outcomes lint plan.yaml"
    picture.write_text(console.export_svg(title=name, code_format=FRAME, unique_id="report"), encoding="utf-8")


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:]]
    main(*(given or [ROOT / "scripts" / "picture.yaml"]), ROOT / "docs" / "picture.svg")
