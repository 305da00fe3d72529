"""By what a finding is known again when lines have moved: its rule, plan, outcome and a hash of the words it is on.

No text can be read from a fingerprint; who has a text in hand can tell whether it is the one. Knows no file.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.child_name import ChildName
from send_outcomes.findings import Finding
from send_outcomes.model import PlanKind

if TYPE_CHECKING:
    from send_outcomes.model import Plan
    from send_outcomes.plan_report import PlanReport

_PLAINER = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"})
_PART = re.compile(r":\d+\Z")  # a long list comes in parts, named by the row that each begins with
_BYTES = 12


class Fingerprint(NamedTuple):
    """What a finding is known by. `outcome` is an id, "" for the plan as a whole; `text` is a hash in hexadecimal."""

    rule: str
    plan: str
    outcome: str
    text: str

    @property
    def key(self) -> str:
        """One word for it: the plan and the words, wherever in the plan they stand."""
        return _digest(self.plan, self.text)


def fingerprints(report: "PlanReport") -> Iterator[Fingerprint]:
    """Yield a fingerprint for each finding of a report, in the order of `all_findings`; two may be the same."""
    plan = plan_id(report.plan)
    texts = _texts(report.plan)
    for finding in report.findings:
        about = finding.about
        yield Fingerprint(finding.code, plan, about.id if about else "", _hash(finding, texts.get(about, "") if about else ""))
    for outcome in report.outcomes:
        for finding in outcome.findings:
            yield Fingerprint(finding.code, plan, outcome.outcome.id, _hash(finding, outcome.outcome.text))


def plan_id(plan: "Plan") -> str:
    """Return what a plan is called, without the child's name; a list by its file, whichever part of it this is."""
    id_ = _PART.sub("", plan.id) if plan.kind is PlanKind.LIST else plan.id
    return ChildName(plan.child.known_as).out_of(id_)


def is_unnamed(plan: str, path: str) -> bool:
    """Tell whether a plan has no reference of its own, and is called after its file."""
    return plan == PurePath(path.replace("\\", "/")).stem


def normalised(text: str) -> str:
    """Return a text as it counts here: case, white space, kinds of quotes and dashes make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_PLAINER).casefold().split())


def _texts(plan: "Plan") -> dict[tuple[str, str], str]:
    named = (("aspiration", plan.aspirations), ("need", plan.needs), ("outcome", plan.outcomes), ("provision", plan.provision))
    return {(kind, one.id): one.text for kind, items in named for one in items}


def _hash(finding: Finding, text: str) -> str:
    return _digest(finding.code, normalised(text), normalised(finding.match))


def _digest(*parts: str) -> str:
    said = "\x1f".join(parts)
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_BYTES, person=b"send-outcomes").hexdigest()
