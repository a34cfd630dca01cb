"""What a reader is told about how and when numbers and pages were checked."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from cardcare.content.load import Content
from cardcare.site import status
from cardcare.site.compose import markdown_of
from cardcare.site.markers import expand
from cardcare.site.voice import Voice
from tests import projects

STATE, AGENCY = "docs/_data/watch-state.json", "docs/_data/contacts/example-agency.toml"
STOP, SOURCE = "window:stop-line/0120000001/agency-lost", "source:town-loss"


def memory(verdict: str, **more: object) -> dict[str, object]:
    return {"about": "0", "verdict": verdict, "seen": "2024-03-20T09:00:00+00:00", **more}


@pytest.fixture
def project(project: Path) -> Path:
    shutil.copytree(projects.REAL / "overrides", project / "overrides")
    return project


def content(project: Path, targets: dict[str, object] | None = None) -> Content:
    projects.change(project, {STATE: json.dumps({"targets": targets or {}})})
    return projects.content(project)


def line(project: Path, targets: dict[str, object]) -> status.Line:
    voice = Voice(content(project, targets), "en", "about")
    return next(row for row in status.windows(voice).lines if row.url.endswith("#w-stop-line"))


@pytest.mark.parametrize(
    ("targets", "state", "said"),
    [
        ({}, "none", "Not checked automatically yet."),
        ({STOP: memory("ok", ok="2024-03-20")}, "ok", "On 20 March 2024 the official page showed the same number."),
        ({STOP: memory("changed")}, "changed", "On 20 March 2024 the official page said something else"),
        ({STOP: memory("broken")}, "broken", "The official page cannot be opened (20 March 2024)."),
        ({STOP: memory("ok"), STOP + "-2": memory("warn")}, "warn", "The automatic check could not decide"),
        ({STOP.replace("0001", "0009"): memory("changed")}, "none", "Not checked"),  # a number of yesterday
    ],
)
def test_a_window_shows_its_worst_look(project: Path, targets: dict[str, object], state: str, said: str) -> None:
    row = line(project, targets)
    assert row.state == state and row.text.startswith(said)
    assert row.confirmed == "Checked on the live page on 1 March 2024"


def test_it_says_when_it_was_last_right(project: Path) -> None:
    row = line(project, {STOP: memory("temporary", ok="2024-03-10")})
    assert row.last == "Last confirmed on 10 March 2024."


def test_every_window_and_every_source_is_listed_and_urgent_windows_stand_first(project: Path) -> None:
    voice = Voice(content(project), "ja", "about")
    windows, sources = status.windows(voice), status.sources(voice)
    assert len(windows.lines) == len(voice.registry.windows) and len(sources.lines) == len(voice.registry.sources)
    assert windows.lines[0].url == "../contacts/#w-stop-line"
    assert windows.lines[-1].text == "番号をのせていない窓口です。"


def test_the_marker_shows_the_lists_with_furigana_and_links(project: Path) -> None:
    html = expand("[[status]]", Voice(content(project, {SOURCE: memory("broken")}), "ja-Hira", "about"))
    assert html.count('<ul class="cc-status">') == 2
    assert html.count('data-state="broken"') == 1 and "<ruby>開<rp>(</rp><rt>ひら</rt>" in html
    assert 'href="https://town.test/card"' in html
    assert expand("[[status sources]]", Voice(content(project), "en")).count("<ul") == 1


def test_a_page_says_how_old_the_oldest_confirmation_of_its_numbers_is(project: Path) -> None:
    """The foreign line is called on the page; the stop line stands on a card."""
    projects.change(project, {AGENCY: ("date = 2024-03-01\npage_date", "date = 2024-02-10\npage_date")})
    found = content(project)
    for name, said in (("lost-card", "10 February 2024, on the live"), ("about", "")):
        page = found.page("en", name)
        assert page is not None
        text = markdown_of(page, Voice(found, "en", name))
        assert ("the oldest check was on" in text) is bool(said) and said in text


def test_a_card_warns_while_the_official_page_says_something_else(project: Path) -> None:
    said = "On 20 March 2024 the official page said something else"
    assert said in expand("[[card stop-line]]", Voice(content(project, {STOP: memory("changed")}), "en", "about"))
    assert said not in expand("[[card stop-line]]", Voice(content(project, {STOP: memory("ok")}), "en", "about"))


def test_every_state_has_its_words(mini: Content) -> None:
    states = {f"{kind}_{verdict}" for kind in ("window", "source") for verdict in (*status.ORDER, "none")}
    for words in mini.words.values():
        assert not re.search("⟦", " ".join(words.text("status", state) for state in states))
