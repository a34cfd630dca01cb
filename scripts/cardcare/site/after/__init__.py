"""The steps after the engine has written its pages, in the order in which they run.

Each step gets the folder of the finished build and the content. None of them knows the engine, so they survive it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cardcare.content.load import Content
from cardcare.site.after import japanese, leftovers, policy, sitemap


@dataclass(frozen=True)
class Build:
    """A build to be finished: its folder, what it was made from, and its public address."""

    root: Path
    content: Content
    base: str


STEPS: tuple[Callable[[Build], None], ...] = (
    leftovers.remove,  # what the theme copies and no page uses
    japanese.mark,  # lang="ja" on Japanese words in other languages
    policy.write,  # Content-Security-Policy in each page and as a headers file
    sitemap.write,  # all pages with their languages, and robots.txt
)


def finish(build: Build) -> None:
    """Run every step."""
    for step in STEPS:
        step(build)
