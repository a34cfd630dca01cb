"""Reads dates in Japanese, English, Portuguese and Spanish writing to values, and "until <date>"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "r": 2018, "h": 1988, "s": 1925}
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    "fev": 2, "abr": 4, "mai": 5, "ago": 8, "set": 9, "out": 10, "dez": 12, "ene": 1, "dic": 12,
}  # fmt: skip
_MONTH = r"(?P<m{n}>[A-Za-zçÇ]{{3,10}})\.?"
_YEAR = r"(?:(?P<era{n}>令和|平成|昭和|(?<![A-Za-z])[RHS](?=[\d元]))\s*(?P<ey{n}>\d{{1,2}}|元)|(?P<y{n}>(?:19|20)\d\d))"
_NOTE = r"(?:\s*[(（][^()（）]{1,12}[)）])?"
DATE = re.compile(
    r"(?<!\d)(?:"
    + _YEAR.format(n=1) + _NOTE + r"\s*年" + _NOTE + r"\s*(?:(?P<mo1>\d{1,2})\s*月\s*(?:(?P<d1>\d{1,2})\s*日|(?P<end1>末日?))?)?"
    + r"|" + _YEAR.format(n=2) + r"\s?[./-]\s?(?P<mo2>\d{1,2})\s?[./-]\s?(?P<d2>\d{1,2})(?!\d)"
    + r"|\b" + _MONTH.format(n=3) + r"\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>20\d\d)"
    + r"|(?P<d4>\d{1,2})(?:st|nd|rd|th|º|o)?\s+(?:de\s+|of\s+)?" + _MONTH.format(n=4) + r",?\s+(?:de\s+|del\s+)?(?P<y4>20\d\d)"
    + r"|\b" + _MONTH.format(n=5) + r"\s+(?P<y5>20\d\d)"
    + r"|(?P<mo6>\d{1,2})\s*月\s*(?:(?P<d6>\d{1,2})\s*日|(?P<end6>末日?))?"
    + r"|(?P<mo7>\d{1,2})/(?P<d7>\d{1,2})(?![\d/]))",
    re.I,
)  # fmt: skip
_UNTIL_AFTER = re.compile(r"\s*(?:\(\w\))?\s*(?:まで(?!に|、?お)|迄|をもって|をもちまして|で終了|に終了)")
_UNTIL_BEFORE = re.compile(
    r"(?:until|till|through|ended on|closed on|discontinued (?:on|in)|valid to|até|hasta)\s+(?:the end of\s+)?$|(?:^|[(\[])\s*~\s*$",
    re.I,
)


@dataclass(frozen=True)
class Found:
    """A date as read; parts that the page does not say are None."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    def says(self, day: date) -> bool:
        return (self.year, self.month, self.day) == (day.year, day.month, day.day)

    def last_day(self) -> date | None:
        """Return the last day that the date means; None without a year."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month or 12, self.day or (28 if self.month else 31))
        except ValueError:
            return None


def find_dates(text: str) -> Iterator[Found]:
    """Yield the dates of a folded text; 令和7年(2025年)12月1日 is one date."""
    for match in DATE.finditer(text):
        parts = match.groupdict()
        numbers = {key.rstrip("1234567"): value for key, value in parts.items() if value}
        month = _month(numbers)
        if month is None and ("m" in numbers or "mo" in numbers):
            continue
        yield Found(_year(numbers), month, int(numbers["d"]) if "d" in numbers else None, match.start(), match.end())


def until_dates(text: str) -> Iterator[date | None]:
    """Yield the last day of each "until …" in a folded text; None for a day without a year."""
    for found in find_dates(text):
        if _UNTIL_AFTER.match(text, found.end) or _UNTIL_BEFORE.search(text[: found.start]):
            yield found.last_day()


def _year(numbers: dict[str, str]) -> int | None:
    if "ey" in numbers:
        return ERAS[numbers["era"].lower()] + (1 if numbers["ey"] == "元" else int(numbers["ey"]))
    return int(numbers["y"]) if "y" in numbers else None


def _month(numbers: dict[str, str]) -> int | None:
    if "m" in numbers:
        return _MONTHS.get(numbers["m"].lower()[:3])
    month = int(numbers.get("mo", 0))
    return month if 1 <= month <= 12 else None
