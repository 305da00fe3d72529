"""Compares the amounts an outcome aims at with those of its baseline: no further, or many times as far."""

from collections.abc import Mapping, Sequence
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.judgements.amounts import Amount, amounts_in
from send_outcomes.language.phrasebook import Phrasebook

SETTINGS: dict[str, Any] = {
    "when": {"enum": ["no_stretch", "leap"]},
    "times": {"type": "number", "minimum": 1, "description": "for leap: how many times the baseline is a leap"},
}
REQUIRED = ("when",)


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    times = float(settings.get("times", 4))
    leap = settings["when"] == "leap"

    def check(case: Case) -> Sequence[Mark]:
        if not case.outcome.baseline:
            return ()
        aims, now = amounts_in(case.outcome.text), amounts_in(case.outcome.baseline)
        for aim in aims:
            for level in now:
                if aim.unit != level.unit or level.value <= 0:
                    continue
                if (aim.value >= times * level.value) if leap else (aim.value == level.value):
                    return (Mark(aim.start, aim.end, _words(aim, level)),)
        return ()

    return check


def _words(aim: Amount, level: Amount) -> Mapping[str, str]:
    return {"aim": f"{aim.value:g}", "level": f"{level.value:g}", "unit": aim.unit}
