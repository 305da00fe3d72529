"""`send-outcomes profiles`: whose rules and frameworks there are to choose from."""

from typing import Annotated

import typer

from send_outcomes.cli import options as o


def profiles(format_: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text") -> None:
    """List the profiles: which rule packs and frameworks each one uses."""
    from send_outcomes.cli.showing import profiles_listed  # noqa: PLC0415 -- heavy

    profiles_listed(o.one_of(format_, ["text", "json"], "--format"))
