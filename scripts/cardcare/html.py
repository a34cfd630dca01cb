"""Reads and writes the built HTML. The only file that knows how it is parsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

DOCTYPE = "<!doctype html>"
HIDDEN = ("script", "style", "template", "noscript")


@dataclass(frozen=True)
class Document:
    """One built page: its path below the site's root, with forward slashes, and its tree."""

    path: str
    tree: HtmlElement

    @property
    def lang(self) -> str:
        return str(self.tree.get("lang", ""))

    def ids(self) -> set[str]:
        """Everything that a fragment can point to."""
        return {str(value) for value in self.tree.xpath("//@id | //a/@name")}


def read(file: Path, root: Path) -> Document:
    """Parse a built page."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return Document(file.relative_to(root).as_posix(), lxml.html.parse(str(file), parser).getroot())


def write(document: Document, root: Path) -> None:
    """Write the page back to where it came from."""
    text = lxml.html.tostring(document.tree, encoding="unicode", doctype=DOCTYPE)
    (root / document.path).write_text(text + "\n", encoding="utf-8")


def read_all(root: Path) -> list[Document]:
    """Parse every page below `root`, in a fixed order."""
    return [read(file, root) for file in sorted(root.rglob("*.html"))]


def texts(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield (element, text) for every piece of text that a reader sees, in order."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            if element.tail and element.getparent() is not None:
                yield element.getparent(), element.tail
            continue
        if element.text and element.tag not in HIDDEN:
            yield element, element.text
        if element.tail and element.getparent() is not None:
            yield element.getparent(), element.tail
