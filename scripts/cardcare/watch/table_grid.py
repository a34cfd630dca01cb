"""Lays out a table: which cell lies in which rows and columns, and which header cells speak for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cardcare.watch.page_text import HEAD_LENGTH, LEAD_LENGTH, Cell, Line, Scope

MAX_COLUMNS = 60  # a foreign page may claim any span
MAX_ROWS = 300
NUMBER_DIGITS = 9  # a cell with so many digits holds a telephone number
_NAMES = re.compile(  # what a plain cell may say of the cells right of it: days, or that they are old or new
    r"^\W*(?:平日|毎日|祝日|土日祝?日?|休日|[月火水木金土日・、~〜～\-第\d]+曜日?|(?:mon|tues|wednes|thurs|fri|satur|sun)day.*|weekdays?|weekends?"
    r"|旧.*|新.*|以前の.*|変更[前後]|old.*|new.*|former.*)\W*$", re.I
)  # fmt: skip


class Grid:
    """A table while it is being read; `finish` then ties its cells together."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._cells: list[Cell] = []
        self._at: dict[tuple[int, int], Cell] = {}
        self._row = -1

    def start_row(self) -> None:
        self._row += 1

    def add(self, scope: Scope, header: bool, rowspan: str | None, colspan: str | None) -> Cell:
        """Place a cell at the next free column of the row."""
        self._row = max(self._row, 0)
        column = 0
        while (self._row, column) in self._at:
            column += 1
        rows, columns = _span(rowspan, MAX_ROWS), _span(colspan, MAX_COLUMNS)
        cell = Cell(scope, header, self._row, column, rows, columns)
        self._cells.append(cell)
        for row in range(self._row, self._row + rows):
            for place in range(column, column + columns):
                self._at.setdefault((row, place), cell)
        return cell

    def finish(self, lines: Sequence[Line]) -> None:
        """Give each cell its scopes (row, column, rows that a spanning cell joins) and its header texts."""
        if not self._cells:
            return
        height, width = self._row + 1, 1 + max(column for _, column in self._at)
        rows = [self._strip((row, column) for column in range(width)) for row in range(height)]
        columns = [self._strip((row, column) for row in range(height)) for column in range(width)]
        row_scopes = [Scope("row", self.scope, _lines(cells)) for cells in rows]
        column_scopes = [Scope("column", self.scope, _lines(cells)) for cells in columns]
        for cell in self._cells:
            last = min(cell.row + cell.rows, height)
            cell.around += row_scopes[cell.row : last] + column_scopes[cell.column : cell.column + cell.columns]
        self._join_rows(rows, width)
        self._name_cells(rows, lines)

    def _strip(self, places: Iterable[tuple[int, int]]) -> list[Cell]:
        """Return the cells at the places, each once."""
        return list(dict.fromkeys(self._at[place] for place in places if place in self._at))

    def _join_rows(self, rows: list[list[Cell]], width: int) -> None:
        """Join the rows beside a cell that spans several, and the rows below a cell as wide as the table."""
        starts = [row for row, cells in enumerate(rows) if width > 1 and len(cells) == 1 and cells[0].columns == width]
        spans = [(start, end) for start, end in pairwise([*starts, len(rows)]) if end > start + 1]
        spans += [(cell.row, min(cell.row + cell.rows, len(rows))) for cell in self._cells if cell.rows > 1]
        for start, end in dict.fromkeys(spans):
            members = list(dict.fromkeys(cell for cells in rows[start:end] for cell in cells))
            scope = Scope("rows", self.scope, _lines(members))
            for cell in members:
                cell.around.append(scope)

    def _name_cells(self, rows: list[list[Cell]], lines: Sequence[Line]) -> None:
        """Give each cell the texts of its header cells: those left of it in the row, those above in the column."""
        any_header = any(cell.header for cell in self._cells)
        above: dict[int, list[str]] = {}
        last_heading_row = -1
        for number, cells in enumerate(rows):
            left: list[str] = []
            heading_row = all(cell.header for cell in cells) if any_header else number == 0
            if heading_row:
                above = above if number == last_heading_row + 1 else {}
                last_heading_row = number
            for cell in cells:
                text = _text(cell, lines)
                cell.heads += [head for head in (*left, *above.get(cell.column, [])) if head not in cell.heads]
                left = _heads_after(left, cell, text, not any_header and cell.column == 0)
                if text and heading_row:
                    for column in range(cell.column, cell.column + cell.columns):
                        above[column] = [*above.get(column, [])[-2:], text]


def _heads_after(left: list[str], cell: Cell, text: str, first: bool) -> list[str]:
    """Return the heads of the cells right of `cell`: a short text names what follows, a number ends that."""
    digits = sum(char.isdigit() for char in text)
    if digits >= NUMBER_DIGITS:
        return []
    names = text and (cell.header or first or (len(text) <= LEAD_LENGTH and bool(_NAMES.search(text))))
    return [*left, text] if names else left


def _span(value: str | None, most: int) -> int:
    return min(int(value), most) if value and value.isdecimal() and int(value) > 0 else 1


def _lines(cells: Iterable[Cell]) -> Sequence[int]:
    return sorted({index for cell in cells for index in cell.text_lines})


def _text(cell: Cell, lines: Sequence[Line]) -> str:
    text = " ".join(lines[index].text for index in cell.text_lines)
    return text if len(text) <= HEAD_LENGTH else ""
