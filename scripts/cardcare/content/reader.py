"""Reads entries one by one and collects what is wrong with them, so that an editor sees all faults at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from cardcare.content.base import Model
from cardcare.content.faults import Fault, from_validation, unreadable
from cardcare.content.toml import Key, Toml, read
from cardcare.paths import Layout
from cardcare.problems import Finding, Place

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class File:
    """A data file: its path as shown to people, and what it holds."""

    shown: str
    toml: Toml


@dataclass
class Reader:
    """Collects the places of entries and the faults met on the way."""

    layout: Layout
    places: dict[str, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def open(self, path: Path) -> File:
        file = File(self.layout.show(path), read(path))
        if file.toml.error:
            self.faults.append(unreadable(file.shown, file.toml))
        return file

    def entry(self, model: type[M], kind: str, name: str, data: Any, file: File, at: Key) -> M | None:
        """Validate one entry and remember its place. Returns None, and notes why, when it is not valid."""
        place = Place(file.shown, file.toml.line(*at))
        first = self.places.setdefault(f"{kind}:{name}", place)
        if first is not place:
            text = f'{kind} "{name}" exists already in {first.path}, line {first.line}'
            self.faults.append(Fault("duplicate", Finding(place, text, "give one of the two another id")))
            return None
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.faults += from_validation(error, model, file.shown, file.toml, at, f'{kind} "{name}"')
            return None

    def table(self, model: type[M], kind: str, file: File) -> dict[str, M]:
        """Read a file of named tables ([id] …) into models."""
        found = {name: self.entry(model, kind, name, data, file, (name,)) for name, data in file.toml.data.items()}
        return {name: entry for name, entry in found.items() if entry is not None}

    def array(self, model: type[M], kind: str, key: str, file: File, id_key: str = "id") -> dict[str, M]:
        """Read an array of tables ([[key]] …) into models by their `id_key`."""
        found: dict[str, M] = {}
        entries = file.toml.data.get(key, [])
        if not _are_tables(entries):
            place, text = Place(file.shown, file.toml.line(key)), f"{key} is not a list of entries"
            hint = f"begin each entry with [[{key}]], in two pairs of brackets"
            self.faults.append(Fault("shape", Finding(place, text, hint)))
            return found
        for index, data in enumerate(entries):
            name = str(data.get(id_key, f"number {index + 1}"))
            entry = self.entry(model, kind, name, data, file, (key, index))
            if entry is not None:
                found[name] = entry
        return found

    def json(self, model: type[M], path: Path) -> M:
        """Read a file that the machine wrote; one that is missing is as good as new, one that is spoilt is a fault."""
        if not path.exists():
            return model()
        try:
            return model.model_validate_json(path.read_bytes())
        except ValidationError as error:
            text = f"the machine's memory cannot be read: {error.errors()[0]['msg']}"
            hint = "restore it from version control, or remove it: then every page is asked anew"
            self.faults.append(Fault("unreadable", Finding(Place(self.layout.show(path)), text, hint)))
            return model()

    def only(self, file: File, *allowed: str) -> None:
        """Note a fault for every top-level key that is not in `allowed`."""
        for key in file.toml.data:
            if key not in allowed:
                place = Place(file.shown, file.toml.line(key, 0))
                text, hint = f"key {key} is not known in this file", f"known here: {', '.join(allowed)}"
                self.faults.append(Fault("unknown-key", Finding(place, text, hint)))


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)
