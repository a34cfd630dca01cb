"""CON1xx: entries of docs/_data that cannot be read or contradict themselves."""

from __future__ import annotations

from collections.abc import Iterator

import phonenumbers

from cardcare.checks.rule import Source, rule
from cardcare.content.faults import Kind
from cardcare.content.window import PhoneNumber
from cardcare.numbers import SHORT
from cardcare.problems import Finding, Place

# The library knows no carrier-internal access codes; these are dialled from one network only.
CARRIER_CODES = ("113", "157", "00777113")


def _faults(source: Source, kind: Kind) -> Iterator[Finding]:
    return (fault.finding for fault in source.content.faults if fault.kind == kind)


@rule("CON101", "a data file cannot be read")
def unreadable(source: Source) -> Iterator[Finding]:
    """The file is missing, is not UTF-8, or is not valid TOML.

    Numbers, hours and anything with a leading zero are texts and stand in quotes: "0120-95-0178", "09:30".
    """
    yield from _faults(source, "unreadable")


@rule("CON102", "an entry has a key that nobody knows")
def unknown_key(source: Source) -> Iterator[Finding]:
    """A key that the registry does not know is refused, because a misspelt key would silently lose its fact."""
    yield from _faults(source, "unknown-key")


@rule("CON103", "a value is missing or has the wrong form")
def wrong_shape(source: Source) -> Iterator[Finding]:
    """A field is missing, empty, or not of its kind. The hint shows an example of a right value."""
    yield from _faults(source, "shape")


@rule("CON104", "two entries have the same id")
def duplicate(source: Source) -> Iterator[Finding]:
    """Pages name entries by their ids, so each id may stand once in the whole registry."""
    yield from _faults(source, "duplicate")


@rule("CON106", "opening hours cannot be understood")
def bad_hours(source: Source) -> Iterator[Finding]:
    """Hours are OpenStreetMap opening_hours texts: "Mo-Fr 09:30-20:00; Sa,Su,PH 09:30-17:30; Dec 29-Jan 03 off",
    or "24/7". PH is a public holiday."""
    yield from _faults(source, "hours")


@rule("CON109", "the number shown is not the number dialled")
def not_same_number(source: Source) -> Iterator[Finding]:
    """`display` without separators must be `dial`, digit by digit. A tap must never call somebody else."""
    yield from _faults(source, "number")


@rule("CON115", "this is no valid Japanese phone number")
def not_a_number(source: Source) -> Iterator[Finding]:
    """The number has a digit too many or too few, or an area code that does not exist."""
    for window, number in source.content.registry.all_numbers():
        if not _valid(number):
            place = source.content.registry.place("window", window.id)
            text = f'window "{window.id}": {number.display} is not a possible number in Japan'
            yield Finding(place, text, "compare it with the official page, digit by digit")


def _valid(number: PhoneNumber) -> bool:
    dial = number.dial
    if dial in SHORT or f"#{dial}" in SHORT or dial in CARRIER_CODES:
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(dial, "JP"))
    except phonenumbers.NumberParseException:
        return False


@rule("CON116", "the file is not named after its organisation")
def file_name(source: Source) -> Iterator[Finding]:
    """docs/_data/contacts/<id>.toml holds the windows of the organisation with that id, so that it can be found."""
    for name in source.content.registry.operators:
        place = source.content.registry.place("operator", name)
        if place.path.rsplit("/", 1)[-1] != f"{name}.toml":
            yield Finding(place, f'operator "{name}" stands in the wrong file', f"rename the file to {name}.toml")


@rule("CON117", "a retired number is still in use")
def retired_in_use(source: Source) -> Iterator[Finding]:
    """A number listed as retired must not be a live number of any window."""
    registry = source.content.registry
    live = {number.display for _, number in registry.all_numbers()}
    for window, old in registry.all_retired():
        if old.display in live:
            place: Place = registry.place("window", window.id)
            yield Finding(place, f"{old.display} is listed as retired and as live", "remove one of the two")
