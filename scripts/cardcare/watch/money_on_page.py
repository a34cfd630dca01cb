"""Reads amounts of yen in their many writings to values: 1,000円, １千円, 一万円, ¥1,000, 1000 yen, 無料."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_PLAIN = r"\d{1,3}(?:[,.]\d{3})+(?!\d)|\d+"
MONEY = re.compile(
    rf"(?:[¥\\]|(?<![a-z])jpy ?) ?(?P<signed>{_PLAIN})(?![\d,])"
    rf"|(?<![\d,.])(?:(?P<man>{_PLAIN}) ?万)?(?:(?P<sen>\d+) ?千)?(?P<rest>(?<![\d,.])(?:{_PLAIN}))?(?P<decimals>\.\d+)? ?"
    r"(?:円(?!滑|形|卓|周|安|高|満|盤)|えん(?![ぁ-ん])|(?:japanese )?yen(?![a-z])|jpy(?![a-z])|ienes?(?![a-z])|yenes?(?![a-z])|日[元圆圓]|엔)"
    r"|(?P<kanji>[〇一二三四五六七八九十百千万]+)円(?!滑|形|卓|周)"
    r"|(?P<free>無料|無償|手数料は(?:かかり|不要)|free of charge|no charge|gratuit[oa]|sem custo)",
    re.I,
)


@dataclass(frozen=True)
class Amount:
    """An amount of yen and its place in the folded text."""

    yen: float
    start: int
    end: int


def find_money(text: str) -> Iterator[Amount]:
    """Yield the amounts of a folded text."""
    for match in MONEY.finditer(text):
        yen = _yen(match)
        if yen is not None:
            yield Amount(yen, match.start(), match.end())


def _yen(match: re.Match[str]) -> float | None:
    if match["free"]:
        return 0
    if match["kanji"]:
        return _kanji_value(match["kanji"])
    if match["signed"]:
        return _number(match["signed"])
    if not (match["man"] or match["sen"] or match["rest"]):
        return None
    whole = _number(match["man"]) * 10_000 + _number(match["sen"]) * 1000 + _number(match["rest"])
    return whole + float(match["decimals"] or 0)


def _number(text: str | None) -> int:
    return int(re.sub(r"\D", "", text)) if text else 0


def _kanji_value(text: str) -> int:
    """Return the value of a kanji number: 二千五百 is 2500, 一万 is 10000."""
    man, _, rest = text.rpartition("万")
    total = (_kanji_value(man) if man else 1) * 10_000 if "万" in text else 0
    digit = 0
    for char in rest:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = digit * 10 + _DIGITS.get(char, 0)
    return total + digit
