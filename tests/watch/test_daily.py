"""The daily round tells people through the code host: here a real git, and a `gh` that only takes notes."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from cardcare.errors import SetupError
from cardcare.paths import Layout
from cardcare.watch import daily, run
from cardcare.watch.request import Given
from cardcare.watch.row import Row
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict
from tests import projects

DAY = date(2024, 3, 20)
GH = """#!/bin/sh
printf '%s\\n' "gh $*" >> "$GH_NOTES"
case "$*" in *"body-file -"*) sed 's/^/| /' >> "$GH_NOTES";; esac
case "$*" in
  "repo view"*) echo "${GH_FORK:-false}";;
  "issue list"*) echo "$GH_ISSUE";;
  "pr list"*) echo "$GH_REQUEST";;
esac
"""


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@contextmanager
def silent(total: int) -> Iterator[Callable[[], None]]:
    yield lambda: None


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "bin" / "gh"
    program.parent.mkdir()
    program.write_text(GH, "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    monkeypatch.setenv("GH_NOTES", str(tmp_path / "notes"))
    for name, value in (("NAME", "Test"), ("EMAIL", "test@guide.test")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    return tmp_path / "notes"


@pytest.fixture
def root(project: Path, tmp_path: Path, notes: Path) -> Path:
    """A project in a clone of a repository on the same disk."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", "origin.git")
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "start")
    git(project, "push", "--quiet", "origin", "main")
    return project


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the pages answer: target id → "verdict reason"; everything else is ok."""
    verdicts: dict[str, str] = {}

    def ask(targets: list[Target], *more: object) -> dict[str, Result]:
        return {target.id: answer(target, *verdicts.get(target.id, "ok said").split()) for target in targets}

    monkeypatch.setattr(run, "ask", ask)
    return verdicts


def answer(target: Target, verdict: str, reason: str) -> Result:
    quote = f"電話 {target.fact.phone}" if target.fact else ""
    return Result(target.id, Verdict(verdict), reason, quote, target.url, 200, 1, f"{DAY}T09:00:00", "hash")


def make_round(root: Path, dry: bool = False, day: date = DAY) -> list[str]:
    shown: list[str] = []
    daily.tell_people(Given(root), day, silent, dry, shown.append)
    return shown


def test_a_good_day_opens_no_issue_and_one_request_with_confirmations(
    root: Path, seen: dict[str, str], notes: Path
) -> None:
    before = git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD"), git(root, "branch", "--list")
    make_round(root)
    told = notes.read_text("utf-8")
    assert "gh issue create" not in told
    assert "gh pr create --head watch --title Confirm 3 contact window(s) on their live pages (2024-03-20)" in told
    assert "| * `0120000001`: `電話 0120-000-001`, <https://agency.test/lost>, hash" in told
    assert "compare every digit" in told
    changed = (
        git(root, "diff", "--name-only", "HEAD", "FETCH_HEAD") if git(root, "fetch", "origin", "watch") == "" else ""
    )
    assert changed.split() == ["docs/_data/contacts/example-agency.toml", "docs/_data/watch-state.json"]
    assert (git(root, "status", "--porcelain"), git(root, "rev-parse", "HEAD"), git(root, "branch", "--list")) == before


def test_a_bad_day_opens_an_issue_and_the_next_one_writes_into_it(
    root: Path, seen: dict[str, str], notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen["window:stop-line/0120000001/agency-lost"] = "changed number-missing"
    make_round(root)
    told = notes.read_text("utf-8")
    assert "gh issue create --label watch --title The watch: 1 to look at" in told and "| ### Changed" in told
    notes.unlink()
    monkeypatch.setenv("GH_ISSUE", "7")
    monkeypatch.setenv("GH_REQUEST", "8")
    make_round(root)
    told = notes.read_text("utf-8")
    assert "gh issue edit 7" in told and "gh pr edit 8" in told and "create" not in told
    assert "stop-line`, seen on" not in told, "a changed number is never proposed"
    notes.unlink()
    seen.clear()
    make_round(root)
    assert "gh issue close 7" in notes.read_text("utf-8")


def test_failures_of_several_days_are_kept_on_the_branch(root: Path, seen: dict[str, str], notes: Path) -> None:
    seen["source:agency-lost"] = "temporary timeout"
    for day in (20, 21):
        make_round(root, day=date(2024, 3, day))
    assert "Broken" not in notes.read_text("utf-8")
    make_round(root, day=date(2024, 3, 22))
    assert "### Broken" in notes.read_text("utf-8")
    state = json.loads(git(root, "show", "FETCH_HEAD:docs/_data/watch-state.json"))
    assert [failure["on"] for failure in state["targets"]["source:agency-lost"]["failures"]] == [
        "2024-03-20",
        "2024-03-21",
    ]


def test_a_day_without_news_makes_no_request(root: Path, seen: dict[str, str], notes: Path) -> None:
    """The memory and the confirmations of yesterday were merged."""
    make_round(root)
    git(root, "pull", "--quiet", "origin", "watch")
    notes.unlink()
    make_round(root)
    assert "gh pr" not in notes.read_text("utf-8")


def test_a_fork_stays_silent(root: Path, seen: dict[str, str], notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GH_FORK", "true")
    with pytest.raises(SetupError, match="fork"):
        make_round(root)
    assert notes.read_text("utf-8").splitlines() == ["gh repo view --json isFork --jq .isFork"]


def test_a_dry_run_prints_both_and_writes_nothing(root: Path, seen: dict[str, str], notes: Path) -> None:
    seen["source:town-loss"] = "warn bot-wall"
    text = "\n".join(make_round(root, dry=True))
    assert "ISSUE: The watch: 1 to look at" in text and "### A person should look" in text
    assert "PULL REQUEST: Confirm 3 contact" in text and '+how = "live-page"' in text
    assert "$ gh issue create" in text and "$ gh pr create" in text and "$ git push" in text
    assert not notes.exists() and git(root, "status", "--porcelain") == ""
    assert git(root, "ls-remote", "origin").count("refs/heads/") == 1


def test_the_words_of_a_page_are_never_part_of_a_command(root: Path, notes: Path) -> None:
    """Titles and commands are ours alone; what pages say goes through the input."""
    evil = "`$(touch /tmp/x)`; rm -rf / @everyone"
    rows = [Row(Result("source:x", Verdict.BROKEN, "gone", evil, "", 410, 1, f"{DAY}", ""), "https://a.test/")]
    story = daily.tell(projects.content(root), rows, projects.content(root).state, DAY)
    with daily.report_issue.really(root) as do:
        daily.report_issue.send(story, Layout(root), do)
    commands = [line for line in notes.read_text("utf-8").splitlines() if line.startswith("gh ")]
    assert not any("touch" in line for line in commands)
