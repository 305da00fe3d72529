"""Shows what is in force."""

from pathlib import Path

from send_outcomes import DEFAULT_PROFILE
from send_outcomes.cli.automatic import AUTO
from send_outcomes.cli.showing import page, print_json
from send_outcomes.configuration import configuration_for
from send_outcomes.configuration.in_force import Setting, settings_in_force
from send_outcomes.rulebook import load_profile

_DEFAULTS = {"fail-on": "error", "format": AUTO, "redact": False, "cache-plans": False}


def settings_shown(given: str | None, path: Path | None, format_: str) -> None:
    """Show every setting in force. Raises SettingsProblem."""
    found = configuration_for(Path.cwd(), given)
    profile = load_profile(found.profile or DEFAULT_PROFILE)
    settings = list(settings_in_force(found, profile, _DEFAULTS, path))
    if format_ == "json":
        record = {"file": found.path or None, "settings": [setting._asdict() for setting in settings]}
        print_json(record)
        return
    sheet = page()
    sheet.paragraph(f"Settings: {found.path}" if found.path else "No file of settings here; everything is as shipped.", "bold")
    width = max(len(setting.key) for setting in settings) + 2
    beside = width <= sheet.width // 2  # else below, on a narrow screen
    indent = width if beside else 2
    for setting in settings:
        if beside:
            sheet.paragraph(f"{setting.key:<{width}}{_said(setting)}", "", 0, indent)
        else:
            sheet.paragraph(setting.key)
            sheet.paragraph(_said(setting), "", indent, 0)
        if setting.origin != "default":
            sheet.paragraph(f"from {setting.origin}", "dim", indent, 0)


def _said(setting: Setting) -> str:
    value = setting.value
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:,}" if isinstance(value, int) else str(value)
