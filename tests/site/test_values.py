"""A fact in words: the same value, as each language says it."""

from __future__ import annotations

from datetime import date

import pytest

from cardcare.content.fact import Fact
from cardcare.content.language import Language
from cardcare.content.words import Words
from cardcare.site.values import say_day, say_fact


def language(code: str, locale: str) -> Language:
    return Language(code=code, name=code, spoken=code, locale=locale, hotline="x", system="x")


JA, HIRA, EN = language("ja", "ja"), language("ja-Hira", "ja"), language("en", "en_GB")
UNITS: dict[str, dict[str, dict[str, str]]] = {
    "ja": {
        "unit": {
            "yen": "{n}円",
            "days": "{n}日",
            "months": "{n}か月",
            "people": "{n}人",
            "clock": "{n}",
            "year": "{n}年",
            "date": "{y}年{m}月{d}日",
            "month": "{y}年{m}月",
            "range": "{a}〜{b}",
            "approx": "約{v}",
        },
        "number": {"man": "{n}万"},
    },
    "ja-Hira": {
        "unit": {
            "yen": "{n}{円|えん}",
            "days": "{n}{日|にち}",
            "days_1": "{1日|いちにち}",
            "days_5": "{5日|いつか}",
            "people": "{n}{人|にん}",
            "people_2": "{2人|ふたり}",
            "date": "{y}{年|ねん}{m}{月|がつ}{d}{日|にち}",
            "date_special": "{y}{年|ねん}{m}{月|がつ}{d}",
            "range": "{a}〜{b}",
            "approx": "だいたい {v}",
        },
        "day_of_month": {"1": "{1日|ついたち}"},
    },
    "en": {
        "unit": {
            "yen": "{n} yen",
            "days": "{n} days",
            "days_one": "{n} day",
            "months": "{n} months",
            "months_one": "{n} month",
            "people": "{n} people",
            "people_one": "{n} person",
            "clock": "{n}",
            "year": "{n}",
            "date": "",
            "month": "",
            "range": "{a}–{b}",
            "approx": "about {v}",
        },
    },
}


def fact(kind: str, value: object, **more: object) -> Fact:
    fields = {"means": "x", "grade": "official", "sources": ("x",), "checked": date(2024, 3, 1)}
    return Fact.model_validate({"kind": kind, "value": value} | fields | more)


@pytest.mark.parametrize(
    ("lang", "said", "value"),
    [
        (JA, "1,000円", fact("yen", 1000)),
        (JA, "178.2円", fact("yen", "178.2")),
        (JA, "1〜3か月", fact("months", 1, to=3)),
        (JA, "約3か月", fact("months", 3, approx=True)),
        (JA, "約1〜3か月", fact("months", 1, to=3, approx=True)),
        (JA, "10,000人", fact("people", 10_000)),
        (JA, "250万人", fact("people", 2_500_000)),
        (JA, "2,500,001人", fact("people", 2_500_001)),
        (JA, "2024年12月2日", fact("date", date(2024, 12, 2))),
        (JA, "2026年10月", fact("month", "2026-10")),
        (JA, "6:30", fact("clock", "06:30")),
        (JA, "2016年", fact("year", 2016)),
        (HIRA, "1,000{円|えん}", fact("yen", 1000)),
        (HIRA, "{5日|いつか}", fact("days", 5)),
        (HIRA, "15{日|にち}", fact("days", 15)),
        (HIRA, "{1日|いちにち}", fact("days", 1)),
        (HIRA, "1〜{5日|いつか}", fact("days", 1, to=5)),
        (HIRA, "{2人|ふたり}", fact("people", 2)),
        (HIRA, "だいたい 3{人|にん}", fact("people", 3, approx=True)),
        (HIRA, "2024{年|ねん}12{月|がつ}2{日|にち}", fact("date", date(2024, 12, 2))),
        (HIRA, "2024{年|ねん}12{月|がつ}{1日|ついたち}", fact("date", date(2024, 12, 1))),
        (EN, "1,000 yen", fact("yen", 1000)),
        (EN, "1 day", fact("days", 1)),
        (EN, "2 days", fact("days", 2)),
        (EN, "1–2 months", fact("months", 1, to=2)),
        (EN, "about 1 month", fact("months", 1, approx=True)),
        (EN, "2,500,000 people", fact("people", 2_500_000)),
        (EN, "2 December 2024", fact("date", date(2024, 12, 2))),
        (EN, "1 April 2024–31 March 2025", fact("date", date(2024, 4, 1), to=date(2025, 3, 31))),
        (EN, "October 2026", fact("month", "2026-10")),
        (EN, "6:30", fact("clock", "06:30")),
        (EN, "10:30", fact("clock", "10:30")),
        (EN, "2016", fact("year", 2016)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fact_in_words(lang: Language, said: str, value: Fact) -> None:
    assert say_fact(value, Words(lang.code, {"_strings": UNITS[lang.code]}), lang) == said


def test_a_missing_unit_is_loud() -> None:
    """⟦…⟧ is what rule SIT508 refuses to publish; an empty text would be a silent gap."""
    assert say_fact(fact("weeks", 2), Words("en", {"_strings": UNITS["en"]}), EN) == "⟦unit.weeks⟧"


def test_a_language_without_a_pattern_says_dates_as_is_usual_there() -> None:
    korean = language("ko", "ko")
    assert say_day(date(2024, 12, 2), Words("ko"), korean) == "2024년 12월 2일"
