"""Draws docs/page.png: the top of the HTML page of an example. Run it, where there is a Chromium, when the page changes."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from send_outcomes.cli import app

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "drafts" / "kai.yaml"
BROWSERS = ("chromium", "google-chrome", "chrome", "msedge")
SIZE = "1130,2270"


def main(picture: Path) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(f"none of these is here: {', '.join(BROWSERS)}")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        CliRunner().invoke(app, ["lint", str(EXAMPLE.relative_to(ROOT)), "--format", "html", "--output", str(page)])
        command = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={SIZE}"]
        subprocess.run([*command, f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "page.png")
