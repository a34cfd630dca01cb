"""Compares expected opening hours with what a text says, day by day, as values.

| the text                                                              | outcome   |
| --------------------------------------------------------------------- | --------- |
| gives every expected day exactly the expected times                   | equal     |
| gives one set of times and no days, and we expect just those times    | equal     |
| gives an expected day other times, or calls it closed                 | differs   |
| gives the expected times to more days than expected, in one breath    | differs   |
| says nothing of some expected day, or leaves out only the holidays    | missing   |
| has times or days that we could not place, or more times than expected | unclear   |
| says nothing of hours                                                 | none      |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from cardcare.watch.hours_days import HOLIDAY, WEEK
from cardcare.watch.hours_on_page import Reading, Statement, days_of, read_hours
from cardcare.watch.hours_words import WHOLE_DAY, Interval
from cardcare.watch.target import Span

Times = frozenset[Interval]
WeekOf = dict[int, Times]


class Outcome(StrEnum):
    EQUAL = "equal"
    DIFFERS = "differs"
    MISSING = "missing"
    UNCLEAR = "unclear"
    NONE = "none"


LOST = re.compile(
    r"紛失|盗難|一時停止|利用停止|一時利用|なくした|盗まれた|lost|stolen|suspen|loss|theft|perda|roubo|pérdida|robo",
    re.I,
)
_SPECIAL = re.compile(
    rf"{LOST.pattern}|緊急|自動音声|音声案内|留守番|チャット|メール|フォーム|ウェブ|web|オンライン|インターネット|fax|ファクス|ファックス"
    r"|chat|e-?mail|online|昼休み|休憩|メンテナンス|外国語|英語|多言語"
)


def expected_week(spans: Iterable[Span]) -> WeekOf | None:
    """Return the expected times per day; None when an entry's days or times cannot be read."""
    week: WeekOf = {}
    for span in spans:
        days, interval = days_of(span.days), _interval(span.open, span.close)
        if days is None or interval is None:
            return None
        for day in days:
            week[day] = week.get(day, frozenset()) | {interval}
    return _with_holidays(week, frozenset())


def week_of_text(text: str) -> WeekOf | None:
    """Return the times per day of a text such as "平日 9:30〜20:00"; None if it leaves anything open."""
    reading = read_hours(text)
    if reading.loose or not reading.statements or any(one.days is None for one in reading.statements):
        return None
    return _week(reading.statements, reading)


def compare(expected: WeekOf, reading: Reading) -> Outcome:
    """Compare; what a page says of lost cards, chats or breaks is weighed apart from the rest."""
    special = [one for one in reading.statements if _SPECIAL.search(one.words)]
    ordinary = [one for one in reading.statements if one not in special]
    if (
        not ordinary
        and LOST.search(" ".join(one.words for one in special))
        and _always(special)
        and not _expects_always(expected)
    ):
        return Outcome.NONE  # "紛失・盗難: 24時間" says nothing of the hours for questions
    outcomes = [_compare(expected, some, reading) for some in (ordinary, special, reading.statements) if some]
    if Outcome.EQUAL in outcomes:
        return Outcome.EQUAL
    return outcomes[0] if outcomes else Outcome.NONE


def _always(statements: Iterable[Statement]) -> bool:
    return all(one.interval == WHOLE_DAY for one in statements)


def _expects_always(expected: WeekOf) -> bool:
    return any(WHOLE_DAY in times for times in expected.values())


def _compare(expected: WeekOf, statements: Sequence[Statement], reading: Reading) -> Outcome:
    week = _week(statements, reading)
    if not week:
        return _compare_undated(
            expected, frozenset(one.interval for one in statements if one.days is None), reading.loose
        )
    wrong = [day for day in expected if day in week and not _same(expected[day], week[day], reading.breaks)]
    wrong += [day for day in expected if day not in week and day in reading.closed]
    if wrong:
        return Outcome.UNCLEAR if _may_be_misread(expected, week, wrong, reading.loose) else Outcome.DIFFERS
    if any(day not in week for day in expected):
        return Outcome.UNCLEAR if reading.loose else Outcome.MISSING
    extra = {day for day in week if day not in expected}
    if not extra:
        return Outcome.EQUAL
    broadened = any(one.days and one.days & extra - HOLIDAY and one.days & expected.keys() for one in statements)
    return Outcome.DIFFERS if broadened else Outcome.UNCLEAR


def _compare_undated(expected: WeekOf, times: Times, loose: bool) -> Outcome:
    """Compare times for which the page names no days."""
    kinds = set(expected.values())
    if not times:
        return Outcome.NONE
    if len(kinds) == 1 and times == next(iter(kinds)):
        return Outcome.EQUAL
    known = frozenset().union(*kinds)
    return Outcome.UNCLEAR if times & known or loose else Outcome.DIFFERS


def _same(expected: Times, said: Times, breaks: bool) -> bool:
    """True if the times are equal; where the page cuts a break out, the outer limits count."""
    if expected == said:
        return True
    return breaks and _hull(expected) == _hull(said)


def _may_be_misread(expected: WeekOf, week: WeekOf, wrong: list[int], loose: bool) -> bool:
    """True if the page has all expected times, but beside others, or in a text with loose ends."""
    beside = all(day in week and expected[day] < week[day] for day in wrong)
    said = frozenset().union(*week.values())
    return beside or (loose and all(times <= said for times in expected.values()))


def _week(statements: Iterable[Statement], reading: Reading) -> WeekOf:
    week: WeekOf = {}
    for one in statements:
        for day in one.days or ():
            week[day] = week.get(day, frozenset()) | {one.interval}
    return _with_holidays(week, reading.closed)


def _with_holidays(week: WeekOf, closed: frozenset[int]) -> WeekOf:
    """Add the holidays where all seven days are equal: who opens every day opens on holidays, unless he says no."""
    same = len({week.get(day) for day in WEEK}) == 1 and 0 in week
    return {**week, 7: week[0]} if same and 7 not in week and 7 not in closed else week


def _interval(opens: str, closes: str) -> Interval | None:
    match = re.fullmatch(r"(\d{1,2}):(\d\d)/(\d{1,2}):(\d\d)", f"{opens.strip()}/{closes.strip()}")
    if not match:
        return None
    first, last = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    if first == 0 and last in (0, 1439, 1440):
        return WHOLE_DAY
    return first, last if last > first else last + 1440


def _hull(times: Times) -> Interval:
    return min(one[0] for one in times), max(one[1] for one in times)
