"""Kills an audit at random moments, goes on with it each time, and holds the end against an undisturbed run.

`python -m benchmarks.audit.kills --plans 3000 --kills 10`. A process that ends by itself before its moment counts as no kill.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.audit.caseload import write_caseload

TABLES = ("plans.csv", "outcomes.csv", "findings.csv", "errors.csv", "copies.csv", "summary.json")
TODAY = "2026-09-01"


def command(export: Path, out: Path, resume: bool, jobs: int = 2) -> list[str]:
    """Return the command line of an audit."""
    words = [sys.executable, "-m", "send_outcomes", "--quiet", "audit", str(export), "--out", str(out), "--today", TODAY]
    return [*words, "--jobs", str(jobs), "--fail-on", "never", *(["--resume"] if resume else [])]


def killed(export: Path, out: Path, kills: int, longest: float, seed: int) -> int:
    """Audit `export` into `out`, killed so often within `longest` seconds each time; return how many kills struck."""
    draw = random.Random(seed)
    struck = 0
    for turn in range(kills):
        process = subprocess.Popen(command(export, out, resume=turn > 0), stderr=subprocess.DEVNULL)
        try:
            process.wait(draw.uniform(0.2, longest))
            break
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            struck += 1
    subprocess.run(command(export, out, resume=True), check=True, stderr=subprocess.DEVNULL)
    return struck


def differences(one: Path, other: Path) -> list[str]:
    """Return which files of two audits differ."""
    return [name for name in TABLES if (one / name).read_bytes() != (other / name).read_bytes()]


def main(arguments: list[str] | None = None) -> int:
    """Return 0 where the killed audit equals the undisturbed one, byte for byte."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit.kills", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plans", type=int, default=3_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--longest", type=float, default=6.0, help="seconds until the latest moment of a kill")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        export, calm, rough = Path(folder) / "export.csv", Path(folder) / "calm", Path(folder) / "rough"
        with export.open("w", encoding="utf-8", newline="") as file:
            planted = write_caseload(file, wanted.plans, wanted.seed)
        subprocess.run(command(export, calm, resume=False), check=True)
        struck = killed(export, rough, wanted.kills, wanted.longest, wanted.seed)
        differ = differences(calm, rough)
        totals = json.loads((rough / "summary.json").read_text(encoding="utf-8"))["totals"]
        left = sorted(path.name for path in rough.iterdir() if path.name not in {child.name for child in calm.iterdir()})
    print(
        f"{planted.plans:,} plans, {planted.outcomes:,} outcomes; killed {struck} times; counted {totals['outcomes']:,} outcomes"
    )
    print("every file equal to the undisturbed run's" if not differ else f"different: {', '.join(differ)}")
    print(f"left behind: {', '.join(left)}" if left else "nothing left behind")
    return 1 if differ or left else 0


if __name__ == "__main__":
    sys.exit(main())
