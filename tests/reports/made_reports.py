"""Reports made by hand, so that the tests of formats need no analysis."""

from send_outcomes.findings import Confidence, Feature, Finding, Fix, Severity
from send_outcomes.mapping import Evidence, Served
from send_outcomes.model import Child, Ignore, Outcome, Place, Plan, PlanKind
from send_outcomes.plan_report import OutcomeReport, PlanReport, Summary
from send_outcomes.remarks import verdict_of
from send_outcomes.reports import Run
from send_outcomes.rulebook import Rule, Source

SEVERITIES = {"e": Severity.ERROR, "w": Severity.WARNING, "i": Severity.INFO}


def finding(text, words, code, name, feature, message, severity="e", **more):
    """One finding on `words` of `text`; None for a gap."""
    start = text.index(words) if words else 0
    end = start + len(words or "")
    ignored, fix = more.get("ignored"), more.get("fix")
    return Finding(
        code, name, feature, SEVERITIES[severity], Confidence.HIGH, message, "Because.", start, end, text[start:end],
        Fix("suggested", fix) if fix else None, Ignore(code, ignored) if ignored else None,
    )  # fmt: skip


def outcome(text, *findings, id="O1", path="draft.docx", label="", mapping=None, unsure=()):
    verdicts = {f: verdict_of([x for x in findings if x.feature == f.value], judged=f.value not in unsure) for f in Feature}
    place = Place(path, label, line=12, column=3)
    return OutcomeReport(Outcome(id, text, place), None, None, tuple(findings), verdicts, mapping or {})


def plan(*outcomes, id="L-2041", path="draft.docx", known_as=None, findings=(), kind=PlanKind.PLAN):
    made = Plan(id, path, tuple(o.outcome for o in outcomes), kind, Child(known_as=known_as))
    return PlanReport(made, tuple(outcomes), tuple(findings))


def served(text, id, label, *words):
    evidence = tuple(Evidence(text.index(w), text.index(w) + len(w), w) for w in words)
    return Served(id, label, 0.5, evidence)


def summary(*reports):
    made = Summary()
    for report in reports:
        made.add(report)
    return made


def rule(code, name, feature, message, severity="e"):
    return Rule(
        code, name, feature, SEVERITIES[severity], Confidence.HIGH, "presence", {}, message, "Because.",
        Source("nottingham", "4. Written in the first person"),
    )  # fmt: skip


SALT = "“SALT”: speech and language therapy"
FAMILY = "My Family, My Friends, My Community"
LAURA = "Laura will improve her communication skills with support from SALT."


def laura(path="draft.docx", **changes):
    """The sample of the design: one outcome with five findings."""
    report = outcome(
        LAURA,
        finding(LAURA, "Laura", "N401", "first-person", "first_person", "written about Laura, not by her: “I will …”"),
        finding(LAURA, "improve", "N611", "vague-verb", "specific", "“improve” can't be seen; say what I will do"),
        finding(LAURA, "SALT", "N501", "acronym", "clear_language", SALT, "w", fix="therapy"),
        finding(LAURA, None, "N651", "no-deadline", "time_bound", "say by when: “By [date or stage], I will …”"),
        finding(LAURA, "support", "N801", "provision", "not_provision", "…", "w", ignored="agreed at the meeting"),
        id="O2",
        path=path,
        label="Section E, table 3, row 2",
        mapping={"nottingham": (served(LAURA, "my-family", FAMILY, "communication", "skills"),)},
        unsure=("achievable",),
    )
    return plan(report, path=path, known_as="Laura", **changes)


RUN = Run(
    "nottingham",
    {
        r.code: r
        for r in (
            rule("N401", "first-person", "first_person", "{what}: “I will …”"),
            rule("N611", "vague-verb", "specific", "“{match}” can't be seen; say what I will do"),
            rule("N651", "no-deadline", "time_bound", "Say by when. “By [date or stage], {opening}”"),
        )
    },
)
