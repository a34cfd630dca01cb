"""Opening hours are accepted only in the part of the grammar that every language can say."""

from __future__ import annotations

import pytest

from cardcare.content import hours
from cardcare.content.hours import Rule


def test_the_parts_of_a_text() -> None:
    assert hours.rules("Mo-Fr 09:00-12:00,13:00-17:00; PH off; Sa[2] unknown; Dec 29-Jan 03 off") == (
        Rule("Mo-Fr", (("09:00", "12:00"), ("13:00", "17:00"))),
        Rule("PH", ()),
        Rule("Sa[2]", (), unknown=True),
        Rule("Dec 29-Jan 03", ()),
    )


def test_the_turn_of_the_year_is_dated_and_weekdays_are_not() -> None:
    assert [rule.dated for rule in hours.rules("Mo-Fr off; Dec 29-Jan 03 off")] == [False, True]


def test_always_needs_no_words_for_days() -> None:
    assert hours.rules("24/7") == ()
    assert hours.day_selectors("24/7") == []
    assert hours.day_selectors("Mo-Fr 09:00-17:00; PH off") == ["Mo-Fr", "PH"]


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 9:00-17:00",
        "Mo-Fr",
        "09:00-17:00",
        "Mo-Fr 09:00–17:00",
        "Mo-Fr 09:00-17:00;",
        "Mofr 09:00-17:00",
        "always",
    ],
)
def test_what_cannot_be_said_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="hours"):
        hours.check_hours(text)


@pytest.mark.parametrize("text", ["24/7", "Mo-Fr 09:30-20:00; Sa,Su,PH 09:30-17:30; Dec 29-Jan 03 off"])
def test_what_can_be_said_is_kept_as_it_is(text: str) -> None:
    assert hours.check_hours(text) == text
