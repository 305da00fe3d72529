"""A plan's sections as texts, and how hard each is to read."""

from collections.abc import Callable, Mapping

from send_outcomes.language.readability import Readability, readability
from send_outcomes.language.reading import Reading
from send_outcomes.model import Plan


def texts_of(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Return the texts of each section that a plan has, by its letter (“A”, “B”, … “H2”), in order."""
    found: dict[str, list[str]] = {}
    found["A"] = [*([plan.views] if plan.views else []), *(one.text for one in plan.aspirations)]
    for need in plan.needs:
        found.setdefault(need.section, []).append(need.text)
    found["E"] = [one.text for one in plan.outcomes]
    for provision in plan.provision:
        found.setdefault(provision.section, []).append(provision.text)
    return {section: tuple(found[section]) for section in sorted(found) if found[section]}


def readability_of(plan: Plan, read: Callable[[str], Reading]) -> Mapping[str, Readability]:
    """Return how hard each section is to read, by its letter; sections without a word are left out."""
    measured = {section: readability(map(read, texts)) for section, texts in texts_of(plan).items()}
    return {section: found for section, found in measured.items() if found is not None}
