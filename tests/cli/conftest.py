import pytest
from typer.testing import CliRunner

from send_outcomes.cli import app

VAGUE = "Laura will improve her communication skills with support from SALT.\n"
CLEAN = "By the end of Year 6, I will read three pages of a book to my class on my own.\n"


@pytest.fixture
def vague(tmp_path):
    path = tmp_path / "vague.txt"
    path.write_text(VAGUE, encoding="utf-8")
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


@pytest.fixture
def run():
    """Run the command line; paths may be given as such."""
    return lambda *args, **more: CliRunner().invoke(app, [str(arg) for arg in args], **more)
