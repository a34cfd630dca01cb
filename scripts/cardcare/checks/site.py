"""The built site as the checks see it: all pages parsed once, and the files beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cardcare.content.load import Content
from cardcare.html import Document, outline_of, read_all
from cardcare.problems import Finding, Place
from cardcare.sitelinks import styles
from cardcare.sitelinks.folder import Broken, Folder


@dataclass(frozen=True)
class Site:
    """A finished build in `root`, together with the content that it must agree with.

    `base` is the public address of the site; links that begin with it are inside links.
    """

    root: Path
    content: Content
    base: str = ""

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(read_all(self.root))

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of all files, to the letter: a server tells Pin.html from pin.html."""
        return frozenset(file.relative_to(self.root).as_posix() for file in self.root.rglob("*") if file.is_file())

    @cached_property
    def broken_links(self) -> tuple[Broken, ...]:
        """Links to files and sections that do not exist. The pages are parsed already; only style sheets are read."""
        pages = [outline_of(document.path, document.tree) for document in self.documents]
        return tuple(Folder(self.files, self.base).broken([*pages, *styles(self.root, sorted(self.files))]))


def finding(document: Document, message: str, hint: str, line: int = 1) -> Finding:
    """A finding in a built page; its path is shown below site/."""
    return Finding(Place(f"site/{document.path}", line), message, hint)
