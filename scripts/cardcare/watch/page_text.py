"""A page as people see it: lines of text, and the nested scopes (row, list item, section, …) that hold them together.

Built by html_lines.py and plain_lines.py; asked by everything that ties a number or hours to a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cardcare.watch.folding import PICTURE, fold

LONGEST_LINE = 2000  # characters; longer lines are not written by people
_LINE_END = re.compile(rf".{{1,{LONGEST_LINE}}}(?:[。、 |]|$)|.{{1,{LONGEST_LINE}}}", re.S)
HEAD_LENGTH = 60  # a table cell longer than this heads nothing
LEAD_DIGITS = 9  # a line with so many digits has a number of its own
LEAD_LENGTH = 24  # a line longer than this is a sentence, not the name of the next line


@dataclass(eq=False)
class Scope:
    """Lines that belong together. `kind`: page, box, block, item, group, cell, row, column, rows, table, section.

    `title` is what names it: a caption, legend, summary or the terms of a definition.
    """

    kind: str
    parent: Scope | None = None
    lines: Sequence[int] = ()
    title: str = ""

    def chain(self) -> Iterator[Scope]:
        """Yield this scope and those around it, from the inside out."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent


@dataclass(eq=False)
class Cell:
    """A table cell: the rows and columns it lies in, and the header cells above and beside it."""

    scope: Scope
    header: bool
    row: int
    column: int
    rows: int
    columns: int
    around: list[Scope] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    @property
    def text_lines(self) -> Sequence[int]:
        return self.scope.lines


@dataclass(eq=False)
class Line:
    """One line as displayed, before wrapping. `block` is equal for lines that only a <br> divides."""

    index: int
    text: str
    scope: Scope
    block: int
    level: int = 0
    sections: tuple[Scope, ...] = ()
    cells: tuple[Cell, ...] = ()
    landmark: str = ""

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def has_picture(self) -> bool:
        return PICTURE in self.text


@dataclass(frozen=True)
class Picture:
    """An image: its address and its text alternative."""

    src: str
    alt: str


@dataclass
class Page:
    """A page taken apart. `unseen` holds the texts that readers do not see, by cause: struck, hidden, noscript, title."""

    lines: list[Line] = field(default_factory=list)
    title: str = ""
    source: str = ""
    pictures: list[Picture] = field(default_factory=list)
    unseen: dict[str, list[str]] = field(default_factory=dict)
    tel_conflicts: list[tuple[str, str]] = field(default_factory=list)
    tags: dict[str, int] = field(default_factory=dict)

    def scopes(self, line: Line) -> list[Scope]:
        """Return the scopes around a line, smallest first."""
        found = [*line.scope.chain(), *line.sections]
        found += [scope for cell in line.cells for scope in cell.around]
        return sorted(found, key=lambda scope: len(scope.lines))

    def heads(self, line: Line) -> list[str]:
        """Return what names a line: header cells, terms, captions, then a short line directly before it."""
        titles = [scope.title for scope in line.scope.chain() if scope.title]
        return [*(head for cell in line.cells for head in cell.heads), *titles, *self.lead(line)]

    def lead(self, line: Line) -> list[str]:
        """Return the short line that stands directly before `line` under the same parent, if there is one."""
        before = self.lines[line.index - 1] if line.index else None
        if before is None or before.level or not 0 < len(before.folded) <= LEAD_LENGTH:
            return []
        if sum(char.isdigit() for char in before.folded) >= LEAD_DIGITS:
            return []
        together = before.block == line.block or _holder(before) is _holder(line)
        return [before.text] if together and line.scope.kind != "item" else []

    def headings(self, line: Line) -> list[str]:
        """Return the texts of the headings above a line, nearest first."""
        return [self.lines[section.lines[0]].text for section in line.sections if section.lines]

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def wrapped(text: str) -> list[str]:
    """Return a text as lines of bearable length, cut at spaces and signs; an ordinary line stays whole."""
    if len(text) <= LONGEST_LINE:
        return [text] if text else []
    return [part.strip() for part in _LINE_END.findall(text) if part.strip()]


def _holder(line: Line) -> Scope | None:
    """Return what holds the block of a line: the box around a paragraph."""
    return line.scope.parent if line.scope.kind in ("block", "box") else line.scope
