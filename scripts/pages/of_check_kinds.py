"""The page on check kinds: what each does, the settings it takes, and which shipped rules use it."""

from collections import defaultdict
from types import ModuleType
from typing import Any

from markdown import page, plain, table

from send_outcomes.checks import KINDS, looks_at_plans
from send_outcomes.rulebook import Rule, load_pack, shipped_packs

INTRO = """\
# Check kinds

What a rule's `check:` may name. A kind knows nothing of any one rule; its settings stand in the rule, beside `check:`.
`send-outcomes rules schema` prints the same for your editor.
"""


def check_kind_pages() -> dict[str, str]:
    """Return path below docs/ → text."""
    users: defaultdict[str, list[Rule]] = defaultdict(list)
    for path in shipped_packs().values():
        for rule in load_pack(path, valid=True).rules:
            users[rule.check].append(rule)
    parts = [part for name, kind in sorted(KINDS.items()) for part in _kind(name, kind, users[name])]
    return {"own/check-kinds.md": page(INTRO, *parts)}


def _kind(name: str, kind: ModuleType, users: list[Rule]) -> list[str]:
    first = " ".join((kind.__doc__ or "").strip().split("\n\n")[0].split())
    rows = [
        [f"`{key}`{' (required)' if key in kind.REQUIRED else ''}", _takes(schema), plain(schema.get("description", ""))]
        for key, schema in kind.SETTINGS.items()
    ]
    used = " · ".join(
        f"[{rule.code} {rule.name}](../rules/{rule.code}.md)" for rule in sorted(users, key=lambda rule: rule.code)
    )
    scope = "It looks at whole plans." if looks_at_plans(name) else ""
    return [
        f"## {name}",
        f"{plain(first)} {scope}".strip(),
        table(["setting", "takes", "meaning"], rows) if rows else "It takes no settings.",
        f"Used by {used}." if used else "",
    ]


def _takes(schema: dict[str, Any]) -> str:
    """Say in words what a JSON Schema of a setting takes."""
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    match schema.get("type"):
        case "array":
            return f"list of {_takes(schema.get('items', {}))}"
        case "object":
            return f"{_takes(schema.get('additionalProperties') or {})} by name"
        case "boolean":
            return "`true` or `false`"
        case "integer" | "number":
            return "a number"
    return "text"
