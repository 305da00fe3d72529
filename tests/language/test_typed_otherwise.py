"""An outcome says the same however it is typed, and whatever is remarked before or behind it."""

import re
from collections.abc import Callable
from itertools import islice

import pytest

from benchmarks.accuracy.run import Said, engine_for, judge
from benchmarks.accuracy.sets import Case, CaseSet, load_sets
from send_outcomes.engine import Engine

Typed = Callable[[str], str]

TYPED: dict[str, Typed] = {
    "without its full stop": lambda text: text.removesuffix("."),
    "with two spaces": lambda text: text.replace(" ", "  "),
    "with a hard space": lambda text: text.replace(" ", "\u00a0", 1),
    "with curly apostrophes": lambda text: text.replace("'", "’"),
    "behind a bullet": lambda text: f"• {text}",
    "behind a number": lambda text: f"3. {text}",
    "behind a letter": lambda text: f"a) {text}",
    "behind a numeral": lambda text: f"(ii) {text}",
    "behind a number of its own": lambda text: f"1.2 {text}",
    "behind a tick": lambda text: f"✓ {text}",
    "behind an id": lambda text: f"E1: {text}",
    "behind a label": lambda text: f"Outcome 2: {text}",
    "behind a heading": lambda text: f"Outcome 2\n{text}",
    "behind dots": lambda text: f"… {text}",
    "behind what nobody sees": lambda text: f"\ufeff\u200b{text}",
    "with a mark behind it": lambda text: f"{text.rstrip('.')};",
    "in quotation marks": lambda text: text if re.search(r"[“”\"]", text) else f"“{text}”",
    "with an ampersand": lambda text: text.replace(" and ", " & "),
    "before a source tag": lambda text: f"{text.rstrip('.')} (EP)",
}
REMARKED: dict[str, Typed] = {
    "how things are": lambda text: f"At the moment he needs an adult next to him for this. {text}",
    "how hard it is": lambda text: f"He finds this very hard. {text}",
    "why it matters": lambda text: f"{text.rstrip('.')}. This is important to him.",
    "when it is reviewed": lambda text: f"{text.rstrip('.')}. This will be reviewed every term.",
    "who keeps a record": lambda text: f"{text.rstrip('.')}. Staff will keep a record of this.",
    "where it was": lambda text: f"{text.rstrip('.')}. Baseline: he can do this once a week.",
}
_PLAIN = re.compile(r"[A-Z][a-z]+ will [^.:;\n“”\"?]+\.?")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return engine_for()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Every fifteenth labelled case of one line that has no label, number or tag of its own."""
    cases = (case.text for one in load_sets() if one.standing == "learnt" for case in one.cases)
    plain = (text for text in cases if not re.search(r"[:\n(\[•]|^\W|^\d", text))
    return list(islice(plain, 0, None, 15))


def said_of(engine: Engine, texts: list[str]) -> tuple[Said, ...]:
    cases = tuple(Case(str(number), text, {}, {}, None, "made") for number, text in enumerate(texts))
    return judge(engine, CaseSet("made", "learnt", 1, cases))


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_how_it_is_typed_changes_no_verdict_and_no_statement(engine: Engine, texts: list[str], typed: Typed) -> None:
    before, after = said_of(engine, texts), said_of(engine, [typed(text) for text in texts])
    changed = [
        new.case.text for old, new in zip(before, after, strict=True) if (old.labels, old.first) != (new.labels, new.first)
    ]
    assert changed == []


@pytest.mark.parametrize("remarked", REMARKED.values(), ids=REMARKED)
def test_a_remark_beside_it_changes_no_verdict(engine: Engine, texts: list[str], remarked: Typed) -> None:
    plain = [text for text in texts if _PLAIN.fullmatch(text) and not text.startswith(("I ", "We ", "There ", "It "))]
    assert len(plain) > 20
    before, after = said_of(engine, plain), said_of(engine, [remarked(text) for text in plain])
    changed = [new.case.text for old, new in zip(before, after, strict=True) if old.labels != new.labels]
    assert changed == []
