"""Finds the rules and profiles that are asked for, and hands them to the pages that show them."""

import difflib
import json

import typer

from send_outcomes import DEFAULT_PROFILE
from send_outcomes.documents import SettingsProblem, schema
from send_outcomes.reports.contract import Options
from send_outcomes.reports.output import standard_output
from send_outcomes.reports.page import Page
from send_outcomes.reports.rule_pages import rule_page, rule_record, rule_table
from send_outcomes.rulebook import Rule, assemble, load_pack, load_profile, shipped_packs, shipped_profiles
from send_outcomes.rulebook.packs import documents_cited


def page() -> Page:
    """Return a page on standard output."""
    output = standard_output()
    return Page(output.stream, Options(width=output.width, colour=output.colour, unicode=output.unicode))


def rules_listed(profile: str | None, select: tuple[str, ...], ignore: tuple[str, ...], format_: str) -> None:
    """List the rules of a profile. Raises SettingsProblem."""
    rules = assemble(load_profile(profile or DEFAULT_PROFILE), select, ignore).rules
    if format_ == "json":
        _print([rule_record(rule) for rule in rules])
    else:
        rule_table(page(), rules)


def rule_shown(name: str, profile: str | None, format_: str) -> None:
    """Show one rule. Raises SettingsProblem where there is none of that code or name."""
    rule = _rule(name, profile or DEFAULT_PROFILE)
    if format_ == "json":
        _print(rule_record(rule))
    else:
        rule_page(page(), rule, documents_cited())


def profiles_listed(format_: str) -> None:
    """List the shipped profiles."""
    shipped = [load_profile(name) for name in shipped_profiles()]
    if format_ == "json":
        _print(
            [{"id": p.id, "title": p.title, "about": p.about, "packs": p.packs, "frameworks": p.frameworks} for p in shipped]
        )
        return
    sheet = page()
    for profile in shipped:
        sheet.line((profile.id, "bold"), f"  {profile.title}")
        if profile.about:
            sheet.paragraph(profile.about, "", 2, 0)
        sheet.paragraph(f"rules: {', '.join(profile.packs)}", "dim", 2)
        sheet.paragraph(f"frameworks: {', '.join(profile.frameworks) or 'none'}", "dim", 2)


def schema_shown(name: str) -> None:
    """Print a schema."""
    _print(schema(name))


def _rule(name: str, profile: str) -> Rule:
    """Return the rule as the profile has it; or, if it leaves the rule out, as its pack has it."""
    rules = list(assemble(load_profile(profile)).rules)
    rules += [rule for path in shipped_packs().values() for rule in load_pack(path, valid=True).rules]
    for rule in rules:
        if name.strip().upper() == rule.code or name.strip().lower() == rule.name:
            return rule
    names = [known for rule in rules for known in (rule.code, rule.name)]
    near = difflib.get_close_matches(name.lower(), [n.lower() for n in names], 1, 0.5)
    hint = next((n for n in names if near and n.lower() == near[0]), "")
    more = f"did you mean “{hint}”?" if hint else "“send-outcomes rules list” shows them all"
    raise SettingsProblem(f"no rule “{name[:40]}”; {more}")


def _print(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=not standard_output().unicode, indent=2))
