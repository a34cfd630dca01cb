"""A rule: a code that is never reused, a title, and a function that yields findings. Its docstring is what
`cardcare explain` prints, so it is written for an editor."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from cardcare.content.load import Content
from cardcare.problems import Finding, Problem

T = TypeVar("T")
Check = Callable[[T], Iterable[Finding]]


@dataclass(frozen=True)
class Source:
    """What the checks of the written content look at. `today` decides what is overdue or in the future."""

    content: Content
    today: date


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One check under its code."""

    code: str
    title: str
    check: Check[T]

    def problems(self, subject: T) -> Iterator[Problem]:
        for finding in self.check(subject):
            yield Problem.of(self.code, finding)

    @property
    def explanation(self) -> str:
        return f"{self.code}: {self.title}\n\n{inspect.getdoc(self.check) or ''}"


def rule(code: str, title: str) -> Callable[[Check[T]], Rule[T]]:
    """Make a check function a Rule."""
    return lambda check: Rule(code, title, check)
