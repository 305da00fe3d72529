"""The tool and its rules as SARIF describes them (§3.19, §3.49): what each asks, why, where it comes from, an example."""

from typing import Any

from send_outcomes import __version__
from send_outcomes.findings import Confidence, Severity
from send_outcomes.reports.contract import Run
from send_outcomes.reports.markdown import escaped
from send_outcomes.reports.rule_pages import feature_name, plainly
from send_outcomes.rulebook import Rule
from send_outcomes.rulebook.packs import documents_cited

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def driver(run: Run, examples: bool = True) -> dict[str, Any]:
    """Return the tool with the rules in force; a result names its rule by the place in this list.

    Without `examples` where texts are left out: nobody could tell that the children in them are made up.
    """
    return {
        "name": "send-outcomes",
        "semanticVersion": __version__,
        "properties": {"profile": run.profile},
        "rules": [_rule(rule, examples) for rule in run.rules.values()],
    }


def _rule(rule: Rule, examples: bool) -> dict[str, Any]:
    cited = documents_cited().get(rule.source.document, {})
    title = ", ".join(cited[key] for key in ("title", "edition") if key in cited) or rule.source.document
    good, bad = (_example(rule, marked) if examples else "" for marked in (False, True))
    lines = [rule.why, f"Source: {title}, “{rule.source.passage}”."]
    said = [escaped(line) for line in lines]
    shown = [f"- {head}: *{escaped(text)}*" for head, text in (("Good", good), ("Bad", bad)) if text]
    described: dict[str, Any] = {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.name}: {plainly(rule)}"},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n".join(lines), "markdown": "\n\n".join([*said, "\n".join(shown)]).strip()},
        "defaultConfiguration": {"level": LEVELS.get(rule.severity, "none")},
        "properties": {
            "tags": ["send-outcomes", feature_name(rule.feature)],
            "precision": _PRECISION[rule.confidence],
            "problem.severity": _PROBLEM.get(rule.severity, "recommendation"),
        },
    }
    if "url" in cited:
        described["helpUri"] = cited["url"]
    return described


def _example(rule: Rule, bad: bool) -> str:
    """Return the first text of a rule's good or bad examples; "" where they are whole plans."""
    return next((e.text for e in rule.examples if (e.marks is not None) is bad and e.text), "")
