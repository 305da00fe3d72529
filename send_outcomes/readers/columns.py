"""A table's header → which column holds what. Names come from the vocabulary; the caller's own names overrule it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from send_outcomes.documents import SettingsProblem, UnreadableInput
from send_outcomes.model import Horizon
from send_outcomes.readers.vocabulary import bare, key, vocabulary

_OUTCOMES = {"outcome": None, "outcome_long": Horizon.LONG, "outcome_medium": Horizon.MEDIUM, "outcome_short": Horizon.SHORT}
_PERHAPS = "outcome_perhaps"
_NAME_CHARACTERS = 40
_NAME_WORDS = 7
_MOST_NAMED = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns hold: `outcomes` by index, term and name; `fields` by meaning → index; `rest` by index and name.

    `width` counts all columns.
    """

    outcomes: tuple[tuple[int, Horizon | None, str], ...]
    fields: Mapping[str, int]
    rest: tuple[tuple[int, str], ...]
    width: int

    @property
    def known(self) -> int:
        """How many columns have a meaning."""
        return len(self.outcomes) + len(self.fields)


def layout_of(header: Sequence[str], named: Mapping[str, str]) -> Layout | None:
    """Return what the columns hold, or None where none holds outcomes. `named` overrules the vocabulary."""
    known = vocabulary()
    own = {bare(name): field for field, name in named.items()}
    meant: list[str | None] = []
    for name in header:
        field = own.get(bare(name)) if name.strip() else None
        if field is None and key(name) not in known.never_outcomes:
            field = known.columns.get(bare(name)) or known.columns.get(key(name))
            if field in named or ("outcome" in named and (field in _OUTCOMES or field == _PERHAPS)):
                field = None
        meant.append(field)
    if not any(field in _OUTCOMES for field in meant):
        meant = ["outcome" if field == _PERHAPS else field for field in meant]
    if not any(field in _OUTCOMES for field in meant):
        return None
    outcomes, fields, rest = [], {}, []
    for i, field in enumerate(meant):
        if field in _OUTCOMES:
            outcomes.append((i, _OUTCOMES[field], header[i].strip()))
        elif field is not None and field != _PERHAPS and field not in fields:
            fields[field] = i
        elif header[i].strip():
            rest.append((i, header[i].strip()))
    return Layout(tuple(outcomes), fields, tuple(rest), len(header))


def check_named(named: Mapping[str, str]) -> None:
    """Raise `SettingsProblem` where `named` speaks of something that columns do not hold."""
    fields = sorted({*vocabulary().columns.values()} - {_PERHAPS})
    for field, name in named.items():
        if field not in fields:
            raise SettingsProblem(f"--column {field[:40]}=…: no column holds that; known: {', '.join(fields)}")
        if field in _OUTCOMES and key(name) in vocabulary().never_outcomes:
            raise SettingsProblem(f"--column {field}={name[:40]}: the SEN2 return's column of decisions")


def looks_like_names(cells: Sequence[str]) -> bool:
    """Tell whether a row reads like column names (short, no sentences), so that it may be shown in a message."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(
        len(cell) <= _NAME_CHARACTERS and len(cell.split()) <= _NAME_WORDS and not cell.endswith((".", "!", "?"))
        for cell in filled
    )


def no_outcomes(header: Sequence[str], named: Mapping[str, str], path: str, line: int) -> UnreadableInput:
    """Return the problem of a table without outcomes: which columns it has and how to name the right one."""
    names = [cell.strip() for cell in header if cell.strip()]
    seen = "its first row does not read like column names; put a row of names first"
    if looks_like_names(header):
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        seen = f"columns seen: {', '.join(names[:_MOST_NAMED])}{more}"
    if "outcome" in named:
        return UnreadableInput(f"no column is named “{named['outcome'][:40]}”; {seen}", path, line)
    if any(key(name) in vocabulary().never_outcomes for name in names):
        seen += "; those of the SEN2 return hold decisions, not outcomes"
    return UnreadableInput(f"no column of outcomes found; {seen}. Name it with --column outcome=NAME", path, line)
