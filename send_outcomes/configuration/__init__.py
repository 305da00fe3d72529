"""An authority's own settings: `send-outcomes.toml`, or `[tool.send-outcomes]` in `pyproject.toml`, found upwards.

What the command line says goes before the file, the file before the defaults.
"""

from send_outcomes.configuration.finding import find_configuration
from send_outcomes.configuration.loading import load_configuration
from send_outcomes.configuration.settings import Configuration, PathRule

__all__ = ["Configuration", "PathRule", "find_configuration", "load_configuration"]
