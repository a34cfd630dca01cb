"""One line of a report: a verdict, where in our files it belongs, and what a person can do."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cardcare.problems import Place
from cardcare.watch.verdict import Result, Verdict

# The order in which a person should read them.
ORDER = (Verdict.CHANGED, Verdict.BROKEN, Verdict.WARN, Verdict.TEMPORARY, Verdict.OK)
FAILING = (Verdict.CHANGED, Verdict.BROKEN)


@dataclass(frozen=True)
class Row:
    """A result with its address and its place in our files (None for a bare list). `note` is what we know besides,
    `advice` what to do; `archived` is an address where a stored copy may be."""

    result: Result
    url: str
    place: Place | None = None
    note: str = ""
    advice: str = ""
    archived: str = ""

    @property
    def id(self) -> str:
        return self.result.id

    @property
    def name(self) -> str:
        """The id for people, on one line."""
        return one_line(self.id)

    @property
    def verdict(self) -> Verdict:
        return self.result.verdict

    @property
    def reason(self) -> str:
        status = f" ({self.result.status})" if self.result.status and self.result.status >= 400 else ""
        return f"{self.result.reason}{status}"

    @property
    def trace(self) -> str:
        """When the words were read, where in the end, and the hash of the page; empty when there was no page."""
        if not self.result.content_hash:
            return ""
        return (
            f"read {self.result.seen_at} at {one_line(self.result.final_url)}, content {self.result.content_hash[:16]}"
        )

    @property
    def evidence(self) -> str:
        """The page's words on one line. They are a stranger's words: signs that steer a terminal are taken out."""
        return one_line(self.result.evidence)


def one_line(text: str) -> str:
    """Return text without control, direction and other invisible signs, on one line."""
    spaced = "".join(" " if char.isspace() else char for char in text)
    return " ".join("".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")).split())


def told(rows: Iterable[Row]) -> list[Row]:
    """The rows that say more than ok, the worst first."""
    return sorted((row for row in rows if row.verdict is not Verdict.OK), key=lambda row: ORDER.index(row.verdict))


def summary(rows: Iterable[Row]) -> str:
    """Count the verdicts: "1 changed, 2 broken, 209 ok"."""
    counts = Counter(row.verdict for row in rows)
    return ", ".join(f"{counts[verdict]} {verdict}" for verdict in ORDER if counts[verdict]) or "nothing wrong"
