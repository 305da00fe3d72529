"""`send-outcomes rules …`: list the rules, show one, test packs on their own examples, validate them."""

from pathlib import Path
from typing import Annotated

import typer

from send_outcomes.cli import completion
from send_outcomes.cli import options as o

app = typer.Typer(help="The rules: list, show, test and validate them.", no_args_is_help=True, rich_markup_mode=None)

Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")]
_FORMATS = ["text", "json"]


@app.command("list")
def list_(
    profile: o.ProfileName = None,
    select: o.Select = [],  # noqa: B006 -- typer reads it, nobody changes it
    ignore: o.Ignore = [],  # noqa: B006
    format_: Format = "text",
) -> None:
    """List the rules of a profile by key feature."""
    from send_outcomes.cli.showing import rules_listed  # noqa: PLC0415 -- heavy

    rules_listed(profile, o.words(select), o.words(ignore), o.one_of(format_, _FORMATS, "--format"))


@app.command("show")
def show(
    rule: Annotated[
        str, typer.Argument(metavar="CODE|NAME", help="N401, or first-person.", autocompletion=completion.rule_codes)
    ],
    profile: o.ProfileName = None,
    format_: Format = "text",
) -> None:
    """Show one rule in full: why, where it comes from, good and bad examples."""
    from send_outcomes.cli.showing import rule_shown  # noqa: PLC0415

    rule_shown(rule, profile, o.one_of(format_, _FORMATS, "--format"))


@app.command("test")
def test(
    packs: Annotated[list[str], typer.Argument(metavar="PACK", help="Ids or files; all shipped packs if none is given.")] = [],  # noqa: B006
    why: Annotated[bool, typer.Option("--why", help="Show each example word by word, with what was found there.")] = False,
) -> None:
    """Try every rule on its own examples."""
    from send_outcomes.cli.proving import packs_tried  # noqa: PLC0415

    raise typer.Exit(packs_tried(packs, why))


@app.command("validate")
def validate(paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Rule packs or profiles.")]) -> None:
    """Say everything that is wrong with rule packs or profiles, by file, line and column."""
    from send_outcomes.cli.proving import packs_validated  # noqa: PLC0415

    raise typer.Exit(packs_validated(paths))


@app.command("schema")
def schema(kind: Annotated[str, typer.Argument(help="pack or profile.")] = "pack") -> None:
    """Print the JSON Schema of a rule pack or profile, for your editor."""
    from send_outcomes.cli.showing import schema_shown  # noqa: PLC0415

    schema_shown(o.one_of(kind, ["pack", "profile"], "KIND"))
