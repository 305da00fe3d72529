"""How long a fresh Python takes: `--help` beside importing typer, one plan beside importing spaCy."""

import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

TIMES = 5
_PLAN = Path(__file__).resolve().parent.parent.parent / "examples" / "plans" / "laura.yaml"
_COMMANDS = {
    "import typer": ("-c", "import typer"),
    "--help": ("-m", "send_outcomes", "--help"),
    "import spacy": ("-c", "import spacy"),
    "one plan": ("-m", "send_outcomes", "lint", str(_PLAN), "--fail-on", "never"),
}


def start_times(times: int = TIMES) -> dict[str, float]:
    """Return the median seconds of each, taken in turn. Raises CalledProcessError where one fails."""
    took: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for _ in range(times + 1):
        for name, command in _COMMANDS.items():
            start = perf_counter()
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            took[name].append(perf_counter() - start)
    return {name: statistics.median(each[1:]) for name, each in took.items()}  # the first fills the disk's memory
