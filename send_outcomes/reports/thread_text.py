"""`thread --format text`: the golden thread as a tree, from aspirations to provision, with a sign wherever it breaks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.layout import fitted, lines
from send_outcomes.reports.page import Page
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.thread_knots import Knot, absences, knots_of, likeness_of
from send_outcomes.thread import Item, Kind, Thread

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

_STYLES = {Kind.ASPIRATION: "bold magenta", Kind.NEED: "bold cyan", Kind.OUTCOME: "bold", Kind.PROVISION: "bold green"}
_UNICODE = {"branch": "├─ ", "last": "└─ ", "down": "│  ", "space": "   ", "alike": "≈", "gap": "✗", "unsure": "?"}
_ASCII = {"branch": "|- ", "last": "`- ", "down": "|  ", "space": "   ", "alike": "~", "gap": "x", "unsure": "?"}
_LOOSE = "Under no aspiration"


def begin(stream: TextIO, run: Run, options: Options) -> "ThreadText":
    """Begin; nothing is written before the first plan."""
    return ThreadText(Page(stream, options), run, options)


@dataclass(slots=True)
class _Node:
    """An item in the tree; `again` where it stands further up with all that hangs on it. None is a heading's place."""

    item: Item
    again: bool = False
    below: "list[_Node]" = field(default_factory=list)


class ThreadText:
    """Trees, a plan at a time."""

    def __init__(self, page: Page, run: Run, options: Options) -> None:
        """Write on `page`."""
        self._page, self._run, self._options = page, run, options
        self._signs = _UNICODE if options.unicode else _ASCII
        self._plans = 0

    def plan(self, report: "PlanReport") -> None:
        """Write one plan's thread."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        page = self._page
        if self._plans:
            page.line()
        self._plans += 1
        page.paragraph(f" {page.signs.dot} ".join(dict.fromkeys(p for p in (report.plan.path, report.plan.id) if p)), "bold")
        if report.thread is None:
            page.paragraph("a list of outcomes, not a whole plan: it has no thread", "dim", 2)
            return
        knots = knots_of(report)
        roots, loose = _tree(report.thread)
        for node in roots:
            page.line()
            self._write(node, knots, report.thread, "", "")
        if loose:
            page.line()
            if roots or any(True for _ in report.thread.of(Kind.ASPIRATION)):
                page.line((_LOOSE, "bold"))
            for number, node in enumerate(loose, 1):
                ends = number == len(loose)
                self._write(
                    node,
                    knots,
                    report.thread,
                    self._signs["last" if ends else "branch"],
                    self._signs["space" if ends else "down"],
                )
        page.line()
        for absence in absences(report):
            page.paragraph(f"{self._signs['gap']} {absence}", "bold red")
        self._sums(list(knots.values()), report.thread)

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Say what could not be read."""
        for error in errors:
            self._page.paragraph(f"- could not be read: {error}", "bold")

    def _write(self, node: _Node, knots: dict[Item, Knot], thread: Thread, before: str, under: str) -> None:
        """Write a node on one line, then what it is alike to and what it lacks, then what hangs on it."""
        page, knot = self._page, knots[node.item]
        section = f" ({knot.section})" if knot.section else ""
        head = f"{before}{page.shown(node.item.id)}{section} "
        room = max(12, page.width - len(head))
        text = "(see above)" if node.again else page.shown(knot.text)
        page.line(
            before,
            (page.shown(node.item.id), _STYLES[node.item.kind]),
            section + " ",
            (fitted(text, room, page.shown(page.signs.more)).rstrip(), "dim" if node.again else ""),
        )
        if node.again:
            return
        stem = under + (self._signs["down"] if node.below else self._signs["space"])
        if said := likeness_of((link for link in thread.links_of(node.item) if link.lower == node.item), node.item):
            for line in lines(page.shown(f"{self._signs['alike']} {'; '.join(said)}"), max(20, page.width - len(stem))):
                page.line(stem, (line, "dim"))
        for lack in knot.lacks:
            sign, more = (self._signs["gap"], "") if lack.sure else (self._signs["unsure"], ", as far as words tell")
            page.line(stem, (f"{sign} {lack.says}{more}", "bold red" if lack.sure else "yellow"))
        for number, below in enumerate(node.below, 1):
            ends = number == len(node.below)
            self._write(
                below,
                knots,
                thread,
                under + self._signs["last" if ends else "branch"],
                under + self._signs["space" if ends else "down"],
            )

    def _sums(self, knots: Sequence[Knot], thread: Thread) -> None:
        """Write what the signs mean, as far as they were used, and how many gaps there are."""
        page = self._page
        lacks = [lack for knot in knots for lack in knot.lacks]
        sure = sum(lack.sure for lack in lacks)
        if any(link.by == "words" for link in thread.links):
            page.paragraph(
                f"{self._signs['alike']} linked by likeness of words alone; every other link is the plan's own", "dim"
            )
        if not lacks:
            page.paragraph("The thread holds: nothing in it hangs loose.", "green")
            return
        these = [so_many(sure, "gap")] if sure else []
        these += [f"{len(lacks) - sure} that only words tell"] if len(lacks) > sure else []
        page.paragraph(f"{' and '.join(these)}. “send-outcomes lint” says how to mend them.", "bold")


def _tree(thread: Thread) -> tuple[list[_Node], list[_Node]]:
    """Return the trees under each aspiration, and those of what hangs on none, down from needs, outcomes or provision."""
    below = _Below(thread)
    roots = [below.aspiration(item) for item in thread.of(Kind.ASPIRATION)]
    loose = [below.need(item, None) for item in thread.of(Kind.NEED) if below.is_left(item)]
    loose += [below.outcome(item) for item in thread.of(Kind.OUTCOME) if below.is_left(item)]
    loose += [_Node(item) for item in thread.of(Kind.PROVISION) if below.is_left(item)]
    return roots, loose


class _Below:
    """What hangs on what, and what has been shown already: each item stands in full once."""

    def __init__(self, thread: Thread) -> None:
        self._under: dict[Item, list[Item]] = {}
        self._over: dict[Item, list[Item]] = {}
        for link in thread.links:
            self._under.setdefault(link.upper, []).append(link.lower)
            self._over.setdefault(link.lower, []).append(link.upper)
        self._shown: set[Item] = set()

    def is_left(self, item: Item) -> bool:
        """Tell whether an item has no place in the tree yet; a need has, if nothing is left that hangs on it."""
        left = [one for one in self._under.get(item, ()) if one not in self._shown]
        return item not in self._shown or (item.kind is Kind.NEED and any(one.kind is Kind.OUTCOME for one in left))

    def aspiration(self, item: Item) -> _Node:
        self._shown.add(item)
        outcomes = self._of(item, Kind.OUTCOME)
        needs = dict.fromkeys(need for outcome in outcomes for need in self._over.get(outcome, ()) if need.kind is Kind.NEED)
        node = _Node(item, below=[self.need(need, outcomes) for need in needs])
        bare = (one for one in outcomes if not any(over.kind is Kind.NEED for over in self._over.get(one, ())))
        node.below += [self.outcome(one) for one in bare]
        return node

    def need(self, item: Item, among: Sequence[Item] | None) -> _Node:
        """Return a need with its outcomes (`among` those of one aspiration; None for those shown nowhere yet)."""
        first = item not in self._shown
        self._shown.add(item)
        outcomes = [
            one for one in self._of(item, Kind.OUTCOME) if (one in among if among is not None else one not in self._shown)
        ]
        node = _Node(item, below=[self.outcome(one) for one in outcomes])
        served = {one for outcome in self._of(item, Kind.OUTCOME) for one in self._under.get(outcome, ())}
        if first:
            node.below += [self._provision(one) for one in self._of(item, Kind.PROVISION) if one not in served]
        return node

    def outcome(self, item: Item) -> _Node:
        if item in self._shown:
            return _Node(item, again=True)
        self._shown.add(item)
        return _Node(item, below=[self._provision(one) for one in self._of(item, Kind.PROVISION)])

    def _provision(self, item: Item) -> _Node:
        again = item in self._shown
        self._shown.add(item)
        return _Node(item, again)

    def _of(self, item: Item, kind: Kind) -> list[Item]:
        return [one for one in self._under.get(item, ()) if one.kind is kind]
