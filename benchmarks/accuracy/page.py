"""Everything that was said → docs/accuracy.md. The prose stands in page.md and limits.md; knows no checker."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from benchmarks.accuracy import layout, metrics, tables
from benchmarks.accuracy.layout import in_markdown
from benchmarks.accuracy.run import LABELS, MAPPINGS, PROFILE, Said, pairs, recorded
from benchmarks.accuracy.sets import FOLDER, CaseSet
from send_outcomes import __version__
from send_outcomes.documents import load_one

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "accuracy.md"
IN_FULL = 4  # sets of which every figure is shown
NONE_UNSEEN = "Every set has been learnt from by now. The next one is to be written, and recorded, before the next rule."

Judged = Mapping[str, tuple[CaseSet, Sequence[Said]]]


def write(judged: Judged, on: dt.date, path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text(page(judged, on), encoding="utf-8", newline="\n")


def page(judged: Judged, on: dt.date) -> str:
    """Return the page in Markdown, as of the day `on`."""
    readers: Mapping[str, float] = load_one((FOLDER / "agreement.yaml").read_text(encoding="utf-8"), "agreement.yaml").value
    everything = list(chain.from_iterable(said for _, said in judged.values()))
    known = list(chain.from_iterable(said for one, said in judged.values() if one.standing == "learnt"))
    by_set = {name: tables.table(said) for name, (_, said) in judged.items()}
    learnt = {name: by_set[name] for name, (one, _) in judged.items() if one.standing == "learnt"}
    faults = {name: tables.false_findings(said) for name, (_, said) in judged.items()}
    sights = list(_sights(judged))
    parts = {
        "date": f"{on.day} {on:%B %Y}",
        "version": __version__,
        "profile": PROFILE,
        "cases": f"{len(everything):,}",
        "sets": str(len(judged)),
        "few": str(tables.FEW),
        "fewest": str(tables.FEWEST),
        "unseen": _side_by_side(sights),
        "in_full": _in_full(sights, readers),
        "by_set": in_markdown(("set", *LABELS), layout.by_set(learnt, LABELS)),
        "overall": in_markdown((*layout.LABELS_HEAD, "readers"), layout.read_rows(tables.table(known).labels, readers)),
        "mapping": _mapping(judged, by_set),
        "areas": in_markdown(("area of need", "n", "macro F1", "weakest"), layout.group_rows(_by_area(everything))),
        "kinds": in_markdown(("kind of source", "n", "macro F1", "weakest"), layout.group_rows(_by_kind(everything))),
        "false": in_markdown(layout.FAULTS_HEAD, layout.fault_rows(faults)),
        "limits": (HERE / "limits.md").read_text(encoding="utf-8").rstrip(),
    }
    text = (HERE / "page.md").read_text(encoding="utf-8")
    for name, part in parts.items():
        text = text.replace(f"{{{name}}}", part)
    return text


class Sight(NamedTuple):
    """What was said of a set from which no rule had been learnt by then, and a sentence on when that was."""

    name: str
    told: str
    said: Sequence[Said]
    unseen: bool = False  # until now


def _sights(judged: Judged) -> Iterator[Sight]:
    """Yield the sets that are unseen, and the others as they were when first seen; the newest first."""
    for name, (one, said) in reversed(judged.items()):
        if one.standing == "unseen":
            yield Sight(name, f"`{name}`: {len(said)} outcomes; no rule has been changed after looking at them.", said, True)
        elif one.first_sight is not None:
            kept = recorded(one, one.first_sight.path)  # the same cases, as they were judged then
            told = (
                f"`{name}`: {len(kept)} outcomes, judged by {one.first_sight.rules} before any of them had been looked at. The rules have "
                "been mended from them since, so this can't be measured again; what was said then is kept in "
                f"`benchmarks/accuracy/cases/{one.first_sight.path.name}`."
            )
            yield Sight(name, told, kept)


def _in_full(sights: Sequence[Sight], readers: Mapping[str, float]) -> str:
    """Return the figures of the newest sets and of those still unseen, label by label."""
    newest = [one for i, one in enumerate(sights) if i < IN_FULL or one.unseen]
    written = [_at_first_sight(one.told, one.said, readers) for one in newest]
    if not any(one.unseen for one in sights):
        written.append(NONE_UNSEEN)
    return "\n\n".join(written)


def _side_by_side(sights: Sequence[Sight]) -> str:
    """Return a row for each set: macro F1 of each label, how often a mapping was acceptable, false findings an outcome."""
    found = {f"{one.name} ({len(one.said)})": tables.table(one.said) for one in sights}
    faults = [tables.false_findings(one.said).each for one in sights]
    rows = [(*row, f"{each:.2f}") for row, each in zip(layout.by_set(found, LABELS, MAPPINGS), faults, strict=True)]
    return in_markdown(("set", *LABELS, *MAPPINGS, "false findings"), rows)


def _at_first_sight(told: str, said: Sequence[Said], readers: Mapping[str, float]) -> str:
    """Return a paragraph, the figures with their ranges, traps and other cases side by side, and the mapping."""
    traps = sum(each.case.trap for each in said)
    found = tables.table(said)
    ranges = {label: metrics.interval(pairs(said, label)) for label in found.labels}
    figures = in_markdown((*layout.LABELS_HEAD, "readers"), layout.ranged_rows(found.labels, ranges, readers))
    mapping = in_markdown(layout.MAPPING_HEAD, layout.mapping_rows(found.mappings)) if found.mappings else ""
    kinds = f"{traps} of them are traps, worded so as to mislead a checker." if traps else ""
    return (
        f"{fill(f'{told} {kinds}', 140, break_on_hyphens=False)}\n\n{figures}{_traps_apart(said, traps)}\n\n{mapping}".rstrip()
    )


def _traps_apart(said: Sequence[Said], traps: int) -> str:
    """Return macro F1 of the traps and of the other cases side by side, where there are both."""
    if not 0 < traps < len(said):
        return ""
    apart = {
        "other cases": tables.table([one for one in said if not one.case.trap]),
        "traps": tables.table([one for one in said if one.case.trap]),
    }
    return "\n\nMacro F1 of both kinds:\n\n" + in_markdown(("label", *apart), layout.set_rows(apart, LABELS))


def _mapping(judged: Judged, by_set: Mapping[str, tables.SetTable]) -> str:
    head = ("set", *(f"{name} {what}" for name in ("theme", "stockport", "shropshire") for what in ("exact", "acceptable")))
    rows = []
    for name, table in by_set.items():
        figures = [f"{x:.3f}" for m in table.mappings.values() for x in (m.exact, m.fair)]
        rows.append((name + (" (unseen)" if judged[name][0].standing == "unseen" else ""), *figures))
    return in_markdown(head, rows)


def _by_area(said: Sequence[Said]) -> list[tables.Group]:
    return tables.groups(said, lambda one: one.case.area)


def _by_kind(said: Sequence[Said]) -> list[tables.Group]:
    return tables.groups(said, lambda one: one.case.kind)
