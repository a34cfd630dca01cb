"""Looks at a list of targets: asks for each page once, judges it, and gives every target a result, whatever happens.

Many hosts at once, each as gently as manners.py demands. What was not looked at when the time is over is `temporary`.
Reads nothing from disk, remembers nothing, prints nothing.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cardcare.addresses import Address, parse
from cardcare.watch.judge import TROUBLE, Judgement
from cardcare.watch.opinion import by_form, opinion
from cardcare.watch.options import Options
from cardcare.watch.probe import Probes, trace_of
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict
from cardcare.watch.visit import Visit, Wanted, visit
from cardcare.web import Answer, Web

__all__ = ["Options", "run"]

OVERTURNED = (Verdict.OK, Verdict.WARN, Verdict.CHANGED)


@dataclass
class Errand:
    """One page to ask for, and the targets (by their place in the list) that want to know about it."""

    page: Address
    targets: dict[int, Target] = field(default_factory=dict)


async def run(targets: Sequence[Target], options: Options) -> list[Result]:
    """Return one result for each target, in their order."""
    return await Round(targets, options).run()


class Round:
    """The state of one run."""

    def __init__(self, targets: Sequence[Target], options: Options) -> None:
        self._targets, self._options = targets, options
        self._results: dict[int, Result] = {}
        self._errands: dict[str, Errand] = {}
        for index, target in enumerate(targets):
            self._sort(index, target)
        self._left = Counter(errand.page.place for errand in self._errands.values())
        self._probes = Probes(Counter(self._left))

    async def run(self) -> list[Result]:
        budget = self._options.budget_for(errand.page for errand in self._errands.values())
        async with Web(self._options.user_agent, self._options.limits(budget), self._options.now) as web:
            tasks = [asyncio.create_task(self._go(errand, web)) for errand in self._errands.values()]
            if tasks:
                _, late = await asyncio.wait(tasks, timeout=budget)
                for task in late:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        for index, target in enumerate(self._targets):
            if index not in self._results:
                self._put(index, target, Judgement(*TROUBLE["budget"]))
        return [self._results[index] for index in range(len(self._targets))]

    def _sort(self, index: int, target: Target) -> None:
        """What is judged by its form gets its result at once; pages become errands, each address once."""
        if form := by_form(target):
            self._put(index, target, form)
        else:
            page = parse(target.url)
            self._errands.setdefault(page.url, Errand(page)).targets[index] = target

    async def _go(self, errand: Errand, web: Web) -> None:
        """One errand, and with the last one of a host the comparison with a page that does not exist."""
        place = errand.page.place
        try:
            self._judge(errand, await visit(web, errand.page, self._wanted(errand)))
        finally:
            self._left[place] -= 1
        if not self._left[place]:
            for page, reason in await self._probes.compare(place, web):
                self._overturn(self._errands[page.url], reason)

    def _wanted(self, errand: Errand) -> Wanted:
        targets = errand.targets.values()
        whole = any(target.kind == "fact" for target in targets)
        far = any("#" in target.url for target in targets)
        near = self._options.max_bytes_place if far else self._options.max_bytes_link
        known = {self._options.validators.get(target.id) for target in targets}
        conditional = known.pop() if len(known) == 1 else None
        return Wanted(self._options.max_bytes_fact if whole else near, whole, conditional)

    def _judge(self, errand: Errand, seen: Visit) -> None:
        judged = [
            (index, target, opinion(target, seen, target.id in self._options.validators))
            for index, target in errand.targets.items()
        ]
        for index, target, judgement in judged:
            self._put(index, target, judgement, seen)
        said = any(t.kind == "fact" and j.verdict is Verdict.OK for _, t, j in judged)
        if not said and any(judgement.readable for _, _, judgement in judged):
            trace = trace_of(errand.page, seen, self._probes.few(errand.page))
            if trace:
                self._probes.keep(trace)

    def _overturn(self, errand: Errand, reason: str) -> None:
        """The page looks like one that does not exist: whatever was read on it is worth nothing."""
        for index in errand.targets:
            result = self._results[index]
            if result.verdict in OVERTURNED:
                evidence = f"a page that cannot exist looks the same; {result.evidence}"
                self._results[index] = replace(result, verdict=Verdict.BROKEN, reason=reason, evidence=evidence)

    def _put(self, index: int, target: Target, judgement: Judgement, seen: Visit | None = None) -> None:
        answer = seen.answer if seen else None
        self._results[index] = result = Result(
            target.id,
            judgement.verdict,
            judgement.reason,
            _clean(judgement.evidence),
            _clean(answer.final_url if answer else target.url),
            answer.status if answer else None,
            answer.attempts if answer else 0,
            self._options.now().isoformat(timespec="seconds"),
            seen.document.digest if seen else "",
            _validators(answer, judgement.verdict),
        )
        if self._options.progress:
            self._options.progress(result)


def _validators(answer: Answer | None, verdict: Verdict) -> tuple[str, str]:
    if answer is None or verdict is not Verdict.OK:
        return "", ""
    return _clean(answer.headers.get("etag", "")), _clean(answer.headers.get("last-modified", ""))


def _clean(text: str) -> str:
    """Text that can be written anywhere: bytes that were no text become a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
