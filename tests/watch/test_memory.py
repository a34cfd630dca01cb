"""When a failure counts: told as stories of days, each with what was seen and what the reader may be told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cardcare.content.watching import State
from cardcare.watch.memory import about, after, cutoff, forget, is_fresh, known, remember
from cardcare.watch.target import Fact, Target
from cardcare.watch.verdict import Result, Verdict

FIRST = date(2026, 11, 1)
LINK = Target("source:a", "link", "https://a.test/")
FACT = Target("window:w/0120000001/a", "fact", "https://a.test/", Fact(phone="0120-000-001"))


def look(target: Target, word: str, day: date) -> Result:
    """A result from "verdict reason"."""
    verdict, _, reason = word.partition(" ")
    seen = f"{day}T09:00:00+00:00"
    return Result(target.id, Verdict(verdict), reason or verdict, "", target.url, None, 1, seen, "")


def story(words: list[str], target: Target = LINK) -> list[str]:
    """The verdicts that count, look by look. A word that begins with "=" is a second look on the same day."""
    memory, told, day = None, [], FIRST - timedelta(1)
    for word in words:
        day += timedelta(0 if word.startswith("=") else 1)
        memory = after(memory, target, look(target, word.lstrip("="), day), day)
        told.append(memory.verdict)
    return told


STORIES = [
    # three days
    ("ok", "ok"),
    ("temporary timeout", "temporary"),
    ("temporary timeout, temporary timeout", "temporary, temporary"),
    ("temporary timeout, temporary reset, broken tls-expired", "temporary, temporary, broken"),
    ("broken soft-404-title, =broken soft-404-title, =broken soft-404-title", "temporary, temporary, temporary"),
    ("broken parked, broken parked, broken parked, broken parked", "temporary, temporary, broken, broken"),
    # a sure sign, seen twice
    ("broken not-found", "temporary"),
    ("broken not-found, =broken not-found", "temporary, broken"),
    ("broken gone, broken not-found", "temporary, broken"),
    ("broken unknown-host, temporary timeout, broken unknown-host", "temporary, temporary, broken"),
    # one good look clears everything
    ("broken not-found, ok, broken not-found", "temporary, ok, temporary"),
    ("temporary timeout, temporary timeout, ok, temporary timeout", "temporary, temporary, ok, temporary"),
    ("broken gone, broken gone, ok", "temporary, broken, ok"),
    # what says nothing about the page
    ("temporary budget, temporary budget, temporary budget", "temporary, temporary, temporary"),
    ("temporary rate-limited, temporary rate-limited, temporary rate-limited", "temporary, temporary, temporary"),
    ("broken gone, broken gone, temporary rate-limited", "temporary, broken, broken"),
    # alive, but a person should look: neither a failure nor a success
    ("warn bot-wall, warn bot-wall, warn bot-wall, warn bot-wall", "warn, warn, warn, warn"),
    ("temporary reset, warn bot-wall, temporary reset, temporary reset", "temporary, warn, temporary, broken"),
    # changed counts at once, and stays until the page says it again
    ("changed number-missing", "changed"),
    ("changed number-missing, temporary timeout, warn bot-wall", "changed, changed, changed"),
    ("changed number-missing, broken not-found", "changed, changed"),
    ("changed number-missing, ok", "changed, ok"),
]


@pytest.mark.parametrize(("seen", "told"), STORIES, ids=lambda text: text.replace(", ", "_"))
def test_what_counts_after_each_look(seen: str, told: str) -> None:
    assert story(seen.split(", "), FACT if "changed" in seen else LINK) == told.split(", ")


def test_memory_is_kept_for_the_same_question_only() -> None:
    state = remember(State(), [FACT], {FACT.id: look(FACT, "changed number-missing", FIRST)}, FIRST)
    assert known(state, FACT) is not None
    for other in (
        Target(FACT.id, "fact", FACT.url, Fact(phone="0120-000-002")),
        Target(FACT.id, "fact", "https://b.test/", FACT.fact),
    ):
        assert known(state, other) is None
        assert after(known(state, other), other, look(other, "temporary timeout", FIRST), FIRST).verdict == "temporary"


def test_what_was_not_asked_keeps_its_memory_and_what_is_gone_is_forgotten() -> None:
    state = remember(State(), [LINK, FACT], {t.id: look(t, "ok", FIRST) for t in (LINK, FACT)}, FIRST)
    later = remember(state, [LINK, FACT], {LINK.id: look(LINK, "broken gone", FIRST)}, FIRST + timedelta(1))
    assert later.targets[FACT.id] == state.targets[FACT.id]
    assert later.targets[LINK.id].ok == FIRST, "the last good day stays known"
    assert list(forget(later, [FACT.id]).targets) == [FACT.id]


@pytest.mark.parametrize(
    ("word", "days", "fresh"),
    [("ok", 7, True), ("ok", 4, True), ("ok", 3, False), ("ok", 0, False), ("warn", 7, False)],
)
def test_a_good_look_is_fresh_for_its_age(word: str, days: int, fresh: bool) -> None:
    memory = after(None, LINK, look(LINK, word, FIRST), FIRST)
    assert is_fresh(memory, cutoff(FIRST + timedelta(3), days)) is fresh


def test_the_memory_does_not_grow_without_end() -> None:
    memory = None
    for number in range(100):
        day = FIRST + timedelta(number)
        memory = after(memory, LINK, look(LINK, "broken parked", day), day)
    assert memory is not None and len(memory.failures) == 10 and memory.failures[-1].on == FIRST + timedelta(99)


def test_the_question_has_a_short_name() -> None:
    assert len(about(LINK)) == 12 and about(LINK) == about(Target("other", "link", LINK.url))
