"""Marks texts that stand word for word, names and numbers aside, in another child's plan of the same run."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.findings import About
from send_outcomes.language.phrasebook import Phrasebook

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "least_words": {
        "type": "integer",
        "minimum": 1,
        "description": "words of a text that can't be alike by chance; a shorter one counts where more is shared with the same plan",
    },
    "fewest_words": {"type": "integer", "minimum": 1, "description": "a text with fewer words never counts"},
}
REQUIRED = ("least_words", "fewest_words")


class _Shared(NamedTuple):
    about: About
    other: str
    words: int


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    least, fewest = settings["least_words"], settings["fewest_words"]

    def check(case: PlanCase) -> Iterator[PlanMark]:
        shared = [one for one in _shared(case) if one.words >= fewest]
        with_plan = Counter(one.other for one in shared)
        for one in shared:
            if one.words >= least or with_plan[one.other] > 1:
                yield PlanMark(one.about, fields={"other": one.other})

    return check


def _shared(case: PlanCase) -> Iterator[_Shared]:
    """Yield the needs and outcomes that another plan has too. Provision may be worded alike for many children."""
    texts = [(About("need", need.id), need.text) for need in case.plan.needs]
    texts += [(About("outcome", outcome.id), outcome.text) for outcome in case.plan.outcomes]
    for about, text in texts:
        other = case.around.elsewhere(text, case.plan.child.known_as)
        if other is not None:
            yield _Shared(about, other, sum(word[:1].isalpha() for word in case.read(text).words))
