"""Opening hours in words."""

from __future__ import annotations

import pytest

from cardcare.content.words import Words
from cardcare.site.hours_text import say_hours

EN = {
    "hours": {
        "always": "24 hours, every day",
        "span": "{from}–{to}",
        "rule": "{days} {times}",
        "off": "closed: {days}",
        "unknown": "{days}: differs",
        "separator": "; ",
        "times_separator": " and ",
    },
    "days": {
        "Mo-Fr": "Monday to Friday",
        "PH": "public holidays",
        "Sa": "Saturday",
        "Dec 29-Jan 03": "29 December to 3 January",
    },
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("24/7", "24 hours, every day"),
        ("Mo-Fr 09:30-20:00", "Monday to Friday 9:30–20:00"),
        ("Mo-Fr 00:00-24:00", "Monday to Friday 0:00–24:00"),
        (
            "Mo-Fr 09:00-12:00,13:00-17:00; PH off",
            "Monday to Friday 9:00–12:00 and 13:00–17:00; closed: public holidays",
        ),
        ("Sa unknown; Dec 29-Jan 03 off", "Saturday: differs; closed: 29 December to 3 January"),
        ("Su 09:00-10:00", "⟦days.Su⟧ 9:00–10:00"),
    ],
)
def test_hours_in_words(text: str, said: str) -> None:
    assert say_hours(text, Words("en", {"_strings": EN})) == said
