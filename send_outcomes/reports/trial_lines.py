"""Shows how rules did on their examples, as `rules test` prints it."""

from collections.abc import Iterable

from send_outcomes.findings import Verdict
from send_outcomes.reports.page import Page
from send_outcomes.reports.signs import VERDICT_STYLES
from send_outcomes.trial import Trial


def trial_lines(page: Page, path: str, trials: Iterable[Trial]) -> tuple[int, int, int]:
    """Write a line for each rule of a pack, with what failed beneath; return how many rules, examples and failures."""
    rules = examples = failures = 0
    page.line((path, "bold"))
    for trial in trials:
        verdict = Verdict.NOT_MET if trial.failures else Verdict.MET
        sign = (page.signs.verdicts[verdict], VERDICT_STYLES[verdict])
        page.line("  ", sign, f" {trial.rule.code} {trial.rule.name}", (f"  {trial.good} good, {trial.bad} bad", "dim"))
        for failure in trial.failures:
            page.paragraph(f"{path}:{failure.line}: {failure.message}", "", 6)
        rules, examples, failures = rules + 1, examples + trial.good + trial.bad, failures + len(trial.failures)
    return rules, examples, failures
