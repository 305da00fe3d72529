"""Outcome → the statements it serves, with the words that led there. Knows no file and no console."""

from send_outcomes.mapping.mapper import Evidence, Mapper, Served

__all__ = ["Evidence", "Mapper", "Served"]
