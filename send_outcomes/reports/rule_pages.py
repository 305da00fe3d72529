"""Shows rules: as a table by key feature, or one in full with its reason, its source and its examples underlined."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from send_outcomes.checks import looks_at_plans
from send_outcomes.findings import Feature, Severity
from send_outcomes.reports.layout import hanging
from send_outcomes.reports.page import Page
from send_outcomes.reports.rule_examples import write_example
from send_outcomes.reports.signs import SEVERITY_STYLES
from send_outcomes.rulebook import Example, Rule

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_FIELD = re.compile(r"\{([a-z_]+)\}")
_TEXTS = {"outcome": "outcomes", "need": "needs", "provision": "provision", "aspiration": "aspirations"}
_OTHERS = {"golden_thread": "the golden thread", "provision": "provision", "setting_aside": "setting a finding aside"}


def rule_table(page: Page, rules: Sequence[Rule]) -> None:
    """Write a line for each rule, under the key feature whose verdict it moves."""
    features = [*(feature.value for feature in Feature), *_OTHERS]
    order = sorted(rules, key=lambda rule: (features.index(rule.feature), rule.code))
    names = max((len(rule.name) for rule in order), default=0)
    feature = ""
    for rule in order:
        if rule.feature != feature:
            if feature:
                page.line()
            feature = rule.feature
            page.line((feature_name(feature).capitalize(), "bold"))
        sign, style = page.signs.severities[rule.severity], SEVERITY_STYLES[rule.severity]
        label = f"  {rule.code:<5}{rule.name:<{names}}  "
        taken = len(label) + 2
        if taken > page.width // 2:  # a narrow screen
            page.line(f"{label.rstrip()} ", (sign, style))
            page.paragraph(plainly(rule), "", 4, 0)
            continue
        first, *rest = hanging(page.shown(plainly(rule)), page.width, taken, taken)
        page.line(label, (sign, style), " ", first)
        for line in rest:
            page.line(line)
    page.line()
    said = "   ".join(f"{page.signs.severities[severity]} {severity.value}" for severity in _SEVERITIES)
    page.line((said, "dim"))
    page.line(f"{len(rules)} rules. “send-outcomes explain {order[0].code}” shows one in full." if order else "no rule")


def rule_page(page: Page, rule: Rule, documents: Mapping[str, Mapping[str, str]]) -> None:
    """Write one rule in full. `documents` are those that rules may cite, by id."""
    sign, style = page.signs.severities[rule.severity], SEVERITY_STYLES[rule.severity]
    page.line((f"{rule.code} {rule.name}", "bold"))
    about = [feature_name(rule.feature), f"{sign} {rule.severity.value}", f"confidence {rule.confidence.value}"]
    page.line("  ", (f" {page.signs.dot} ".join(about), style))
    page.line()
    page.paragraph(plainly(rule), "", 2, 0)
    page.line()
    _entry(page, "Why", rule.why)
    cited = documents.get(rule.source.document, {})
    title = ", ".join(cited[key] for key in ("title", "edition") if key in cited) or rule.source.document
    _entry(page, "Source", f"{title}: “{rule.source.passage}”")
    if "url" in cited:
        _entry(page, "", cited["url"])
    if looks_at(rule) != _TEXTS["outcome"]:
        _entry(page, "Looks at", looks_at(rule))
    if rule.needs:
        _entry(page, "Needs", f"{', '.join(rule.needs)}: without it nobody can tell")
    _entry(page, "Check", f"{rule.check}{_settings(rule.settings)}")
    for title, bad in (("Good", False), ("Bad", True)):
        for example in rule.examples:
            if (example.marks is not None) is bad:
                page.line()
                write_example(page, title, example)


def rule_record(rule: Rule) -> dict[str, Any]:
    """Return one rule as plain values, the keys those of a pack."""
    return {
        "code": rule.code,
        "name": rule.name,
        "feature": rule.feature,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "check": rule.check,
        "settings": dict(rule.settings),
        "message": rule.message,
        "why": rule.why,
        "source": {"document": rule.source.document, "passage": rule.source.passage},
        "needs": list(rule.needs),
        "fix": rule.fix,
        "examples": {
            "good": [_example_record(e) for e in rule.examples if e.marks is None],
            "bad": [_example_record(e) for e in rule.examples if e.marks is not None],
        },
        "pack": rule.pack,
    }


def feature_name(feature: str) -> str:
    """Return a feature as a caseworker would say it; rules of the golden thread and of provision have names too."""
    return _OTHERS.get(feature) or Feature(feature).label


def plainly(rule: Rule) -> str:
    """Return a rule's message with what will stand in it: “…” for the words found, other fields by their names."""
    return _FIELD.sub(lambda field: "…" if field[1] == "match" else f"[{field[1].replace('_', ' ')}]", rule.message)


def looks_at(rule: Rule) -> str:
    """Return which texts of a plan a rule reads, in words."""
    if looks_at_plans(rule.check):
        return "the whole plan"
    kinds = " and ".join(_TEXTS[kind] for kind in rule.texts)
    return f"{kinds}, Section {' or '.join(rule.sections)}" if rule.sections else kinds


def _entry(page: Page, head: str, text: str) -> None:
    page.paragraph(f"{head:<10}{text}", "", 2, 10)


def _settings(settings: Mapping[str, Any]) -> str:
    said = [f"{key} {_value(value)}" for key, value in settings.items()]
    return f": {'; '.join(said)}" if said else ""


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return ", ".join(value) if isinstance(value, dict) else str(value).lower()


def _example_record(example: Example) -> dict[str, Any]:
    marks = {} if example.marks is None else {"marks": list(example.marks)}
    if example.plan is not None:
        around = {"around": dict(example.around)} if example.around else {}
        return {"plan": dict(example.plan), **around, **marks}
    return {"text": example.text, **marks, "given": dict(example.given)}
