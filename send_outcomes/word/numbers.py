"""Bullets and numbers of lists as Word would show them: counts along the document. Reads numbering.xml only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from send_outcomes.word.markup import child, children, number, switched, value

_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_COUNT = re.compile(r"%([1-9])")
_MOST_ROMAN, _MOST_LETTERS, _LONGEST = 3_999, 260, 60


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph's bullet or number: its level (from 0), Word's name of the format (“bullet”, “decimal”), the text shown."""

    level: int
    format: str
    text: str


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "decimal"
    shown: str = ""
    start: int = 1
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. `lists` maps a list's id to its scheme and its fresh starts."""

    lists: "Mapping[str, tuple[str, Mapping[int, int]]]"
    schemes: "Mapping[str, Mapping[int, _Level]]"
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, list_: str | None, level: int | None) -> Number | None:
        """Count one more paragraph of a list and return its number; None where there is no such list (id 0 is none)."""
        if list_ is None or list_ not in self.lists:
            return None
        at = min(max(level or 0, 0), _LEVELS - 1)
        scheme, starts = self.lists[list_]
        levels = self.schemes.get(scheme, {})
        here = levels.get(at, _Level())
        counts = self._counts.setdefault(scheme, {})
        if at in starts and (list_, at) not in self._begun:
            counts[at] = starts[at] - 1
        self._begun.add((list_, at))
        counts[at] = counts.get(at, here.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        if here.format in ("bullet", "none"):
            return Number(at, here.format, _bullet(here.shown) if here.format == "bullet" else here.shown)

        def shown(found: re.Match[str]) -> str:
            of = levels.get(int(found[1]) - 1, _Level())
            count = counts.get(int(found[1]) - 1, of.start)
            return counted(count, "decimal" if here.legal else of.format)

        return Number(at, here.format, _COUNT.sub(shown, here.shown))


def counted(count: int, format: str) -> str:
    """Return a count in one of Word's formats; those not known here are shown in figures."""
    lower = format[5:].lower() if format.startswith(("lower", "upper")) else ""
    text = str(count)
    if lower == "letter" and 0 < count <= _MOST_LETTERS:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif lower == "roman" and 0 < count <= _MOST_ROMAN:
        text = ""
        for size, sign in _ROMAN:
            text += sign * (count // size)
            count %= size
    elif format == "decimalZero":
        text = f"{count:02d}"
    return text.upper() if format.startswith("upper") else text


def numbering_of(root: "etree._Element | None") -> Numbering:
    """Return the lists in the root of numbering.xml; none where the part is missing."""
    schemes, links, styled = {}, {}, {}
    for element in children(root, "abstractNum"):
        id_ = value(element, "abstractNumId") or ""
        schemes[id_] = {at: _level(one) for one in children(element, "lvl") if 0 <= (at := number(one, "ilvl") or 0) < _LEVELS}
        if (style := value(child(element, "numStyleLink"))) is not None:
            links[id_] = style
        if (style := value(child(element, "styleLink"))) is not None:
            styled[style] = id_
    for id_, style in links.items():
        schemes[id_] = schemes.get(styled.get(style, ""), {})
    lists: dict[str, tuple[str, Mapping[int, int]]] = {}
    for element in children(root, "num"):
        id_ = value(element, "numId") or ""
        scheme = value(child(element, "abstractNumId")) or ""
        starts, own = {}, {}
        for override in children(element, "lvlOverride"):
            at, start = number(override, "ilvl") or 0, number(child(override, "startOverride"))
            if start is not None and 0 <= at < _LEVELS:
                starts[at] = start
            if (level := child(override, "lvl")) is not None and 0 <= at < _LEVELS:
                own[at] = _level(level)
        if own:
            # A list with levels of its own no longer shares its scheme.
            schemes[f"{scheme}/{id_}"] = {**schemes.get(scheme, {}), **own}
            scheme = f"{scheme}/{id_}"
        lists[id_] = (scheme, starts)
    lists.pop("0", None)
    return Numbering(lists, schemes)


def _level(element: "etree._Element") -> _Level:
    start = number(child(element, "start"))
    return _Level(
        value(child(element, "numFmt")) or "decimal",
        (value(child(element, "lvlText")) or "")[:_LONGEST],
        1 if start is None else start,
        bool(switched(child(element, "isLgl"))),
    )


def _bullet(shown: str) -> str:
    """Return a bullet as a sign that any font has: those of Wingdings and Symbol lie in Unicode's private area."""
    return "•" if not shown or any("\ue000" <= sign <= "\uf8ff" for sign in shown) or shown == "o" else shown
