"""What a provision must say: what, how much, how often, by whom, with what skills, reviewed when.

After Nottingham's last tip: “Set out exactly what is going to happen, who is going to do it, what skills, qualifications or
[t]raining they need, how often it will [be] made available, and when it will be reviewed”.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from send_outcomes.language.reading import Reading
from send_outcomes.model import Provision


class ProvisionPart(StrEnum):
    """The parts of a provision that can be put into practice and checked."""

    WHAT = "what"
    HOW_MUCH = "how_much"
    HOW_OFTEN = "how_often"
    WHO = "who"
    SKILLS = "skills"
    REVIEW = "review"


class PartFound(NamedTuple):
    """The words that name a part: characters `start` up to `end` of the text; both 0 where a field of the plan says it."""

    words: str
    start: int = 0
    end: int = 0


def parts_of(provision: Provision, reading: Reading) -> Mapping[ProvisionPart, PartFound | None]:
    """Return what a provision names of each part, None where nothing does. `reading` is that of its text."""
    given = {
        ProvisionPart.HOW_MUCH: provision.how_long,
        ProvisionPart.HOW_OFTEN: provision.how_often,
        ProvisionPart.WHO: provision.who,
        ProvisionPart.SKILLS: provision.skills,
        ProvisionPart.REVIEW: provision.review,
    }
    return {part: PartFound(words) if (words := given.get(part)) else None for part in ProvisionPart}
