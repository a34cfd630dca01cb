"""A page that never had a number is no alarm while another page has it; a page that lost it is."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from cardcare.content.load import Content
from cardcare.content.watching import State
from cardcare.watch.carried import settle
from cardcare.watch.memory import remember
from cardcare.watch.propose import confirmations
from cardcare.watch.registered import registry_targets
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict
from tests import projects

DAY = date(2024, 3, 20)
START = "window:stop-line/0120000001"
OWN, OTHER = f"{START}/agency-lost", f"{START}/town-loss"


@pytest.fixture
def content(project: Path) -> Content:
    """The stop line rests on a second page; agency-lost is its own."""
    old = 'page = "agency-lost"\nsources = ["agency-lost"]'
    new = 'page = "agency-lost"\nsources = ["agency-lost", "town-loss"]'
    projects.change(project, {"docs/_data/contacts/example-agency.toml": (old, new)})
    return projects.content(project)


def targets(content: Content) -> list[Target]:
    return [t for t in registry_targets(content.registry, ("fact",)) if t.id.startswith(START)]


def results(**words: str) -> dict[str, Result]:
    """Results from own="verdict reason", other="verdict reason"."""
    found = {}
    for name, word in words.items():
        verdict, reason = word.split()
        target = OWN if name == "own" else OTHER
        found[target] = Result(target, Verdict(verdict), reason, "", "", 200, 1, f"{DAY}T09:00:00", "")
    return found


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        ("ok said", "changed number-missing", "ok not-carried"),
        ("ok said", "changed number-look-alike", "changed number-look-alike"),
        ("ok said", "changed number-retired", "changed number-retired"),
        ("ok said", "broken not-found", "broken not-found"),
        ("changed number-missing", "changed number-missing", "changed number-missing"),
        ("warn bot-wall", "changed number-missing", "changed number-missing"),
    ],
)
def test_what_is_said_of_the_second_page(content: Content, own: str, other: str, told: str) -> None:
    found = settle(targets(content), results(own=own, other=other), State(), content.registry)
    assert (found[OTHER].verdict, found[OTHER].reason) == tuple(told.split())
    assert found[OWN].reason == own.split()[1]


def test_the_windows_own_page_must_say_it(content: Content) -> None:
    found = settle(targets(content), results(own="changed number-missing", other="ok said"), State(), content.registry)
    assert found[OWN].verdict is Verdict.CHANGED


def test_a_page_that_had_it_and_lost_it_is_an_alarm(content: Content) -> None:
    """Also when it was `not carried` in between, and when the other page was not asked again."""
    state, asked = State(), targets(content)
    for day, other, told in ((0, "ok said", "ok"), (1, "changed number-missing", "changed")):
        found = settle(asked, results(own="ok said", other=other), state, content.registry)
        state = remember(state, asked, found, DAY + timedelta(day))
        assert state.targets[OTHER].verdict == told
    only = settle(asked, results(other="changed number-missing"), state, content.registry)
    assert only[OTHER].verdict is Verdict.CHANGED and OWN not in only


def test_a_page_that_does_not_carry_it_confirms_nothing(content: Content) -> None:
    asked = targets(content)
    found = settle(asked, results(own="ok said", other="changed number-missing"), State(), content.registry)
    state = remember(State(), asked, found, DAY)
    assert (state.targets[OTHER].verdict, state.targets[OTHER].ok) == ("ok", None)
    assert (
        settle(asked, results(other="changed number-missing"), state, content.registry)[OTHER].reason == "not-carried"
    )
    assert confirmations(content.registry, state, {}) == [], "its other number has not been seen at all"
