"""CON1xx: every fact and window rests on a source that exists, seen on a day that has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cardcare.checks.rule import Source, rule
from cardcare.problems import Finding, Place


@rule("CON105", "a date lies in the future")
def future_date(source: Source) -> Iterator[Finding]:
    """Nobody can have seen a page or confirmed a number tomorrow: `seen`, `checked`, `confirmed`, `page_date`
    and `reviewed` are today at the latest."""
    for place, label, day in _dates(source):
        if day > source.today:
            yield Finding(place, f"{label} is {day}, which has not come yet", f"write {source.today} or an earlier day")


def _dates(source: Source) -> Iterator[tuple[Place, str, date]]:
    registry = source.content.registry
    for name, page in registry.sources.items():
        yield registry.place("source", name), f'source "{name}": seen', page.seen
        if page.page_date:
            yield registry.place("source", name), f'source "{name}": page_date', page.page_date
    for name, fact in registry.facts.items():
        yield registry.place("fact", name), f'fact "{name}": checked', fact.checked
    for name, window in registry.windows.items():
        yield registry.place("window", name), f'window "{name}": confirmed', window.confirmed.date
    for guide in source.content.pages:
        yield guide.front_place("reviewed"), "reviewed", guide.front.reviewed


@rule("CON107", "a source is named that does not exist")
def unknown_source(source: Source) -> Iterator[Finding]:
    """Every source id must stand in docs/_data/sources.toml."""
    registry = source.content.registry
    for place, label, name in _named(source):
        if name not in registry.sources:
            yield Finding(place, f'{label}: source "{name}" is unknown', "add it to docs/_data/sources.toml")


def _named(source: Source) -> Iterator[tuple[Place, str, str]]:
    registry = source.content.registry
    for kind, entries in (("fact", registry.facts), ("window", registry.windows), ("operator", registry.operators)):
        for name, entry in entries.items():
            for used in entry.sources:
                yield registry.place(kind, name), f'{kind} "{name}"', used
    for name, window in registry.windows.items():
        inner = [*(s for h in window.hours for s in h.sources), *(s for m in window.menu for s in m.sources)]
        for used in [*inner, *([window.page] if window.page else [])]:
            yield registry.place("window", name), f'window "{name}"', used
    for guide in source.content.pages:
        for used in guide.front.sources:
            yield guide.front_place("sources"), "front matter", used


@rule("CON108", "there is no source for this")
def no_source(source: Source) -> Iterator[Finding]:
    """A window or fact without any source is a rumour. Name at least one official page."""
    registry = source.content.registry
    for kind, entries in (("fact", registry.facts), ("window", registry.windows)):
        for name, entry in entries.items():
            if not entry.sources:
                hint = 'add sources = ["…"] with an id from docs/_data/sources.toml'
                yield Finding(registry.place(kind, name), f'{kind} "{name}" has no source', hint)


@rule("CON110", "an official address is not encrypted")
def plain_http(source: Source) -> Iterator[Finding]:
    """An http: address can be changed on its way to the reader. Use https:, or give `http_reason`."""
    for name, page in source.content.registry.sources.items():
        if not page.url.startswith(("https://", "http://")):
            place = source.content.registry.place("source", name)
            yield Finding(place, f'source "{name}": {page.url} is no web address', "begin it with https://")
        elif page.url.startswith("http://") and not page.http_reason:
            place = source.content.registry.place("source", name)
            yield Finding(place, f'source "{name}" uses http:', "use https:, or add http_reason")
