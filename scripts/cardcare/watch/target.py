"""What is asked: a link, a fact on a page, or an address that is judged by its form alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from cardcare.errors import CardcareError

Kind = Literal["link", "fact", "scheme"]
KINDS: tuple[Kind, ...] = ("link", "fact", "scheme")


@dataclass(frozen=True)
class Span:
    """Opening hours of some days: 平日 09:30-20:00."""

    days: str
    open: str
    close: str


@dataclass(frozen=True)
class Fact:
    """What a page should say. None where the target does not ask for it."""

    phone: str | None = None
    hours: tuple[Span, ...] | None = None
    hours_text: str = ""
    label: str = ""
    fee: int | None = None
    date: date | None = None


@dataclass(frozen=True)
class Target:
    """One question to one page."""

    id: str
    kind: Kind
    url: str
    fact: Fact | None = None


def load_targets(path: Path) -> list[Target]:
    """Read a list of targets from a JSON file. Raises CardcareError that names the entry (from 0) and the field."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CardcareError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise CardcareError(f"{path}: no JSON: {error}") from error
    if not isinstance(entries, list):
        raise CardcareError(f"{path}: a list of targets is expected")
    targets = [_target(entry, f"{path}: [{index}]") for index, entry in enumerate(entries)]
    ids = [target.id for target in targets]
    twice = next((name for name in ids if ids.count(name) > 1), None) if len(set(ids)) < len(ids) else None
    if twice is not None:
        raise CardcareError(f"{path}: the id {twice} stands there twice")
    return targets


def _target(entry: object, where: str) -> Target:
    if not isinstance(entry, dict):
        raise CardcareError(f"{where}: an object with id, kind and url is expected")
    kind = _text(entry, "kind", where)
    if kind not in KINDS:
        raise CardcareError(f"{where}.kind: {kind}; one of {', '.join(KINDS)} is expected")
    fact = entry.get("fact")
    if kind == "fact" and not isinstance(fact, dict):
        raise CardcareError(f"{where}.fact: an object is expected for kind fact")
    asked = _fact(fact, f"{where}.fact") if isinstance(fact, dict) else None
    return Target(_text(entry, "id", where), kind, _text(entry, "url", where), asked)


def _fact(entry: Mapping[str, Any], where: str) -> Fact:
    hours = entry.get("hours")
    if not isinstance(hours, list | None):
        raise CardcareError(f"{where}.hours: a list of days, open, close or null is expected")
    spans = None if hours is None else tuple(_span(span, f"{where}.hours[{i}]") for i, span in enumerate(hours))
    fee = entry.get("fee")
    if not isinstance(fee, int | None) or isinstance(fee, bool):
        raise CardcareError(f"{where}.fee: a whole number of yen is expected")
    return Fact(
        _text(entry, "phone", where, needed=False) or None,
        spans,
        _text(entry, "hours_text", where, needed=False),
        _text(entry, "label", where, needed=False),
        fee,
        _day(entry, where),
    )


def _span(entry: object, where: str) -> Span:
    if not isinstance(entry, dict):
        raise CardcareError(f"{where}: an object with days, open and close is expected")
    return Span(_text(entry, "days", where), _text(entry, "open", where), _text(entry, "close", where))


def _day(entry: Mapping[str, Any], where: str) -> date | None:
    text = _text(entry, "date", where, needed=False)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CardcareError(f"{where}.date: {text}; a date such as 2026-11-23 is expected") from error


def _text(entry: Mapping[str, Any], name: str, where: str, needed: bool = True) -> str:
    value = entry.get(name)
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or (needed and name != "url" and not value):
        raise CardcareError(f"{where}.{name}: a text is expected")
    return value
