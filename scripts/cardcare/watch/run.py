"""One round of the watch: which targets, which of them are due, what came of it, and what is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fnmatch import fnmatchcase
from pathlib import Path

from cardcare.content.load import Content, load
from cardcare.content.watching import Memory, State
from cardcare.errors import SetupError
from cardcare.files import write_whole
from cardcare.paths import Layout
from cardcare.watch import formats, memory, telling
from cardcare.watch.asking import Progress, ask
from cardcare.watch.carried import settle
from cardcare.watch.options import Options
from cardcare.watch.registered import entry_of, registry_targets, source_of
from cardcare.watch.row import Row
from cardcare.watch.spared import spare
from cardcare.watch.target import Target, load_targets
from cardcare.watch.verdict import Result, Verdict

NOT_ASKED = ("budget", "not-asked")
KINDS = {"links": "link", "contacts": "fact"}


@dataclass(frozen=True)
class Wish:
    """What a person asked for: ids or patterns, and the age of answers that will do (days or a date; None: ours).

    `progress` opens for a number of targets and gives a function to call after each.
    """

    options: Options
    progress: Progress
    only: tuple[str, ...] = ()
    since: str | None = None


@dataclass(frozen=True)
class Look:
    """What a round came to: a row for each target, and the new memory."""

    rows: tuple[Row, ...]
    state: State


def listed(path: Path, wish: Wish, root: Path) -> list[Row]:
    """Judge the targets of a file by this one look, without memory. Raises CardcareError for a file with a fault."""
    if wish.since is not None:
        raise SetupError("--since needs the memory of the registry; a bare list has none")
    targets = chosen(load_targets(path), wish.only)
    results = ask(targets, wish.options, wish.progress, _addresses_around(root))
    return [telling.listed(target, results[target.id]) for target in targets]


def _addresses_around(root: Path) -> Iterator[str]:
    """The sources of the project around `root`, if there is one: to learn whether it is the network that is missing.
    It is read when that is the question, not before."""
    with suppress(SetupError):
        yield from (source.url for source in load(Layout.find(root)).registry.sources.values())


def registered(verb: str, content: Content, state: State, wish: Wish, today: date) -> Look:
    """Look at the registry's own targets of a verb ("links", "contacts") with the memory of earlier days."""
    registry = readable(content).registry
    everything = registry_targets(registry, words=content.words)
    targets = [target for target in everything if target.kind == KINDS[verb]]
    targets = chosen(targets, wish.only)
    since = fresh_after(wish.since, verb, content, today)
    due = [target for target in targets if not memory.is_fresh(memory.known(state, target), since)]
    options = replace(wish.options, validators=memory.validators(state, due))
    results = ask(due, options, wish.progress, [source.url for source in registry.sources.values()])
    results = settle(everything, results, state, registry)
    results = {t.id: spare(t, results[t.id], registry.exceptions.values(), today) for t in due}
    answers = {name: result for name, result in results.items() if result.reason not in NOT_ASKED}
    new = memory.remember(state, due, answers, today)
    rows = [_row(target, results.get(target.id), new.targets.get(target.id), content) for target in targets]
    return Look(tuple(rows), memory.forget(new, (target.id for target in everything)))


def _row(target: Target, result: Result | None, known: Memory | None, content: Content) -> Row:
    if result is None:
        when = known.ok if known else None
        result = Result(target.id, Verdict.OK, "fresh", f"right on {when}; not asked again yet", "", None, 0, "", "")
    elif known and result.reason not in NOT_ASKED:
        result = replace(result, verdict=Verdict(known.verdict))
    return telling.registered(target, result, known, content.registry)


def readable(content: Content) -> Content:
    """Return the content; refuse a registry with a hole, because a target that is not read is not watched."""
    for fault in content.faults:
        place = fault.finding.place
        if place.path.startswith("docs/_data"):
            raise SetupError(f"{place.path}:{place.line}: {fault.finding.message}; `cardcare check` says more")
    return content


def chosen(targets: Sequence[Target], only: Sequence[str]) -> list[Target]:
    """The targets that a pattern names: by id, by the window, fact or source that they ask for or from."""
    names = {target.id: (target.id, entry_of(target.id)[1], source_of(target.id)) for target in targets}
    for pattern in only:
        if not any(fnmatchcase(name, pattern) for known in names.values() for name in known):
            raise SetupError(f"--only {pattern}: nothing has this name")
    wanted = [t for t in targets if any(fnmatchcase(n, pattern) for n in names[t.id] for pattern in only)]
    return wanted if only else list(targets)


def fresh_after(since: str | None, verb: str, content: Content, today: date) -> date:
    """The day after which a good answer need not be asked for again."""
    ages = content.registry.watch
    if since is None:
        return memory.cutoff(today, ages.link_days if verb == "links" else ages.fact_days)
    try:
        return today - timedelta(int(since)) if since.isdecimal() else date.fromisoformat(since)
    except (ValueError, OverflowError) as error:
        raise SetupError(f"--since {since}: write a number of days or a date such as 2026-11-23") from error


def recalled(verb: str, content: Content, state: State) -> list[Row]:
    """What the memory says of the targets of a verb; nobody is asked. Targets without memory have no row."""
    rows = []
    for target in registry_targets(content.registry, (KINDS[verb],), content.words):
        if known := memory.known(state, target):
            result = Result(
                target.id, Verdict(known.verdict), known.reason, known.evidence, known.final_url or target.url,
                known.status, 0, known.seen, known.content_hash,
            )  # fmt: skip
            rows.append(telling.registered(target, result, known, content.registry))
    return rows


def save(layout: Layout, state: State) -> None:
    """Write the memory into the project."""
    write_whole(layout.watch_state, memory.as_text(state))


def output(path: Path, rows: Sequence[Row]) -> None:
    """Write the results as JSON by id."""
    write_whole(path, formats.as_json(rows, "") + "\n")
