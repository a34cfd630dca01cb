"""Words for days, in the languages of official pages, as sets of days: 0 Monday … 6 Sunday, 7 public holidays."""

from __future__ import annotations

import re

Days = frozenset[int]
WEEKDAYS: Days = frozenset(range(5))
WEEKEND: Days = frozenset({5, 6})
HOLIDAY: Days = frozenset({7})
WEEK: Days = frozenset(range(7))
ALL: Days = frozenset(range(8))

_KANJI = "月火水木金土日"
_LINK = r"(?:\s?[・･、,/]\s?|及び|および|と|並びに|ならびに|または|又は|\s)?"
_HOLIDAY_JA = r"(?:国民の)?(?:祝休日|祝祭日|休祝日|祝日|休日|祝)"
_UNIT = rf"(?:[{_KANJI}]曜(?:日(?!曜))?|\([{_KANJI}](?:曜(?:日(?!曜))?)?\)|[{_KANJI}](?![{_KANJI}]?曜))"
_FULL = rf"[{_KANJI}]曜(?:日(?!曜))?"
_RANGE_JA = rf"\(?[{_KANJI}](?:曜(?:日(?!曜))?)?\)?\s?(?:から|より|[~ー至-]|→)\s?\(?[{_KANJI}](?:曜(?:日(?!曜))?|(?![一-龥]))\)?(?:曜(?:日(?!曜))?)?"
_PAIRS = (
    r"月火水木金土日|月火水木金土|月火水木金|火水木金|水木金|木金土?日?|金土日?|土日|月火水木?|火水|水木|火木|月水金"
)
JAPANESE = re.compile(
    rf"(?P<nth>(?:毎月)?第[\d一二三四五・、,第 ]+{_FULL}(?:日)?)"
    rf"|(?P<range>(?<![\d一-龥](?=[{_KANJI}](?!曜))){_RANGE_JA})"
    rf"|(?P<list>(?<!\d){_FULL}(?:{_LINK}(?:{_UNIT}|{_HOLIDAY_JA}))*"
    rf"|(?<![\d一-龥])[{_KANJI}](?:\s?[・･、,/]\s?(?:{_UNIT}|{_HOLIDAY_JA}))+"
    rf"|(?<!\d)(?:{_PAIRS})(?:{_LINK}{_HOLIDAY_JA})?|(?<![\d一-龥])[土日]{_LINK}{_HOLIDAY_JA}"
    rf"|(?:(?<=[\s(\[【「:、・/|])|^)[{_KANJI}](?=[\s)\]】」:は]|$))",
    re.M,
)

SETS: tuple[tuple[str, Days], ...] = (
    (r"平日|平常日|月曜?日?から金曜?日?|weekdays?|business days?|working days?|mon-fri|m-f\b|seg\.? ?(?:-|a|à) ?sex(?:ta)?\.?|lun\.? ?(?:-|a) ?vie\.?|dias úteis|días (?:laborables|hábiles)"
     r"|工作日|평일|ngày (?:thường|làm việc)|hari kerja", WEEKDAYS),
    (r"(?:土日祝も)?(?:年中無休|無休)|毎日|連日|全日|年間を通じて|365日|曜日を問わず|every ?day|daily|(?:7|seven) days(?: a week)?"
     r"|all (?:year|days)(?: round)?|year[- ]round|365 days|todos os dias|diariamente|todos los días|每天|每日|全年无休|全年無休"
     r"|매일|연중무휴|hàng ngày|mỗi ngày|setiap hari|araw-araw|ทุกวัน", ALL),
    (r"weekends?|週末|周末|fi(?:m|ns) de semana|fin(?:es)? de semana|주말|cuối tuần|akhir pekan|(?:周|週|星期)六[、,和及]?日", WEEKEND),
    (r"(?:national |public |bank |legal |japanese )*holidays?|feriados?(?: nacionais| nacionales)?|festivos|节假日|節假日|假日|国定假日|공휴일|ngày lễ|hari libur(?: nasional)?|วันหยุด(?:นักขัตฤกษ์|ราชการ)?", HOLIDAY),
    (_HOLIDAY_JA, HOLIDAY),
)  # fmt: skip

SINGLE: tuple[tuple[str, int], ...] = (
    (r"mon(?:days?)?|segunda(?:-feira)?s?|lunes|(?:周|週|星期)一|월요일|월|thứ (?:hai|2)|senin|จันทร์", 0),
    (r"tue(?:s(?:days?)?)?|terça(?:-feira)?s?|martes|(?:周|週|星期)二|화요일|thứ (?:ba|3)|selasa|อังคาร", 1),
    (r"wed(?:nesdays?)?|quarta(?:-feira)?s?|miércoles|(?:周|週|星期)三|수요일|thứ (?:tư|4)|rabu|พุธ", 2),
    (
        r"thu(?:r?s?(?:days?)?)?|quinta(?:-feira)?s?|jueves|(?:周|週|星期)四|목요일|thứ (?:năm|5)|kamis|huwebes|พฤหัส(?:บดี)?",
        3,
    ),
    (r"fri(?:days?)?|sexta(?:-feira)?s?|viernes|(?:周|週|星期)五|금요일|금|thứ (?:sáu|6)|jumat|biyernes|ศุกร์", 4),
    (r"sat(?:urdays?)?|sábados?|(?:周|週|星期)六|토요일|토|thứ (?:bảy|7)|sabtu|sabado|เสาร์", 5),
    (r"sun(?:days?)?|domingos?|(?:周|週|星期)[日天]|일요일|일(?=[·・, ])|chủ nhật|minggu|linggo|อาทิตย์", 6),
)
_WORD = re.compile("|".join(rf"(?P<s{i}>(?<![a-zà-ÿ])(?:{words})(?![a-zà-ÿ]))" for i, (words, _) in enumerate(SETS))
                   + "|" + "|".join(rf"(?P<d{day}>(?<![a-zà-ÿ가-힣])(?:{words})(?![a-zà-ÿ])\.?)" for words, day in SINGLE))  # fmt: skip


def find_days(text: str) -> list[tuple[int, int, Days, bool]]:
    """Return (start, end, days, is a single day) for each word of days in a folded lower-case text, in order."""
    found: list[tuple[int, int, Days, bool]] = []
    for match in JAPANESE.finditer(text):
        found.append((match.start(), match.end(), _japanese(match), False))
    taken = [False] * (len(text) + 1)
    for start, end, _, _ in found:
        taken[start:end] = [True] * (end - start)
    for match in _WORD.finditer(text):
        kind = match.lastgroup or ""
        days = SETS[int(kind[1:])][1] if kind[0] == "s" else frozenset({int(kind[1:])})
        if not any(taken[match.start() : match.end()]):
            found.append((match.start(), match.end(), days, kind[0] == "d"))
        elif match[0] in ("平日", "毎日", "全日", "連日"):  # the longer word wins over the 日 inside
            found = [item for item in found if not (match.start() < item[1] and item[0] < match.end())]
            found.append((match.start(), match.end(), days, False))
    return sorted(found)


def day_range(first: int, last: int) -> Days:
    """Return the days from first to last, over the end of the week if need be."""
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def _japanese(match: re.Match[str]) -> Days:
    """Return the days of a Japanese list or range; 第2土曜日 is no day that we compare."""
    if match["nth"]:
        return frozenset()
    text = re.sub(r"曜(?:日(?!曜))?", "", match[0])
    kanji = [_KANJI.index(char) for char in re.sub(_HOLIDAY_JA, "", text) if char in _KANJI]
    if match["range"]:
        return day_range(kanji[0], kanji[-1])
    return frozenset(kanji) | (HOLIDAY if re.search(_HOLIDAY_JA, text) else frozenset())
