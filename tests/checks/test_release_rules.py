"""A release is refused while the publisher is unknown or an urgent number is unconfirmed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cardcare import building
from cardcare.checks import run
from cardcare.checks.release import RELEASE
from cardcare.checks.rule import Source
from cardcare.errors import SetupError
from cardcare.paths import Layout
from tests import projects
from tests.projects import Change

AGENCY, PROJECT = "docs/_data/contacts/example-agency.toml", "docs/_data/project.toml"
IN_TIME, TOO_LATE = date(2024, 3, 31), date(2024, 4, 1)  # the stop line was confirmed on 1 March, its limit is 30 days


def refusals(root: Path, today: date = IN_TIME) -> list[tuple[str, int, str]]:
    return [(p.path, p.line, p.code) for p in run(RELEASE, Source(projects.content(root), today))]


def test_a_settled_project_may_be_released(project: Path) -> None:
    """The fax is confirmed from a stored copy only; it is not urgent, so readers just see that."""
    assert refusals(project) == []


@pytest.mark.parametrize(
    ("path", "change", "expected"),
    [
        (PROJECT, ("report@guide.test", "report@guide.example"), (PROJECT, 1, "REL701")),
        (PROJECT, ("https://git.test/", "https://git.example/"), (PROJECT, 1, "REL701")),
        (
            AGENCY,
            ('"live-page"\ndate = 2024-03-01\npage', '"stored-copy"\ndate = 2024-03-01\npage'),
            (AGENCY, 6, "REL702"),
        ),
    ],
)
def test_what_keeps_a_release_back(project: Path, path: str, change: Change, expected: tuple[str, int, str]) -> None:
    projects.change(project, {path: change})
    assert refusals(project) == [expected]


def test_a_confirmation_grows_old(project: Path) -> None:
    assert refusals(project, TOO_LATE) == [(AGENCY, 6, "REL702")]


def test_only_a_release_asks_for_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(building.ADDRESS, "https://guide.test/")
    assert projects.problems(project, TOO_LATE) == []
    assert [p.code for p in building.build(Layout(project), TOO_LATE, release=True).problems] == ["REL702"]


def test_a_release_needs_a_public_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(building.ADDRESS, raising=False)
    with pytest.raises(SetupError, match=building.ADDRESS):
        building.build(Layout(project), IN_TIME, release=True)
