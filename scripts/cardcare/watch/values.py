"""Judges a fee or a date: does the page still give this value with this label?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cardcare.watch.dates_on_page import DATE, find_dates
from cardcare.watch.labels import Label
from cardcare.watch.money_on_page import MONEY, find_money
from cardcare.watch.page_text import Line, Page
from cardcare.watch.quoting import quote
from cardcare.watch.retired import past
from cardcare.watch.verdict import Verdict

Judged = tuple[Verdict, str, str]
Reader = Callable[[str], Iterator["Value"]]


@dataclass(frozen=True)
class Value:
    """A value at its place in a line: `right` if it is the expected one, `free` if the page says 無料 instead."""

    right: bool
    start: int
    end: int
    line: int = 0
    free: bool = False

    @property
    def place(self) -> tuple[int, int, int]:
        return self.line, self.start, self.end


def judge_fee(page: Page, labels: Sequence[Label], fee: int, today: date | None) -> Judged:
    """Judge an amount of yen. "Free" speaks of the fee only in its own row or line: elsewhere it may be the call."""

    def read(text: str) -> Iterator[Value]:
        for amount in find_money(text):
            yield Value(amount.yen == fee, amount.start, amount.end, free=amount.yen == 0 != fee)

    return _Values(page, read, today, MONEY).judge(labels, "fee")


def judge_date(page: Page, labels: Sequence[Label], day: date, today: date | None) -> Judged:
    """Judge a date; a day without a year on the page is worth a look, no more."""

    def read(text: str) -> Iterator[Value]:
        whole = (found for found in find_dates(text) if found.year and found.day)
        yield from (Value(found.says(day), found.start, found.end) for found in whole)

    return _Values(page, read, today, DATE).judge(labels, "date")


class _Values:
    """All current values of one kind on a page."""

    def __init__(self, page: Page, read: Reader, today: date | None, like: re.Pattern[str]) -> None:
        self._page = page
        self._read = read
        self._today = today
        self._like = like

    @cached_property
    def _values(self) -> list[Value]:
        lines = self._page.lines
        found = [replace(value, line=line.index) for line in lines for value in self._read(line.folded)]
        return [value for value in found if past(self._page, value.place, self._today, like=self._like) != "yes"]

    def judge(self, labels: Sequence[Label], kind: str) -> Judged:
        """Return the verdict on the value nearest to the label; without a label, on the page as a whole."""
        tied = [values for label in labels if (values := self._beside(label))]
        for values in tied:
            if any(value.right for value in values):
                return Verdict.OK, f"{kind}-said", self._quote(next(value for value in values if value.right))
        if tied:
            return Verdict.CHANGED, f"{kind}-differs", self._quote(tied[0][0])
        return self._judge_page(kind, bool(labels))

    def _judge_page(self, kind: str, named: bool) -> Judged:
        """Judge by the values of the whole page: where the label is missing, or has no value beside it."""
        priced = [value for value in self._values if not value.free]
        right = next((value for value in priced if value.right), None)
        if right:
            verdict = (Verdict.WARN, f"{kind}-elsewhere") if named else (Verdict.OK, f"{kind}-said")
            return (*verdict, self._quote(right))
        if priced:
            return Verdict.CHANGED, f"{kind}-missing", self._quote(priced[0])
        return Verdict.WARN, f"{kind}-missing", self._page.title[:160]

    def _beside(self, label: Label) -> list[Value]:
        """Return the values after the label in its line, else those of the smallest scope that has any."""
        line = self._page.lines[label.line]
        same = [value for value in self._values if value.line == label.line]
        after = [value for value in same if value.start >= label.end]
        if same:
            return self._one_breath(line, after) if after else same
        for scope in self._page.scopes(line):
            inside = set(scope.lines)
            closed = scope.kind in ("row", "group") and len(inside) > 1
            found = [value for value in self._values if value.line in inside and (closed or not value.free)]
            if closed:
                return found or self._below(line)
            if found:
                later = [value for value in found if value.line > label.line]
                return [value for value in found if value.line == (later or found)[0].line]
        return []

    def _below(self, line: Line) -> list[Value]:
        """Return the values in the column that a header cell heads."""
        columns = [scope for cell in line.cells for scope in cell.around if scope.kind == "column" and cell.header]
        return [value for value in self._values if any(value.line in scope.lines for scope in columns)]

    def _one_breath(self, line: Line, values: list[Value]) -> list[Value]:
        """Return the first value and those that stand beside it within its sentence."""
        ends = line.folded.find("。", values[0].end)
        return [value for value in values if ends < 0 or value.start < ends]

    def _quote(self, value: Value) -> str:
        return quote(self._page, value.line, value.start, value.end)
