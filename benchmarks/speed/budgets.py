"""What may cost how much: each a ratio of two times of the same run, so that it holds on any machine. Measures nothing itself."""

from typing import NamedTuple


class Budget(NamedTuple):
    """A ratio and how it is bounded: from below (`least`) or from above (`most`)."""

    name: str
    ratio: float | None
    least: float | None = None
    most: float | None = None

    @property
    def kept(self) -> bool | None:
        """Whether the budget is kept; None where nothing was measured."""
        if self.ratio is None:
            return None
        return (self.least is None or self.ratio >= self.least) and (self.most is None or self.ratio <= self.most)

    def line(self) -> str:
        """Return the budget as a line of a table: name, ratio, bound, ok or over budget."""
        bound = f"≥ {self.least:.2f}" if self.least is not None else f"≤ {self.most:.2f}"
        said = {True: "ok", False: "over budget", None: "not measured"}[self.kept]
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else "–"
        return f"{self.name:58}{ratio:>8}  {bound:>8}  {said}"


def budgets(
    stages: dict[str, float], proselint: float | None, starts: dict[str, float] | None, processes: tuple[float, float] | None
) -> list[Budget]:
    """Return every budget. Times are seconds; what was not measured is None."""
    whole = stages["lint and map"]
    return [
        Budget("lint and map: share of the tokeniser's speed", stages["tokeniser"] / whole, least=0.2),
        Budget("lint and map: times proselint's speed", proselint / whole if proselint else None, least=1.0),
        Budget("--help: times importing typer", _over(starts, "--help", "import typer"), most=2.5),
        Budget("one plan, cold: times importing spaCy", _over(starts, "one plan", "import spacy"), most=1.7),
        Budget(
            "one changed file, cached: times importing spaCy", _over(starts, "one changed file of it", "import spacy"), most=1.3
        ),
        Budget("two processes: times the speed of one", processes[0] / processes[1] if processes else None, least=1.8),
    ]


def _over(starts: dict[str, float] | None, name: str, base: str) -> float | None:
    return starts[name] / starts[base] if starts else None
