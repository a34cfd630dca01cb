"""Finds telephone numbers on a page as whole tokens: one that is looked for, and all the others.

A number may be broken by hyphens, dots, brackets, spaces, tags and <br>, never by the border of a cell or a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cardcare.numbers import dialled
from cardcare.watch.folding import PICTURE, fold, kanji_digits
from cardcare.watch.page_text import Line, Page

SHORT_LENGTH = 6  # numbers with fewer digits than this (110, 188, #9110) need words around them
_SIGNS = rf"[ .・･·()\[\]/~の{PICTURE}\-]"
_GAP = rf"{_SIGNS}{{0,3}}(?:\n{_SIGNS}{{0,2}})?"
_BEFORE = r"(?<!\d)(?<!\d-)(?<!\d\d\.)"
_AFTER = r"(?!\d|[-.:]\d)"
_ABROAD = rf"(?:\+|00|010[ -]?)?81{_GAP}(?:\(0\){_GAP})?"
ANY_NUMBER = re.compile(
    rf"{_BEFORE}(?:(?:\+|00|010-)81[ .()-]{{0,2}}(?:\(?0\)?[ .-]?)?\d{{1,4}}[ .()-]{{0,2}}\d{{1,4}}[ .-]{{0,2}}\d{{3,4}}"
    rf"|\(?0\d{{1,4}}\)?[ .・-]{{0,2}}\(?\d{{1,5}}\)?[ .・-]{{0,2}}\d{{3,5}}){_AFTER}"
)
_CODE_BEFORE = re.compile(r"[A-Za-z]+$")
_PHONE_WORDS = re.compile(r"(?:tel|fax|phone|dial|call|free|no|number|hotline|line|ip|or|to|at)$", re.I)
_NOT_SHORT_BEFORE = r"(?<![\d#/:.,\-])(?<!第)(?<!約)(?<!計)(?<!¥)(?<!no\.)(?<!p\.)"
_NOT_SHORT_AFTER = r"(?![\d%:/]|[.,\-]\d| ?(?:円|人|名|件|号|ページ|頁|年|月|日|時|分|秒|番地|番目|番号|社|回|か所|箇所|カ国|条|項|歳|点|m|km|kg|yen|people))"
_SHORT_WORDS = re.compile(
    r"電話|ダイヤル|ダイアル|ホットライン|番(?![地目号])|局番|tel|phone|dial|call|hotline|line|警察|救急|消防|相談|通報|liga|disque|ligue|llam",
    re.I,
)


@dataclass(frozen=True)
class Number:
    """A number at its place: digits as dialled inside Japan, line, and the span in the line's folded text."""

    dial: str
    line: int
    start: int
    end: int

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.start


def national(phone: str) -> str:
    """Return what one dials inside Japan for a number as written: +81 3-… as 03…, #9110 with its sign."""
    return dialled(fold(phone).strip())


def find(page: Page, phone: str) -> list[Number]:
    """Return where the page says `phone` as a whole number."""
    dial = national(phone)
    if len(dial) < SHORT_LENGTH:
        return list(_find_short(page, dial))
    exact = re.compile(f"{_BEFORE}{_pattern(dial)}{_AFTER}")
    return [number for number in _search(page, exact, dial) if not _in_code(page, number)]


def find_inside(page: Page, phone: str) -> list[Number]:
    """Return where the digits stand only as part of something longer: another number, a code, a file name."""
    dial = national(phone)
    whole = set(find(page, phone))
    return [number for number in _search(page, re.compile(_pattern(dial)), dial) if number not in whole]


def find_across(page: Page, phone: str) -> Number | None:
    """Return where the digits appear only if neighbouring cells or blocks are glued together."""
    dial = national(phone)
    digits = [re.sub(r"\D", "", kanji_digits(line.folded)) for line in page.lines]
    for first in range(len(digits)):
        glued = "".join(digits[first : first + 4])
        if digits[first] and dial in glued:
            return Number(dial, first, 0, len(page.lines[first].folded))
    return None


def find_all(page: Page) -> list[Number]:
    """Return every long telephone number on the page, also those of 9 or 12 digits, which are misprints."""
    found = []
    for line in page.lines:
        for match in ANY_NUMBER.finditer(kanji_digits(line.folded)):
            dial = dialled(match[0].lstrip("(").replace("(0)", ""))
            dial = "0" + dial[4:] if dial.startswith("0081") else "0" + dial[5:] if dial.startswith("01081") else dial
            if 9 <= len(dial) <= 12:
                found.append(Number(dial, line.index, match.start(), match.end()))
    return found


def look_alike(dial: str, other: str) -> bool:
    """True if two numbers differ by one digit, by two neighbours swapped, or by one digit more or less."""
    if dial == other:
        return False
    if len(dial) == len(other):
        places = [i for i, (a, b) in enumerate(zip(dial, other, strict=True)) if a != b]
        swapped = len(places) == 2 and dial[places[0]] == other[places[1]] and dial[places[1]] == other[places[0]]
        return len(places) == 1 or swapped
    short, long = sorted((dial, other), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _pattern(dial: str) -> str:
    """Return a pattern for the digits in national and international writing, with gaps."""
    inside = _GAP.join(map(re.escape, dial))
    return f"\\(?(?:{inside}|{_ABROAD}{_GAP.join(dial[1:])})" if dial.startswith("0") else inside


def _search(page: Page, pattern: re.Pattern[str], dial: str) -> Iterator[Number]:
    """Yield the places of a pattern; lines that only <br> divides are read as one."""
    for _, group in groupby(page.lines, key=lambda line: line.block):
        lines = list(group)
        text = "\n".join(kanji_digits(line.folded) for line in lines)
        for match in pattern.finditer(text):
            if _well_grouped(match[0]):
                yield _placed(dial, lines, match.start(), match.end())


def _placed(dial: str, lines: list[Line], start: int, end: int) -> Number:
    """Return the number at its line; one that runs on into the next line ends with the first."""
    for line in lines:
        length = len(line.folded)
        if start <= length:
            return Number(dial, line.index, start, min(end, length))
        start, end = start - length - 1, end - length - 1
    raise AssertionError("a match lies in one of its lines")


def _well_grouped(raw: str) -> bool:
    """False for "0120-95-017 8" and for a bare line break inside a group: there the last digit belongs elsewhere."""
    groups = re.split(r"\D+", re.sub(r"^\D*(?:\+|00|010[ -]?)?81[ .()\-]*(?:0?\)?[ .\-]*)", "", raw.strip("()")))
    groups = [group for group in groups if group]
    if all(len(group) == 1 for group in groups):
        return True
    return len(groups[-1]) >= 2 and all(len(group) >= 2 for group in groups[1:])


def _in_code(page: Page, number: Number) -> bool:
    """True if letters stand directly before the number that are no telephone word: A0120-95-0178."""
    letters = _CODE_BEFORE.search(page.lines[number.line].folded[: number.start])
    return letters is not None and not _PHONE_WORDS.search(letters[0])


def _find_short(page: Page, dial: str) -> Iterator[Number]:
    """Yield a short number where it counts nothing and telephone words stand by."""
    digits = dial.lstrip("#")
    sign = r"#[ -]?" if dial.startswith("#") else ""
    before = _NOT_SHORT_BEFORE.replace("#", "") if sign else _NOT_SHORT_BEFORE
    pattern = re.compile(f"{before}{sign}{digits}{_NOT_SHORT_AFTER}", re.I)
    for line in page.lines:
        for match in pattern.finditer(kanji_digits(line.folded)):
            around = " ".join([line.folded, *page.heads(line), *page.headings(line)[:1]])
            if sign or _SHORT_WORDS.search(around) or _row_has_words(page, line):
                yield Number(dial, line.index, match.start(), match.end())


def _row_has_words(page: Page, line: Line) -> bool:
    rows = (scope for scope in page.scopes(line) if scope.kind in ("row", "item", "group"))
    return any(_SHORT_WORDS.search(page.lines[index].folded) for scope in rows for index in scope.lines)
