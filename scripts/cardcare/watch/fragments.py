"""Does a page have the place that a "#…" points to? Knows ids, names, percent-encoded Japanese, text fragments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from cardcare.watch.document import Document
from cardcare.watch.folding import bare

DIRECTIVE = ":~:"
ROUTES = ("/", "!")  # "#/page", "#!page": read by the page's own script, never an id
_TEXT = re.compile(r"(?:^|&)text=([^&]*)")


def lacks_place(document: Document, fragment: str) -> bool:
    """True if the fragment names a place that the page does not have. Files and script routes are not judged."""
    name = fragment.partition(DIRECTIVE)[0]
    if document.kind != "html" or not name or name.lower() == "top" or name.startswith(ROUTES):
        return False
    return not any(spelling in document.anchors for spelling in _spellings(name))


def lacks_text(document: Document, fragment: str) -> bool:
    """True if a text fragment (#:~:text=…) quotes nothing that stands on the page."""
    quotes = _TEXT.findall(fragment.partition(DIRECTIVE)[2])
    if document.kind != "html" or not quotes:
        return False
    page = bare(document.everything)
    return not any(all(part in page for part in _parts(quote)) for quote in quotes)


def _spellings(name: str) -> Iterator[str]:
    """As written, as decoded, and as some code hosts write their ids."""
    decoded = unquote(name)
    yield from (name, decoded, decoded.replace("+", " "), f"user-content-{decoded}")


def _parts(quote: str) -> list[str]:
    """The words of "prefix-,start,end,-suffix", decoded and bare."""
    return [bare(unquote(part.removesuffix("-").removeprefix("-"))) for part in quote.split(",")]
