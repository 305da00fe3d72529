"""Rows of figures → lines of a table, for the screen and for Markdown. Knows no case and no checker."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.accuracy.metrics import Figures, Mapped
from benchmarks.accuracy.tables import Faults, Group, SetTable

Row = Sequence[str]
Range = tuple[float, float]

LABELS_HEAD = ("label", "n", "present", "precision", "recall", "F1", "macro F1", "kappa")
MAPPING_HEAD = ("mapping", "n", "exact", "acceptable")


def label_rows(labels: Mapping[str, Figures]) -> Iterable[Row]:
    """Yield a row for each label, as LABELS_HEAD has it."""
    for label, f in labels.items():
        yield (
            label,
            str(f.n),
            str(f.present),
            *(f"{x:.3f}" for x in (f.precision, f.recall, f.f1, f.macro_f1)),
            f"{f.kappa:.2f}",
        )


def ranged_rows(labels: Mapping[str, Figures], ranges: Mapping[str, Range], readers: Mapping[str, float]) -> Iterable[Row]:
    """Yield the same rows with the range of macro F1 and the agreement of readers behind them."""
    for row in label_rows(labels):
        low, high = ranges[row[0]]
        *front, macro, kappa = row
        yield *front, f"{macro} ({low:.2f}–{high:.2f})", kappa, _known(readers.get(row[0]))


def read_rows(labels: Mapping[str, Figures], readers: Mapping[str, float]) -> Iterable[Row]:
    """Yield the rows of label_rows with the agreement of readers behind them."""
    for row in label_rows(labels):
        yield *row, _known(readers.get(row[0]))


def mapping_rows(mappings: Mapping[str, Mapped]) -> Iterable[Row]:
    """Yield a row for each mapping, as MAPPING_HEAD has it."""
    for name, m in mappings.items():
        yield name, str(m.n), f"{m.exact:.3f}", f"{m.fair:.3f}"


def set_rows(tables: Mapping[str, SetTable], labels: Iterable[str]) -> Iterable[Row]:
    """Yield for each label its macro F1 in each set."""
    for label in labels:
        yield label, *(f"{t.labels[label].macro_f1:.3f}" if label in t.labels else "–" for t in tables.values())


def by_set(tables: Mapping[str, SetTable], labels: Iterable[str], mappings: Iterable[str] = ()) -> Iterable[Row]:
    """Yield for each set the macro F1 of each label, and how often what it was first mapped to was acceptable."""
    labels, mappings = tuple(labels), tuple(mappings)
    for name, t in tables.items():
        yield (
            name,
            *(f"{t.labels[label].macro_f1:.3f}" if label in t.labels else "–" for label in labels),
            *(f"{t.mappings[one].fair:.3f}" if one in t.mappings else "–" for one in mappings),
        )


def group_rows(groups: Iterable[Group]) -> Iterable[Row]:
    """Yield a row for each group: name, cases, mean macro F1, weakest label."""
    for g in groups:
        yield g.name.replace("_", " ") + " *" * g.few, str(g.n), f"{g.mean:.3f}", f"{g.weakest} {g.weakest_f1:.2f}"


def fault_rows(faults: Mapping[str, Faults]) -> Iterable[Row]:
    """Yield for each set: good outcomes, false findings an outcome, those of N4 and N7, and which rules made the others."""
    for name, f in faults.items():
        others = ", ".join(f"{code} {n}" for code, n in f.by_rule.items() if not code.startswith(("N4", "N7")))
        yield name, str(f.outcomes), f"{f.each:.2f}", str(f.others), str(f.first_person), str(f.term), others or "–"


FAULTS_HEAD = ("set", "good outcomes", "false findings each", "in all", "N4", "N7", "by rule")


def on_screen(head: Row, rows: Iterable[Row]) -> str:
    """Return a table in columns, the first one to the left, the others to the right."""
    table = [head, *rows]
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if i else cell.ljust(width) for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    )


def in_markdown(head: Row, rows: Iterable[Row]) -> str:
    """Return a Markdown table, numbers to the right."""
    lines = [head, ["---", *("---:" for _ in head[1:])], *([cell.replace("*", r"\*") for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _known(figure: float | None) -> str:
    return f"{figure:.2f}" if figure is not None else "–"
