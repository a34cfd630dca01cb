"""Cuts a text about opening hours into tokens: spans of time, days, exceptions. Knows words, not their connection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cardcare.watch.folding import PICTURE, fold
from cardcare.watch.hours_days import ALL, Days, day_range, find_days
from cardcare.watch.numbers_on_page import ANY_NUMBER

Interval = tuple[int, int]  # minutes since midnight; the end may lie beyond 24 hours
WHOLE_DAY: Interval = (0, 1440)

_KANJI_TIME = re.compile(r"[〇一二三四五六七八九十]{1,3}(?=時(?!間|利|的|保|停|帰|期|金|所)|分(?!類|野|の))")
_MARK = r"午前|午後|a\.m\.|p\.m\.|am(?![a-z])|pm(?![a-z])|오전|오후|上午|下午|sáng|chiều|da manhã|da tarde|da noite|朝|夕方|夜|晩"
_CLOCK = re.compile(
    rf"(?P<noon>正午|noon\b|midday\b|meio-dia|mediodía|정오|中午)|(?P<midnight>深夜0時|midnight\b|meia-noite)"
    rf"|(?<![\d#¥])(?<!\d[:.月年])(?P<mark>{_MARK})?\s*(?P<hour>[0-2]?\d)(?!\d)"
    rf"(?:\s?[:.]\s?(?P<minute>[0-5]\d)(?![\d:])(?:\s?h(?:oras?|rs?)?(?![a-z]))?|\s*(?P<unit>時(?!間)|시(?!간)|[点點]|giờ|h(?:oras?|rs?)?(?![a-z]))"
    rf"\s*(?:(?P<minute2>[0-5]?\d)\s*(?:分|분|min(?:utos)?|phút|(?=\D|$))|(?P<half>半|반))?)?\s*(?P<mark2>{_MARK})?"
)
_TO = re.compile(
    r"^\s*(?:頃)?\s*(?:[~ー-]+|から|より|・?至|到|to|till?|until|thru|through|às|as|até(?: as| às)?|até|hasta(?: las)?|a(?: las)?|đến|부터|→|and|y|e)"
    r"\s*(?:翌日?(?:の|朝)?|深夜)?\s*$"
)
_JOINS_ONLY_AFTER = re.compile(r"(?:between|from|entre|das?|de(?: las)?|desde(?: las)?)\s*$")
_UNTIL = re.compile(r"^\s*(?:頃)?(?:まで|迄)")
_UNTIL_BEFORE = re.compile(r"~\s*$|(?:until|till|close[sd]? at|até(?: as| às)?|hasta(?: las)?)\s*$")
_YEAR_END = (
    r"年末(?:・|及び|および|と|から|~|-)?年始|年末年始|お盆(?:期間)?|夏季休[業暇]|夏期休[業暇]|ゴールデンウィーク|元日|元旦|三が日"
    r"|(?:the )?(?:year[- ]?end)(?:(?: and|/|-| &)? ?(?:the )?new year(?:'s|s)?)?(?: holidays?| period)?|(?:the )?new year(?:'s|s)?(?: holidays?| period)?"
    r"|fim (?:e início )?de ano|final e início de ano|ano novo|年末|연말연시|元旦|春节|新年|tết"
)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = (
    r"(?:(?:令和|平成|r|h)\s?\d{1,2}年|\d{4}年)?(?<![\d:])\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?(?:\s?\([月火水木金土日祝・]+\))?|(?<![\d:])(?:\d{4}[/.-])?\d{1,2}/\d{1,2}(?![\d:])(?:\([月火水木金土日]\))?"
    rf"|\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?(?!:)|\b\d{{1,2}}(?:st|nd|rd|th)? (?:de )?{_MONTHS}|\d{{4}}年(?:度)?|\d{{4}}[.-]\d{{1,2}}[.-]\d{{1,2}}"
)
_DATES = re.compile(
    rf"(?:{_YEAR_END})|(?:{_DATE})(?:\s?(?:[~-]|から|to|a|até)\s?(?:翌年?)?(?:(?:{_DATE})|\d{{1,2}}日))?", re.I
)
_NOISE = re.compile(
    r"24 ?時間(?:以内|後|前|程度|ほど|ごと|を超)|within 24 ?hours?|24[- ]?hours? (?:before|in advance|prior|after|later|notice|ago)"
    r"|終日(?=.{0,6}(?:休|停止|利用でき|不可))|\d+ ?(?:日|営業日|週間|か月|ヶ月|年)以内|\d+ ?分(?:以内|程度|前|後|ごと)"
)
_ALWAYS = re.compile(
    r"24 ?時間(?!営業の)(?:[・、, ]?(?:体制|対応|受付))?(?P<every>[・、, ]{0,2}(?:365 ?日|年中無休|毎日))?|終日|24 ?/ ?7"
    r"|24[- ]?(?:hours?|hrs?)(?: a day| per day|/day)?(?P<every2>,?(?: and)? ?(?:7|seven|365) days(?: a (?:week|year))?)?|around the clock"
    r"|24 ?h(?:rs?)?(?![a-z0-9])|24 horas(?: por dia| al día)?|24 ?시간|24 ?小[时時]|全天候|24 giờ|24/24|昼夜(?:を問わず)?"
)
_EXCEPT = re.compile(
    r"(?P<after>を?(?:除[くきい]|のぞく|のぞき)(?:た)?|以外|は?、?お?休み|は?休業(?!日)|は?休止|は?定休(?!日)|は?休館(?!日)|は?休務|を?除外|休(?=\s*[)\]】])|(?:は|も)?、?(?:受付|電話受付|対応|営業|実施|業務)?(?:は|を)?(?:して|行って|お受けして|受け付けて|承って)(?:い|おり)ません|(?:は|も)?お受けできません|(?:は|も)?(?:ご利用(?:になれ|いただけ|でき)|お休みをいただい)"
    r"|休息|제외|휴무)|(?P<before>(?:are |is )?closed on|except(?:ing)?(?: for)?(?: on)?|excluding|excl\.?|not (?:available|open|offered|provided|in operation)(?: on)?|no service on|other than"
    r"|exceto(?: aos?| em| nos?)?|salvo|excepto|除了|ngoại trừ|trừ)|(?P<either>(?:are |is )?closed(?: on)?|fechad[oa](?: aos?| nos?)?|cerrado(?: los?)?"
    r"|定休日|休業日|休館日|閉庁日|休務日|休み)"
)
_ALSO = re.compile(r"^\s?(?:も|を?含む|を?含み|included|inclusive)")


@dataclass(frozen=True)
class Token:
    """A piece of the text. `kind`: span, until, clock (a lone time), days, date, except, also."""

    kind: str
    start: int
    end: int
    interval: Interval = WHOLE_DAY
    days: Days = frozenset()
    side: str = ""


def prepared(text: str) -> str:
    """Return the text as the tokens count it: folded, lower case, telephone numbers blanked, kanji times in digits."""
    folded = fold(text).lower().replace(PICTURE, " ")
    folded = ANY_NUMBER.sub(lambda match: "☎" + " " * (len(match[0]) - 1), folded)
    return _KANJI_TIME.sub(lambda match: _kanji_number(match[0]), folded)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a prepared text in their order; what lies inside a longer token is left out."""
    found: list[Token] = []
    for pattern, kind in ((_NOISE, "noise"), (_ALWAYS, "span"), (_EXCEPT, "except"), (_DATES, "date")):
        for match in pattern.finditer(text):
            if not _covered(found, match.start(), match.end()):
                found.append(_token(kind, match))
    found += [token for token in _times(text, found) if not _covered(found, token.start, token.end)]
    found += [token for token in _days(text) if not _covered(found, token.start, token.end)]
    return sorted((token for token in found if token.kind != "noise"), key=lambda token: token.start)


def _token(kind: str, match: re.Match[str]) -> Token:
    groups = match.groupdict()
    if kind == "span":
        days = (
            ALL
            if groups.get("every") or groups.get("every2") or "/ 7" in match[0] or "24/7" in match[0]
            else frozenset()
        )
        return Token(kind, match.start(), match.end(), WHOLE_DAY, days)
    side = next((name for name, value in groups.items() if value), "")
    return Token(kind, match.start(), match.end(), side=side)


def _times(text: str, found: list[Token]) -> Iterator[Token]:
    """Yield spans of two times with a "to" between them, "until" times, and lone times."""
    clocks = [match for match in _CLOCK.finditer(text) if not _covered(found, match.start(), match.end())]
    skip = -1
    for number, match in enumerate(clocks):
        if number == skip:
            continue
        other = clocks[number + 1] if number + 1 < len(clocks) else None
        interval = _span(text, match, other) if other else None
        if other and interval:
            skip = number + 1
            yield Token("span", match.start(), other.end(), interval)
        elif _said(match):
            before, after = text[: match.start()], text[match.end() :]
            until = (
                _UNTIL.match(after) or _UNTIL_BEFORE.search(before) or (before.endswith("は") and after.startswith(")"))
            )
            yield Token("until" if until else "clock", match.start(), match.end(), (0, _minutes(match)))


def _span(text: str, first: re.Match[str], last: re.Match[str]) -> Interval | None:
    """Return the interval if the two times are joined by a "to" and one of them is surely a time of day."""
    gap = text[first.end() : last.start()]
    if not _TO.match(gap) or not (_said(first) or _said(last)):
        return None
    if (
        gap.strip() in ("and", "y", "e", "a", "as")
        and not _JOINS_ONLY_AFTER.search(text[: first.start()])
        and not (_said(first) and _said(last))
    ):
        return None
    dotted = "." in first[0] and not (_mark(first) or first["unit"])
    if dotted and any(match["minute"] and int(match["minute"]) % 5 for match in (first, last)):
        return None
    opens, closes = _minutes(first), _minutes(last)
    if not _mark(first) and _mark(last) == "pm" and opens + 720 < closes and opens < 720:
        opens += 720  # "1-5 pm"
    if _mark(first) and not _mark(last) and closes <= opens and closes < 720:
        closes += 720  # "午前9時から5時まで"
    if closes <= opens:
        closes += 1440
    return (opens, closes) if closes - opens <= 1440 and opens <= 1440 else None


def _said(match: re.Match[str]) -> bool:
    """True if the token is a time by itself, not a bare number."""
    return bool(match["noon"] or match["midnight"] or match["minute"] or match["unit"] or _mark(match))


def _mark(match: re.Match[str]) -> str:
    mark = (match["mark"] or match["mark2"] or "").strip()
    if mark in ("午前", "a.m.", "am", "오전", "上午", "sáng", "da manhã", "朝"):
        return "am"
    return "pm" if mark else ""


def _minutes(match: re.Match[str]) -> int:
    if match["noon"]:
        return 720
    if match["midnight"]:
        return 1440
    hour = int(match["hour"])
    minute = 30 if match["half"] else int(match["minute"] or match["minute2"] or 0)
    if _mark(match) == "pm" and hour < 12:
        hour += 12
    elif _mark(match) == "am" and hour == 12 and match["mark"] != "午前":
        hour = 0
    return hour * 60 + minute


def _days(text: str) -> Iterator[Token]:
    """Yield words of days; "Monday to Friday" becomes one."""
    words = find_days(text)
    number = 0
    while number < len(words):
        start, end, days, single = words[number]
        if number + 1 < len(words):
            next_start, next_end, next_days, next_single = words[number + 1]
            if single and next_single and re.fullmatch(_DAY_TO, text[end:next_start]):
                days, end, number = day_range(min(days), min(next_days)), next_end, number + 1
        kind = "also" if _ALSO.match(text[end:]) else "days"
        yield Token(kind, start, end, days=days)
        number += 1


_DAY_TO = r"\.?\s*(?:[~ー-]|hanggang|sampai|s/d|to|through|thru|until|till|a|à|até|至|到|부터|đến)\s*(?:a )?"


def _covered(found: list[Token], start: int, end: int) -> bool:
    return any(token.start < end and start < token.end for token in found)


def _kanji_number(text: str) -> str:
    digits = {char: value for value, char in enumerate("〇一二三四五六七八九")}
    if "十" in text:
        tens, ones = text.split("十", 1)
        return str(digits.get(tens, 1) * 10 + digits.get(ones, 0))
    return "".join(str(digits[char]) for char in text)
