"""How long a fresh Python takes: `--help` beside importing typer, one plan beside importing spaCy, and a library with its cache.

All as an installed package has it: compiled, and our YAML files parsed when it was built.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.speed.grammar import outcomes
from send_outcomes.documents import frameworks_folder, rules_folder
from send_outcomes.documents.parsed import FILE, dumped

TIMES = 5
_TEMPLATES, _EACH = 300, 4
_PLAN = Path(__file__).resolve().parent.parent.parent / "examples" / "plans" / "laura.yaml"
_LINT = ("-m", "send_outcomes", "lint", "--fail-on", "never")


def start_times(times: int = TIMES) -> dict[str, float]:
    """Return the median seconds of each, taken in turn. Raises CalledProcessError where one fails."""
    FILE.write_text(dumped([rules_folder(), frameworks_folder()]), encoding="utf-8", newline="\n")
    took: dict[str, list[float]] = {}
    with TemporaryDirectory() as folder:
        library, env = _library(Path(folder) / "library"), _environment(Path(folder) / "cache")
        _run(env, *_LINT, str(library))
        for turn in range(times + 1):
            for name, command in _commands(library, turn):
                start = perf_counter()
                _run(env, *command)
                took.setdefault(name, []).append(perf_counter() - start)
    return {name: statistics.median(each[1:]) for name, each in took.items()}  # the first fills the disk's memory


def _commands(library: Path, turn: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "import typer", ("-c", "import typer")
    yield "--help", ("-m", "send_outcomes", "--help")
    yield "import spacy", ("-c", "import spacy")
    yield "one plan", (*_LINT, "--no-cache", str(_PLAN))
    yield "a library, nothing changed", (*_LINT, str(library))
    changed = library / "t000.md"
    changed.write_text(f"- By July 2027, I will read {turn + 2} pages of a book to my class.\n", encoding="utf-8")
    yield "one changed file of it", (*_LINT, str(changed))
    changed.write_text(f"- By July 2028, I will read {turn + 2} pages of a book to my class.\n", encoding="utf-8")
    yield "a library, one file changed", (*_LINT, str(library))


def _library(folder: Path) -> Path:
    """Write templates, one half Markdown, one half YAML."""
    folder.mkdir()
    texts = outcomes(_TEMPLATES * _EACH, seed=5)
    for number in range(_TEMPLATES):
        some = texts[number * _EACH : (number + 1) * _EACH]
        if number % 2:
            content = json.dumps({"outcomes": some}, ensure_ascii=False)
            (folder / f"t{number:03}.yaml").write_text(content, encoding="utf-8")
        else:
            (folder / f"t{number:03}.md").write_text("".join(f"- {text}\n" for text in some), encoding="utf-8")
    return folder


def _environment(cache: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "SEND_OUTCOMES_CACHE": str(cache)}


def _run(env: Mapping[str, str], *command: str) -> None:
    subprocess.run([sys.executable, *command], check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
