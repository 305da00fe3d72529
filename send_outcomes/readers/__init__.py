"""Readers: a file → Plans. One module a format, one registry; `reading` is the way in. Knows no rule, no report."""

from send_outcomes.readers.discovery import Input, discover, real_path, skipped_notice
from send_outcomes.readers.options import Limits, ReadOptions
from send_outcomes.readers.reading import check, read, read_bytes_as, read_input, read_text
from send_outcomes.readers.registry import FORMATS, Format

__all__ = [
    "FORMATS",
    "Format",
    "Input",
    "Limits",
    "ReadOptions",
    "check",
    "discover",
    "read",
    "read_bytes_as",
    "read_input",
    "read_text",
    "real_path",
    "skipped_notice",
]
