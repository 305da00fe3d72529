"""Fingerprints of outcomes as a file of records of one size, in the order of `outcomes.csv`: hashes only, never a word.

A record is the form, the plan it stands in, and the sketch; a form of 0 is an outcome too short to have been copied.
"""

import struct
from collections.abc import Sequence
from hashlib import blake2b

from send_outcomes.child_name import ChildName
from send_outcomes.likeness import BANDS, ROWS, Fingerprint, fingerprints
from send_outcomes.memory import Memory
from send_outcomes.model import Plan, PlanKind

_RECORD = struct.Struct(f"<qq{BANDS * ROWS}H")
SIZE = _RECORD.size  # bytes
NONE = bytes(SIZE)
FIELDS = [("form", "<i8"), ("plan", "<i8"), ("sketch", "<u2", (BANDS * ROWS,))]  # the same, as numpy says it
_REMEMBERED = 20_000  # texts; a fingerprint takes some 500 bytes


class Press:
    """Makes the records of plans; a text that comes again is not looked at again."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._known: Memory[str, tuple[Fingerprint | None]] = Memory(_REMEMBERED)

    def pack(self, plans: Sequence[tuple[Plan, ChildName]]) -> bytes:
        """Return the records of all outcomes of some plans, each given with its child's name."""
        found: dict[tuple[str, str | None], Fingerprint | None] = {}
        wanted: list[tuple[str, str | None]] = []
        for plan, name in plans:
            for outcome in plan.outcomes:
                key = (outcome.text, plan.child.known_as if name.within(outcome.text) else None)
                wanted.append(key)
                if key not in found and key[1] is None and (known := self._known.get(outcome.text)):
                    found[key] = known[0]
        new = [key for key in dict.fromkeys(wanted) if key not in found]
        for key, made in zip(new, fingerprints(new), strict=True):
            found[key] = made
            if key[1] is None:
                self._known.keep(key[0], (made,))
        keys = iter(wanted)
        records: list[bytes] = []
        for plan, _ in plans:
            place = _place(plan)
            for _ in plan.outcomes:
                made = found[next(keys)]
                records.append(_RECORD.pack(made.form, place, *made.sketch) if made else NONE)
        return b"".join(records)


def _place(plan: Plan) -> int:
    """Return the plan as a number; a bare list is one, as it does not say where its plans begin."""
    where = plan.path if plan.kind is PlanKind.LIST else f"{plan.path}\0{plan.id}"
    return int.from_bytes(blake2b(where.encode("utf-8", "replace"), digest_size=8).digest(), "little", signed=True)
