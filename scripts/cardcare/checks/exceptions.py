"""CON1xx: what the watch is told to overlook comes to an end."""

from __future__ import annotations

from collections.abc import Iterator

from cardcare.checks.rule import Source, rule
from cardcare.problems import Finding


@rule("CON121", "an exception for a link has ended")
def ended(source: Source) -> Iterator[Finding]:
    """An entry of docs/_data/link-exceptions.toml is good until the day `until`. After it somebody opens the address
    again: if it works, remove the entry; if not, find another source, or give the entry a new reason and a new day."""
    registry = source.content.registry
    for address, entry in registry.exceptions.items():
        if entry.until < source.today:
            place, text = registry.place("exception", address), f"the exception for {address} ended on {entry.until}"
            yield Finding(place, text, f"{entry.owner}: open the address, then remove the entry or renew it")
