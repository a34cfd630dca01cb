"""What the watch remembers, and when a failure counts. Pure functions: old memory and new looks in, new memory out.

* a page that fails is `temporary` until it failed on three days, or a sure sign was seen twice: then `broken`;
* `changed` counts at once and stays until the page says it again, or the registry says something else;
* one good look clears everything;
* what says nothing about the page (we were too busy, it asked us to wait) is not a failure.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from cardcare.content.watching import Failure, Memory, State
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict

DAYS_TO_BREAK, LOOKS_AT_SURE_SIGN, KEPT = 3, 2, 10
SURE_SIGNS = frozenset({"not-found", "gone", "unknown-host"})
NO_FAILURE = frozenset({"budget", "rate-limited"})
NOT_CARRIED = "not-carried"  # the page never said it, and another one does: nothing wrong, and nothing confirmed
UNCHANGED = "not-modified"  # the page is as it was at the last good look: what it said then still holds
LONGEST_EVIDENCE = 300


def about(target: Target) -> str:
    """A short name for the question. It changes with the address and the fact, so that an old answer is not taken for
    an answer to a new question."""
    return hashlib.sha256(f"{target.url} {target.fact!r}".encode()).hexdigest()[:12]


def known(state: State, target: Target) -> Memory | None:
    """What is remembered of this very question."""
    memory = state.targets.get(target.id)
    return memory if memory and memory.about == about(target) else None


def validators(state: State, targets: Iterable[Target]) -> dict[str, tuple[str, str]]:
    """ETag and Last-Modified of the targets whose last look was good, by id, for conditional requests."""
    found = ((target.id, known(state, target)) for target in targets)
    return {
        name: (memory.etag, memory.last_modified)
        for name, memory in found
        if memory and memory.verdict == "ok" and (memory.etag or memory.last_modified)
    }


def is_fresh(memory: Memory | None, since: date) -> bool:
    """True when the target was right on a day after `since`, and nothing has been wrong with it."""
    return memory is not None and memory.verdict == "ok" and memory.ok is not None and memory.ok > since


def cutoff(today: date, days: int) -> date:
    """The day after which a good look is fresh; with 0 days none is."""
    return today - timedelta(days)


def remember(state: State, targets: Iterable[Target], results: Mapping[str, Result], today: date) -> State:
    """Return the memory after a run. Targets that were not asked keep theirs."""
    new = dict(state.targets)
    for target in targets:
        if target.id in results:
            new[target.id] = after(known(state, target), target, results[target.id], today)
    return State(targets=new)


def newest(one: State, other: State) -> State:
    """Return both memories in one: of each target the later look."""
    both = (one.targets, other.targets)
    names = dict.fromkeys(name for targets in both for name in targets)
    return State(targets={n: max((t[n] for t in both if n in t), key=lambda memory: memory.seen) for n in names})


def forget(state: State, ids: Iterable[str]) -> State:
    """Return the memory without targets that nobody asks for any more."""
    wanted = set(ids)
    return State(targets={name: memory for name, memory in state.targets.items() if name in wanted})


def after(before: Memory | None, target: Target, result: Result, today: date) -> Memory:
    """Return what is known of a target after one more look."""
    if before and result.reason == UNCHANGED:
        return before.model_copy(update={"seen": result.seen_at, "ok": today})
    failures = _failures(before, result, today)
    return Memory(
        about=about(target),
        verdict=_verdict(before, result, failures).value,
        reason=result.reason,
        evidence=result.evidence[:LONGEST_EVIDENCE],
        seen=result.seen_at,
        ok=today if is_good(result) else before.ok if before else None,
        failures=failures,
        final_url=result.final_url if result.final_url != target.url else "",
        status=result.status,
        etag=result.validators[0],
        last_modified=result.validators[1],
        content_hash=result.content_hash,
    )


def is_good(result: Result) -> bool:
    """True when the page is well and, for a fact, says it."""
    return result.verdict is Verdict.OK and result.reason != NOT_CARRIED


def _failures(before: Memory | None, result: Result, today: date) -> tuple[Failure, ...]:
    old = before.failures if before else ()
    if result.verdict is Verdict.OK:
        return ()
    if result.verdict is Verdict.WARN or result.reason in NO_FAILURE:
        return old
    if old and (old[-1].on, old[-1].reason) == (today, result.reason):
        return (*old[:-1], Failure(on=today, reason=result.reason, times=old[-1].times + 1))
    return (*old, Failure(on=today, reason=result.reason))[-KEPT:]


def _verdict(before: Memory | None, result: Result, failures: tuple[Failure, ...]) -> Verdict:
    if result.verdict in (Verdict.OK, Verdict.CHANGED):
        return result.verdict
    if before and before.verdict == "changed":
        return Verdict.CHANGED  # the page cannot be read today; what it said last still counts
    if result.verdict is Verdict.WARN:
        return Verdict.WARN
    return Verdict.BROKEN if is_broken(failures) else Verdict.TEMPORARY


def is_broken(failures: Iterable[Failure]) -> bool:
    """True after failures on three days, or a sure sign seen twice."""
    kept = list(failures)
    sure = sum(failure.times for failure in kept if failure.reason in SURE_SIGNS)
    return sure >= LOOKS_AT_SURE_SIGN or len({failure.on for failure in kept}) >= DAYS_TO_BREAK


def as_text(state: State) -> str:
    """The memory as its file holds it: one target after the other by id, so that changes are easy to read."""
    data = state.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
