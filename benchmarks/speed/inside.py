"""The checker, and the checker taken apart so that its parts can be timed. The one place here that knows how it is made."""

import datetime as dt
import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from send_outcomes import engine as engine_module
from send_outcomes.checks import Case, Mark
from send_outcomes.engine import Engine
from send_outcomes.frameworks import find
from send_outcomes.language import Phrasebook, Pipeline, Reading, components
from send_outcomes.mapping import Mapper
from send_outcomes.model import Outcome, Place, Plan, PlanKind
from send_outcomes.rulebook import Rule, assemble, load_profile

TODAY = dt.date(2026, 9, 1)
IN_A_PLAN = 12
_HERE = Place("benchmark")

Component = Callable[[Reading], None]
Check = Callable[[Case], Iterable[Mark]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The tokeniser with its phrases, the components in order, the rules' checks, and the mapper."""

    engine: Engine
    plain: Pipeline
    components: Sequence[Component]
    checks: Sequence[tuple[Rule, Check]]
    mapper: Mapper

    def case(self, plan: Plan, outcome: Outcome, reading: Reading) -> Case:
        """Return an outcome made ready for the rules, as the engine does it."""
        return self.engine._case(plan, outcome, reading, TODAY, frozenset())

    def asked(self, reading: Reading) -> list[Check]:
        """Return the checks that can mark something in a text, as the engine chooses them."""
        return [ready.check for ready in self.engine._asked(reading)]


def new_engine(profile: str = "nottingham") -> Engine:
    """Return the checker as a user has it."""
    book = load_profile(profile)
    return Engine(assemble(book), [find(name) for name in book.frameworks], TODAY)


def is_compiled() -> bool:
    """Tell whether mypyc has compiled what every text goes through."""
    return not (inspect.getfile(engine_module)).endswith(".py")


def take_apart(engine: Engine) -> Parts:
    """Return the parts of a checker."""
    phrasebook = Phrasebook()
    known = components(phrasebook)
    plain = Pipeline(_all_phrases(engine, phrasebook), ())
    checks = [(prepared.rule, prepared.check) for prepared in engine._rules]
    return Parts(engine, plain, known, checks, Mapper(engine.frameworks))


def plans(texts: Iterable[str]) -> Iterator[Plan]:
    """Yield the texts as plans of twelve outcomes."""
    texts = list(texts)
    for first in range(0, len(texts), IN_A_PLAN):
        outcomes = tuple(Outcome(f"O{n}", text, _HERE) for n, text in enumerate(texts[first : first + IN_A_PLAN], 1))
        yield Plan(f"P{first}", "benchmark", outcomes, PlanKind.PLAN)


def _all_phrases(engine: Engine, phrasebook: Phrasebook) -> Phrasebook:
    """Add the phrases that the rules register to those of the language layer: every check is made ready once more."""
    from send_outcomes.checks import KINDS  # noqa: PLC0415

    for rule in engine.rulebook.rules:
        KINDS[rule.check].prepare(rule.settings, phrasebook, f"rule {rule.code}")
    return phrasebook
