"""Reads and writes the built HTML. The only file that knows how it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

DOCTYPE = "<!doctype html>"
HIDDEN = ("script", "style", "template", "noscript")
# What leads somewhere: element -> its attributes with an address.
ADDRESSES = {
    "a": ("href",), "area": ("href",), "link": ("href", "imagesrcset"), "script": ("src",), "img": ("src", "srcset"),
    "source": ("src", "srcset"), "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "iframe": ("src",),
    "embed": ("src",), "object": ("data",), "input": ("src",),
    "use": ("href", "xlink:href"), "image": ("href", "xlink:href"),
}  # fmt: skip
_IDS = etree.XPath("//@id | //a/@name", smart_strings=False)
_REFRESH = re.compile(r"^[\s\d.]*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
_PARSER = etree.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, huge_tree=True)


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


@dataclass(frozen=True)
class Outline:
    """What a page says about links: (address as written, line) of each, and every id that a fragment can name."""

    path: str
    links: tuple[tuple[str, int], ...]
    ids: frozenset[str] = frozenset()


def outline_of(path: str, tree: Any) -> Outline:
    """Return the outline of a parsed page; an empty file has an empty outline."""
    if tree is None:
        return Outline(path, ())
    base = tree.find(".//base[@href]")
    if base is None:
        return Outline(path, tuple(_links(tree)), frozenset(_IDS(tree)))
    start = base.get("href")
    return Outline(path, tuple((urljoin(start, a), line) for a, line in _links(tree)), frozenset(_IDS(tree)))


def outline(file: Path, path: str) -> Outline:
    """Read a built page and keep its outline only; `path` is its name below the site's root."""
    data = file.read_bytes()
    return outline_of(path, etree.fromstring(data, _PARSER) if data.strip() else None)


def _links(tree: Any) -> Iterator[tuple[str, int]]:
    for element in tree.iter(*ADDRESSES, "meta"):
        for attribute in ADDRESSES.get(element.tag, ()):
            if (value := element.get(attribute)) is not None:
                line = element.sourceline or 1
                yield from ((address, line) for address in _addresses(attribute, value))
        if element.get("http-equiv", "").lower() == "refresh" and (match := _REFRESH.match(element.get("content", ""))):
            yield match[1], element.sourceline or 1


def _addresses(attribute: str, value: str) -> list[str]:
    """The addresses in an attribute; a srcset holds several, each with a width or density behind it."""
    if not attribute.endswith("srcset"):
        return [value]
    return [part.split()[0] for part in re.split(r",\s+|,(?=\S+\s)", value) if part.split()]


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
