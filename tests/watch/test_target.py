"""The file with a bare list of targets."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cardcare.errors import CardcareError
from cardcare.watch.target import Fact, Span, Target, load_targets

FACT = {"phone": "0120-000-001", "hours": [{"days": "平日", "open": "09:30", "close": "20:00"}], "label": "窓口"}


def load(tmp_path: Path, content: object) -> list[Target]:
    file = tmp_path / "targets.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return load_targets(file)


def test_all_kinds(tmp_path: Path) -> None:
    entries = [
        {"id": "a", "kind": "link", "url": "https://a.example/"},
        {"id": "b", "kind": "fact", "url": "https://a.example/", "fact": {**FACT, "fee": 1000, "date": "2026-12-01"}},
        {"id": "c", "kind": "scheme", "url": "tel:110", "fact": None, "note": "unknown keys are left alone"},
    ]
    fact = Fact("0120-000-001", (Span("平日", "09:30", "20:00"),), "", "窓口", 1000, date(2026, 12, 1))
    assert load(tmp_path, entries) == [
        Target("a", "link", "https://a.example/"),
        Target("b", "fact", "https://a.example/", fact),
        Target("c", "scheme", "tel:110"),
    ]


def test_no_hours_are_not_the_same_as_no_hours_asked(tmp_path: Path) -> None:
    entry = {"id": "a", "kind": "fact", "url": "https://a.example/"}
    (found,) = load(tmp_path, [{**entry, "fact": {"phone": "110", "hours": None}}])
    assert found.fact == Fact(phone="110", hours=None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no JSON"),
        ({"id": "a"}, "a list of targets"),
        ([1], r"\[0\]: an object"),
        ([{"kind": "link", "url": "x"}], r"\[0\]\.id"),
        ([{"id": "a", "kind": "page", "url": "x"}], r"\[0\]\.kind: page"),
        ([{"id": "a", "kind": "link", "url": 5}], r"\[0\]\.url"),
        ([{"id": "a", "kind": "fact", "url": "x"}], r"\[0\]\.fact"),
        ([{"id": "a", "kind": "fact", "url": "x", "fact": {**FACT, "hours": "9-5"}}], r"\[0\]\.fact\.hours"),
        ([{"id": "a", "kind": "fact", "url": "x", "fact": {**FACT, "hours": [{"days": "平日"}]}}], r"hours\[0\]\.open"),
        ([{"id": "a", "kind": "fact", "url": "x", "fact": {**FACT, "fee": "1000"}}], r"\[0\]\.fact\.fee"),
        ([{"id": "a", "kind": "fact", "url": "x", "fact": {**FACT, "date": "soon"}}], r"\[0\]\.fact\.date"),
        ([{"id": "a", "kind": "link", "url": "x"}] * 2, "the id a stands there twice"),
    ],
)
def test_faults_are_named_with_place_and_field(tmp_path: Path, content: object, said: str) -> None:
    with pytest.raises(CardcareError, match=said):
        load(tmp_path, content)


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(CardcareError, match=r"none\.json: No such file"):
        load_targets(tmp_path / "none.json")
