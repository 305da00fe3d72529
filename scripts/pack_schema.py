"""Writes the check kinds' settings into schemas/pack.schema.json, so that editors and `rules validate` know them.

Run it after a check kind or its SETTINGS have changed; a test holds the schema to the modules.
"""

import json
from pathlib import Path

from send_outcomes.checks import KINDS

SCHEMA = Path(__file__).resolve().parent.parent / "send_outcomes" / "schemas" / "pack.schema.json"


def main() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    rule = schema["$defs"]["rule"]
    rule["properties"]["check"]["enum"] = sorted(KINDS)
    rule["allOf"] = [
        {
            "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
            "then": {"properties": kind.SETTINGS, "required": list(kind.REQUIRED)},
        }
        for name, kind in sorted(KINDS.items())
    ]
    SCHEMA.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
