"""Sources that never carried what is asked of them.

A window names all pages that it rests on, but not each of them has each of its numbers. That a page lacks one is news
only if it had it before, if it is the window's own page, or if no page has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cardcare.content.registry import Registry
from cardcare.content.watching import State
from cardcare.watch.memory import NOT_CARRIED, known
from cardcare.watch.registered import entry_of, source_of
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict

ABSENT = frozenset({"number-missing", "fee-missing", "date-missing"})


def settle(
    targets: Sequence[Target], results: Mapping[str, Result], state: State, registry: Registry
) -> dict[str, Result]:
    """Return the results; "the page lacks it" is no change where the page never had it and another page has it."""
    said = {_question(target.id) for target in targets if _says(target, results, state)}
    return {
        target.id: replace(results[target.id], verdict=Verdict.OK, reason=NOT_CARRIED)
        if _question(target.id) in said and _never_had(target, results[target.id], state, registry)
        else results[target.id]
        for target in targets
        if target.id in results
    }


def _question(target_id: str) -> str:
    """What is asked, whichever page it is asked of."""
    return target_id.rpartition("/")[0]


def _says(target: Target, results: Mapping[str, Result], state: State) -> bool:
    """True if the page says it now, or said it lately and was not asked again."""
    if target.id in results:
        return results[target.id].verdict is Verdict.OK
    memory = known(state, target)
    return memory is not None and memory.verdict == "ok" and memory.ok is not None


def _never_had(target: Target, result: Result, state: State, registry: Registry) -> bool:
    if result.verdict is not Verdict.CHANGED or result.reason not in ABSENT:
        return False
    memory, window = known(state, target), registry.windows.get(entry_of(target.id)[1])
    own = window is not None and window.page == source_of(target.id)
    return not own and (memory is None or memory.ok is None)
