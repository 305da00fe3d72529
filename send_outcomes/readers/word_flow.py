"""Paragraphs in reading order → portions, and these → records: headings open what stands below them. Knows no tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from send_outcomes.model import Horizon
from send_outcomes.readers.items import PARAGRAPH
from send_outcomes.readers.markers import identified
from send_outcomes.readers.word_headings import Opening, opening_of
from send_outcomes.readers.word_portions import Line, Portion, Record, Spot, lines_of
from send_outcomes.word import Paragraph

LOOSE = "loose"
# What is said of an outcome beside it: a part of its record, and no part of the plan of its own.
BESIDE = frozenset({"by_when", "who", "how_often", "baseline", "term", "agencies", "theme", "outcome_id", "ignore"})


@dataclass(slots=True)
class State:
    """What has been opened so far. `holds` is “loose” above all headings; `within` is what a column or label holds.

    `area_fresh` until something stands below the area of need; `area_above` where a section began right below it, so
    that the area holds for the sections that follow too. `home` is the part that the last heading opened,
    to which an area of need returns after labels such as “Strengths”. `serials` counts the paragraphs of each section.
    `named`: columns named by the user.
    """

    holds: str = LOOSE
    section: str | None = None
    term: Horizon | None = None
    area: str | None = None
    label: str = ""
    row: int | None = None
    level: int | None = None
    area_fresh: bool = False
    area_above: bool = False
    lettered: bool = False
    tabled: bool = False
    home: tuple[str, str | None] = (LOOSE, None)
    serials: dict[str | None, int] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)

    def spot(self) -> Spot:
        """Return where what is read now stands."""
        return Spot(self.section, self.label, self.row, self.area)

    def counted(self) -> int:
        """Count one more paragraph of the section and return its number."""
        self.area_fresh = False
        self.serials[self.section] = self.serials.get(self.section, 0) + 1
        return self.serials[self.section]

    def open(self, found: Opening) -> None:
        """Take in a heading."""
        meaning = found.meaning
        if found.area is not None and (meaning is None or meaning.holds == "group"):
            self.area, self.term = found.area, None
            if meaning is not None or self.area_above:
                self.holds, self.section, self.level = (LOOSE if not self.lettered else "other"), None, found.level
            elif not self.tabled:
                self.holds, self.section = self.home
            self.area_fresh, self.area_above = True, False
        elif meaning is None:
            # A heading that says nothing known ends a part only where it stands as high.
            if found.level is not None and self.level is not None and found.level <= self.level:
                self.holds, self.section, self.term, self.level = "other", None, None, found.level
        elif meaning.holds == "term":
            self.term = meaning.term
            if self.holds in (LOOSE, "other"):
                self.holds, self.section = "outcome", "E"
        else:
            if found.rest is None and meaning.section is not None:
                self.area_above = self.area_above or (self.area_fresh and self.area is not None)
                if not self.area_above and meaning.section != self.home[1] and (meaning.lettered or not self.tabled):
                    self.area = None
            self.area = found.area or self.area
            self.holds, self.term = meaning.holds, meaning.term
            self.level = found.level if found.level is not None else self.level
            if meaning.holds not in BESIDE:
                self.section = meaning.section
                if found.rest is None and meaning.holds != "other":
                    self.home = meaning.holds, meaning.section
        self.lettered = self.lettered or (meaning is not None and meaning.lettered)


def joined(portions: Sequence[Portion], linked: bool) -> Iterator[Record]:
    """Yield portions as records: a new one begins where what came before comes again, not at once."""
    here: list[Portion] = []
    for portion in portions:
        if any(one.holds == portion.holds for one in here) and here[-1].holds != portion.holds:
            yield Record(tuple(here), linked)
            here = []
        here.append(portion)
    if here:
        yield Record(tuple(here), linked)


def portions_of(paragraphs: Sequence[Paragraph], state: State) -> Iterator[Portion]:
    """Yield what paragraphs hold, heading by heading; opens headings in `state`."""
    held: list[Line] = []
    begun = replace(state)
    for line in lines_of(paragraphs):
        found = opening_of(line, inside=state.holds not in (LOOSE, "other"))
        if found is None and state.holds != "outcome" and _starts_outcome(line, state):
            found = opening_of(replace(line, text=line.text.cut(0, 7)), inside=True)
            found = None if found is None else replace(found, rest=line.text)
        if found is None:
            held.append(replace(line, serial=state.counted()))
            continue
        if held:
            yield _portion(held, begun)
            held = []
        state.open(found)
        begun = replace(state)
        if found.rest is not None:
            held.append(replace(line, text=found.rest, serial=state.counted()))
    if held:
        yield _portion(held, begun)


def _starts_outcome(line: Line, state: State) -> bool:
    """Tell “Outcome 2: I will …” below “Provision:”: it opens the outcomes again."""
    return (
        state.holds != LOOSE
        and line.indent == PARAGRAPH
        and line.text.text[:7].casefold() == "outcome"
        and identified(line.text)[0] is not None
    )


def _portion(lines: list[Line], state: State) -> Portion:
    return Portion(state.holds, tuple(lines), state.spot(), state.term)
