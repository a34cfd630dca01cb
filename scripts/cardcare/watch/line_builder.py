"""Collects text into lines and scopes while a page is walked: the writing half of html_lines.py."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardcare.watch.page_text import HEAD_LENGTH, Cell, Line, Page, Scope, wrapped
from cardcare.watch.table_grid import Grid

DEEPEST = 150  # elements within elements; what lies deeper counts to the last of them
LANDMARKS = ("footer", "nav", "aside", "header")
CONTENT = ("main", "article", "section")  # a header or footer inside these is not the site's
_SPACE = re.compile(r"[\s\u3000]+")
_KEEPS_HEADINGS = ("header", "hgroup")  # their headings speak for what follows them
_ENDS_HEADINGS = ("section", "article", "aside", "nav", "footer", "li", "td", "th", "dd")


@dataclass(eq=False)
class _Level:
    """An open element that makes a scope; `start` is its first line, `headings` are those open before it."""

    scope: Scope
    start: int
    headings: tuple[Scope, ...] = ()
    heading: int = 0
    tag: str = ""
    cell: Cell | None = None
    grid: Grid | None = None
    group: Scope | None = None
    group_start: int = 0
    in_terms: bool = False


class LineBuilder:
    """Writes lines into `page`; the walk says what opens, what closes and what is read in between."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._levels = [_Level(Scope("page"), 0)]
        self._buffer: list[str] = []
        self._headings: tuple[Scope, ...] = ()
        self._ranks: dict[Scope, tuple[int, int]] = {}  # section → level of its heading, first line
        self._heading_end = 0
        self._block = 0
        self._pre = 0
        self._too_deep = 0

    def write(self, text: str) -> None:
        """Add text of the page; white space counts as one space, as a browser shows it."""
        self._buffer.append(text if self._pre else _SPACE.sub(" ", text))

    def newline(self) -> None:
        self._buffer.append("\n")

    def mark(self) -> tuple[int, int]:
        """Return the present place, for `since`."""
        return len(self._page.lines), len(self._buffer)

    def since(self, mark: tuple[int, int]) -> str:
        """Return the text written since the mark."""
        lines = [line.text for line in self._page.lines[mark[0] :]]
        return "\n".join(lines) + "".join(self._buffer[0 if lines else mark[1] :])

    def open(self, tag: str, kind: str, heading: int = 0) -> _Level:
        """Open an element that begins a new line."""
        self._flush()
        if len(self._levels) >= DEEPEST:
            self._too_deep += 1
            return _Level(self._levels[-1].scope, len(self._page.lines))
        self._pre += tag == "pre"
        level = _Level(Scope(kind, self._levels[-1].scope), len(self._page.lines), self._headings, heading, tag)
        self._levels.append(level)
        return level

    def open_table(self) -> None:
        level = self.open("table", "table")
        level.grid = Grid(level.scope)

    def open_row(self) -> None:
        self.open("tr", "row")
        grid = self._grid()
        if grid:
            grid.start_row()

    def open_cell(self, tag: str, rowspan: str | None, colspan: str | None) -> None:
        level, grid = self.open(tag, "cell"), self._grid()
        if grid:
            level.cell = grid.add(level.scope, tag == "th", rowspan, colspan)

    def open_term(self) -> None:
        """Open a dt; the first after a dd begins a new group."""
        self._flush()
        parent = self._levels[-1]
        if parent.group is None or not parent.in_terms:
            self._close_group(parent)
            parent.group, parent.group_start = Scope("group", parent.scope), len(self._page.lines)
        parent.in_terms = True
        self._open_in_group("dt", "block", parent)

    def open_definition(self) -> None:
        parent = self._levels[-1]
        parent.in_terms = False
        self._open_in_group("dd", "item", parent)

    def _open_in_group(self, tag: str, kind: str, parent: _Level) -> None:
        level = self.open(tag, kind)
        if level in self._levels:
            level.scope.parent = parent.group or parent.scope

    def close(self) -> None:
        """Close the innermost open element and settle what it holds."""
        self._flush()
        if self._too_deep:
            self._too_deep -= 1
            return
        level = self._levels.pop()
        self._pre -= level.tag == "pre"
        self._close_group(level)
        level.scope.lines = range(level.start, len(self._page.lines))
        if level.grid:
            level.grid.finish(self._page.lines)
        if level.heading:
            self._begin_section(level)
        elif level.headings != self._headings and self._ends_headings(level):
            self._set_headings(level.headings)

    def name_parent(self) -> None:
        """Make the text of the innermost element the title of the one around it."""
        self._flush()
        text = " ".join(line.text for line in self._page.lines[self._levels[-1].start :])
        scope = self._levels[-1].scope.parent
        if scope is not None and len(text) <= HEAD_LENGTH:
            scope.title = f"{scope.title} {text}".strip()

    def finish(self) -> None:
        self._too_deep = 0
        while self._levels:
            self.close()
        self._set_headings(())

    def _flush(self) -> None:
        text = "".join(self._buffer)
        self._buffer.clear()
        self._block += 1
        for part in text.split("\n"):
            for shown in wrapped(_SPACE.sub(" ", part).strip()):
                self._add(shown)

    def _add(self, text: str) -> None:
        level = self._levels[-1]
        cells = tuple(level.cell for level in reversed(self._levels) if level.cell)
        sections = tuple(reversed(self._headings))
        line = Line(len(self._page.lines), text, level.scope, self._block, level.heading, sections, cells)
        line.landmark = self._landmark()
        self._page.lines.append(line)

    def _landmark(self) -> str:
        """Return the innermost nav or aside, or the site's own header or footer."""
        tags = [level.tag for level in reversed(self._levels)]
        inside_content = any(tag in CONTENT for tag in tags)
        found = (tag for tag in tags if tag in LANDMARKS and (tag in ("nav", "aside") or not inside_content))
        return next(found, "")

    def _grid(self) -> Grid | None:
        return next((level.grid for level in reversed(self._levels) if level.grid), None)

    def _close_group(self, level: _Level) -> None:
        if level.group is not None:
            level.group.lines = range(level.group_start, len(self._page.lines))
            level.group = None

    def _ends_headings(self, level: _Level) -> bool:
        """True if headings inside the element do not speak for what comes after it; a mere wrapper's do."""
        if level.tag in _KEEPS_HEADINGS or not self._levels:
            return False
        return level.tag in _ENDS_HEADINGS or len(self._page.lines) > self._heading_end

    def _begin_section(self, level: _Level) -> None:
        if not level.scope.lines:
            return
        section = Scope("section")
        self._ranks[section] = level.heading, level.start
        outer = tuple(open_ for open_ in self._headings if self._ranks[open_][0] < level.heading)
        self._set_headings((*outer, section))
        self._heading_end = len(self._page.lines)
        for line in self._page.lines[level.start :]:
            line.sections = tuple(reversed(self._headings))

    def _set_headings(self, headings: tuple[Scope, ...]) -> None:
        """Change the open headings; those that end get their lines."""
        for section in self._headings:
            if section not in headings:
                section.lines = range(self._ranks[section][1], len(self._page.lines))
        self._headings = headings
