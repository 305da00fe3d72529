"""`send-outcomes config …`: what is in force here, and where each value came from."""

from pathlib import Path
from typing import Annotated

import typer

from send_outcomes.cli import options as o

app = typer.Typer(help="The file of settings: what is in force, its schema.", no_args_is_help=True, rich_markup_mode=None)


@app.command("show")
def show(
    config: o.Config = None,
    path: Annotated[
        str | None, typer.Option("--path", metavar="PATH", help="Show what holds for this file, paths' own settings included.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",
) -> None:
    """Show every setting in force in this folder, with the file and line it came from."""
    from send_outcomes.cli.configured import settings_shown  # noqa: PLC0415 -- heavy

    settings_shown(config, Path(path) if path else None, o.one_of(format_, ["text", "json"], "--format"))


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of a file of settings, for your editor."""
    from send_outcomes.cli.showing import schema_shown  # noqa: PLC0415

    schema_shown("configuration")
