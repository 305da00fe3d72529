import datetime as dt
import io

import pytest
from typer.testing import CliRunner

from benchmarks.audit.caseload import write_caseload
from send_outcomes.audit import Layout
from send_outcomes.audit.groups import Groups
from send_outcomes.audit.judging import Auditor
from send_outcomes.cli import app
from send_outcomes.configuration import Engines
from send_outcomes.engine import Engine
from send_outcomes.frameworks import find
from send_outcomes.rulebook import assemble, load_profile

TODAY = dt.date(2026, 9, 1)


@pytest.fixture(scope="session")
def engine():
    profile = load_profile("nottingham")
    return Engine(assemble(profile), [find(name) for name in profile.frameworks], TODAY, remember=1000)


@pytest.fixture(scope="session")
def auditor(engine):
    def build(show_text=False, by=()):
        groups = Groups(by)
        layout = Layout(groups.names, tuple(framework.id for framework in engine.frameworks), show_text)
        return Auditor(lambda path: engine, layout, groups)

    return build


@pytest.fixture(scope="session")
def caseload():
    """An export of 60 plans with planted faults, and what was planted."""
    text = io.StringIO()
    planted = write_caseload(text, 60, seed=5)
    return text.getvalue(), planted


@pytest.fixture
def export(caseload, tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(caseload[0], encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def engines():
    """Engines as the command builds them, each kind once."""
    built = {}
    return lambda *args: built.get(repr(args)) or built.setdefault(repr(args), Engines(*args))


@pytest.fixture
def audit(tmp_path, monkeypatch, engines):
    """Run an audit in this process; give its result and folder."""
    monkeypatch.setattr("send_outcomes.cli.auditing.Engines", engines)

    def run(*args, out="out", jobs=1):
        folder = tmp_path / out
        words = ["audit", *map(str, args), "--out", str(folder), "--jobs", str(jobs), "--today", "2026-09-01"]
        return CliRunner().invoke(app, words), folder

    return run
