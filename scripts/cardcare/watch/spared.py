"""Exceptions: addresses whose trouble is known and accepted until a day (docs/_data/link-exceptions.toml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cardcare.content.exception import LinkException
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict

# A page that says something else now is never spared: it could be read.
NEVER = (Verdict.OK, Verdict.CHANGED)


def spare(target: Target, result: Result, exceptions: Iterable[LinkException], today: date) -> Result:
    """Return the result, softened to a warning when a living exception covers the address."""
    found = next((e for e in exceptions if e.until >= today and e.covers(target.url)), None)
    if found is None or result.verdict in NEVER:
        return result
    evidence = f"{result.reason}, accepted until {found.until} ({found.owner}): {found.reason}"
    return replace(result, verdict=Verdict.WARN, reason="excepted", evidence=evidence)
