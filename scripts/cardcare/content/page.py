"""A guide page: its front matter, its sections, and the markers that it uses. Markdown is not rendered here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import Field

from cardcare.content.base import Day, Id, Model, Text
from cardcare.problems import Place

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{\s*#([A-Za-z0-9_-]+)[^}]*\})?\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_MARKER = re.compile(r"\[\[([a-z-]+)((?:\s+[^\[\]\s]+)*)\s*\]\]")
_LINK = re.compile(r"\]\(((?:source|guide):[^)\s]+)\)")


class Front(Model):
    """The front matter of a page."""

    title: Text = Field(examples=["カードをなくした"])
    short: Text = Field(examples=["なくした"])
    description: Text = Field(examples=["カードをなくしたときの手順です。"])
    answer: Text = Field(examples=["すぐに電話で止めてもらいます。"])
    kind: Literal["emergency", "guide", "reference", "home"] = Field(examples=["guide"])
    call: Text | None = Field(None, examples=['"@hotline suspend"'])
    sources: tuple[Id, ...] = Field((), examples=["[jpki-lost]"])
    reviewed: Day = Field(examples=["2026-11-23"])
    next_review: Day = Field(examples=["2027-05-23"])
    translation: Literal["source", "machine", "reviewed", "professional"] = Field(examples=["machine"])


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True)
class Marker:
    """One [[name args]] or one source:/guide: link (name "source" or "guide")."""

    name: str
    args: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Page:
    """A page of one language. `first_line` is the file's line of the body's first line."""

    lang: str
    name: str
    path: str
    front: Front
    front_lines: tuple[tuple[str, int], ...]
    body: str
    first_line: int

    def place(self, line: int = 1) -> Place:
        return Place(self.path, line)

    def front_place(self, key: str) -> Place:
        return Place(self.path, dict(self.front_lines).get(key, 1))

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """(file line, text) of every body line outside code fences."""
        inside, kept = False, []
        for number, line in enumerate(self.body.splitlines(), self.first_line):
            if _FENCE.match(line):
                inside = not inside
            elif not inside:
                kept.append((number, line))
        return tuple(kept)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        found = ((n, _HEADING.match(line)) for n, line in self.prose)
        return tuple(Heading(len(m[1]), m[3] or "", m[2], n) for n, m in found if m)

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """All markers of answer and body, in order."""
        lines = [(self.front_place("answer").line, self.front.answer), *self.prose]
        return tuple(marker for number, line in lines for marker in markers_of(line, number))

    def section_lines(self, section: str) -> tuple[tuple[int, str], ...]:
        """The prose lines below the heading with id `section`, up to the next heading of its level or above."""
        start = next((h for h in self.headings if h.id == section), None)
        if start is None:
            return ()
        later = (h.line for h in self.headings if h.line > start.line and h.level <= start.level)
        end = next(later, 10**9)
        return tuple((n, line) for n, line in self.prose if start.line < n < end)


def markers_of(text: str, line: int = 1) -> list[Marker]:
    """Return the markers and registry links of one line of text, in order of appearance."""
    found = [(m.start(), Marker(m[1], tuple(m[2].split()), line)) for m in _MARKER.finditer(text)]
    for match in _LINK.finditer(text):
        name, target = match[1].split(":", 1)
        found.append((match.start(), Marker(name, (target,), line)))
    return [marker for _, marker in sorted(found, key=lambda pair: pair[0])]
