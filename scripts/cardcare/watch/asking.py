"""Asks the pages, after a first look at a few hosts: without a network nothing is known about any page, and nothing
must be remembered as its failure."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from urllib.parse import urlsplit

from cardcare.errors import OfflineError
from cardcare.watch import engine
from cardcare.watch.options import Options
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict

# Opens for a number of targets and gives a function to call after each.
Progress = Callable[[int], AbstractContextManager[Callable[[], None]]]
FIRST_HOSTS, TOO_FEW = 5, 3  # one or two dead hosts may just be dead
# What a look says when not even a connection came about.
NO_CONTACT = frozenset({"unknown-host", "dns-temporary", "refused", "unreachable", "timeout"})
OFFLINE = "the network cannot be reached (no answer from {hosts}); nothing was checked and nothing remembered"


def ask(
    targets: Sequence[Target], options: Options, progress: Progress, others: Iterable[str] = ()
) -> dict[str, Result]:
    """Return a result for every target, by id.

    `others` are addresses to try as well before giving up when the targets have few hosts. Raises OfflineError when no
    host at all can be reached; a list of one or two hosts without others is believed, and so are loopback targets.
    """
    begun = time.monotonic()
    first = [] if options.allow_loopback else first_hosts(targets)
    results = _run(first, options)
    if first and not any(map(reached, results)):
        _try_others(first, others, options)
    asked = {target.id for target in first}
    rest = [target for target in targets if target.id not in asked]
    left = None if options.budget_s is None else max(options.budget_s - (time.monotonic() - begun), 0.1)
    with progress(len(targets)) as step:
        for _ in first:
            step()
        return complete(targets, [*results, *_run(rest, replace(options, budget_s=left, progress=lambda *_: step()))])


def _run(targets: Sequence[Target], options: Options) -> list[Result]:
    return asyncio.run(engine.run(targets, options)) if targets else []


def first_hosts(targets: Iterable[Target]) -> list[Target]:
    """One target of each of the first few hosts."""
    by_host: dict[str, Target] = {}
    for target in targets:
        host = _host(target.url)
        if target.kind != "scheme" and host and len(by_host) < FIRST_HOSTS:
            by_host.setdefault(host, target)
    return list(by_host.values())


def reached(result: Result) -> bool:
    """True unless the look ended before there was a connection."""
    return result.status is not None or result.reason not in NO_CONTACT


def complete(targets: Iterable[Target], results: Iterable[Result]) -> dict[str, Result]:
    """Every id with its result, in the order of the targets; one that the engine lost is `temporary`."""
    found: Mapping[str, Result] = {result.id: result for result in results}
    return {target.id: found.get(target.id) or _lost(target) for target in targets}


def _lost(target: Target) -> Result:
    return Result(target.id, Verdict.TEMPORARY, "not-asked", "", target.url, None, 0, "", "")


def _try_others(tried: Sequence[Target], others: Iterable[str], options: Options) -> None:
    known = {_host(target.url) for target in tried}
    more = [Target(f"other:{url}", "link", url) for url in others if _host(url) not in known]
    more = first_hosts(more)[: FIRST_HOSTS - len(tried)]
    if len(tried) + len(more) >= TOO_FEW and not any(map(reached, _run(more, options))):
        hosts = ", ".join(_host(target.url) for target in [*tried, *more])
        raise OfflineError(OFFLINE.format(hosts=hosts))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
