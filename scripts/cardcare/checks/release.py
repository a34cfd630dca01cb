"""REL7xx: what must be settled before a copy of the site is published."""

from __future__ import annotations

from collections.abc import Iterator

from cardcare.checks.rule import Rule, Source, rule
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


RELEASE: tuple[Rule[Source], ...] = (unset_project, unconfirmed)
