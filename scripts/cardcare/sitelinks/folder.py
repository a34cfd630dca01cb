"""Follows the links of built pages to the files of their folder, as a server would: to the letter.

Knows addresses and names of files; reads nothing. An address is taken apart once, however often pages repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from urllib.parse import unquote, urlsplit

from cardcare.html import Outline

Kind = Literal["no-such-file", "letter-case", "outside-the-site", "on-one-computer", "no-such-section"]
MESSAGES: dict[Kind, str] = {
    "no-such-file": "{address} leads nowhere",
    "letter-case": "{address} leads nowhere: the file is called {found}",
    "outside-the-site": "{address} climbs out of the site",
    "on-one-computer": "{address} is a file of one computer",
    "no-such-section": "{address}: no such section",
}
_INNER_SPACE = re.compile(r"[\t\n\r]")


@dataclass(frozen=True)
class Broken:
    """A link that leads nowhere: page below the root, line from 1, address as written, in what way, what is there."""

    path: str
    line: int
    address: str
    kind: Kind
    found: str = ""

    @property
    def message(self) -> str:
        return MESSAGES[self.kind].format(address=self.address, found=self.found)


@dataclass(frozen=True)
class _Address:
    """An inside address taken apart: decoded path ("" is the page itself), fragment as written and decoded."""

    path: str
    raw: str = ""
    fragment: str = ""

    def is_on(self, ids: frozenset[str] | None) -> bool:
        """True when the fragment can be found on a page with these ids; None stands for a file that is no page."""
        if not self.raw or ids is None or self.raw in ids:
            return True
        return self.fragment in ids or self.raw.lower() == "top"


@dataclass(frozen=True)
class _Target:
    """Where a path leads: a file, or why to none."""

    file: str = ""
    kind: Kind = "no-such-file"
    found: str = ""


class Folder:
    """All files below a root, to the letter: a server tells Pin.html from pin.html.

    `base` is the public address of the site; links that begin with it are inside links.
    """

    def __init__(self, files: Iterable[str], base: str = "") -> None:
        self.files = frozenset(files)
        self._starts = [start for start in (base.rstrip("/"), urlsplit(base).path.rstrip("/")) if start]
        self._addresses: dict[str, _Address | Kind | None] = {}
        self._targets: dict[tuple[str, str], _Target] = {}

    def broken(self, pages: Iterable[Outline]) -> Iterator[Broken]:
        """Yield the broken links of all pages, in their order."""
        everything = tuple(pages)
        ids = {page.path: page.ids for page in everything}
        for page in everything:
            folder = page.path.rpartition("/")[0]
            for written, line in page.links:
                yield from self._follow(page.path, folder, written, line, ids)

    def _follow(
        self, page: str, folder: str, written: str, line: int, ids: dict[str, frozenset[str]]
    ) -> Iterator[Broken]:
        address = self._inside(written)
        if address is None:
            return
        if isinstance(address, str):
            yield Broken(page, line, written, address)
            return
        target = self._target(folder, address.path) if address.path else _Target(page)
        if not target.file:
            yield Broken(page, line, written, target.kind, target.found)
        elif not address.is_on(ids.get(target.file)):
            yield Broken(page, line, written, "no-such-section")

    def _inside(self, written: str) -> _Address | Kind | None:
        """Take an address apart; None when it leads to another host or is no web address."""
        if written not in self._addresses:
            self._addresses[written] = self._split(_INNER_SPACE.sub("", written.strip()))
        return self._addresses[written]

    def _split(self, address: str) -> _Address | Kind | None:
        try:
            parts = urlsplit(self._below_root(address))
        except ValueError:  # a broken host, such as http://[
            return "no-such-file"
        if parts.scheme == "file":
            return "on-one-computer"
        if parts.scheme or parts.netloc:
            return None
        raw = parts.fragment.partition(":~:")[0]
        return _Address(unquote(parts.path), raw, unquote(raw))

    def _below_root(self, address: str) -> str:
        """An absolute address as a path from the site's root; the site may live in a folder of its host."""
        for start in self._starts:
            if address == start or address.startswith((f"{start}/", f"{start}#", f"{start}?")):
                return "/" + address[len(start) :].lstrip("/")
        return address

    def _target(self, folder: str, path: str) -> _Target:
        key = (folder, path)
        if key not in self._targets:
            self._targets[key] = self._find(folder, path)
        return self._targets[key]

    def _find(self, folder: str, path: str) -> _Target:
        joined = join(folder, path)
        if joined is None:
            return _Target(kind="outside-the-site")
        names = [f"{joined}/index.html".lstrip("/")]
        if joined and not path.endswith(("/", "/.", "/..")) and path not in (".", ".."):
            names.insert(0, joined)  # a server sends the file, or leads on to the folder
        file = next((name for name in names if name in self.files), "")
        if file:
            return _Target(file)
        other = next((self._by_lower[n.lower()] for n in names if n.lower() in self._by_lower), "")
        return _Target(kind="letter-case" if other else "no-such-file", found=other)

    @cached_property
    def _by_lower(self) -> dict[str, str]:
        return {file.lower(): file for file in self.files}


def join(folder: str, path: str) -> str | None:
    """Return `path` as seen from `folder`, below the root and without dots; None when it climbs above the root."""
    parts = [] if path.startswith("/") else [part for part in folder.split("/") if part]
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
