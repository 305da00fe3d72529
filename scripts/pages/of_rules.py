"""A page for each rule of the shipped packs, and the page that lists them by key feature."""

from collections.abc import Mapping, Sequence

import yaml
from markdown import anchor, marked, page, plain, table, toctree

from send_outcomes.checks import Surroundings
from send_outcomes.engine import Engine
from send_outcomes.findings import Feature, Severity
from send_outcomes.reports.examples_marked import ExamplePlan, example_plan, spans_of, worded
from send_outcomes.reports.rule_pages import feature_name, looks_at, plainly
from send_outcomes.rulebook import (
    Example,
    Profile,
    Rule,
    Rulebook,
    assemble,
    load_pack,
    load_profile,
    shipped_packs,
    shipped_profiles,
)
from send_outcomes.rulebook.packs import documents_cited
from send_outcomes.trial import TRIAL_DAY, plan_of, whole_plan_of

Severities = Mapping[str, Mapping[str, str]]  # profile → code → severity

MOVES = {
    Severity.ERROR: "makes the key feature *not met*",
    Severity.WARNING: "makes the key feature *partly* met",
    Severity.INFO: "a remark that moves no verdict",
    Severity.OFF: "switched off unless a profile wants it",
}
INDEX = """\
# Rules

Every rule is a few lines of YAML with its reason, its source and examples, and the examples are its tests. The letter and number
are the source's: `N4` is Nottingham's fourth key feature, and `--select N4` runs all rules of it. `send-outcomes explain N611` shows the
same as the page here, without a browser.

**error** makes the outcome's key feature *not met*, **warning** *partly* met, **info** is a remark that moves no verdict. Profiles that
weigh a rule differently are named beside it.
"""


def rule_pages() -> dict[str, str]:
    """Return path below docs/ → text."""
    rules = sorted(
        (rule for path in shipped_packs().values() for rule in load_pack(path, valid=True).rules), key=lambda r: r.code
    )
    severities = {
        name: {rule.code: rule.severity.value for rule in assemble(load_profile(name)).rules} for name in shipped_profiles()
    }
    engine = Engine(Rulebook(Profile("all", "", tuple(shipped_packs()), ()), tuple(rules)), (), TRIAL_DAY)
    pages = {f"rules/{rule.code}.md": _page(rule, severities, engine) for rule in rules}
    return {"rules/index.md": _index(rules, severities), **pages}


def _index(rules: Sequence[Rule], severities: Severities) -> str:
    order = [feature.value for feature in Feature]
    features = sorted({rule.feature for rule in rules}, key=lambda f: (order.index(f) if f in order else len(order), f))
    parts = []
    for feature in features:
        rows = [
            [
                f"[{rule.code} {rule.name}]({rule.code}.md)",
                plain(plainly(rule)),
                "; ".join(filter(None, [f"**{rule.severity.value}**", _differs(rule, severities)])),
            ]
            for rule in rules
            if rule.feature == feature
        ]
        parts += [f"## {feature_name(feature).capitalize()}", table(["rule", "what it says", "severity"], rows)]
    return page(INDEX, *parts, toctree(rule.code for rule in rules))


def _differs(rule: Rule, severities: Severities) -> str:
    """Name the profiles that give a rule another severity than its pack, or leave it out."""
    said = {name: codes.get(rule.code, "left out") for name, codes in severities.items()}
    if set(said.values()) == {"left out"}:
        return "no profile asks for it"
    return "; ".join(f"{name}: {severity}" for name, severity in said.items() if severity != rule.severity.value)


def _page(rule: Rule, severities: Severities, engine: Engine) -> str:
    feature = feature_name(rule.feature)
    about = table(
        ["key feature", "severity", "confidence", "looks at"],
        [[f"[{feature}](index.md#{anchor(feature)})", _severity(rule), rule.confidence.value, looks_at(rule)]],
    )
    differs = _differs(rule, severities)
    return page(
        f"# {rule.code} {rule.name}",
        f"> {plain(_said(rule, engine))}",
        about,
        f"**Why.** {plain(rule.why)}",
        f"**Source.** {_source(rule)}",
        f"**Needs.** {', '.join(plain(need) for need in rule.needs)}: without it nobody can tell, and the rule keeps silent."
        if rule.needs
        else "",
        f"**Offers.** {plain(rule.fix)}" if rule.fix else "",
        f"**Profiles.** {differs}." if differs else "",
        "## Good",
        *_examples([example for example in rule.examples if example.marks is None]),
        "## Marked",
        *_examples([example for example in rule.examples if example.marks is not None]),
        "## The check",
        f"Its kind is [{rule.check}](../own/check-kinds.md#{anchor(rule.check)}), the pack `rules/{rule.pack}.yaml`.",
        _settings(rule),
        "## Where it is wrong",
        f"Set the finding aside with a reason: `{{rule: {rule.code}, because: …}}` under the item's `ignore:` in a plan file, or a Word comment "
        f"“ignore {rule.code}: …”. It stays in the report and counts no more. `--ignore {rule.code}` leaves the rule out altogether.",
    )


def _said(rule: Rule, engine: Engine) -> str:
    """Return what the rule says of its first bad example, as lint would; what it says in general where it has none."""
    for example in rule.examples:
        if example.marks is not None:
            plan, around = (plan_of(example), Surroundings()) if example.plan is None else whole_plan_of(example)
            return next((f.message for f in engine.check(plan, around).all_findings() if f.code == rule.code), plainly(rule))
    return plainly(rule)


def _severity(rule: Rule) -> str:
    """Say how much a finding weighs; only the key features of outcomes have a verdict that it could move."""
    moves = f": {MOVES[rule.severity]}" if rule.feature in [feature.value for feature in Feature] else ""
    return f"**{rule.severity.value}**{moves}"


def _source(rule: Rule) -> str:
    cited = documents_cited().get(rule.source.document, {})
    title = ", ".join(
        part for part in (f"*{plain(cited.get('title', rule.source.document))}*", cited.get("edition"), cited.get("by")) if part
    )
    link = f" <{cited['url']}>" if "url" in cited else ""
    return f"{title}: “{plain(rule.source.passage)}”{link}"


def _settings(rule: Rule) -> str:
    if not rule.settings:
        return ""
    said = "".join(
        yaml.safe_dump(
            {key: value}, allow_unicode=True, sort_keys=False, width=110, default_flow_style=None if nested else False
        )
        for key, value in rule.settings.items()
        for nested in [isinstance(value, (list, dict))]
    )
    return f"```yaml\n{said}```"


def _examples(examples: Sequence[Example]) -> list[str]:
    """Return the examples' Markdown: those of one text as one list, then each whole plan as a table."""
    texts = "".join(f"- {_text(example)}\n" for example in examples if example.plan is None)
    plans = [_plan(example_plan(example), "A plan") for example in examples if example.plan is not None]
    return [texts, *plans]


def _text(example: Example) -> str:
    asides = ["something is missing"] if example.marks is not None and not any(example.marks) else []
    asides += [f"the plan says: {plain(worded(example.given))}"] if example.given else []
    said = marked(example.text, spans_of(example.text, example.marks or ()))
    return f"{said} *({'; '.join(asides)})*" if asides else said


def _plan(plan: ExamplePlan, title: str) -> str:
    said = f", {_listed(plan.details)}" if plan.details else ""
    whole = ", <mark>marked as a whole</mark>" if plan.marked else ""
    says_more = any(item.details for item in plan.items)
    heads = ["", "text", *(["also said"] if says_more else [])]
    rows = [
        [
            f"<mark>{plain(item.id)}</mark>" if item.marked else plain(item.id),
            marked(item.text, item.spans),
            *([_listed(item.details)] if says_more else []),
        ]
        for item in plan.items
    ]
    previous = [_plan(plan.previous, "Its last edition")] if plan.previous else []
    elsewhere = [f"{plain(other)}, another plan, says: {plain(text)}\n" for text, other in plan.elsewhere.items()]
    return "\n".join([f"{title}{said}{whole}:\n", table(heads, rows), *previous, *elsewhere])


def _listed(details: Mapping[str, str]) -> str:
    return "; ".join(f"{plain(name)}: {plain(said)}" for name, said in details.items())
