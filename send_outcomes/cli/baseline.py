"""`send-outcomes baseline …`: look after the file of old findings."""

from pathlib import Path
from typing import Annotated

import typer

from send_outcomes.cli import options as o

app = typer.Typer(help="The file of old findings that lint --baseline reads.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def before_any_command() -> None:
    """Keep `prune` a command of its own, though it is the only one."""


@app.command("prune")
def prune(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The baseline.")],
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="All that the baseline is for, as given to lint.")],
    profile: o.ProfileName = None,
    today: o.Today = None,
    column: o.Columns = [],  # noqa: B006 -- typer reads it, nobody changes it
    config: o.Config = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be taken out.")] = False,
) -> None:
    """Take out of a baseline what is mended. What a rule that is not in force has found stays in. Exit codes: 0 done, 2 could
    not start, 4 something could not be read, so the file is left as it is."""
    from send_outcomes.cli.pruning import pruned  # noqa: PLC0415 -- heavy
    from send_outcomes.cli.wanted import CheckWanted  # noqa: PLC0415

    wanted = CheckWanted(
        paths=tuple(paths), profile=profile, today=today, columns=o.columns(column), config=config, baseline=file
    )
    raise typer.Exit(pruned(wanted, file, dry_run))
