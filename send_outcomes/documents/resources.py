"""Where the shipped data stands: in the wheel beside the modules, in a checkout or an unpacked sdist one folder up."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent.parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def rules_folder() -> Path:
    """Return the folder of rule packs, with `profiles/` and `vocabulary/` below it."""
    return _folder("rules")


def frameworks_folder() -> Path:
    """Return the folder of frameworks, one YAML file an edition."""
    return _folder("frameworks")


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema `send_outcomes/schemas/<name>.schema.json` as parsed JSON."""
    text = (_PACKAGE / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def scaffold_text(kind: str) -> str:
    """Return the file that `new pack`, `new profile`, `new framework` or `new plan` begins from; NAME stands for its id."""
    return (_PACKAGE / "scaffolds" / f"{kind}.yaml").read_text(encoding="utf-8")
