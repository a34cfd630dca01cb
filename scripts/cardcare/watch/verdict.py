"""What one look at a page came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """ok; warn: alive or undecidable, a person should look; temporary: no conclusion; broken; changed: facts only."""

    OK = "ok"
    WARN = "warn"
    TEMPORARY = "temporary"
    BROKEN = "broken"
    CHANGED = "changed"


@dataclass(frozen=True)
class Result:
    """One target's verdict. `reason` is a slug, `evidence` the page's own words or the fault, `seen_at` ISO time."""

    id: str
    verdict: Verdict
    reason: str
    evidence: str
    final_url: str
    status: int | None
    attempts: int
    seen_at: str
    content_hash: str
    validators: tuple[str, str] = ("", "")  # ETag and Last-Modified of a page that was well, for the next visit
