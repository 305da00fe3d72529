"""A table's header → which column holds what. Names come from the vocabulary; the caller's own names overrule it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from send_outcomes.documents import SettingsProblem, UnreadableInput
from send_outcomes.model import Horizon
from send_outcomes.readers.vocabulary import bare, key, vocabulary

_OUTCOMES = {"outcome": None, "outcome_long": Horizon.LONG, "outcome_medium": Horizon.MEDIUM, "outcome_short": Horizon.SHORT}
# Taken for outcomes only where nothing has a clearer name: “E1” with its number, then “Target” and the like.
_NUMBERED, _PERHAPS = "outcome_numbered", "outcome_perhaps"
# What a wide export repeats for each of its outcomes (outcome_1, by_when_1, outcome_2, by_when_2 …).
_REPEATED = frozenset(
    {
        *("outcome_id", "term", "by_when", "baseline", "theme", "area", "agencies", "aspiration", "who", "how_often"),
        *("need", "need_c", "need_d", "provision", "provision_g", "provision_h1", "provision_h2"),
    }
)
_WITH_NUMBER = re.compile(r"(\D+)(\d{1,2})(\D*)\Z")
# Names columns elsewhere than in a table's header: which sheet of a workbook is meant.
SHEET = "sheet"
_NAME_CHARACTERS = 40
_NAME_WORDS = 7
_MOST_NAMED = 30


class NoColumn(UnreadableInput):
    """A table in which no column holds outcomes."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns hold: `outcomes` by index, term and name; `fields` by meaning → index; `rest` by index and name.

    `width` counts all columns. `own` holds, by the index of an outcome's column, the fields that are about it alone.
    """

    outcomes: tuple[tuple[int, Horizon | None, str], ...]
    fields: Mapping[str, int]
    rest: tuple[tuple[int, str], ...]
    width: int
    own: Mapping[int, Mapping[str, int]] = field(default_factory=dict)

    @property
    def known(self) -> int:
        """How many columns have a meaning."""
        return len(self.outcomes) + len(self.fields) + sum(map(len, self.own.values()))


def layout_of(header: Sequence[str], named: Mapping[str, str]) -> Layout | None:
    """Return what the columns hold, or None where none holds outcomes. `named` overrules the vocabulary."""
    found = [_meaning(name, named) for name in header]
    meant = [what for what, _ in found]
    for less_clear in (_NUMBERED, _PERHAPS):
        if not any(what in _OUTCOMES for what in meant):
            meant = ["outcome" if what == less_clear else what for what in meant]
    if not any(what in _OUTCOMES for what in meant):
        return None
    outcomes = [(i, _OUTCOMES[what], header[i].strip()) for i, what in enumerate(meant) if what in _OUTCOMES]
    fields: dict[str, int] = {}
    own: dict[int, dict[str, int]] = {}
    rest: list[tuple[int, str]] = []
    for i, what in enumerate(meant):
        if what in _OUTCOMES:
            continue
        known = what is not None and what not in (_NUMBERED, _PERHAPS)
        owners = _owners(i, meant, [number for _, number in found]) if known and what in _REPEATED else []
        free = [owner for owner in owners if what not in own.get(owner, ())]
        if what is not None and free:
            for owner in free:
                own.setdefault(owner, {})[what] = i
        elif what is not None and known and what not in fields:
            fields[what] = i
        elif header[i].strip():
            rest.append((i, header[i].strip()))
    return Layout(tuple(outcomes), fields, tuple(rest), len(header), own)


def _meaning(name: str, named: Mapping[str, str]) -> tuple[str | None, int | None]:
    """Return what a column's name says it holds, and the number that it has: “By when 2” is by_when, 2."""
    known = vocabulary()
    for field_, own in named.items():
        if field_ != SHEET and name.strip() and bare(own) == bare(name):
            return field_, None
    if not name.strip() or key(name) in known.never_outcomes:
        return None, None
    parts = _WITH_NUMBER.match(bare(name))
    number: int | None = None
    what = known.columns.get(bare(name))
    if what is None and parts:
        before, number, after = parts[1], int(parts[2]), parts[3]
        what = known.columns.get(before + after)
        if what is None and after and known.columns.get(before) in (*_OUTCOMES, _NUMBERED):
            what = known.columns.get(after)
        if what is None and not after and before.endswith("outcome"):
            what = known.columns.get(before.removesuffix("outcome"))
    what = what or known.columns.get(key(name))
    if what == _NUMBERED and number is None:
        what = None
    if what in named or ("outcome" in named and (what in _OUTCOMES or what in (_NUMBERED, _PERHAPS))):
        what = None
    return what, number


def _owners(index: int, meant: Sequence[str | None], numbers: Sequence[int | None]) -> list[int]:
    """Return the columns of outcomes that the column `index` is about alone; none where it is about them all.

    Numbers go together; without them, a column that comes again belongs to the outcome before it.
    """
    outcomes = [i for i, what in enumerate(meant) if what in _OUTCOMES]
    if numbers[index] is not None:
        return [i for i in outcomes if numbers[i] == numbers[index]]
    before = [i for i in outcomes if i < index]
    return before[-1:] if len(outcomes) > 1 and meant.count(meant[index]) > 1 else []


def check_named(named: Mapping[str, str]) -> None:
    """Raise `SettingsProblem` where `named` speaks of something that columns do not hold."""
    fields = sorted({*vocabulary().columns.values(), SHEET} - {_NUMBERED, _PERHAPS})
    for what, name in named.items():
        if what not in fields:
            raise SettingsProblem(f"--column {what[:40]}=…: no column holds that; known: {', '.join(fields)}")
        if what in _OUTCOMES and key(name) in vocabulary().never_outcomes:
            raise SettingsProblem(f"--column {what}={name[:40]}: the SEN2 return's column of decisions")


def looks_like_names(cells: Sequence[str]) -> bool:
    """Tell whether a row reads like column names (short, no sentences), so that it may be shown in a message."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(
        len(cell) <= _NAME_CHARACTERS and len(cell.split()) <= _NAME_WORDS and not cell.endswith((".", "!", "?"))
        for cell in filled
    )


def no_outcomes(header: Sequence[str], named: Mapping[str, str], path: str, line: int) -> NoColumn:
    """Return the problem of a table without outcomes: which columns it has and how to name the right one."""
    names = [cell.strip() for cell in header if cell.strip()]
    seen = "its first row does not read like column names; put a row of names first"
    if looks_like_names(header):
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        seen = f"columns seen: {', '.join(names[:_MOST_NAMED])}{more}"
    if "outcome" in named:
        return NoColumn(f"no column is named “{named['outcome'][:40]}”; {seen}", path, line)
    if any(key(name) in vocabulary().never_outcomes for name in names):
        seen += "; those of the SEN2 return hold decisions, not outcomes"
    return NoColumn(f"no column of outcomes found; {seen}. Name it with --column outcome=NAME", path, line)
