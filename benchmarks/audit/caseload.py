"""Made-up caseloads of any size with planted faults, from grammar.yaml and a seed. Knows what was planted, not what is found."""

import csv
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from benchmarks.speed.grammar import Choices, Grammar, choices
from send_outcomes.documents import load_one

FAULTY = 0.4  # the share of outcomes with one planted fault
COPIED = 0.02  # the share of plans that carry an outcome copied from the last of these
NAMES = (
    "Amara",
    "Callum",
    "Dev",
    "Finley",
    "Freya",
    "Grace",
    "Hana",
    "Isla",
    "Jude",
    "Kai",
    "Laura",
    "Megan",
    "Noor",
    "Ola",
    "Rhys",
    "Tomos",
    "Yusuf",
    "Zofia",
)
TEAMS = ("North", "South", "East", "West", "Post-16")
SCHOOLS = tuple(
    f"{word} {kind}"
    for word in ("Oak", "Ash", "Elm", "Hill", "Brook", "Mill", "Park", "Abbey")
    for kind in ("Primary", "School", "Academy", "College")
)
NEEDS = ("Autism", "SLCN", "SEMH", "MLD", "SpLD", "Hearing")
HEADER = (
    "Plan ID",
    "Known as",
    "Date of birth",
    "Plan date",
    "Team",
    "School",
    "Primary need",
    "Caseworker",
    "Outcome ID",
    "Outcome",
)


class Written(NamedTuple):
    """One outcome as planted: `fault` is the rule that should speak, "" for none."""

    text: str
    fault: str


@dataclass(slots=True)
class Planted:
    """What a caseload holds: plans, outcomes, how many of them each rule should speak of, how many were copied between plans."""

    plans: int = 0
    outcomes: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    copied: int = 0


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes outcomes by the grammar."""

    grammar: Grammar
    sound: Choices
    faults: Mapping[str, Choices]
    brings: Mapping[str, tuple[str, ...]]

    def outcome(self, draw: random.Random, name: str, other: str, fault: str) -> Written:
        """Return one outcome, with a fault or none."""
        entries = self.faults[fault] if fault else self.sound
        text = self.grammar.say(entries, draw).replace("\x01", name).replace("\x02", other)
        return Written(text[0].upper() + text[1:], fault)


@cache
def writer() -> Writer:
    """Return the writer of the shipped grammar."""
    path = Path(__file__).with_name("grammar.yaml")
    value: dict[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path)).value
    sound, faults = value.pop("sound"), value.pop("faults")
    names = {
        **{name: choices(entries) for name, entries in value.items()},
        "name": choices(["\x01"]),
        "other": choices(["\x02"]),
    }
    return Writer(
        Grammar(names, {}),
        choices(sound),
        {code: choices(fault["reads"]) for code, fault in faults.items()},
        {code: tuple(fault["brings"]) for code, fault in faults.items()},
    )


def write_caseload(file: TextIO, plans: int, seed: int = 1, outcomes: int = 12) -> Planted:
    """Write an export of so many plans; return what was planted. The same seed writes the same file."""
    planted = Planted()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(HEADER)
    for plan in _plans(plans, seed, outcomes, planted):
        rows.writerows(plan)
    return planted


def _plans(number: int, seed: int, outcomes: int, planted: Planted) -> Iterator[list[list[str]]]:
    draw, write = random.Random(seed), writer()
    codes = sorted(write.faults)
    to_copy: tuple[str, str] | None = None  # a text, and whose name is in it
    for plan in range(1, number + 1):
        name, other = draw.sample(NAMES, 2)
        born = f"{draw.randint(2008, 2018)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        beside = [
            f"K-{plan:06}",
            name,
            born,
            "2026-09-01",
            draw.choice(TEAMS),
            draw.choice(SCHOOLS),
            draw.choice(NEEDS),
            f"CW{draw.randint(1, 60):02}",
        ]
        texts = []
        for _ in range(outcomes):
            fault = draw.choice(codes) if draw.random() < FAULTY else ""
            texts.append(write.outcome(draw, name, other, fault))
        if draw.random() < COPIED:
            if to_copy is None:
                to_copy = write.outcome(draw, name, other, "").text, name
                planted.copied += 1
                texts[-1] = Written(to_copy[0], "")
            else:
                texts[-1] = Written(to_copy[0], "")
                planted.copied += 1
                if draw.random() < 0.2:
                    to_copy = None
        planted.plans += 1
        planted.outcomes += len(texts)
        for text in texts:
            planted.rules.update(write.brings.get(text.fault, ()))
        yield [[*beside, f"O{n}", text.text] for n, text in enumerate(texts, 1)]
