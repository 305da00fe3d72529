"""Checks the outcomes of Education, Health and Care plans and maps them to local outcomes frameworks."""

__version__ = "0.1.0"
