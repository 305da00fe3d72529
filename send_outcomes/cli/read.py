"""`send-outcomes read`: what was understood of plans and tables, before anything is checked."""

from typing import Annotated

import typer

from send_outcomes.cli import options as o


def read(
    paths: o.Paths,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="How to show it: text, yaml or json.")
    ] = "text",
    output: o.Output = None,
    redact: o.Redact = False,
    column: o.Columns = [],  # noqa: B006 -- typer reads it, nobody changes it
    stdin_format: o.StdinFormat = None,
    config: o.Config = None,
) -> None:
    """Show what was understood of plans and tables, or why no outcome was found. As yaml or json it is a plan file.
    Exit codes: 0 read, 2 could not start, 3 no outcome found, 4 something could not be read."""
    from send_outcomes.cli.reading import run  # noqa: PLC0415 -- heavy
    from send_outcomes.cli.wanted import ReadWanted  # noqa: PLC0415
    from send_outcomes.reports import READ_FORMATS  # noqa: PLC0415

    wanted = ReadWanted(
        paths=tuple(paths),
        format=o.one_of(format_, list(READ_FORMATS), "--format"),
        output=output,
        redact=redact,
        columns=o.columns(column),
        stdin_format=stdin_format,
        config=config,
    )
    raise typer.Exit(run(wanted))
