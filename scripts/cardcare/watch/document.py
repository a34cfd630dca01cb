"""One answer as a document: what kind it is, its title, headings, anchors, refresh, visible text. Judges nothing.

The HTML parser is costly and most pages are fine, so `glance` finds titles and headings with plain searches first.
"""

from __future__ import annotations

import contextlib
import hashlib
import html
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cardcare.watch import charset
from cardcare.watch.unseen import Unseen
from cardcare.web import Answer

Kind = Literal["html", "text", "pdf", "other", "empty"]

SNIFF_BYTES = 1024
PARSED = 300_000  # characters given to the parser; a tree needs 20 bytes of memory for one of text
OPENING, WORDY = 6_000, 500  # characters of source, and of visible text in it
KEPT = 20_000  # characters of visible text that are kept; a notice stands at the beginning
PICTURES = "frame, iframe, object, embed, video, audio, img, svg, canvas"

_START = re.compile(
    rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|title|meta|body|script|h[12]|div|p|a|table)\b",
    re.I | re.S,
)
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|noscript|template|title)\b.*?</\1\s*>", re.I | re.S)
_TAG = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"\s+")
_ANCHOR = re.compile(r"""<[^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)


class Document:
    """Wraps one Answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    @cached_property
    def kind(self) -> Kind:
        """What the body is. The Content-Type is heard; the bytes decide."""
        declared = self.answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        start = self.answer.body[:SNIFF_BYTES]
        if not start.strip():
            return "empty" if not self.answer.body.strip() else "text"
        if b"%PDF-" in start:
            return "pdf"
        if _START.match(start.replace(b"\0", b"").lstrip(_MARKS)):
            return "html"
        if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "other"
        if "html" in declared or not declared:
            return "html"
        return "text" if declared.startswith("text/") or declared.endswith(("json", "xml")) else "other"

    @cached_property
    def source(self) -> str:
        """The body as text."""
        body = self.answer.body
        if not body.startswith((b"\xef", b"\xfe", b"\xff", b"\0")) and b"\x1b" not in body:
            with contextlib.suppress(UnicodeDecodeError):
                return body.decode("utf-8")  # the usual case, without asking what the page declares
        return charset.decode(body, self.answer.headers)

    @cached_property
    def digest(self) -> str:
        """The content hash: SHA-256 of the unpacked body."""
        return hashlib.sha256(self.answer.body).hexdigest() if self.answer.body else ""

    @cached_property
    def is_wordy(self) -> bool:
        """True for a page with a good deal of visible text: no notice, no empty shell."""
        start = max(self.source.find("<body"), 0)
        opening = plain(self.source[start : start + OPENING]) if self.kind == "html" else ""
        return len(opening) > WORDY or len(self.visible) > WORDY

    def glance(self) -> Iterator[str]:
        """Yield what may be titles and main headings: a few too many (in comments, scripts), never too few."""
        source = self.source[:PARSED]
        for name in ("title", "TITLE", "Title", "h1", "H1"):
            start = source.find(f"<{name}")
            while start >= 0:
                end = source.find(f"</{name}", start)
                yield plain(source[start : end if end >= 0 else start + 500])
                start = source.find(f"<{name}", start + 1)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.source[:PARSED])

    @cached_property
    def title(self) -> str:
        node = self.tree.css_first("head > title") or self.tree.css_first("title")
        return squeeze(node.text()) if node else ""

    @cached_property
    def headings(self) -> list[str]:
        """The texts of the main headings that a reader sees; pictures by their alternative text."""
        return self._seen("h1, [role=heading][aria-level='1']")

    @cached_property
    def lesser_headings(self) -> list[str]:
        return self._seen("h2, h3, h4, h5, h6, [role=heading], dt, summary, legend, caption")

    def _seen(self, selector: str) -> list[str]:
        texts = [_words(node) for node in self.tree.css(selector) if not self._is_hidden(node)]
        return [text for text in texts if text]

    @cached_property
    def _unseen(self) -> Unseen:
        return Unseen(" ".join(node.text() for node in self.tree.css("style")))

    def _is_hidden(self, node: LexborNode | None) -> bool:
        while node is not None and node.tag != "html":
            attributes = node.attributes
            if (node.tag == "dialog" and "open" not in attributes) or self._unseen.cause(node.tag or "", attributes):
                return True
            node = node.parent
        return False

    @cached_property
    def visible(self) -> str:
        """The beginning of the visible text, on one line, by plain rules."""
        return plain(self.source[: 10 * KEPT])[:KEPT] if self.kind == "html" else squeeze(self.source[:KEPT])

    @cached_property
    def everything(self) -> str:
        """All visible text, on one line."""
        return plain(self.source) if self.kind == "html" else squeeze(self.source)

    @cached_property
    def lines(self) -> list[str]:
        """The first pieces of visible text, one for each element or line."""
        if self.kind == "html":
            pieces = re.split(r"(?:<[^<>]*>|\n)+", _UNSEEN.sub("\n", self.source[:KEPT]))
        else:
            pieces = self.source[:KEPT].splitlines()
        return [text for piece in pieces[:200] if (text := squeeze(html.unescape(piece)))]

    def has(self, selector: str) -> bool:
        """True if the page has such an element."""
        return self.tree.css_first(selector) is not None

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Everything that a fragment can point to: ids, and names of a elements."""
        if len(self.source) > PARSED:
            found = _ANCHOR.findall(_UNSEEN.sub("", self.source))
            return frozenset(html.unescape("".join(groups)) for groups in found)
        ids = {node.attributes.get("id") for node in self.tree.css("[id]")}
        names = {node.attributes.get("name") for node in self.tree.css("a[name]")}
        return frozenset(value for value in ids | names if value)


def plain(source: str) -> str:
    """Return the text of a piece of HTML without tags, scripts and comments, on one line."""
    return squeeze(html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", source))))


def squeeze(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _words(node: LexborNode) -> str:
    alternatives = " ".join(picture.attributes.get("alt") or "" for picture in node.css("img[alt]"))
    return squeeze(f"{node.text(separator='')} {alternatives}")
