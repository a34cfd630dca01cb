"""A local mirror of invented official pages: no alarm while all is right, the right verdict after every mutation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cardcare.watch.charset import decode
from cardcare.watch.facts import judge_fact
from tests.watch import mutations
from tests.watch.fact_pages import answer, target

MIRROR = Path(__file__).parents[1] / "data" / "watch" / "mirror"
FACTS: list[dict[str, Any]] = json.loads((MIRROR / "facts.json").read_text("utf-8"))
LONG = [entry for entry in FACTS if len(entry["fact"]["phone"]) > 6]
TIMED = [entry for entry in LONG if entry["fact"]["hours"]]


def hours_of(entry: dict[str, Any]) -> tuple[tuple[str, str, str], ...] | None:
    hours = entry["fact"]["hours"]
    return tuple((span["days"], span["open"], span["close"]) for span in hours) if hours else None


def look(
    entry: dict[str, Any], body: bytes, hours: tuple[tuple[str, str, str], ...] | None = None
) -> tuple[str, str, str]:
    fact = entry["fact"]
    asked = target(fact["phone"], hours or hours_of(entry), fact["label"], fact["hours_text"])
    verdict, reason, evidence = judge_fact(asked, answer(body, "text/html"))
    return str(verdict), reason, evidence


def source(entry: dict[str, Any]) -> str:
    return decode((MIRROR / entry["page"]).read_bytes(), {})


def named(entry: dict[str, Any]) -> str:
    return str(entry["id"])


@pytest.mark.parametrize("entry", FACTS, ids=named)
def test_no_alarm_while_everything_is_right(entry: dict[str, Any]) -> None:
    verdict, reason, evidence = look(entry, (MIRROR / entry["page"]).read_bytes())
    assert (verdict, reason.split("-")[0]) == ("ok", "said")
    assert 0 < len(evidence) <= 160


@pytest.mark.parametrize("name", mutations.HARMLESS)
@pytest.mark.parametrize("entry", LONG, ids=named)
def test_harmless_changes_raise_no_alarm(entry: dict[str, Any], name: str) -> None:
    page = mutations.HARMLESS[name](source(entry), entry["fact"]["phone"])
    assert look(entry, page.encode())[0] == "ok"


@pytest.mark.parametrize("name", mutations.NUMBER_MUTATIONS)
@pytest.mark.parametrize("entry", LONG, ids=named)
def test_every_harm_to_the_number_is_seen(entry: dict[str, Any], name: str) -> None:
    mutate, right = mutations.NUMBER_MUTATIONS[name]
    page = mutate(source(entry), entry["fact"]["phone"])
    assert page != source(entry)
    assert look(entry, page.encode())[0] in right


@pytest.mark.parametrize("name", mutations.HOURS_MUTATIONS)
@pytest.mark.parametrize("entry", TIMED, ids=named)
def test_every_harm_to_the_hours_is_seen(entry: dict[str, Any], name: str) -> None:
    mutate, right = mutations.HOURS_MUTATIONS[name]
    assert look(entry, mutate(source(entry), entry["fact"]["phone"]).encode())[0] in right


@pytest.mark.parametrize("name", mutations.PAGE_MUTATIONS)
@pytest.mark.parametrize("entry", LONG, ids=named)
def test_trouble_with_the_page_is_no_change(entry: dict[str, Any], name: str) -> None:
    mutate, right = mutations.PAGE_MUTATIONS[name]
    assert look(entry, mutate(source(entry), entry["fact"]["phone"]).encode())[0] in right


def later(time: str, minutes: int) -> str:
    total = (int(time[:2]) * 60 + int(time[3:]) + minutes) % 1440
    return f"{total // 60:02}:{total % 60:02}"


CHANGES = ("opens later", "closes earlier", "twelve hours off", "days narrowed", "days exchanged")


def is_wrong_for(entry: dict[str, Any], change: str) -> bool:
    """Other days are simply wrong only where there is one row, and not one for every day."""
    hours = hours_of(entry) or ()
    return not change.startswith("days") or (len(hours) == 1 and hours[0][0] != "毎日")


@pytest.mark.parametrize(
    ("entry", "change"),
    [
        pytest.param(entry, change, id=f"{change}-{named(entry)}")
        for entry in TIMED
        for change in CHANGES
        if is_wrong_for(entry, change)
    ],
)
def test_other_hours_than_expected_are_a_change(entry: dict[str, Any], change: str) -> None:
    hours = hours_of(entry) or ()
    always = hours[0][1:] == ("00:00", "24:00")
    first, *rest = hours
    wrong = {
        "opens later": (first[0], later(first[1], 30), first[2]),
        "closes earlier": (first[0], first[1], "23:00" if always else later(first[2], -60)),
        "twelve hours off": (first[0], later(first[1], 720), "12:00" if always else later(first[2], 720)),
        "days narrowed": ("月〜木", *first[1:]),
        "days exchanged": ("日曜", *first[1:]),
    }[change]
    verdict, reason, _ = look(entry, (MIRROR / entry["page"]).read_bytes(), (wrong, *rest))
    if entry["id"] == "rowspan-2" and change == "days exchanged":  # the other window on the page has these very times
        assert (verdict, reason) == ("warn", "hours-unclear")
    else:
        assert (verdict, reason) == ("changed", "hours-differ")
