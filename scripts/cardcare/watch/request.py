"""What the command line asks of the watch, and what it gets back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cardcare.content.load import load
from cardcare.content.project import Project
from cardcare.errors import SetupError
from cardcare.files import write_whole
from cardcare.paths import Layout
from cardcare.watch import run
from cardcare.watch.asking import Progress
from cardcare.watch.options import Options, contact
from cardcare.watch.propose import confirmations, patch
from cardcare.watch.row import Row
from cardcare.watch.run import Wish


@dataclass(frozen=True)
class Given:
    """The words of the command line. None where nothing was said."""

    root: Path
    only: tuple[str, ...] = ()
    since: str | None = None
    jobs: int | None = None
    timeout: float | None = None
    budget: float | None = None
    targets: Path | None = None
    output: Path | None = None
    allow_loopback: bool = False
    ca: Path | None = None


@dataclass(frozen=True)
class Found:
    """The rows, and the patch that would confirm what was seen right (only when asked for)."""

    rows: tuple[Row, ...]
    patch: str = ""


def look(verb: str, given: Given, today: date, progress: Progress, propose: str | None = None) -> Found:
    """Look at the targets of a file, or at the registry's own, and remember the latter.

    `propose` asks for a patch and names its file; "-" only returns it.
    """
    if given.targets is None:
        found = _registry(verb, given, today, progress, propose is not None)
    elif propose:
        raise SetupError("--propose is for the windows of the registry; a bare list has none")
    else:
        found = Found(tuple(run.listed(given.targets, wish_of(given, progress), given.root)))
    if given.output:
        run.output(given.output, found.rows)
    if propose and propose != "-":
        write_whole(Path(propose), found.patch)
    return found


def _registry(verb: str, given: Given, today: date, progress: Progress, propose: bool) -> Found:
    layout = Layout.find(given.root)
    content = load(layout)
    wish = wish_of(given, progress, content.registry.project)
    seen = run.registered(verb, content, content.state, wish, today)
    run.save(layout, seen.state)
    if not propose:
        return Found(seen.rows)
    names = {row.id for row in seen.rows}
    found = [
        c for c in confirmations(content.registry, seen.state, content.words) if any(t.id in names for t, _ in c.looks)
    ]
    files = {c.path: (layout.root / c.path).read_bytes().decode() for c in found}
    return Found(seen.rows, patch(files, found))


def wish_of(given: Given, progress: Progress, project: Project | None = None) -> Wish:
    """What was asked for; where nothing was said, the engine's own options hold. Our name goes with every question."""
    own = Options()
    options = replace(
        own,
        jobs=given.jobs or own.jobs,
        timeout_s=given.timeout or own.timeout_s,
        budget_s=given.budget,
        allow_loopback=given.allow_loopback,
        ca_file=str(given.ca) if given.ca else None,
        user_agent=contact(project.repository, project.report_email) if project else own.user_agent,
    )
    return Wish(options, progress, given.only, given.since)
