"""Rule packs and profiles: YAML → rules, with line and column in every error. Knows no check kind and no text."""

from send_outcomes.rulebook.bands import BANDS, Bands
from send_outcomes.rulebook.packs import find_pack, load_pack, shipped_packs
from send_outcomes.rulebook.profiles import Horizons, Profile, Rulebook, assemble, load_profile, shipped_profiles
from send_outcomes.rulebook.rules import Example, Pack, Rule, Source
from send_outcomes.rulebook.selection import chosen

__all__ = [
    "BANDS",
    "Bands",
    "Example",
    "Horizons",
    "Pack",
    "Profile",
    "Rule",
    "Rulebook",
    "Source",
    "assemble",
    "chosen",
    "find_pack",
    "load_pack",
    "load_profile",
    "shipped_packs",
    "shipped_profiles",
]
