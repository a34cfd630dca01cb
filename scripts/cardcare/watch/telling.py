"""Puts a look beside what we know: how long it has been so, where it stands in our files, what a person can do."""

from __future__ import annotations

from cardcare.content.registry import Registry
from cardcare.content.watching import Memory
from cardcare.problems import Place
from cardcare.watch.archive import suggestion
from cardcare.watch.memory import DAYS_TO_BREAK
from cardcare.watch.registered import entry_of, source_of
from cardcare.watch.row import Row
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict

ADVICE = {
    Verdict.CHANGED: 'open the page yourself; if it is right, see "A number has changed" in CONTRIBUTING.md. '
    "Never copy a number from this report",
    Verdict.BROKEN: "find the page's new address and correct `url` in docs/_data/sources.toml, or take another source",
    Verdict.WARN: "open the page in a browser; if it is well, note that in docs/_data/link-exceptions.toml with an end",
    Verdict.TEMPORARY: "",
    Verdict.OK: "",
}


def listed(target: Target, result: Result) -> Row:
    """The row of a bare list: there is nothing that we know besides."""
    return Row(result, target.url)


def registered(target: Target, result: Result, memory: Memory | None, registry: Registry) -> Row:
    """The row of a target of the registry; `result` has the verdict that counts."""
    verdict, source = result.verdict, registry.sources.get(source_of(target.id))
    dead = verdict is Verdict.BROKEN and source is not None
    archived = suggestion(registry.watch.archive, target.url, source.seen) if dead and source else ""
    return Row(result, target.url, place_of(target, registry), _note(verdict, memory), ADVICE[verdict], archived)


def place_of(target: Target, registry: Registry) -> Place:
    """The line of our files that a person would change."""
    kind, name = entry_of(target.id)
    return registry.place(kind, name)


def _note(verdict: Verdict, memory: Memory | None) -> str:
    if verdict is Verdict.OK or memory is None:
        return ""
    failed = ", ".join(str(day) for day in dict.fromkeys(failure.on for failure in memory.failures))
    last = f"last right on {memory.ok}" if memory.ok else "never yet seen right here by the watch"
    if verdict is Verdict.CHANGED and not memory.ok:
        return f"{last}: perhaps this source does not carry it"
    if verdict is Verdict.TEMPORARY and failed:
        return f"failed on {failed}; {last}; counts as broken after {DAYS_TO_BREAK} days"
    return f"failed on {failed}; {last}" if failed else last
