"""Concepts (friendship, money, …), the cues they are known by, and the look-up that finds them. Knows no framework."""

from send_outcomes.concepts.cues import Concept, Cue, concepts, irregular, parse_cues, scope, split_words
from send_outcomes.concepts.lexicon import Lexicon, Spoken

__all__ = ["Concept", "Cue", "Lexicon", "Spoken", "concepts", "irregular", "parse_cues", "scope", "split_words"]
