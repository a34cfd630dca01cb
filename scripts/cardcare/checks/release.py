"""REL7xx: what must be settled before a copy of the site is published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cardcare.checks.rule import Rule, Source, rule
from cardcare.content.watching import Memory
from cardcare.content.window import Window
from cardcare.problems import Finding

HINT = 'compare every digit with the official page, then set how = "live-page" and date under [window.confirmed]'


@rule("REL701", "the publisher has not set who they are")
def unset_project(source: Source) -> Iterator[Finding]:
    """docs/_data/project.toml still holds addresses under .example, where no report can arrive."""
    registry = source.content.registry
    for value in (registry.project.report_email, registry.project.repository):
        if ".example" in value:
            yield Finding(registry.place("project", "project"), f"{value} is an example", "write your own address")


@rule("REL702", "an urgent number has not been confirmed on its live page")
def unconfirmed(source: Source) -> Iterator[Finding]:
    """A window that somebody needs within minutes must have been confirmed on the live page or by a call, within its
    own limit of days. An ordinary build shows the state instead."""
    for window in source.content.registry.windows.values():
        if not window.urgent or not window.numbers:
            continue
        place, seen = source.content.registry.place("window", window.id), window.confirmed
        age = (source.today - seen.date).days
        if seen.how == "stored-copy":
            yield Finding(place, f'window "{window.id}" is confirmed from a stored copy only', HINT)
        elif age > seen.limit_days:
            text = f'window "{window.id}" was confirmed {age} days ago; its limit is {seen.limit_days}'
            yield Finding(place, text, HINT)


@rule("REL703", "the official page of an urgent number says something else now")
def changed(source: Source) -> Iterator[Finding]:
    """The watch read the live page of a window that somebody needs within minutes, and the page no longer says the
    number or the hours that we print. Open the page, correct the registry or confirm it, then let the watch look again
    (`cardcare check contacts`). A look or a call of your own that is noted later than the watch's look settles it."""
    for window, looks in _watched(source):
        for name, memory in looks.items():
            if memory.verdict == "changed":
                text = f'window "{window.id}": {name} was {memory.reason} on {memory.day}: {memory.evidence[:80]!r}'
                yield Finding(source.content.registry.place("window", window.id), text, HINT)


@rule("REL704", "the watch over an urgent number is overdue")
def unwatched(source: Source) -> Iterator[Finding]:
    """The watch has not looked at the live pages of an urgent window within the window's limit of days, or none of
    them can be reached any more. Run `cardcare check contacts`, or look yourself and note it."""
    for window, looks in _watched(source):
        place = source.content.registry.place("window", window.id)
        age = (source.today - _last(looks)).days
        if age > window.confirmed.limit_days:
            text = f'window "{window.id}" was last watched {age} days ago; its limit is {window.confirmed.limit_days}'
            yield Finding(place, text, "run `cardcare check contacts`, or " + HINT)
        elif all(memory.verdict == "broken" for memory in looks.values()):
            yield Finding(place, f'window "{window.id}": none of its official pages can be reached', HINT)


def _watched(source: Source) -> Iterator[tuple[Window, dict[str, Memory]]]:
    """Urgent windows with what the watch knows of what is printed now, unless a person has looked later."""
    for window in source.content.registry.windows.values():
        looks = source.content.state.window(window)
        if window.urgent and window.numbers and looks and not _settled(window, _last(looks)):
            yield window, looks


def _last(looks: dict[str, Memory]) -> date:
    return max(memory.day for memory in looks.values())


def _settled(window: Window, watched: date) -> bool:
    return window.confirmed.how != "stored-copy" and window.confirmed.date > watched


RELEASE: tuple[Rule[Source], ...] = (unset_project, unconfirmed, changed, unwatched)
