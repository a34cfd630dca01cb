"""Judges whether the hours beside one number or label are the expected ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cardcare.watch.hours_compare import LOST, Outcome, WeekOf, compare
from cardcare.watch.hours_days import HOLIDAY
from cardcare.watch.hours_on_page import read_hours
from cardcare.watch.nearby import Item, Place, Region, Surroundings
from cardcare.watch.retired import past

MOST_PLACES = 20  # of one number or label on one page


@dataclass(frozen=True)
class Seen:
    """What the hours beside a place came to, and the lines that say so."""

    outcome: Outcome
    lines: tuple[int, ...] = ()


def judge_places(around: Surroundings, expected: WeekOf, places: Iterable[Place], today: date | None) -> Seen:
    """Return the common outcome of several places of the same window."""
    seen = [_judge_place(around, expected, place, today) for place in list(places)[:MOST_PLACES]]
    by_outcome = {one.outcome: one for one in reversed(seen)}
    if Outcome.EQUAL in by_outcome and Outcome.DIFFERS in by_outcome:
        if _of_lost_cards(around, by_outcome[Outcome.EQUAL]):
            return by_outcome[Outcome.EQUAL]  # 24 hours for losses, and office hours for the rest at the same number
        return Seen(Outcome.UNCLEAR, by_outcome[Outcome.DIFFERS].lines)
    order = (Outcome.EQUAL, Outcome.DIFFERS, Outcome.UNCLEAR, Outcome.MISSING)
    return next((by_outcome[outcome] for outcome in order if outcome in by_outcome), Seen(Outcome.NONE))


def _of_lost_cards(around: Surroundings, seen: Seen) -> bool:
    lines = [around.page.lines[index] for index in seen.lines]
    return any(
        LOST.search(" ".join([line.text, *around.page.heads(line), *around.page.headings(line)[:1]])) for line in lines
    )


def _judge_place(around: Surroundings, expected: WeekOf, place: Place, today: date | None) -> Seen:
    """Go outwards from a place until its hours are complete, or contradict."""
    collected: list[Item] = []
    best = Seen(Outcome.NONE)
    for region in around.regions(place):
        items = _current(around, region.items, today)
        phone_items = [item for item in items if not around.other_channel(item)]
        runs = sorted(around.runs(phone_items or items), key=lambda run: _distance(run, place))
        for run in runs:
            tried = sorted([*collected, *run], key=lambda item: item.place)
            outcome = _outcome(around, expected, tried, region)
            best = Seen(outcome, _lines(tried))
            if outcome is Outcome.EQUAL:
                return best
            if outcome is Outcome.DIFFERS:
                return _settle(around, expected, runs, region, best)
            collected = tried
    if best.outcome is Outcome.MISSING and _gone(around, expected, collected):
        return Seen(Outcome.DIFFERS, best.lines)
    return best


def _gone(around: Surroundings, expected: WeekOf, collected: Sequence[Item]) -> bool:
    """True if the hours of the missing days stand nowhere else on the page, whoever they may belong to."""
    said = {day for item in collected for one in read_hours(item.text).statements for day in one.days or ()}
    missing = {day: times for day, times in expected.items() if day not in said}
    elsewhere = {
        one.interval
        for item in around.items_in(range(len(around.page.lines)))
        if item not in collected
        for one in read_hours(item.text).statements
    }
    return bool(missing.keys() - HOLIDAY) and not any(times & elsewhere for times in missing.values())


def _settle(around: Surroundings, expected: WeekOf, runs: Sequence[list[Item]], region: Region, found: Seen) -> Seen:
    """Weigh a contradiction: it counts unless other hours of the same window are the expected ones."""
    singles = [item for run in runs for item in run]
    parts = [*runs, *([item] for item in singles)]
    if any(_outcome(around, expected, part, region) is Outcome.EQUAL for part in parts):
        return Seen(Outcome.UNCLEAR, found.lines)
    return found if region.certain else Seen(Outcome.UNCLEAR, found.lines)


def _outcome(around: Surroundings, expected: WeekOf, items: Sequence[Item], region: Region) -> Outcome:
    return compare(expected, read_hours(around.text(items, region.scope)))


def _current(around: Surroundings, items: Sequence[Item], today: date | None) -> list[Item]:
    """Leave out hours that the page calls past: 旧受付時間, 変更前, until last March."""
    return [item for item in items if past(around.page, (item.line, item.time_start, item.end), today) != "yes"]


def _distance(run: Sequence[Item], place: Place) -> tuple[bool, int]:
    """Order groups of hours: those after the place first, the nearest of them first of all."""
    nearest = min(run, key=lambda item: abs(item.line - place[0]))
    return nearest.place < place and nearest.line != place[0], abs(nearest.line - place[0])


def _lines(items: Sequence[Item]) -> tuple[int, ...]:
    return tuple(sorted({item.line for item in items}))
