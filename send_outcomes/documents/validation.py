"""Holds a document to a JSON Schema and says each breach as a person would: where, what was expected, what was found."""

import difflib
from collections.abc import Iterator
from typing import Any

from send_outcomes.documents.marked_yaml import Document
from send_outcomes.documents.problems import Problem, UnreadableInput

_KINDS = {"object": "a group of keys", "array": "a list", "string": "text", "integer": "a whole number", "number": "a number",
          "boolean": "true or false", "null": "nothing"}  # fmt: skip


def validate(document: Document, schema: dict[str, Any], problem: type[Problem] = UnreadableInput) -> list[Problem]:
    """Return every breach of `schema` in `document`, in order of place; empty where it holds."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 -- 0.1 s that --help need not pay

    found: list[Problem] = []
    for error in Draft202012Validator(schema).iter_errors(document.value):
        keys = tuple(error.absolute_path)
        for message, extra in _say(error):
            line, column = document.at(*keys, *extra)
            where = _name(keys)
            found.append(problem(f"{where}: {message}" if where else message, document.path, line, column))
    return sorted(found, key=lambda p: (p.line or 0, p.column or 0))


def _say(error: Any) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    value, wanted = error.instance, error.validator_value
    match error.validator:
        case "additionalProperties" | "unevaluatedProperties":
            yield from _unknown_keys(value, _known(error.schema, value))
        case "required":
            # One error comes for each missing key, and names it only in its message.
            yield f"“{next((k for k in wanted if error.message.startswith(repr(k))), '?')}” is missing", ()
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else wanted
            yield f"expected {' or '.join(_KINDS[k] for k in kinds)}, found {_kind(value)}", ()
        case "enum":
            yield f"expected one of {', '.join(str(w) for w in wanted)}", ()
        case "pattern":
            yield f"expected {error.schema.get('description', f'text like {wanted}')}", ()
        case "minItems" | "minLength" | "minProperties":
            yield f"expected at least {wanted}, found {len(value)}", ()
        case "minimum" | "maximum":
            yield f"expected a number {'from' if error.validator == 'minimum' else 'up to'} {wanted}, found {value}", ()
        case "oneOf" | "anyOf":
            meant = [(m, (*inner.relative_path, *extra)) for inner in _meant(error) for m, extra in _say(inner)]
            yield from meant or [(error.schema.get("description", "fits none of the forms allowed here"), ())]
        case _:
            yield f"breaks the schema's “{error.validator}”", ()


def _unknown_keys(value: Any, known: list[str]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for key in [k for k in value if k not in known]:
        near = difflib.get_close_matches(key, known, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"known here: {', '.join(known)}"
        yield f"unknown key “{key[:40]}”; {hint}", (key,)


def _meant(error: Any) -> list[Any]:
    """Return the breaches of the one form that was meant, judged by its type; none where that can't be told."""
    forms: dict[Any, list[Any]] = {}
    for inner in error.context:
        forms.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [f for f in forms.values() if not any(e.validator == "type" and not e.relative_path for e in f)]
    return fitting[0] if len(fitting) == 1 else []


def _known(schema: dict[str, Any], value: Any) -> list[str]:
    """Return the keys that a schema allows beside one another, those among them that hang on what `value` is."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 -- loaded already, and kept out of `--help`

    known = list(schema.get("properties", {}))
    forms = [part for part in schema.get("allOf", ()) if "if" in part]
    ours = [part for part in forms if Draft202012Validator(part["if"]).is_valid(value)]
    if forms and not ours:
        return list(value)  # what decides between the forms is wrong itself, and is told of
    return known + [key for part in ours for key in part.get("then", {}).get("properties", {})]


def _kind(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case dict():
            return "a group of keys"
        case list():
            return "a list"
        case str():
            return "text"
        case _:
            return "a number"


def _name(keys: tuple[str | int, ...]) -> str:
    """Name a place in the document: outcomes, item 2, by."""
    return ", ".join(f"item {key + 1}" if isinstance(key, int) else key for key in keys)
