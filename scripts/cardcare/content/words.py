"""The words that the machine prints, per language: docs/<lang>/_strings.toml and its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cardcare.problems import Place

FILES = ("_strings", "_contacts", "_situations")
OPTIONAL = ("_sources",)  # titles of Japanese pages in the reader's language; without it the Japanese title stands

Table = Mapping[str, str]


@dataclass(frozen=True)
class Words:
    """One language's phrases: file -> table -> key -> text. Texts may hold markers and furigana markup."""

    lang: str
    files: Mapping[str, Mapping[str, Table]] = field(default_factory=dict)
    places: Mapping[tuple[str, str, str], Place] = field(default_factory=dict)

    def find(self, file: str, table: str, key: str) -> str | None:
        return self.files.get(file, {}).get(table, {}).get(key)

    def text(self, table: str, key: str) -> str:
        """A phrase of _strings.toml. A missing one shows as ⟦table.key⟧, which the checks refuse to publish."""
        return self.find("_strings", table, key) or f"⟦{table}.{key}⟧"

    def contact(self, table: str, key: str) -> str:
        return self.find("_contacts", table, key) or f"⟦{table}.{key}⟧"

    def situation(self, name: str, key: str) -> str:
        """A phrase of a situation; empty when the situation has none of that kind."""
        return self.find("_situations", name, key) or ""

    def keys(self) -> set[tuple[str, str, str]]:
        return {(file, table, key) for file, tables in self.files.items() for table in tables for key in tables[table]}


def fill(text: str, **parts: object) -> str:
    """Put values into {names}. Not str.format: furigana markup has braces of its own."""
    for name, value in parts.items():
        text = text.replace("{" + name + "}", str(value))
    return text
