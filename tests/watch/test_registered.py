"""The questions that the registry asks by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardcare.content.load import Content
from cardcare.content.window import Hours
from cardcare.watch.hours_compare import expected_week
from cardcare.watch.registered import DAYS, entry_of, registry_targets, source_of, spans_of
from cardcare.watch.target import Fact, Span
from tests import projects

AGENCY, TOWN = "docs/_data/contacts/example-agency.toml", "docs/_data/contacts/example-town.toml"


def ids(content: Content, kind: str) -> list[str]:
    return [target.id for target in registry_targets(content.registry, (kind,), content.words)]


def test_every_source_is_a_link_and_every_printed_number_a_fact(project: Path) -> None:
    content = projects.content(project)
    assert ids(content, "link") == ["source:agency-lost", "source:town-loss"]
    assert ids(content, "fact") == [
        "window:stop-line/0120000001/agency-lost",
        "window:stop-line/05012345678/agency-lost",
        "window:foreign-line/0120000002/agency-lost",
        "window:fax-line/0120000003/agency-lost",
        "window:town-desk/0120000005/town-loss",
        "fact:reissue-fee/town-loss",
    ], "urgent windows first; the number that must not be printed is not asked for; days and tries cannot be compared"


def test_hours_are_asked_of_the_sources_that_are_named_for_them(project: Path) -> None:
    projects.change(project, {AGENCY: ('Dec 29-Jan 03 off"', 'Dec 29-Jan 03 off"\nsources = ["agency-lost"]')})
    content = projects.content(project)
    (target,) = [t for t in registry_targets(content.registry, ("fact",), content.words) if "hours" in t.id]
    assert target.id == "window:stop-line/hours-questions/agency-lost"
    assert target.fact == Fact("0120-000-001", (Span("平日", "09:30", "20:00"),), "", "カードを止める電話")


@pytest.mark.parametrize("kind", ["press", "third-party", "insurer"])
def test_only_official_and_municipal_pages_are_believed(project: Path, kind: str) -> None:
    projects.change(project, {"docs/_data/sources.toml": ('kind = "municipal"', f'kind = "{kind}"')})
    assert not [name for name in ids(projects.content(project), "fact") if "town" in name]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("24/7", [("毎日", "00:00", "24:00")]),
        ("Mo-Fr 09:30-20:00; Sa,Su,PH 09:30-17:30", [("平日", "09:30", "20:00"), ("土日祝", "09:30", "17:30")]),
        ("Mo-Fr 09:00-17:00; PH off; Dec 29-Jan 03 off", [("平日", "09:00", "17:00")]),
        ("Mo-Fr 09:00-12:00,13:00-17:00; PH off", [("平日", "09:00", "12:00"), ("平日", "13:00", "17:00")]),
        ("Mo 08:30-19:00; Tu-Fr 08:30-17:15; Sa[2] 09:30-16:00; PH off", []),  # a page says that in too many ways
        ("Mo-Fr 09:00-17:00; Sa unknown", []),
    ],
)  # fmt: skip
def test_hours_as_spans(text: str, spans: list[tuple[str, str, str]]) -> None:
    assert spans_of(Hours(reason="questions", open=text)) == tuple(Span(*span) for span in spans)
    assert spans_of(Hours(reason="questions", open=text, varies=True)) == ()


@pytest.mark.parametrize("days", DAYS.values())
def test_every_word_for_days_is_understood_on_a_page(days: str) -> None:
    assert expected_week((Span(days, "09:00", "17:00"),))


def test_an_id_says_what_it_asks_and_where() -> None:
    name = "window:police-9110/#9110/npa-home"
    assert entry_of(name) == ("window", "police-9110") and source_of(name) == "npa-home"
    assert entry_of("source:npa-home") == ("source", "npa-home") and source_of("source:npa-home") == "npa-home"
    assert entry_of("case-17") == ("", "")
