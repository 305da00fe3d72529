"""`send-outcomes audit`: check many plans, write tables and totals into a folder."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from send_outcomes.cli import options as o

_RUN = "run"


class PathsOrCommand(TyperGroup):
    """Takes what is none of its commands for paths: `audit FOLDER` is `audit run FOLDER`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command's name before paths and options."""
        given: list[str] = super().parse_args(ctx, args if args and args[0] in self.commands else [_RUN, *args])
        return given


app = typer.Typer(cls=PathsOrCommand, rich_markup_mode=None, help="Check many plans, write tables and totals into a folder.")


@app.command(_RUN, hidden=True)
def run_(
    paths: o.Paths,
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where to write tables and totals; made if need be.")],
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the audit that was interrupted in FOLDER.")] = False,
    show_text: Annotated[bool, typer.Option("--show-text", help="Write texts too, and an example for each rule.")] = False,
    by: Annotated[
        list[str], typer.Option("--by", metavar="COLUMN", help="Divide figures by this column of the export too; repeatable.")
    ] = [],  # noqa: B006 -- typer reads it, nobody changes it
    profile: o.ProfileName = None,
    framework: o.Frameworks = [],  # noqa: B006
    select: o.Select = [],  # noqa: B006
    ignore: o.Ignore = [],  # noqa: B006
    today: o.Today = None,
    fail_on: Annotated[
        o.FailOn | None, typer.Option("--fail-on", help="Leave with exit code 1 from this severity on.", show_default="error")
    ] = None,
    column: o.Columns = [],  # noqa: B006
    stdin_format: o.StdinFormat = None,
    config: o.Config = None,
    jobs: o.Jobs = 0,
    no_cache: o.NoCache = False,
) -> None:
    """Check many plans, write tables and totals into a folder."""
    from send_outcomes.cli.auditing import Wanted, run  # noqa: PLC0415 -- heavy

    wanted = Wanted(
        paths=tuple(paths),
        out=out,
        resume=resume,
        show_text=show_text,
        by=tuple(by),
        profile=profile,
        frameworks=tuple(framework),
        select=o.words(select),
        ignore=o.words(ignore),
        today=today.date() if today else None,
        fail_on=fail_on.value if fail_on else None,
        columns=o.columns(column),
        stdin_format=stdin_format,
        config=config,
        jobs=jobs,
        remember=not no_cache,
    )
    raise typer.Exit(run(wanted))
