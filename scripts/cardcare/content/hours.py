"""Opening hours: the OpenStreetMap grammar, in the part of it that we can say in words in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from opening_hours import OpeningHours

ALWAYS = "24/7"
_RULE = re.compile(
    r"^(?P<days>[A-Z][A-Za-z0-9,\-\[\] ]*?)\s+(?P<times>off|unknown|\d\d:\d\d-\d\d:\d\d(?:,\d\d:\d\d-\d\d:\d\d)*)$"
)
_DATES = re.compile(r"^[A-Z][a-z]{2} \d\d-[A-Z][a-z]{2} \d\d$")


@dataclass(frozen=True)
class Rule:
    """One part of the text: a day selector ("Mo-Fr", "Dec 29-Jan 03") and its times; none when closed.

    `unknown` says that the times differ from place to place.
    """

    days: str
    times: tuple[tuple[str, str], ...]
    unknown: bool = False

    @property
    def dated(self) -> bool:
        """True for a span of dates such as the turn of the year."""
        return bool(_DATES.match(self.days))


def rules(text: str) -> tuple[Rule, ...]:
    """Return the parts of an opening_hours text, none for 24/7.

    Raises ValueError when a part is outside the grammar that we use.
    """
    if text == ALWAYS:
        return ()
    return tuple(_rule(part.strip()) for part in text.split(";"))


def _rule(part: str) -> Rule:
    match = _RULE.match(part)
    if not match:
        raise ValueError(f"hours part {part!r} is not of the form 'Mo-Fr 09:30-20:00' or 'PH off'")
    spans = [] if match["times"] in ("off", "unknown") else match["times"].split(",")
    return Rule(match["days"], tuple((s[:5], s[6:]) for s in spans), match["times"] == "unknown")


def day_selectors(text: str) -> list[str]:
    """The day selectors of a text; each needs a phrase in every language."""
    return [rule.days for rule in rules(text)]


def check_hours(text: str) -> str:
    """Return `text` if both our grammar and the opening_hours library can read it, else raise ValueError."""
    rules(text)
    try:
        OpeningHours(text)
    except Exception as error:  # the library raises its own syntax errors
        raise ValueError(f"hours {text!r} do not parse: {error}") from error
    return text
