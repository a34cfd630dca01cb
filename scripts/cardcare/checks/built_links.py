"""LNK6xx: links inside the built site lead to files and sections that exist, to the letter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from cardcare.checks.rule import rule
from cardcare.checks.site import Site, finding
from cardcare.html import Document
from cardcare.problems import Finding

ATTRIBUTES = ("href", "src", "poster", "data")


def _inside(site: Site) -> Iterator[tuple[Document, HtmlElement, str, str, str]]:
    """(page, element, address as written, path in the site, fragment) of every inside link."""
    for document in site.documents:
        for attribute in ATTRIBUTES:
            for element in document.tree.xpath(f"//*[@{attribute}]"):
                address = element.get(attribute).strip()
                parts = urlsplit(_below_root(address, site.base))
                if not parts.scheme and not parts.netloc:
                    yield (
                        document,
                        element,
                        address,
                        _resolve(document.path, unquote(parts.path)),
                        unquote(parts.fragment),
                    )


def _below_root(address: str, base: str) -> str:
    """An absolute address as a path from the site's root; the site may live in a folder of its host."""
    for start in (base.rstrip("/"), urlsplit(base).path.rstrip("/")):
        if start and (address == start or address.startswith(f"{start}/")):
            return "/" + address[len(start) :].lstrip("/")
    return address


def _resolve(origin: str, path: str) -> str:
    if not path:
        return origin
    joined = posixpath.normpath(posixpath.join("/" + posixpath.dirname(origin), path)).lstrip("/")
    return joined + ("/" if path.endswith("/") and joined not in ("", ".") else "")


def _file(site: Site, path: str) -> str | None:
    """The file that a server would send for a path."""
    candidates = [f"{path}index.html"] if path == "" or path.endswith("/") else [path, f"{path}/index.html"]
    return next((c.lstrip("/") for c in candidates if c.lstrip("/") in site.files), None)


@rule("LNK601", "a link inside the site leads nowhere")
def broken_link(site: Site) -> Iterator[Finding]:
    """The file that a link, an image or a style sheet names is not in the built site; capital letters count."""
    for document, element, address, path, _ in _inside(site):
        if _file(site, path) is None:
            yield finding(document, f"{address} leads nowhere", "correct the link", element.sourceline or 1)


@rule("LNK602", "a link leads to a section that does not exist")
def broken_fragment(site: Site) -> Iterator[Finding]:
    """The part after # is not the id of anything on the target page."""
    ids = {path: document.ids() for path, document in site.by_path.items()}
    for document, element, address, path, fragment in _inside(site):
        target = _file(site, path)
        if fragment and fragment != "top" and target in ids and fragment not in ids[target]:
            yield finding(document, f"{address}: no such section", "correct the part after #", element.sourceline or 1)
