"""`send-outcomes new …`: a pack, profile, framework or plan to begin from: valid, and with a comment on every key."""

from pathlib import Path
from typing import Annotated

import typer

from send_outcomes.cli import options as o

_KINDS = ["pack", "profile", "framework", "plan"]


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="pack, profile, framework or plan.")],
    name: Annotated[str, typer.Argument(help="Its id, and the file's name: small letters, digits and hyphens.")],
    folder: Annotated[Path, typer.Option("--in", metavar="FOLDER", help="Where to write it.")] = Path(),
) -> None:
    """Write a file to begin from: a rule pack, profile, framework or plan. An existing file is never written over."""
    from send_outcomes.cli.scaffolding import scaffold  # noqa: PLC0415

    scaffold(o.one_of(kind, _KINDS, "KIND"), name, folder)
