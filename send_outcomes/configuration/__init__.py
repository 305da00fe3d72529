"""An authority's own settings: `send-outcomes.toml`, or `[tool.send-outcomes]` in `pyproject.toml`, found upwards.

What the command line says goes before the file, the file before the defaults.
"""

from send_outcomes.configuration.engines import Choice, Engines, InForce
from send_outcomes.configuration.loading import configuration_for, load_configuration
from send_outcomes.configuration.settings import Configuration, PathRule

__all__ = ["Choice", "Configuration", "Engines", "InForce", "PathRule", "configuration_for", "load_configuration"]
