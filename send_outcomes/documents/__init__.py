"""The data files everything is made of (packs, profiles, vocabularies, frameworks, plans): found, loaded, validated.

Errors carry file, line and column. Knows nothing of what the files mean.
"""

from send_outcomes.documents.marked_yaml import Document, load
from send_outcomes.documents.parsed import load_one
from send_outcomes.documents.problems import NothingInside, Problem, SettingsProblem, UnreadableInput
from send_outcomes.documents.resources import frameworks_folder, rules_folder, scaffold_text, schema
from send_outcomes.documents.validation import validate

__all__ = [
    "Document",
    "NothingInside",
    "Problem",
    "SettingsProblem",
    "UnreadableInput",
    "frameworks_folder",
    "load",
    "load_one",
    "rules_folder",
    "scaffold_text",
    "schema",
    "validate",
]
