"""Where a page sends its reader on by itself: a refresh in the header or in the page, or a script on an empty page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from cardcare.addresses import Address, BadAddressError, join, parse
from cardcare.watch.document import Document

LONGEST_S = 30.0  # a page that stays longer is a page to read
RELOAD_S = 2.0  # a page that loads itself again more often than this never comes to rest
WORDS_OF_A_PAGE = 60  # characters; a page with more text is not only a signpost

_REFRESH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(?:[;,\s]\s*(?:url\s*=)?\s*(.*?))?\s*\Z", re.I | re.S)
_SCRIPTED = re.compile(
    r"(?:\blocation(?:\.href)?\s*=(?!=)\s*|\blocation\.(?:replace|assign)\s*\(\s*)"
    r"(?:\"([^\"\\\s]+)\"|'([^'\\\s]+)'|`([^`$\\\s]+)`)(?!\s*\+)"
)


@dataclass(frozen=True)
class Onward:
    """The address, and how the reader gets there. `address` is None where it cannot be opened."""

    address: Address | None
    how: Literal["refresh", "script"]


def onward(document: Document) -> Onward | None:
    """Return where the page sends its reader, None if it stays."""
    if document.kind != "html" and "refresh" not in document.answer.headers:
        return None
    written = _refresh(document)
    if written is not None:
        return Onward(_joined(_base(document), written), "refresh")
    written = _script(document)
    return Onward(_joined(_base(document), written), "script") if written else None


def _base(document: Document) -> Address:
    """What relative addresses of the page begin from."""
    final = parse(document.answer.final_url)
    node = document.tree.css_first("base[href]") if "<base" in document.source.lower() else None
    return (_joined(final, node.attributes.get("href") or "") if node else None) or final


def _refresh(document: Document) -> str | None:
    """The address in the first refresh that acts; "" for the page itself when it reloads without rest."""
    for content in _refreshes(document):
        match = _REFRESH.match(content)
        if not match or float(match[1]) > LONGEST_S:
            continue
        url = (match[2] or "").strip("\"' ")
        target = _joined(_base(document), url) if url else parse(document.answer.final_url)
        if target and target.url == document.answer.final_url:
            if float(match[1]) >= RELOAD_S:
                continue
            return ""
        return url
    return None


def _refreshes(document: Document) -> list[str]:
    found = [document.answer.headers.get("refresh", "")]
    if document.kind == "html" and ("efresh" in document.source or "EFRESH" in document.source):
        for node in document.tree.css("meta[http-equiv][content]"):
            name = (node.attributes.get("http-equiv") or "").strip().lower()
            if name == "refresh" and not node.css_matches("noscript meta"):
                found.append(node.attributes.get("content") or "")
    return [content for content in found if content.strip()]


def _script(document: Document) -> str:
    if "location" not in document.source or document.is_wordy or len(document.visible) > WORDS_OF_A_PAGE:
        return ""
    for node in document.tree.css("script"):
        if match := _SCRIPTED.search(node.text()):
            return next(group for group in match.groups() if group)
    return ""


def _joined(base: Address, written: str) -> Address | None:
    try:
        return join(base, written)
    except BadAddressError:
        return None
