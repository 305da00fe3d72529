"""A file of settings → Configuration, held to its schema: an unknown key is an error that names the nearest one."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from send_outcomes.configuration.finding import SHARED, find_configuration
from send_outcomes.configuration.settings import Configuration, PathRule
from send_outcomes.documents import Document, SettingsProblem, schema, validate
from send_outcomes.documents.marked_toml import load_toml
from send_outcomes.documents.settings_text import settings_text
from send_outcomes.findings import Severity
from send_outcomes.readers.options import Limits

_PLAIN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_LIMITS = {field.name for field in fields(Limits)}


def configuration_for(folder: Path, given: str | None = None) -> Configuration:
    """Return the settings of the file that was `given`, or of the nearest one at or above `folder`; “none” asks for none.

    Raises SettingsProblem where the file is wrong.
    """
    if given == "none":
        return Configuration()
    path = Path(given) if given else find_configuration(folder)
    return load_configuration(path) if path else Configuration()


def load_configuration(path: Path) -> Configuration:
    """Return the settings in `path`.

    Raises SettingsProblem, with line and column, where the file can't be read, is no TOML or breaks
    `schemas/configuration.schema.json`.
    """
    document = _ours(load_toml(settings_text(path), str(path)), path)
    for breach in validate(document, schema("configuration"), SettingsProblem):
        raise breach
    value: Mapping[str, Any] = document.value
    folder = path.resolve().parent
    return Configuration(
        path=str(path),
        folder=folder,
        profile=_from(folder, value["profile"]) if "profile" in value else None,
        packs=tuple(_from(folder, one) for one in value.get("packs", ())),
        frameworks=tuple(_from(folder, one) for one in value.get("frameworks", ())),
        vocabularies=tuple(str(folder / one) for one in value.get("vocabularies", ())),
        select=tuple(value.get("select", ())),
        ignore=tuple(value.get("ignore", ())),
        severities=_severities(value),
        fail_on=value.get("fail-on"),
        format=value.get("format"),
        redact=value.get("redact"),
        cache_plans=value.get("cache-plans"),
        columns=value.get("columns", {}),
        limits=replace(Limits(), **{key.replace("-", "_"): count for key, count in value.get("limits", {}).items()}),
        paths=tuple(_path_rule(folder, one) for one in value.get("paths", ())),
        lines={".".join(map(str, keys)): line for keys, (line, _) in document.marks.items() if keys},
    )


def _ours(document: Document, path: Path) -> Document:
    """Return the part of a document that is ours: all of it, or the table [tool.send-outcomes] of a pyproject.toml."""
    if path.name != SHARED:
        return document
    tool = document.value.get("tool", {})
    head = ("tool", "send-outcomes")
    marks = {keys[2:]: place for keys, place in document.marks.items() if keys[:2] == head}
    return Document(tool.get("send-outcomes", {}) if isinstance(tool, dict) else {}, document.path, marks)


def _path_rule(folder: Path, value: Mapping[str, Any]) -> PathRule:
    match = value["match"]
    return PathRule(
        match=(match,) if isinstance(match, str) else tuple(match),
        profile=_from(folder, value["profile"]) if "profile" in value else None,
        ignore=tuple(value.get("ignore", ())),
        severities=_severities(value),
    )


def _severities(value: Mapping[str, Any]) -> dict[str, Severity]:
    return {key: Severity(word) for key, word in value.get("severities", {}).items()}


def _from(folder: Path, written: str) -> str:
    """Return an id as it is, a path made whole from the file's folder."""
    return written if _PLAIN_ID.match(written) and not (folder / written).is_file() else str(folder / written)
