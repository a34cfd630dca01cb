"""Reads opening hours out of a text: which days, from when to when, whatever the wording. Values, never strings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from cardcare.watch.hours_days import ALL, HOLIDAY, WEEK, WEEKDAYS, Days, find_days
from cardcare.watch.hours_words import Interval, Token, prepared, tokens

_JOINER = re.compile(r"^[\s・･、,/&()|]*(?:及び|および|と|並びに|ならびに|または|又は|and|or|e|y|和|및)?[\s(]*$")
_FROM_DAYS = re.compile(
    r"^(?:まで|までの間|の間|の期間|期間中?|等|など)?[\s:はがも、,()\[\]【】「」・|の-]*(?:are|is|の?受付は|は)?\s*$"
)
_SENTENCE_END = "。!"


@dataclass(frozen=True)
class Statement:
    """Some days and one interval in minutes. `days` is None where the text names none; `words` stand before it."""

    days: Days | None
    interval: Interval
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """What a text says about hours. `loose`: it has times or days that we could not place; `breaks`: a break is cut out."""

    statements: tuple[Statement, ...]
    closed: Days
    loose: bool
    breaks: bool = False


@dataclass(frozen=True)
class _Item:
    """A token with its days joined and its exceptions settled: span, until, days, closed."""

    kind: str
    start: int
    end: int
    interval: Interval = (0, 0)
    days: Days = frozenset()


def read_hours(text: str) -> Reading:
    """Read a text of one or several lines."""
    ready = prepared(text)
    found = tokens(ready)
    items = _settle_exceptions(ready, _join_days(ready, found))
    statements = _attach(ready, items)
    closed = frozenset(day for item in items if item.kind == "closed" for day in item.days)
    statements = _apply_closures(ready, items, _override(ready, statements))
    loose = any(token.kind == "clock" for token in found) or _dangling(items, statements)
    breaks = sum(token.kind == "span" for token in found) > sum(item.kind == "span" for item in items)
    return Reading(tuple(statements), closed, loose, breaks)


def days_of(words: str) -> Days | None:
    """Return the days that an expected entry ("平日", "土日祝", "月〜金") means, None if it means none that we know."""
    reading = read_hours(f"{words} 0:00~1:00")
    if reading.statements and reading.statements[0].days is not None:
        return reading.statements[0].days
    days = frozenset(day for _, _, some, _ in find_days(prepared(words)) for day in some)
    return days or None


def _join_days(text: str, found: Iterable[Token]) -> list[_Item]:
    """Turn tokens into items; neighbouring days that only "and" or a comma divides become one."""
    items: list[_Item] = []
    found = list(found)
    for token in found:
        kind = {"also": "days", "except": token.side}.get(token.kind, token.kind)
        also = token.kind == "also" and sum(one.kind == "span" for one in found) == 1  # "9:00~17:00 (土日祝も)"
        item = _Item(kind, token.start, token.end, token.interval, token.days | (WEEKDAYS if also else frozenset()))
        last = items[-1] if items else None
        if kind == "days" and last and last.kind in ("days", "date") and _JOINER.match(text[last.end : token.start]):
            gap = text[last.end : token.start]
            base = token.days == HOLIDAY and last.days and last.days <= WEEKDAYS  # "月〜金 (祝日を除く)"
            if "\n" not in gap and "(" not in gap and not (base and not re.search(r"[・･、,/&と]|and", gap)):
                items[-1] = replace(last, kind="days", end=token.end, days=last.days | token.days)
                continue
        if (
            kind == "date"
            and last
            and last.kind == "days"
            and _JOINER.match(text[last.end : token.start])
            and not re.search(r"[()]", text[last.end : token.start])
        ):
            items[-1] = replace(last, end=token.end)  # "土日祝・年末年始"
            continue
        if token.kind == "span" and token.days:
            items.append(_Item("days", token.start, token.start, days=token.days))
        if kind != "clock":
            items.append(item)
    return items


def _settle_exceptions(text: str, items: list[_Item]) -> list[_Item]:
    """Give each "except" its days: those before it (祝日を除く) or after it (except holidays)."""
    settled: list[_Item] = []
    pending = list(items)
    while pending:
        item = pending.pop(0)
        if item.kind not in ("after", "before", "either"):
            settled.append(item)
            continue
        if len(settled) > 1 and settled[-1].kind == "date" and ")" in text[settled[-1].end : item.start]:
            date = settled.pop()  # "土日祝(12月29日~1月3日)はお休み"
            settled[-1] = replace(settled[-1], end=date.end)
        before, after = (settled[-1] if settled else None), (pending[0] if pending else None)
        near_before = before is not None and bool(_FROM_DAYS.match(text[before.end : item.start]))
        near_after = after is not None and bool(_FROM_DAYS.match(text[item.end : after.start]))
        if (
            near_after
            and after
            and after.kind == "days"
            and (
                item.kind != "after"
                and not (
                    near_before
                    and before
                    and before.kind == "days"
                    and item.kind == "either"
                    and ":" not in text[item.end : after.start]
                )
            )
        ):
            pending[0] = replace(after, kind="closed")
        elif near_before and before and before.kind == "days":
            settled[-1] = replace(before, kind="closed")
        elif near_before and before and before.kind == "span" and item.kind == "after" and len(settled) > 1:
            settled.pop()  # a lunch break: "9:00~17:00 (12:00~13:00を除く)"
    return [item for item in settled if item.kind != "date"]


def _attach(text: str, items: list[_Item]) -> list[Statement]:
    """Give each span the days that stand before it, or after it where the text is written that way."""
    spans = [number for number, item in enumerate(items) if item.kind in ("span", "until")]
    named = [item.kind for item in items if item.kind in ("span", "until", "days")]
    days_follow = len(named) > 1 and named[0] != "days" and named[-1] == "days"
    days: dict[int, Days] = {}
    used: set[int] = set()
    for place, number in enumerate(spans):
        upper = spans[place + 1] if place + 1 < len(spans) else len(items)
        lower = spans[place - 1] + 1 if place else 0
        before = [n for n in range(lower, number) if items[n].kind == "days" and n not in used]
        after = [
            n for n in range(number + 1, upper) if items[n].kind == "days" and _follows(text, items[number], items[n])
        ]
        limit = items[upper].start if upper < len(items) else len(text)
        bracketed = [n for n in after if _in_bracket(text, items[number], items[n], limit)]
        chosen = before or bracketed or (after if days_follow or upper == len(items) else [])
        if chosen:
            days[number] = frozenset().union(*(_open_days(text, items[n]) for n in chosen))
            used.update(chosen)
    _inherit(text, items, spans, days)
    return _statements(text, items, spans, days)


def _open_days(text: str, item: _Item) -> Days:
    """Return the days of an item on which someone is there: 休日 as the opposite of 平日 has the weekend as well."""
    return ALL - WEEKDAYS if text[item.start : item.end].strip() == "休日" else item.days


def _follows(text: str, span: _Item, days: _Item) -> bool:
    """True if the days stand in the line and sentence of the span before them."""
    gap = text[span.end : days.start]
    return "\n" not in gap and not any(end in gap for end in _SENTENCE_END)


def _in_bracket(text: str, span: _Item, days: _Item, limit: int) -> bool:
    """True if the days stand in a bracket that opens after the span and has no times of its own: 9:30~20:00(平日)."""
    gap = text[span.end : days.start]
    rest = re.match(r"[^)\]】」]*", text[days.end : limit])
    closes = (
        rest is not None and (days.end + rest.end() < limit or limit == len(text)) and not re.search(r"\d", rest[0])
    )
    return gap.lstrip().startswith(("(", "[", "【", "「")) and ")" not in gap and bool(closes)


def _inherit(text: str, items: list[_Item], spans: list[int], days: dict[int, Days]) -> None:
    """Let a span without days share those of its neighbour in a run: 平日 9:00~12:00、13:00~17:00."""
    for one, other in [*pairwise(spans), *zip(spans[:0:-1], spans[-2::-1], strict=False)]:
        first, last = sorted((items[one], items[other]), key=lambda item: item.start)
        gap = text[first.end : last.start]
        if (
            other not in days
            and one in days
            and re.fullmatch(r"(?:まで)?[\s、,・/&|と]*(?:and|及び|および|e|y)?\s*", gap)
        ):
            days[other] = days[one]


def _statements(text: str, items: list[_Item], spans: list[int], days: dict[int, Days]) -> list[Statement]:
    """Build the statements; "until 17:30" takes its beginning from the span before it."""
    found: list[Statement] = []
    for place, number in enumerate(spans):
        item = items[number]
        start = items[spans[place - 1]].end if place else 0
        interval = item.interval
        if item.kind == "until":
            if not found or number not in days:
                continue
            interval = (found[-1].interval[0], item.interval[1])
        found.append(Statement(days.get(number), interval, text[start : item.start], item.start, item.end))
    return found


def _override(text: str, statements: list[Statement]) -> list[Statement]:
    """Let a bracket or a ただし take days out of the statement before it: 平日9:00~17:00(水曜は19:00まで)."""
    for first, second in zip(range(len(statements)), range(1, len(statements)), strict=False):
        one, other = statements[first], statements[second]
        exception = re.match(r"\s*(?:[(※]|ただし|但し|、ただし|,? ?but )", text[one.end : other.start])
        if exception and one.days and other.days and other.days < one.days:
            statements[first] = replace(one, days=one.days - other.days)
    return statements


def _apply_closures(text: str, items: list[_Item], statements: list[Statement]) -> list[Statement]:
    """Take closed days from the statement that they stand with, or from those that name no days."""
    for item in (item for item in items if item.kind == "closed"):
        near = _nearest(text, item, statements)
        for number, statement in enumerate(statements):
            if near is None and statement.days not in (None, ALL, WEEK):
                continue
            if near is None or number == near:
                statements[number] = replace(
                    statement, days=(ALL if statement.days is None else statement.days) - item.days
                )
    dated = frozenset(day for statement in statements for day in statement.days or ())
    if dated and dated != ALL:
        rest = ALL - dated - frozenset(day for item in items if item.kind == "closed" for day in item.days)
        return [
            replace(one, days=rest) if one.days is None and one.start < _first_dated(statements) else one
            for one in statements
        ]
    return statements


def _first_dated(statements: list[Statement]) -> int:
    return min(statement.start for statement in statements if statement.days is not None)


def _nearest(text: str, item: _Item, statements: list[Statement]) -> int | None:
    """Return the statement in the same line: the last before the closure, else the first after it."""
    before = [n for n, one in enumerate(statements) if one.end <= item.start and "\n" not in text[one.end : item.start]]
    after = [n for n, one in enumerate(statements) if one.start >= item.end and "\n" not in text[item.end : one.start]]
    return before[-1] if before else after[0] if after else None


def _dangling(items: list[_Item], statements: list[Statement]) -> bool:
    """True if the text names open days that no statement has."""
    stated = frozenset(day for statement in statements for day in statement.days or ALL)
    return any(item.kind == "days" and not item.days <= stated for item in items)
