"""Which plan of a run has said a text before, names and numbers aside. Keeps hashes and the plans' ids, not texts, and not too many."""

import re
from collections.abc import Callable
from typing import NamedTuple

from send_outcomes.likeness import normal_form
from send_outcomes.model import Plan, PlanKind

_MOST = 100_000  # texts remembered; the oldest are forgotten first
_REFERENCE = re.compile(
    r"\A\W*(?:(?:need|outcome)\s*)?[NO]?\d+(?:\.\d+)*\s*[.:)–-]\s*|\s*\((?:needs?|outcomes?|aspirations?)\s[^)]*\)\W*\Z",
    re.IGNORECASE,
)


class _Whose(NamedTuple):
    """A plan's id, and a hash of the child's name and birth date, 0 where they are not given."""

    id: str
    person: int

    def is_other(self, other: "_Whose") -> bool:
        return self.id != other.id and not (self.person and self.person == other.person)


class Register:
    """Needs and outcomes of the plans seen so far. Lists are not entered: a library of templates is there to be copied."""

    def __init__(self, most: int = _MOST) -> None:
        """Remember up to `most` texts."""
        self._most = most
        self._plans: dict[int, tuple[_Whose, ...]] = {}

    def enter(self, plan: Plan) -> Callable[[str, str | None], str | None]:
        """Enter a plan's texts. Returns what tells, for a text of it (and the child's name), which other plan has it."""
        child = plan.child
        whose = _Whose(plan.id, hash((child.known_as, child.born)) if child.known_as and child.born else 0)
        if plan.kind is PlanKind.LIST:
            return lambda text, name: None
        texts = [*(need.text for need in plan.needs), *(outcome.text for outcome in plan.outcomes)]
        forms = {text: _form(text, child.known_as) for text in texts}
        for form in forms.values():
            before = self._plans.pop(form, ())
            if not before or all(one.is_other(whose) for one in before[-1:]):
                before = (*before[:1], whose)  # two plans are enough to find one that is another
            self._plans[form] = before
        while len(self._plans) > self._most:
            del self._plans[next(iter(self._plans))]

        def elsewhere(text: str, name: str | None) -> str | None:
            form = forms.get(text)
            known = self._plans.get(_form(text, name) if form is None else form, ())
            return next((one.id for one in known if one.is_other(whose)), None)

        return elsewhere


def _form(text: str, known_as: str | None) -> int:
    """Return a hash of what a text says, without the number at its head and the reference at its end."""
    return hash(" ".join(normal_form(_REFERENCE.sub("", text), known_as)))
