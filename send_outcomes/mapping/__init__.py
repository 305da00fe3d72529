"""Outcome → the statements it serves, with the words that led there. Knows no file and no console."""

from send_outcomes.mapping.mapper import Mapper, Served
from send_outcomes.mapping.weighing import Evidence

__all__ = ["Evidence", "Mapper", "Served"]
