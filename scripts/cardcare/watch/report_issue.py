"""Tells people through the code host: one issue with the report, one branch with the memory and the proposed
confirmations, one pull request from it. Talks to git and to the host's own tool `gh`, command by command; a dry run
prints each command with its text instead.

The branch is written without touching the working copy: its tree is HEAD with the memory and the patch on top, so it
can never conflict. It is also where the memory lives between runs.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from cardcare.errors import BuildError, SetupError
from cardcare.paths import Layout
from cardcare.watch.story import Story

# (command, text for its input) → what it printed
Run = Callable[[Sequence[str], str], str]

BRANCH = LABEL = "watch"
NUMBERS = ("--json", "number", "--jq", ".[].number")
AUTHOR = ("-c", "user.name=Card Care watch", "-c", "user.email=watch@cardcare.invalid")
WELL = "Everything that the watch asks is well again."


def send(story: Story, layout: Layout, run: Run) -> None:
    """Open or update the issue, the branch and the pull request. Raises SetupError on a fork."""
    if run(["gh", "repo", "view", "--json", "isFork", "--jq", ".isFork"], "") == "true":
        raise SetupError("this repository is a fork; the watch speaks in the original only")
    _issue(story, run)
    _branch(story, layout, run)
    if story.worth_it:
        _request(story, run)


def recall(layout: Layout, run: Run) -> str:
    """The memory on the branch of the watch as text; empty when there is no such branch yet."""
    try:
        run(["git", "fetch", "--quiet", "origin", BRANCH], "")
        return run(["git", "show", f"FETCH_HEAD:{layout.show(layout.watch_state)}"], "")
    except BuildError:
        return ""


def _issue(story: Story, run: Run) -> None:
    number = run(["gh", "issue", "list", "--label", LABEL, "--state", "open", *NUMBERS], "")
    title = ["--title", story.issue_title, "--body-file", "-"]
    if number:
        run(["gh", "issue", "edit", number.split()[0], *title], story.report)
    elif story.needs_people:
        run(["gh", "label", "create", LABEL, "--force", "--description", "What the daily watch saw"], "")
        run(["gh", "issue", "create", "--label", LABEL, *title], story.report)
    if number and not story.needs_people:
        run(["gh", "issue", "close", number.split()[0], "--comment", WELL], "")


def _branch(story: Story, layout: Layout, run: Run) -> None:
    path = layout.show(layout.watch_state)
    run(["git", "read-tree", "HEAD"], "")
    blob = run(["git", "hash-object", "-w", "--stdin"], story.memory)
    run(["git", "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}"], "")
    if story.changes:
        run(["git", "apply", "--cached", "-"], story.changes)
    tree = run(["git", "write-tree"], "")
    commit = run(["git", *AUTHOR, "commit-tree", tree, "-p", "HEAD", "-F", "-"], story.request_title)
    run(["git", "push", "--quiet", "--force", "origin", f"{commit}:refs/heads/{BRANCH}"], "")


def _request(story: Story, run: Run) -> None:
    number = run(["gh", "pr", "list", "--head", BRANCH, "--state", "open", *NUMBERS], "")
    text = ["--title", story.request_title, "--body-file", "-"]
    if number:
        run(["gh", "pr", "edit", number.split()[0], *text], story.request)
    else:
        run(["gh", "pr", "create", "--head", BRANCH, *text], story.request)


@contextmanager
def really(folder: Path) -> Iterator[Run]:
    """Run commands in the project's folder. Git gets an index of its own, so that the working copy stays as it is."""
    with tempfile.TemporaryDirectory(prefix="cardcare-") as aside:
        environment = os.environ | {"GIT_INDEX_FILE": str(Path(aside) / "index"), "GH_PROMPT_DISABLED": "1"}
        yield lambda command, text: _run(command, text, folder, environment)


def _run(command: Sequence[str], text: str, folder: Path, environment: Mapping[str, str]) -> str:
    try:
        done = subprocess.run(command, input=text.encode(), cwd=folder, env=environment, capture_output=True)
    except FileNotFoundError as error:
        raise SetupError(f"{command[0]} is not installed here; it is needed to tell people") from error
    if done.returncode:
        told = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise BuildError(f"`{' '.join(command[:3])}` failed: {told[-1]}")
    return done.stdout.decode().strip()


def dry(story: Story, layout: Layout, show: Callable[[str], None]) -> None:
    """Show what the issue and the pull request would say, and the commands that would be run on a first day."""
    show(f"ISSUE: {story.issue_title}\n\n{story.report}")
    show(f"PULL REQUEST{'' if story.worth_it else ' (none today)'}: {story.request_title}\n\n{story.request}")
    show(story.changes or "(no change in docs/_data/contacts)\n")
    made = {"hash-object": "BLOB", "write-tree": "TREE", "commit-tree": "COMMIT"}

    def run(command: Sequence[str], text: str) -> str:
        show("$ " + shlex.join(command))
        return next((name for word, name in made.items() if word in command), "")

    send(story, layout, run)
