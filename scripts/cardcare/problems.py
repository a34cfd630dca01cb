"""A fault of the content, told to an editor: where, what, and how to put it right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file; `path` is relative to the project, `line` counts from 1."""

    path: str
    line: int = 1


@dataclass(frozen=True)
class Finding:
    """What one rule saw; the rule's code is added when it becomes a Problem."""

    place: Place
    message: str
    hint: str = ""


@dataclass(frozen=True, order=True)
class Problem:
    """A finding with the code of the rule that made it."""

    path: str
    line: int
    code: str
    message: str
    hint: str = ""

    @classmethod
    def of(cls, code: str, finding: Finding) -> Problem:
        return cls(finding.place.path, finding.place.line, code, finding.message, finding.hint)
