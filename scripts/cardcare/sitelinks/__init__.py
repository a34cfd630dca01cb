"""Links inside a folder of built pages: which of them lead nowhere. Serves the build's own check and `check site`.

Reads pages and style sheets, each once; knows no project and no rule.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardcare.html import Outline, outline
from cardcare.sitelinks.folder import Broken, Folder

PAGES = (".html", ".htm")
_LOADS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Links:
    """What was read: the outlines of pages and style sheets, and the names of all files, to the letter."""

    pages: tuple[Outline, ...]
    files: frozenset[str]

    @property
    def links(self) -> int:
        return sum(len(page.links) for page in self.pages)

    def broken(self, base: str = "") -> tuple[Broken, ...]:
        """The links that lead nowhere, in the order of the pages; `base` is the public address of the site."""
        return tuple(Folder(self.files, base).broken(self.pages))


def read(root: Path) -> Links:
    """Read the links of every page and style sheet below `root`."""
    files = sorted(_files(root))
    pages = (outline(root / name, name) for name in files if name.endswith(PAGES))
    return Links((*pages, *styles(root, files)), frozenset(files))


def styles(root: Path, files: Iterable[str]) -> Iterator[Outline]:
    """What the style sheets among `files` load."""
    for name in files:
        if name.endswith(".css"):
            text = _COMMENT.sub(_blank, (root / name).read_text(encoding="utf-8", errors="replace"))
            found = ((match[1] or match[2], text.count("\n", 0, match.start()) + 1) for match in _LOADS.finditer(text))
            yield Outline(name, tuple((address, line) for address, line in found if not address.startswith("#")))


def _blank(comment: re.Match[str]) -> str:
    """A comment without its text; the lines below it keep their numbers."""
    return "\n" * comment[0].count("\n")


def _files(root: Path) -> Iterator[str]:
    """The path of every file below `root`, with forward slashes. Thousands of Path objects would be slow."""
    for folder, _, names in os.walk(root):
        below = os.path.relpath(folder, root).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)
