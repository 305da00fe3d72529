"""Puts the commands together, and holds the options that stand before any command."""

from typing import Annotated

import typer

from send_outcomes import __version__
from send_outcomes.cli import (
    audit,
    baseline,
    completion,
    config,
    explain,
    framework,
    lint,
    lsp,
    mapping,
    new,
    profiles,
    read,
    rules,
    thread,
)
from send_outcomes.cli.guard import Guarded

app = typer.Typer(
    name="send-outcomes",
    cls=Guarded,
    help="Checks the outcomes of Education, Health and Care plans, and maps them to local outcomes frameworks. "
    "Everything stays on this machine.",
    no_args_is_help=True,
    add_completion=False,  # `completion` stands in for it
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"send-outcomes {__version__}")
        raise typer.Exit


@app.callback()
def before_any_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where the program failed, should it fail.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress and no notices; findings and errors only.")] = False,
) -> None:
    """Read the options that every command has; `guard` acts on them."""


app.command("lint")(lint.lint)
app.command("map")(mapping.map_)
app.command("thread")(thread.thread)
app.command("read")(read.read)
app.add_typer(audit.app, name="audit")
app.add_typer(rules.app, name="rules")
app.command("explain")(explain.explain)
app.add_typer(framework.app, name="framework")
app.command("lsp")(lsp.lsp)
app.command("new")(new.new)
app.add_typer(baseline.app, name="baseline")
app.add_typer(config.app, name="config")
app.command("profiles")(profiles.profiles)
app.command("completion")(completion.completion)
