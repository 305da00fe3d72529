"""Loads rule packs. Shipped ones are known to be valid (tests hold them to the schema); anyone else's are validated."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from send_outcomes.documents import Document, SettingsProblem, load_one, rules_folder, schema, validate
from send_outcomes.documents.installed import installed
from send_outcomes.documents.settings_text import settings_text
from send_outcomes.findings import Confidence, Severity
from send_outcomes.rulebook.extending import extended_pack
from send_outcomes.rulebook.rules import Example, Pack, Rule, Source

_COMMON = frozenset({"code", "name", "feature", "severity", "confidence", "check", "message", "why", "source", "examples",
                     "needs", "fix", "fix_kind", "texts", "sections"})  # fmt: skip


@cache
def shipped_packs() -> Mapping[str, Path]:
    """Return the shipped packs' files by id, in order of id."""
    return {path.stem: path for path in sorted(rules_folder().glob("*.yaml")) if path.stem != "sources"}


def find_pack(name: str, beside: str = "") -> Path:
    """Return the file of a pack: a shipped one, a file beside the file `beside` (or here), or one that a package brought.

    Raises SettingsProblem where there is none of that name.
    """
    if name in shipped_packs():
        return shipped_packs()[name]
    path = Path(name) if Path(name).is_absolute() else Path(beside).parent / name
    if path.is_file():
        return path
    if name in installed("rules"):
        return installed("rules")[name]
    known = ", ".join([*shipped_packs(), *installed("rules")])
    raise SettingsProblem(f"no pack “{name[:60]}”: use one of {known}, or a .yaml file", beside)


@cache
def documents_cited() -> Mapping[str, Mapping[str, str]]:
    """Return the documents that rules may cite, by id: title, edition, url, from `rules/sources.yaml`."""
    path = rules_folder() / "sources.yaml"
    value: Mapping[str, Mapping[str, str]] = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    return value


def load_pack(path: Path, valid: bool = False) -> Pack:
    """Return the pack in `path`. `valid` skips the schema, for files that ship with the package.

    Raises SettingsProblem with file, line and column for the first thing wrong; `problems_in` lists them all.
    """
    document = read_pack_file(path)
    if not valid:
        for problem in problems_in(document):
            raise problem
    return _pack(document)


def problems_in(document: Document) -> Iterator[SettingsProblem]:
    """Yield everything wrong with a pack: breaches of the schema, then codes, names and documents at odds."""
    breaches = validate(document, schema("pack"), SettingsProblem)
    yield from breaches  # type: ignore[misc]
    if breaches:
        return
    seen: dict[str, int] = {}
    for i, rule in enumerate(document.value["rules"]):
        for key in ("code", "name"):
            line, column = document.at("rules", i, key)
            if rule[key] in seen:
                yield SettingsProblem(
                    f"{key} “{rule[key]}” is taken by the rule on line {seen[rule[key]]}", document.path, line, column
                )
            seen[rule[key]] = line
        cited = rule["source"]["document"]
        if cited not in documents_cited() and "title" not in rule["source"]:
            line, column = document.at("rules", i, "source", "document")
            known = ", ".join(documents_cited())
            yield SettingsProblem(
                f"unknown document “{cited}”; give it a `title`, or cite one of {known}", document.path, line, column
            )


def read_pack_file(path: Path) -> Document:
    """Return the pack file as a document with marks, with the rules of a pack that it extends.

    Raises SettingsProblem where one is missing or no YAML.
    """
    return extended_pack(read_settings(path), lambda name, beside: read_settings(find_pack(name, beside)))


def read_settings(path: Path) -> Document:
    """Return a YAML file of ours as a document with marks, as it stands. Raises SettingsProblem where that can't be done."""
    return load_one(settings_text(path), str(path), SettingsProblem)


def _pack(document: Document) -> Pack:
    value = document.value
    name = value["pack"]
    rules = tuple(_rule(raw, name, document.at("rules", i)[0], document, i) for i, raw in enumerate(value["rules"]))
    return Pack(name, value["title"], rules, document.path, value.get("extends"))


def _rule(raw: Mapping[str, Any], pack: str, line: int, document: Document, index: int) -> Rule:
    examples = raw.get("examples", {})
    return Rule(
        code=raw["code"],
        name=raw["name"],
        feature=raw["feature"],
        severity=Severity(raw["severity"]),
        confidence=Confidence(raw["confidence"]),
        check=raw["check"],
        settings={key: value for key, value in raw.items() if key not in _COMMON},
        message=raw["message"],
        why=raw["why"],
        source=Source(raw["source"]["document"], raw["source"]["passage"]),
        examples=tuple(
            _example(example, kind == "bad", document.at("rules", index, "examples", kind, i)[0])
            for kind in ("good", "bad")
            for i, example in enumerate(examples.get(kind, ()))
        ),
        needs=tuple(raw.get("needs", ())),
        fix=raw.get("fix"),
        fix_kind=raw.get("fix_kind", "suggested"),
        texts=tuple(raw.get("texts", ("outcome",))),
        sections=tuple(raw.get("sections", ())),
        pack=pack,
        line=line,
    )


def _example(raw: str | Mapping[str, Any], bad: bool, line: int) -> Example:
    if isinstance(raw, str):
        return Example(raw, () if bad else None, line=line)
    marks = tuple(raw.get("marks", ())) if bad else None
    return Example(raw.get("text", ""), marks, raw.get("given", {}), raw.get("plan"), raw.get("around", {}), line)
