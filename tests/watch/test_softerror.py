"""Titles that say "not found", and titles that only sound like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cardcare.watch.softerror import read

TITLES = tomllib.loads((Path(__file__).parents[1] / "data" / "watch" / "titles.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("reason", sorted(set(TITLES) - {"ordinary"}))
def test_messages_are_understood(reason: str) -> None:
    said = {title: sign.reason if (sign := read(title)) else "" for title in TITLES[reason]}
    assert {title: other for title, other in said.items() if other != reason} == {}


def test_ordinary_titles_are_left_in_peace() -> None:
    assert [title for title in TITLES["ordinary"] if read(title)] == []
