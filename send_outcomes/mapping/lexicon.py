"""The cues of all frameworks' statements and of the shared concepts in one look-up, made once for a run."""

from collections.abc import Mapping

from send_outcomes.concepts import Cue, Lexicon, concepts, scope
from send_outcomes.concepts.lexicon import Slot, Words
from send_outcomes.frameworks import Framework, Statement, find, shipped_ids

_NO_CLAUSES = ("between", "phrases")  # settings of scope.yaml whose words open no kind of clause
KnownBy = tuple[Mapping[str, float], tuple[Cue, ...]]


def build_lexicon(frameworks: tuple[Framework, ...]) -> Lexicon:
    """Return the cues of all statements; a statement's slot is its place when all are counted through."""
    lexicon = Lexicon(between=frozenset(scope()["between"]["words"].split(", ")))
    given = {framework.id: framework for framework in frameworks}
    statements = [(framework, statement) for framework in frameworks for statement in framework.statements]
    spoken_for: dict[str, list[tuple[Slot, float]]] = {}
    for slot, (framework, statement) in enumerate(statements):
        weights, cues = known_by(statement, given, (f"{framework.id}/{statement.id}",))
        for name, weight in weights.items():
            spoken_for.setdefault(name, []).append((slot, weight))
        if cues:
            lexicon.add(cues, [(slot, 1.0)])
    given_by_others = scope()["own"]["concepts"].split(", ")
    for name, concept in concepts().items():  # also those that speak for none here: “speech therapist” is never “therapist”
        if name in given_by_others:
            lexicon.given.add(len(lexicon.targets))
        lexicon.add(concept.cues, spoken_for.get(name, []), concept.found)
    for kind, settings in scope().items():
        if isinstance(settings, dict) and "words" in settings and kind not in _NO_CLAUSES:
            lexicon.open(settings["words"], kind)
    lexicon.silence(scope()["phrases"]["words"])
    return lexicon


def known_by(statement: Statement, given: Mapping[str, Framework], seen: Words) -> KnownBy:
    """Return a statement's concepts and cues; where it has none itself, those of its first counterpart that has any."""
    if statement.concepts or statement.cues:
        return statement.concepts, statement.cues
    for other in statement.same_as:
        framework_id, _, statement_id = other.partition("/")
        framework = given.get(framework_id) or (find(framework_id) if framework_id in shipped_ids() else None)
        counterpart = framework.statement(statement_id) if framework else None
        if counterpart and other not in seen:
            weights, cues = known_by(counterpart, given, (*seen, other))
            if weights or cues:
                return weights, cues
    return {}, ()
