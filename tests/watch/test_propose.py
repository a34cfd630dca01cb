"""A window whose live page says all that we print may be called confirmed: as a patch, for a person to read."""

from __future__ import annotations

import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest

from cardcare.content.load import Content
from cardcare.content.watching import Memory, State
from cardcare.watch.memory import about
from cardcare.watch.propose import Confirmation, confirmations, edited, patch
from cardcare.watch.registered import registry_targets
from tests import projects

TOWN, AGENCY = "docs/_data/contacts/example-town.toml", "docs/_data/contacts/example-agency.toml"
SEEN, TODAY = date(2024, 3, 20), date(2024, 3, 25)


def state(content: Content, **verdicts: str) -> State:
    """Every fact was right on SEEN, but for targets whose id contains a key of `verdicts`."""
    targets = {}
    for target in registry_targets(content.registry, ("fact",)):
        verdict = next((v for word, v in verdicts.items() if word in target.id), "ok")
        ok = SEEN if verdict == "ok" else None
        targets[target.id] = Memory(about=about(target), verdict=verdict, seen=f"{SEEN}T09:00:00", ok=ok)
    return State(targets=targets)


def proposed(content: Content, known: State) -> list[tuple[str, str, date]]:
    return [(c.window, c.path, c.day) for c in confirmations(content.registry, known, {})]


@pytest.fixture
def content(project: Path) -> Content:
    return projects.content(project)


def test_every_window_that_was_seen_right_is_proposed_with_the_day_it_was_seen(content: Content) -> None:
    names = [name for name, _, day in proposed(content, state(content)) if day == SEEN]
    assert names == ["stop-line", "foreign-line", "fax-line"], "the town's desk was confirmed by a call"


@pytest.mark.parametrize("verdict", ["changed", "broken", "temporary", "warn"])
def test_a_window_with_an_open_question_is_not_proposed(content: Content, verdict: str) -> None:
    """The stop line has two numbers; one of them was not seen right."""
    known = state(content, **{"stop-line/05012345678": verdict})
    assert [name for name, _, _ in proposed(content, known)] == ["foreign-line", "fax-line"]


def test_an_answer_to_yesterdays_question_is_no_evidence(content: Content, project: Path) -> None:
    known = state(content)
    projects.change(project, {"docs/_data/sources.toml": ("https://agency.test/lost", "https://agency.test/moved")})
    assert proposed(projects.content(project), known) == []


@pytest.mark.parametrize(
    ("how", "day", "again"),
    [
        ("stored-copy", "2024-03-24", True),  # a copy is worth less than a live look, however new
        ("live-page", "2024-03-19", True),
        ("live-page", "2024-03-20", False),
        ("phone-call", "2024-03-01", False),  # a call is worth more, until its limit of 30 days
        ("phone-call", "2024-02-01", True),
    ],
)
def test_what_a_live_look_may_replace(project: Path, how: str, day: str, again: bool) -> None:
    old, new = 'how = "live-page"\ndate = 2024-03-01\npage_date', f'how = "{how}"\ndate = {day}\npage_date'
    projects.change(project, {AGENCY: (old, new)})
    content = projects.content(project)
    assert ("stop-line" in [name for name, _, _ in proposed(content, state(content))]) is again


TEXT = """# a comment above
[[window]]
id = "first"
confirmed = { how = "stored-copy", date = 2024-01-01, page_date = 2020-02-02 } # in one line

[[window]]
id = "second"

[window.confirmed]  # in a table
page_date = 2020-02-02
date = 2024-01-01   # old
how   =  "stored-copy"
"""


def test_only_the_two_values_change_and_comments_and_spaces_stay() -> None:
    first = edited(TEXT, "first", SEEN)
    assert first == TEXT.replace(
        '{ how = "stored-copy", date = 2024-01-01, page', '{ how = "live-page", date = 2024-03-20, page'
    )
    second = edited(TEXT, "second", SEEN)
    assert second == TEXT.replace("\ndate = 2024-01-01   #", "\ndate = 2024-03-20   #").replace(
        'how   =  "stored-copy"', 'how   =  "live-page"'
    )


def test_an_unusual_way_of_writing_is_left_to_people() -> None:
    with pytest.raises(ValueError, match="second"):
        edited(TEXT.replace('how   =  "stored-copy"', "how = 'stored-copy'"), "second", SEEN)


def test_the_patch_applies_and_what_comes_out_is_right(project: Path, content: Content) -> None:
    found = confirmations(content.registry, state(content), {})
    text = patch({path: (project / path).read_text("utf-8") for path in (TOWN, AGENCY)}, found)
    assert '-how = "stored-copy"' in text and text.count("+date = 2024-03-20") == 3
    subprocess.run(["git", "apply", "-"], input=text, text=True, check=True, cwd=project)
    for path in (TOWN, AGENCY):
        for window in tomllib.loads((project / path).read_text("utf-8"))["window"]:
            if window["id"] in {confirmation.window for confirmation in found}:
                assert (window["confirmed"]["how"], window["confirmed"]["date"]) == ("live-page", SEEN)
    assert projects.problems(project) == []


def test_a_file_without_a_last_line_end_is_patched_too(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(TEXT.rstrip("\n"), "utf-8")
    text = patch({"a.toml": TEXT.rstrip("\n")}, [Confirmation("second", "a.toml", SEEN, ())])
    subprocess.run(["git", "apply", "-"], input=text, text=True, check=True, cwd=tmp_path)
    assert (tmp_path / "a.toml").read_text("utf-8") == edited(TEXT, "second", SEEN).rstrip("\n")


def test_nothing_to_propose_is_an_empty_patch(content: Content) -> None:
    assert confirmations(content.registry, State(), {}) == []
    assert patch({AGENCY: "x"}, []) == ""
