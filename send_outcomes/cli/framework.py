"""`send-outcomes framework …`: list, show, validate and compare frameworks. Parses and delegates; decides nothing."""

from pathlib import Path
from typing import Annotated

import typer

from send_outcomes.cli import completion
from send_outcomes.cli import options as o

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The outcomes frameworks that come along, and your own.")

_FORMATS = ["text", "json"]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")]
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A shipped framework's id, or the path of your own file.", autocompletion=completion.framework_ids
    ),
]
_Other = Annotated[
    str, typer.Argument(metavar="OTHER", help="The later one: an id or a path.", autocompletion=completion.framework_ids)
]


@app.command("list")
def list_(format_: Format = "text") -> None:
    """List the shipped frameworks."""
    from send_outcomes.cli.showing import frameworks_listed  # noqa: PLC0415 -- heavy

    frameworks_listed(o.one_of(format_, _FORMATS, "--format"))


@app.command("show")
def show(
    id_: Id,
    full: Annotated[bool, typer.Option("--full", help="Also measures, questions, priorities and so on.")] = False,
    format_: Format = "text",
) -> None:
    """Show one framework: its statements, where they come from and the words they are known by."""
    from send_outcomes.cli.showing import framework_shown  # noqa: PLC0415

    framework_shown(id_, full, o.one_of(format_, _FORMATS, "--format"))


@app.command("validate")
def validate(paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Framework files of your own.")]) -> None:
    """Check framework files: their form, and the names they refer to."""
    from send_outcomes.cli.proving import frameworks_validated  # noqa: PLC0415

    raise typer.Exit(frameworks_validated(paths))


@app.command("concepts")
def concepts(format_: Format = "text") -> None:
    """List the shared groups of words that a statement may name under `concepts`."""
    from send_outcomes.cli.showing import concepts_listed  # noqa: PLC0415

    concepts_listed(o.one_of(format_, _FORMATS, "--format"))


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of framework files, for your editor."""
    from send_outcomes.cli.showing import schema_shown  # noqa: PLC0415

    schema_shown("framework")


@app.command("compare")
def compare(id_: Id, other: _Other, format_: Format = "text") -> None:
    """Show how the wording of two frameworks differs, statement by statement."""
    from send_outcomes.cli.showing import wording_compared  # noqa: PLC0415

    wording_compared(id_, other, o.one_of(format_, _FORMATS, "--format"))
