"""`send-outcomes map`: which themes and statements of the frameworks the outcomes serve, and which none serves."""

from typing import Annotated

import typer

from send_outcomes.cli import options as o


def map_(
    paths: o.Paths,
    profile: o.ProfileName = None,
    framework: o.Frameworks = [],  # noqa: B006 -- typer reads it, nobody changes it
    today: o.Today = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="How to report: text or json.")] = "text",
    output: o.Output = None,
    redact: o.Redact = False,
    column: o.Columns = [],  # noqa: B006
    stdin_format: o.StdinFormat = None,
    config: o.Config = None,
    jobs: o.Jobs = 1,
    no_cache: o.NoCache = False,
) -> None:
    """Map outcomes to the themes and statements of local frameworks, with the words that led there."""
    from send_outcomes.cli.running import run  # noqa: PLC0415 -- heavy
    from send_outcomes.cli.wanted import CheckWanted  # noqa: PLC0415
    from send_outcomes.reports import MAP_FORMATS  # noqa: PLC0415

    wanted = CheckWanted(
        paths=tuple(paths),
        profile=profile,
        frameworks=tuple(framework),
        today=today,
        format=o.one_of(format_, list(MAP_FORMATS), "--format"),
        output=output,
        redact=redact,
        columns=o.columns(column),
        stdin_format=stdin_format,
        fail_on="never",
        config=config,
        jobs=jobs,
        cached=not no_cache,
    )
    raise typer.Exit(run(wanted, MAP_FORMATS))
