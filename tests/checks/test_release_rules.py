"""A release is refused while the publisher is unknown or an urgent number is unconfirmed."""

from __future__ import annotations

import json
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


STATE = "docs/_data/watch-state.json"
NUMBER, HOURS, OTHER = (
    f"window:{part}/agency-lost" for part in ("stop-line/0120000001", "stop-line/hours-suspend", "fax-line/0120000003")
)


def memory(verdict: str, seen: str = "2024-03-20", **more: object) -> dict[str, object]:
    """What the watch remembers of one target. It looked after the person did, on 1 March."""
    return {"about": "0", "verdict": verdict, "reason": "number-missing", "seen": f"{seen}T09:00:00+00:00", **more}


@pytest.mark.parametrize(
    ("targets", "codes"),
    [
        ({NUMBER: memory("ok")}, []),
        ({NUMBER: memory("changed", evidence="0120-000-009")}, ["REL703"]),
        ({NUMBER: memory("ok"), HOURS: memory("changed")}, ["REL703"]),
        ({NUMBER: memory("temporary")}, []),
        ({NUMBER: memory("warn")}, []),
        ({NUMBER: memory("broken")}, ["REL704"]),
        ({NUMBER: memory("ok"), HOURS: memory("broken")}, []),
        ({OTHER: memory("changed")}, []),  # a fax is not urgent
        ({NUMBER.replace("0001", "0009"): memory("changed")}, []),  # a number that is printed no longer
        ({NUMBER: memory("changed", "2024-02-20")}, []),  # a person has looked since
    ],
)
def test_what_the_watch_saw_keeps_a_release_back(project: Path, targets: dict[str, object], codes: list[str]) -> None:
    projects.change(project, {STATE: json.dumps({"targets": targets})})
    assert refusals(project) == [(AGENCY, 6, code) for code in codes]


def test_the_refusal_says_which_window_what_was_seen_and_what_to_do(project: Path) -> None:
    seen = {NUMBER: memory("changed", evidence="電話 0120-000-009")}
    projects.change(project, {STATE: json.dumps({"targets": seen})})
    problem, *_ = run(RELEASE, Source(projects.content(project), IN_TIME))
    assert 'window "stop-line"' in problem.message and "電話 0120-000-009" in problem.message
    assert "compare every digit with the official page" in problem.hint


def test_a_watch_that_stopped_is_noticed(project: Path) -> None:
    """The line's limit is 30 days. Another window was looked at in time."""
    projects.change(
        project,
        {
            STATE: json.dumps({"targets": {NUMBER: memory("ok", "2024-03-01")}}),
            AGENCY: ("date = 2024-03-01\npage_date", "date = 2024-02-28\npage_date"),
        },
    )
    assert [code for _, _, code in refusals(project, date(2024, 4, 1))] == ["REL702", "REL704"]


def test_a_spoilt_memory_is_a_problem_for_an_editor(project: Path) -> None:
    projects.change(project, {STATE: "{"})
    assert [(p.path, p.code) for p in projects.problems(project)] == [(STATE, "CON101")]


def test_only_a_release_asks_for_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(building.ADDRESS, "https://guide.test/")
    assert projects.problems(project, TOO_LATE) == []
    assert [p.code for p in building.build(Layout(project), TOO_LATE, release=True).problems] == ["REL702"]


def test_a_release_needs_a_public_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(building.ADDRESS, raising=False)
    with pytest.raises(SetupError, match=building.ADDRESS):
        building.build(Layout(project), IN_TIME, release=True)
