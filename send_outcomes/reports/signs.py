"""The signs and short words by which text reports show verdicts and severities: never by colour alone."""

from dataclasses import dataclass

from send_outcomes.findings import Feature, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs, for a screen that has them or for one that has only ASCII."""

    verdicts: dict[Verdict, str]
    severities: dict[Severity, str]
    arrow: str
    dot: str
    more: str
    bar: str


UNICODE = Signs(
    {Verdict.NOT_MET: "✗", Verdict.PARTLY: "◐", Verdict.CANNOT_TELL: "?", Verdict.MET: "✓"},
    {Severity.ERROR: "✗", Severity.WARNING: "◐", Severity.INFO: "i", Severity.OFF: "-"},
    "→",
    "·",
    "…",
    "━",
)
ASCII = Signs(
    {Verdict.NOT_MET: "x", Verdict.PARTLY: "~", Verdict.CANNOT_TELL: "?", Verdict.MET: "ok"},
    {Severity.ERROR: "x", Severity.WARNING: "~", Severity.INFO: "i", Severity.OFF: "-"},
    "->",
    "-",
    "...",
    "#",
)

VERDICT_WORDS = {
    Verdict.NOT_MET: "not met",
    Verdict.PARTLY: "partly",
    Verdict.CANNOT_TELL: "the plan does not say enough to tell",
    Verdict.MET: "met",
}
VERDICT_STYLES = {Verdict.NOT_MET: "bold red", Verdict.PARTLY: "yellow", Verdict.CANNOT_TELL: "dim", Verdict.MET: "green"}
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan", Severity.OFF: "dim"}

# Five cells each, so that twelve columns and the outcomes' ids fit in eighty.
HEADS = {
    Feature.AMBITIOUS: "ambit",
    Feature.PERSON_CENTRED: "centr",
    Feature.STAGE_AND_AGE: "stage",
    Feature.FIRST_PERSON: "first",
    Feature.CLEAR_LANGUAGE: "clear",
    Feature.SPECIFIC: "speci",
    Feature.MEASURABLE: "measu",
    Feature.ACHIEVABLE: "achie",
    Feature.REALISTIC: "reali",
    Feature.TIME_BOUND: "time",
    Feature.TERM: "term",
    Feature.NOT_PROVISION: "provi",
}
