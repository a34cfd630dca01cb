"""A registry fact in the words of one language: "1,000円", "about 3 months", "2 December 2024"."""

from __future__ import annotations

from datetime import date

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.plural import PluralRule

from cardcare.content.fact import Fact, Value
from cardcare.content.language import Language
from cardcare.content.words import Words, fill

MAN = 10_000


def say_fact(fact: Fact, words: Words, language: Language) -> str:
    """Return the fact as text; in languages with furigana it carries ruby markup."""
    text = _one(fact, fact.value, words, language)
    if fact.to is not None:
        low = _bare(fact, fact.value, language) if _same_unit(fact) else text
        text = fill(words.text("unit", "range"), a=low, b=_one(fact, fact.to, words, language))
    return fill(words.text("unit", "approx"), v=text) if fact.approx else text


def say_day(day: date, words: Words, language: Language) -> str:
    """Return a date in long form: from the language's own pattern if it has one, else from CLDR."""
    pattern = words.find("_strings", "unit", "date")
    special = words.find("_strings", "day_of_month", str(day.day))
    if pattern and special:
        pattern = words.text("unit", "date_special")
    if not pattern:
        return format_date(day, "long", locale=language.locale)
    return fill(pattern, y=day.year, m=day.month, d=special or day.day)


def _one(fact: Fact, value: Value, words: Words, language: Language) -> str:
    if isinstance(value, date):
        return say_day(value, words, language)
    if fact.kind == "month":
        return _month(str(value), words, language)
    if fact.kind == "clock":
        return fill(words.text("unit", "clock"), n=str(value).removeprefix("0"))
    pattern = _plural(fact.kind, value, words, language)
    return fill(pattern, n=_bare(fact, value, language, words))


def _bare(fact: Fact, value: Value, language: Language, words: Words | None = None) -> str:
    if fact.kind == "year" or isinstance(value, str):
        return str(value)
    assert isinstance(value, int)
    man = words.find("_strings", "number", "man") if words else None
    if man and value >= 100 * MAN and value % MAN == 0:
        return fill(man, n=format_decimal(value // MAN, locale=language.locale))
    return format_decimal(value, locale=language.locale)


def _plural(kind: str, value: Value, words: Words, language: Language) -> str:
    """The pattern for the plural form of `value`: "days_one" before "days"."""
    exact = words.find("_strings", "unit", f"{kind}_{value}")
    rule: PluralRule = Locale.parse(language.locale).plural_form
    form = rule(value) if isinstance(value, int) else "other"
    return exact or words.find("_strings", "unit", f"{kind}_{form}") or words.text("unit", kind)


def _month(value: str, words: Words, language: Language) -> str:
    day = date.fromisoformat(f"{value}-01")
    pattern = words.find("_strings", "unit", "month")
    if pattern:
        return fill(pattern, y=day.year, m=day.month)
    return format_date(day, "MMMM y", locale=language.locale)


def _same_unit(fact: Fact) -> bool:
    return fact.kind not in ("date", "month", "clock")
