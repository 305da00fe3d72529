"""Finds the rules, profiles and frameworks that are asked for, and hands them to the pages that show them."""

import difflib
import json

import typer

from send_outcomes import DEFAULT_PROFILE, frameworks
from send_outcomes.concepts import concepts
from send_outcomes.documents import SettingsProblem, schema
from send_outcomes.mapping import wording
from send_outcomes.reports.contract import Options
from send_outcomes.reports.framework_pages import concept_list, framework_list, framework_page, wording_page
from send_outcomes.reports.framework_records import framework_record, pair_record, summary_record
from send_outcomes.reports.output import standard_output
from send_outcomes.reports.page import Page
from send_outcomes.reports.rule_pages import rule_page, rule_record, rule_table
from send_outcomes.reports.safe import escaped_json
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
        print_json([rule_record(rule) for rule in rules])
    else:
        rule_table(page(), rules)


def rule_shown(name: str, profile: str | None, format_: str) -> None:
    """Show one rule. Raises SettingsProblem where there is none of that code or name."""
    rule = _rule(name, profile or DEFAULT_PROFILE)
    if format_ == "json":
        print_json(rule_record(rule))
    else:
        rule_page(page(), rule, documents_cited())


def profiles_listed(format_: str) -> None:
    """List the shipped profiles."""
    shipped = [load_profile(name) for name in shipped_profiles()]
    if format_ == "json":
        print_json(
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


def frameworks_listed(format_: str) -> None:
    """List the shipped frameworks."""
    shipped = frameworks.shipped()
    if format_ == "json":
        print_json([summary_record(framework) for framework in shipped])
    else:
        framework_list(page(), shipped)


def framework_shown(id_: str, full: bool, format_: str) -> None:
    """Show one framework, with `full` its measures, questions and the like too. Raises SettingsProblem."""
    framework = frameworks.find(id_)
    if format_ == "json":
        print_json(framework_record(framework))
    else:
        framework_page(page(), framework, full)


def concepts_listed(format_: str) -> None:
    """List the shared groups of words."""
    shared = concepts().values()
    if format_ == "json":
        print_json([{"name": one.name, "about": one.about} for one in shared])
    else:
        concept_list(page(), shared)


def wording_compared(first: str, second: str, format_: str) -> None:
    """Show how the wording of two frameworks differs. Raises SettingsProblem."""
    left, right = frameworks.find(first), frameworks.find(second)
    pairs = wording.compare(left, right)
    if format_ == "json":
        print_json({"left": left.id, "right": right.id, "statements": [pair_record(pair) for pair in pairs]})
    else:
        wording_page(page(), left, right, pairs)


def schema_shown(name: str) -> None:
    """Print a schema."""
    print_json(schema(name))


def print_json(value: object) -> None:
    """Print a value as JSON in which nothing steers a terminal."""
    typer.echo(escaped_json(json.dumps(value, ensure_ascii=not standard_output().unicode, indent=2)))


def _rule(name: str, profile: str) -> Rule:
    """Return the rule as the profile has it; or, if it leaves the rule out, as its pack has it."""
    rules = list(assemble(load_profile(profile)).rules)
    rules += [rule for path in shipped_packs().values() for rule in load_pack(path, valid=True).rules]
    for rule in rules:
        if name.strip().upper() == rule.code or name.strip().lower() == rule.name:
            return rule
    if several := sorted({rule.code for rule in rules if name and rule.code.startswith(name.strip().upper())}):
        raise SettingsProblem(f"“{name[:40]}” begins several rules: {', '.join(several)}; give one of them")
    names = [known for rule in rules for known in (rule.code, rule.name)]
    near = difflib.get_close_matches(name.lower(), [n.lower() for n in names], 1, 0.5)
    hint = next((n for n in names if near and n.lower() == near[0]), "")
    more = f"did you mean “{hint}”?" if hint else "“send-outcomes rules list” shows them all"
    raise SettingsProblem(f"no rule “{name[:40]}”; {more}")
