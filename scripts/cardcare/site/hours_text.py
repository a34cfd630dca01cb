"""Opening hours in words: "Mo-Fr 09:30-20:00; PH off" becomes "平日 9:30〜20:00、祝日は休み"."""

from __future__ import annotations

from cardcare.content.hours import ALWAYS, Rule, rules
from cardcare.content.words import Words, fill


def say_hours(text: str, words: Words) -> str:
    """Return an opening_hours text in the words of a language."""
    if text == ALWAYS:
        return words.text("hours", "always")
    return words.text("hours", "separator").join(_say_rule(rule, words) for rule in rules(text))


def _say_rule(rule: Rule, words: Words) -> str:
    days = words.text("days", rule.days)
    if not rule.times:
        return fill(words.text("hours", "unknown" if rule.unknown else "off"), days=days)
    spans = [
        fill(words.text("hours", "span"), **{"from": start.removeprefix("0"), "to": end.removeprefix("0")})
        for start, end in rule.times
    ]
    return fill(words.text("hours", "rule"), days=days, times=words.text("hours", "times_separator").join(spans))
