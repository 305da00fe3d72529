"""Outcome → the statements it serves, with the words that led there. Knows no file and no console."""

from send_outcomes.mapping.mapper import Mapper
from send_outcomes.mapping.served import Evidence, Served

__all__ = ["Evidence", "Mapper", "Served"]
