"""The daily round: recall what was known, ask, remember, tell people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cardcare.content.load import Content, load
from cardcare.content.watching import State
from cardcare.errors import BuildError, OfflineError
from cardcare.paths import Layout
from cardcare.watch import report_issue, run
from cardcare.watch.asking import Progress
from cardcare.watch.memory import newest
from cardcare.watch.request import Given, wish_of
from cardcare.watch.row import Row
from cardcare.watch.run import KINDS, Wish
from cardcare.watch.story import tell


def tell_people(given: Given, today: date, progress: Progress, dry: bool, show: Callable[[str], None]) -> None:
    """Make the round and tell what came of it; a dry run only shows what would be told and writes nothing.

    Raises OfflineError without a network, except in a dry run, which then tells from memory.
    """
    layout = Layout.find(given.root)
    content = load(layout)
    wish = wish_of(given, progress, content.registry.project)
    if dry:
        rows, state = _dry_round(content, wish, today, show)
        report_issue.dry(tell(content, rows, state, today), layout, show)
        return
    with report_issue.really(layout.root) as do:
        state = newest(content.state, _read(report_issue.recall(layout, do)))
        rows, state = round_of(content, state, wish, today)
        report_issue.send(tell(content, rows, state, today), layout, do)


def _read(kept: str) -> State:
    try:
        return State.model_validate_json(kept) if kept else State()
    except ValueError as error:
        raise BuildError("the memory on the watch's branch cannot be read; remove the branch, or mend it") from error


def round_of(content: Content, state: State, wish: Wish, today: date) -> tuple[tuple[Row, ...], State]:
    """Look at links, then at contacts. Returns the rows of both and the new memory."""
    rows: tuple[Row, ...] = ()
    for verb in KINDS:
        look = run.registered(verb, content, state, wish, today)
        rows, state = (*rows, *look.rows), look.state
    return rows, state


def _dry_round(content: Content, wish: Wish, today: date, show: Callable[[str], None]) -> tuple[tuple[Row, ...], State]:
    try:
        return round_of(content, content.state, wish, today)
    except OfflineError as error:
        show(f"{error}. Told from memory:\n")
        return tuple(row for verb in KINDS for row in run.recalled(verb, content, content.state)), content.state
