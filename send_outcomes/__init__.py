"""Checks the outcomes of Education, Health and Care plans and maps them to local outcomes frameworks."""

__version__ = "0.1.0"
DEFAULT_PROFILE = "nottingham"  # what is in force where nobody says otherwise
