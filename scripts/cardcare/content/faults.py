"""Faults met while reading. They wait here as values until the checks report them under their codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from cardcare.content.toml import Toml
from cardcare.problems import Finding, Place

Kind = Literal["unreadable", "unknown-key", "shape", "hours", "number", "duplicate", "page"]


@dataclass(frozen=True)
class Fault:
    """What is wrong (`finding`) and which rule it breaks (`kind`)."""

    kind: Kind
    finding: Finding


def unreadable(path: str, toml: Toml) -> Fault:
    line, message, hint = toml.error or (1, "", "")
    return Fault("unreadable", Finding(Place(path, line), message, hint))


def from_validation(
    error: ValidationError, model: type[BaseModel], path: str, toml: Toml, at: tuple[str | int, ...], entry: str
) -> list[Fault]:
    """Turn a pydantic error into one fault per field: file, entry, field, what is wrong, an example of right."""
    faults = []
    for detail in error.errors():
        loc = tuple(part for part in detail["loc"] if isinstance(part, int) or not part.startswith("function"))
        place = Place(path, toml.line(*at, *loc))
        field = ".".join(str(part) for part in loc) or "entry"
        message = f"{entry}: field {field}: {_say(detail)}"
        faults.append(Fault(_kind(detail), Finding(place, message, _hint(detail, model, loc))))
    return faults


def _kind(detail: Any) -> Kind:
    if detail["type"] == "extra_forbidden":
        return "unknown-key"
    if detail["loc"] and detail["loc"][-1] == "open":
        return "hours"
    return "number" if "are not the same number" in detail["msg"] else "shape"


def _say(detail: Any) -> str:
    if detail["type"] == "extra_forbidden":
        return "this key is not known here"
    if detail["type"] == "missing":
        return "is missing"
    text = str(detail["msg"]).removeprefix("Value error, ")
    return text if detail["type"] == "value_error" else f"{text[:1].lower()}{text[1:]}, but got {detail['input']!r}"


def _hint(detail: Any, model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    if detail["type"] == "extra_forbidden":
        return "remove the key or correct its spelling; CONTRIBUTING.md lists the keys"
    examples = _examples(model, loc)
    return f"for example: {examples[0]}" if examples else "compare with a neighbouring entry"


def _examples(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[Any]:
    """Walk the model along `loc` and return the examples of the field that it ends in."""
    found: list[Any] = []
    current: Any = model
    for part in loc:
        fields = getattr(current, "model_fields", {})
        name = next((n for n, f in fields.items() if part in (n, f.alias)), None)
        if name is None:
            continue
        found = list(fields[name].examples or [])
        current = next(iter(_models(fields[name].annotation)), None)
    return found


def _models(annotation: Any) -> list[type[BaseModel]]:
    inner = getattr(annotation, "__args__", ())
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and not inner:
        return [annotation]
    return [model for part in inner for model in _models(part)]
