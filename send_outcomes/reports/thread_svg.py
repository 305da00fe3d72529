"""The golden thread as one self-contained SVG: four columns, curves between what hangs together, gaps in red and in words.

`thread_svg` is pure, for anyone's page; `begin` is `thread --format svg`. A dashed curve says that likeness of words alone links.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.safe import shown
from send_outcomes.reports.thread_knots import HEADINGS, Knot, absences, knots_of
from send_outcomes.thread import Item, Kind, Thread

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

_MARGIN, _BOX, _GAP, _LINE, _PAD, _APART = 16, 240, 68, 17, 10, 14
_LETTERS = (_BOX - 2 * _PAD) // 7  # that fit on a line: a letter of this size is seven units wide at most on average
_MOST_LINES = 7
_TOP, _FOOT = 52, 40
WIDTH = 2 * _MARGIN + 4 * _BOX + 3 * _GAP
# For where no style sheet is; every pair of an ink and a ground has a contrast of 4.5 or more (WCAG AA). A page gives the
# same names its own colours: each part has the class `fill-NAME` or `stroke-NAME`, which goes before what stands here.
_COLOURS = {
    "ink": "#1b1b1b", "quiet": "#565656", "ground": "#ffffff", "gap": "#a3000f", "gap-ground": "#fdecec", "doubt": "#7a4700",
    "doubt-ground": "#fff5e0", "aspiration": "#7b3f9d", "need": "#0b6580", "outcome": "#2f4b8f", "provision": "#2d6a2d",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Box:
    """One item's box: its place, its lines of text, and the lines on what it lacks."""

    knot: Knot
    x: float
    y: float
    text: tuple[str, ...]
    lacks: tuple[tuple[str, bool], ...]

    @property
    def height(self) -> float:
        return 2 * _PAD + _LINE * (1 + len(self.text) + len(self.lacks))


def thread_svg(report: "PlanReport", name: str = "thread", headed: bool = False) -> str:
    """Return the picture of a whole plan's thread, "" for a list.

    `name` begins the ids in it: one of its own for each on a page. `headed` puts the plan's reference above the columns.
    """
    if report.thread is None:
        return ""
    knots = knots_of(report)
    columns = [[knot for knot in knots.values() if knot.item.kind is kind] for kind in Kind]
    top = _TOP + (_LINE + _APART if headed else 0)
    boxes = dict(_placed(columns, top))
    missing = absences(report)
    bottom = max((box.y + box.height for box in boxes.values()), default=top) + _APART
    height = bottom + _FOOT + _LINE * len(missing)
    title = f"Golden thread of plan {shown(report.plan.id)}"
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="100%" style="max-width:{WIDTH}px" role="img"'
        f' aria-labelledby="{escape(name)}-title {escape(name)}-desc" font-family="Arial, Helvetica, sans-serif" font-size="13">',
        f'<title id="{escape(name)}-title">{escape(title)}</title>',
        f'<desc id="{escape(name)}-desc">{escape(_description(knots.values(), report.thread, missing))}</desc>',
        f'<rect width="{WIDTH}" height="{height:g}" {_paint("ground")}/>',
        *([_text(_MARGIN, 28, title, "ink", 'font-size="18" font-weight="bold"')] if headed else ()),
        *_headings(columns, top - 22),
        *_curves(report.thread, boxes),
        *(part for box in boxes.values() for part in _drawn(box)),
        *_legend(bottom, missing),
        "</svg>",
    ))  # fmt: skip


def _placed(columns: Iterable[Sequence[Knot]], top: float) -> Iterator[tuple[Item, _Box]]:
    for number, column in enumerate(columns):
        x, y = _MARGIN + number * (_BOX + _GAP), float(top)
        for knot in column:
            lines = textwrap.wrap(shown(knot.text), _LETTERS)
            if len(lines) > _MOST_LINES:
                lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][: _LETTERS - 2]} …"]
            lacks = tuple((f"✗ {one.says}" if one.sure else f"? {one.says}, as words tell", one.sure) for one in knot.lacks)
            box = _Box(knot, x, y, tuple(lines), lacks)
            yield knot.item, box
            y += box.height + _APART


def _headings(columns: Sequence[Sequence[Knot]], y: float) -> Iterator[str]:
    for number, (kind, column) in enumerate(zip(Kind, columns, strict=True)):
        x = _MARGIN + number * (_BOX + _GAP)
        yield _text(x, y, f"{HEADINGS[kind]} ({len(column)})", kind.value, 'font-size="17" font-weight="bold"')


def _drawn(box: _Box) -> Iterator[str]:
    """Yield a box: its edge, a red or amber one where it lacks something, its id, its text, and in words what it lacks."""
    knot = box.knot
    lacking = bool(box.lacks)
    sure = any(sure for _, sure in box.lacks)
    edge = ("gap" if sure else "doubt") if lacking else knot.item.kind.value
    ground = ("gap-ground" if sure else "doubt-ground") if lacking else "ground"
    yield "<g>"
    yield f"<title>{escape(shown(f'{knot.item.id}: {knot.text}'))}</title>"
    yield (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{_BOX}" height="{box.height:g}" rx="6" {_paint(ground, edge)}'
        f' stroke-width="{2.5 if lacking else 1.5}"{" stroke-dasharray=" + chr(34) + "5 3" + chr(34) if lacking and not sure else ""}/>'
    )
    y = box.y + _PAD + 12
    section = f" · Section {knot.section}" if knot.section else ""
    yield _text(box.x + _PAD, y, f"{knot.item.id}{section}", knot.item.kind.value, 'font-weight="bold"')
    for line in box.text:
        y += _LINE
        yield _text(box.x + _PAD, y, line, "ink")
    for says, certain in box.lacks:
        y += _LINE
        yield _text(box.x + _PAD, y, says, "gap" if certain else "doubt", 'font-weight="bold"')
    yield "</g>"


def _curves(thread: Thread, boxes: dict[Item, _Box]) -> Iterator[str]:
    for upper, lower, dashed in _strands(thread):
        if upper not in boxes or lower not in boxes:
            continue
        one, other = boxes[upper], boxes[lower]
        x1, y1 = one.x + _BOX, one.y + one.height / 2
        x2, y2 = other.x, other.y + other.height / 2
        bend = (x2 - x1) / 2
        dash = ' stroke-dasharray="6 5"' if dashed else ""
        yield (
            f'<path d="M{x1:g} {y1:g} C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}" {_paint(None, upper.kind.value)} stroke-width="1.6"{dash}/>'
        )


def _strands(thread: Thread) -> Iterator[tuple[Item, Item, bool]]:
    """Yield what to draw a curve between, column to column: an aspiration to the needs behind its outcomes, and so on.

    A link that passes over a column is drawn only where nothing in that column stands between the two.
    """
    by_words = {(link.upper, link.lower): link.by == "words" for link in thread.links}
    needs: dict[Item, list[Item]] = {}
    outcomes: dict[Item, set[Item]] = {}
    for upper, lower in by_words:
        if (upper.kind, lower.kind) == (Kind.NEED, Kind.OUTCOME):
            needs.setdefault(lower, []).append(upper)
            outcomes.setdefault(upper, set()).add(lower)
    drawn: dict[tuple[Item, Item], bool] = {}
    for (upper, lower), words in by_words.items():
        if upper.kind is Kind.ASPIRATION and lower in needs:
            for need in needs[lower]:
                dashed = words or by_words[need, lower]
                drawn[upper, need] = drawn.get((upper, need), True) and dashed
        elif (upper.kind, lower.kind) != (Kind.NEED, Kind.PROVISION) or not any(
            (outcome, lower) in by_words for outcome in outcomes.get(upper, ())
        ):
            drawn[upper, lower] = words
    return ((upper, lower, dashed) for (upper, lower), dashed in drawn.items())


def _legend(y: float, missing: Iterable[str]) -> Iterator[str]:
    for line in missing:
        y += _LINE
        yield _text(_MARGIN, y, f"✗ {line}", "gap", 'font-weight="bold"')
    y += 22
    x = float(_MARGIN)
    for dash, says in (("", "the plan's own link"), (' stroke-dasharray="6 5"', "likeness of words only")):
        yield f'<path d="M{x:g} {y - 4:g} h34" {_paint(None, "ink")} stroke-width="1.6"{dash}/>'
        yield _text(x + 42, y, says, "quiet")
        x += 210
    for sign, ink, says in (
        ("✗", "gap", "a gap by the plan's own references"),
        ("?", "doubt", "perhaps a gap: no words alike"),
    ):
        yield _text(x, y, f"{sign} {says}", ink, 'font-weight="bold"')
        x += 280


def _description(knots: Iterable[Knot], thread: Thread, missing: Sequence[str]) -> str:
    counted = {kind: sum(1 for _ in thread.of(kind)) for kind in Kind}
    said = [f"{HEADINGS[kind].lower()}: {number}" for kind, number in counted.items()]
    lacks = [
        f"{knot.item.id} has {one.says}" + ("" if one.sure else ", as far as words tell")
        for knot in knots
        for one in knot.lacks
    ]
    gaps = "; ".join([*missing, *lacks]) or "none"
    return f"{', '.join(said)[:1].upper()}{', '.join(said)[1:]}. Links: {len(thread.links)}. Gaps: {shown(gaps)}."


def _paint(fill: str | None, stroke: str | None = None) -> str:
    """Return the attributes that colour a part, by the colours' names; what has no filling is a line."""
    names = " ".join(f"{what}-{name}" for what, name in (("fill", fill), ("stroke", stroke)) if name)
    filled = f'fill="{_COLOURS[fill] if fill else "none"}"'
    return f'class="{names}" {filled}' + (f' stroke="{_COLOURS[stroke]}"' if stroke else "")


def _text(x: float, y: float, words: str, ink: str, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" {_paint(ink)}{" " + more if more else ""}>{escape(shown(words))}</text>'


def begin(stream: TextIO, run: Run, options: Options) -> "ThreadSvg":
    """Begin; the picture is written when it is known how many plans it holds."""
    return ThreadSvg(stream, run, options)


class ThreadSvg:
    """One picture; of several plans one beneath the other."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Write on `stream`."""
        self._stream, self._run, self._options = stream, run, options
        self._drawn: list[str] = []

    def plan(self, report: "PlanReport") -> None:
        """Draw one plan; a list has no thread."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        if drawn := thread_svg(report, f"thread-{len(self._drawn) + 1}", headed=True):
            self._drawn.append(drawn)

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the picture."""
        whole = self._drawn[0] if len(self._drawn) == 1 else _beneath(self._drawn)
        self._stream.write((whole if self._options.unicode else whole.encode("ascii", "xmlcharrefreplace").decode()) + "\n")


def _beneath(pictures: Sequence[str]) -> str:
    parts, y = [], 0.0
    if not pictures:  # an empty picture would look like a fault
        parts, y = [_text(_MARGIN, _TOP / 2, "No whole plan was given, so there is no thread to draw.", "quiet")], _TOP
    for picture in pictures:
        height = float(picture.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()[1])
        parts.append(picture.replace('width="100%"', f'y="{y:g}" width="{WIDTH}" height="{height:g}"', 1))
        y += height + 2 * _MARGIN
    inner = "\n".join(parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y:g}" width="100%" style="max-width:{WIDTH}px">\n{inner}\n</svg>'
