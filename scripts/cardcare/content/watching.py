"""What the watch needs to know (docs/_data/watch.toml) and what it remembers (docs/_data/watch-state.json).

The memory is written by the machine and read by the site, the release rules and the next run. It is JSON because no
person edits it; it lives in docs/_data because it is the evidence for what stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from cardcare.content.base import Model, Number, Text
from cardcare.content.window import Window

Word = Literal["ok", "warn", "temporary", "broken", "changed"]


class Watch(Model):
    """The settings. Ages in days: a page that was right is not asked again before it is that old."""

    link_days: Number = Field(default=7, ge=0, examples=["7"])
    fact_days: Number = Field(default=1, ge=0, examples=["1"])
    archive: Text | None = Field(
        default=None, pattern=r"^https://.*/$", examples=['"https://archive.example.org/web/"']
    )


class Failure(Model):
    """A day on which a target could not be confirmed, why, and how often it was tried in vain."""

    on: date
    reason: str
    times: int = 1


class Memory(Model):
    """What is known of one target. `verdict` is the one that counts, after the rules of several days.

    `about` tells whether the target is still the same question; `seen` is the last look (ISO time).
    """

    about: str
    verdict: Word
    reason: str = ""
    evidence: str = ""
    seen: str = Field(pattern=r"^\d{4}-\d\d-\d\d(T|$)")
    ok: date | None = None
    failures: tuple[Failure, ...] = ()
    final_url: str = ""
    status: int | None = None
    etag: str = ""
    last_modified: str = ""
    content_hash: str = ""

    @property
    def day(self) -> date:
        """The day of the last look."""
        return date.fromisoformat(self.seen[:10])


class State(Model):
    """The memory of all targets by id."""

    targets: Mapping[str, Memory] = Field(default_factory=dict)

    def source(self, name: str) -> Memory | None:
        """What is known of a source as a page: is it there?"""
        return self.targets.get(f"source:{name}")

    def window(self, window: Window) -> dict[str, Memory]:
        """What is known of a window, by target id ("window:ID/NUMBER-OR-HOURS/SOURCE"): of the numbers that are shown
        now, and of its hours."""
        asked = {number.dial for number in window.numbers}
        start = f"window:{window.id}/"
        found = {key: memory for key, memory in self.targets.items() if key.startswith(start)}
        return {key: memory for key, memory in found.items() if _part(key) in asked or _part(key).startswith("hours-")}


def _part(key: str) -> str:
    return key.split("/")[1]
