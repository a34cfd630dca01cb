"""Ties the hours on a page to one telephone number or label, by the structure of the page.

From the place of the number we go outwards: its line, cell, row, list item, definition, section … The first scope that
has hours of its own decides. Hours that stand closer to another number belong to that number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

from cardcare.watch.folding import fold
from cardcare.watch.hours_compare import LOST
from cardcare.watch.hours_past import current_hours
from cardcare.watch.hours_words import WHOLE_DAY, prepared, tokens
from cardcare.watch.numbers_on_page import Number
from cardcare.watch.page_text import Line, Page, Scope

Place = tuple[int, int]  # line, and where in its folded text
MOST_ITEMS = 60  # hours looked at in one scope, the nearest first: no honest window has more
LONGEST_COMPANION = 80  # a longer line without times is prose and parts two groups of hours
_TIME_LIKE = re.compile(
    r"\d\s?(?:[:.時]|h|시|[点點]|giờ|am|pm|[ap]\.m|~\d)|24|終日|正午|noon|clock|[一二三四五六七八九十]時|昼夜|全天",
    re.I,
)
_ALTERNATIVE = re.compile(
    r"つながらない|繋がらない|つながりにくい|ip電話|海外|国外|abroad|overseas|outside japan|有料|通話料|携帯|一部の|または|又は|もしくは|あるいは|代替|050"
    r"|\bor\b|(?:^|[^\d])/\s*$|fax|ファクス|ファックス|ﾌｧｸｽ|internacional|exterior", re.I
)  # fmt: skip
_OTHER_CHANNEL = re.compile(
    r"窓口での|窓口受付|窓口業務|窓口の|来所|来庁|開庁|閉庁|チャット|メール|e-?mail|chat|fax|ファクス|ファックス|in person|店頭|郵送|面談|対面|会場|開館|メンテナンス"
    r"|maintenance|工事|説明会|イベント|講座|セミナー|更新日|公開日|掲載", re.I
)  # fmt: skip
_PHONE_CHANNEL = re.compile(
    r"電話|tel|phone|call|お?問い?合わ?せ(?:時間|受付)|受付時間|対応時間|ダイヤル|コールセンター|reception", re.I
)


@dataclass(frozen=True)
class Item:
    """One piece of hours: a line, or the part of it between two numbers. `text` has the line's names before it.

    `time_start` and `end` say where in the line's folded text the times stand.
    """

    line: int
    start: int
    end: int
    text: str
    time_start: int = 0

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.start


@dataclass(frozen=True)
class Region:
    """Hours that belong to a place, in order. `certain` is False where other numbers might own them as well."""

    items: tuple[Item, ...]
    scope: Scope
    certain: bool


@dataclass
class Surroundings:
    """One page, the numbers that we look for and all others."""

    page: Page
    ours: Sequence[Number]
    others: Sequence[Number]
    today: date | None = None
    label: str = ""
    _found: dict[int, list[Item]] = field(default_factory=dict)
    _companions: dict[int, bool] = field(default_factory=dict)
    _orders: dict[Scope, tuple[list[Place], list[Place]]] = field(default_factory=dict)

    @cached_property
    def anchors(self) -> list[Number]:
        """Return the numbers that may own hours: ours, and others that are no second way to the same window."""
        return sorted([*self.ours, *(n for n in self.others if not self._alternative(n))], key=lambda n: n.place)

    @cached_property
    def _anchor_places(self) -> list[Place]:
        return [number.place for number in self.anchors]

    def items_in(self, lines: Iterable[int]) -> list[Item]:
        """Return every piece of hours in some lines."""
        return [item for index in lines for item in self._items_of(index)]

    def regions(self, place: Place) -> Iterator[Region]:
        """Yield the hours that belong to a place, scope by scope from the inside out; each scope only if it adds some."""
        home = self.page.lines[place[0]]
        known: set[Item] = set()
        for scope in self.page.scopes(home):
            items = [item for item in self.items_in(scope.lines) if item not in known]
            near = sorted(items, key=lambda item: abs(item.line - home.index))[:MOST_ITEMS]
            near = [item for item in near if self.page.lines[item.line].landmark == home.landmark]
            mine = {item: self._owned(item, place, scope) for item in near}
            owned = sorted((item for item in near if mine[item] != "other"), key=lambda item: item.place)
            if owned:
                known.update(owned)
                yield Region(tuple(owned), scope, all(mine[item] == "mine" for item in owned))

    def runs(self, items: Sequence[Item]) -> list[list[Item]]:
        """Part items into groups that stand together, without other text in between."""
        groups: list[list[Item]] = []
        for item in items:
            last = groups[-1][-1] if groups else None
            if last and all(self.companion(index) for index in range(last.line + 1, item.line)):
                groups[-1].append(item)
            else:
                groups.append([item])
        return groups

    def text(self, items: Sequence[Item], scope: Scope) -> str:
        """Return the text of a group with the lines around it that only name days or closures."""
        own = {item.line: item for item in items}
        first, last = min(own), max(own)
        inside = set(scope.lines)
        while (
            first - 1 in inside
            and first - 1 not in own
            and self.companion(first - 1)
            and not self._parted(first - 1, first)
        ):
            first -= 1
        while last + 1 in inside and self.companion(last + 1) and not self._parted(last, last + 1):
            last += 1
        wanted = [index for index in range(first, last + 1) if index in own or self.companion(index)]
        return "\n".join(_joined(items, index) or self.page.lines[index].folded for index in wanted)

    def companion(self, index: int) -> bool:
        """True if a line only names days or closures, and so belongs to the hours beside it."""
        if index not in self._companions:
            text = self.page.lines[index].folded
            kinds = {token.kind for token in tokens(prepared(text))} if len(text) <= LONGEST_COMPANION else set()
            days_only = bool(kinds & {"days", "except", "date", "also"}) and not kinds & {"span", "until", "clock"}
            self._companions[index] = days_only and not bool(self._anchors_in(range(index, index + 1)))
        return self._companions[index]

    def other_channel(self, item: Item) -> bool:
        """True if the hours are those of a counter, a chat, an office: not of the telephone."""
        line = self.page.lines[item.line]
        words = " ".join(
            [line.folded[: item.end], *map(fold, self.page.heads(line)), *map(fold, self.page.headings(line)[:1])]
        )
        return bool(_OTHER_CHANNEL.search(words)) and not _PHONE_CHANNEL.search(words)

    def _parted(self, first: int, second: int) -> bool:
        """True if two neighbouring lines lie in different rows or items, each with times of its own."""
        one, other = self.page.lines[first], self.page.lines[second]
        return one.scope.kind == "item" and one.scope is not other.scope and one.scope.parent is not other.scope.parent

    def _items_of(self, index: int) -> list[Item]:
        """Return the pieces of hours in a line; found once, and only where somebody asks."""
        if index not in self._found:
            line = self.page.lines[index]
            self._found[index] = list(self._items(line)) if _TIME_LIKE.search(line.folded) else []
        return self._found[index]

    def _items(self, line: Line) -> Iterator[Item]:
        """Yield the pieces of a line that have times: numbers cut it into pieces."""
        cuts = [(n.start, n.end) for n in self._anchors_on(line.index)]
        edges = [0, *(edge for cut in cuts for edge in cut), len(line.folded)]
        names = [fold(head) for head in self.page.heads(line)]
        prefix = " ".join(name for name in names if not _TIME_LIKE.search(name))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            piece = (
                current_hours(line.folded[start:end], self.today) if _TIME_LIKE.search(line.folded[start:end]) else ""
            )
            times = (
                [t for t in tokens(prepared(piece)) if t.kind in ("span", "until")] if _TIME_LIKE.search(piece) else []
            )
            if times:
                text = f"{prefix} {piece}" if start == 0 or not cuts else piece
                if all(token.interval == WHOLE_DAY for token in times):
                    text = f"{self._purpose(line)} {text}"
                yield Item(line.index, start, end, text, min(end, start + times[0].start))

    def _purpose(self, line: Line) -> str:
        """Return the heading over a line if it speaks of lost cards; the page's own title does not count."""
        section = next(iter(line.sections), None)
        heading = self.page.lines[section.lines[0]] if section and section.lines else None
        return heading.folded if heading and heading.level > 1 and LOST.search(heading.folded) else ""

    def _alternative(self, number: Number) -> bool:
        """True if the page offers the number as another way to the window before it: IP phones, from abroad, fax."""
        line = self.page.lines[number.line]
        before = line.folded[max(0, number.start - 40) : number.start]
        if number.dial.startswith("050"):
            return any(n.place < number.place for n in self.ours)
        return any(_ALTERNATIVE.search(self._nameless(text)) for text in (before, *map(fold, self.page.heads(line))))

    def _nameless(self, text: str) -> str:
        """Return the text without our own label, which may well say 海外 or 携帯 itself."""
        return text.replace(fold(self.label), "") if self.label else text

    def _owned(self, item: Item, place: Place, scope: Scope) -> str:
        """Say whose hours these are, seen from `scope`: mine, other or shared."""
        line = self.page.lines[item.line]
        here = {number.place for number in self.ours} | {place}
        same_line = self._anchors_in(range(item.line, item.line + 1))
        if same_line and item.line != place[0] and here.isdisjoint(same_line):
            return "other"
        for narrower in self.page.scopes(line):
            if len(narrower.lines) >= len(scope.lines):
                break
            if self._anchors_in(narrower.lines) and not any(one[0] in narrower.lines for one in here):
                return "other"
        return self._by_order(item, place, here, scope)

    def _by_order(self, item: Item, place: Place, here: set[Place], scope: Scope) -> str:
        """Decide by the order of numbers and hours in a scope: number, hours, number, hours …"""
        numbers, hours = self._order_in(scope)
        if here.issuperset(numbers):
            return "mine"
        numbers = sorted({*numbers, place}) if place not in numbers else numbers
        hours_lead = hours[0] < numbers[0] and hours[-1] < numbers[-1]
        cut = bisect_left(numbers, item.place)
        before, after = numbers[:cut], numbers[cut:]
        owner = (after[:1] if hours_lead else before[-1:]) or before[-1:] or after[:1]
        if owner[0] in here:
            return "mine"
        group = _unparted(after if hours_lead or not before else before[::-1], hours)
        return "other" if here.isdisjoint(group) else "shared"

    def _order_in(self, scope: Scope) -> tuple[list[Place], list[Place]]:
        """Return the places of all numbers and of all hours in a scope; kept, since many hours ask."""
        if scope not in self._orders:
            inside = set(scope.lines)
            numbers = sorted({n.place for n in self.anchors if n.line in inside})
            self._orders[scope] = numbers, [item.place for item in self.items_in(scope.lines)]
        return self._orders[scope]

    def _anchors_on(self, index: int) -> list[Number]:
        first, last = bisect_left(self._anchor_places, (index, 0)), bisect_left(self._anchor_places, (index + 1, 0))
        return self.anchors[first:last]

    def _anchors_in(self, lines: Sequence[int]) -> list[Place]:
        """Return the numbers in some lines, which ascend."""
        if not lines:
            return []
        places = self._anchor_places
        first, last = bisect_left(places, (lines[0], 0)), bisect_left(places, (lines[-1] + 1, 0))
        return (
            places[first:last] if isinstance(lines, range) else [one for one in places[first:last] if one[0] in lines]
        )


def _unparted(numbers: Sequence[Place], hours: Sequence[Place]) -> list[Place]:
    """Return the first numbers of a sequence that no hours part from each other."""
    group = list(numbers[:1])
    for one, other in pairwise(numbers):
        low, high = sorted((one, other))
        if bisect_right(hours, low) < bisect_left(hours, high):
            break
        group.append(other)
    return group


def _joined(items: Sequence[Item], index: int) -> str:
    return " ".join(item.text for item in items if item.line == index)
