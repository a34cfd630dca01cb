"""Turns an answer into a page that can be asked: HTML, plain text or PDF. Says so when there is nothing to read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardcare.watch.charset import broken_share, decode
from cardcare.watch.html_lines import read_html
from cardcare.watch.nesting import too_deep
from cardcare.watch.page_text import Page
from cardcare.watch.pdf_text import pdf_text
from cardcare.watch.plain_lines import read_plain
from cardcare.web import Answer

UNREADABLE_SHARE = 0.2  # of the characters beyond ASCII
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|meta|title|div|p|table|h\d|span|ul|dl|br|a)[\s>/]", re.I)


@dataclass(frozen=True)
class Unreadable:
    """Why an answer has no text: pdf-unreadable, pdf-without-text, picture-file, not-text, empty, undecodable, too-deep."""

    reason: str
    evidence: str


def read(answer: Answer) -> Page | Unreadable:
    """Return the page of an answer."""
    body, kind = answer.body, answer.headers.get("content-type", "").split(";")[0].strip().lower()
    if not body.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return Unreadable("empty", "the body is empty")
    if b"%PDF-" in body[:1024]:
        return _pdf(body)
    if kind.startswith(("image/", "video/", "audio/")):
        return Unreadable("picture-file", kind)
    markup = bool(_MARKUP.search(body[:4096].replace(b"\x00", b""))) or kind in ("text/html", "application/xhtml+xml")
    if not markup and (body[:4] == b"PK\x03\x04" or (kind.startswith("application/") and b"\x00" in body[:1024])):
        return Unreadable("not-text", kind or "unknown kind of file")
    text = decode(body, answer.headers)
    if broken_share(text) > UNREADABLE_SHARE:
        return Unreadable("undecodable", text[:80])
    if markup and too_deep(text):
        return Unreadable("too-deep", "the page nests its elements without end")
    return read_html(text) if markup else read_plain(text)


def _pdf(body: bytes) -> Page | Unreadable:
    text = pdf_text(body)
    if text is None:
        return Unreadable("pdf-unreadable", "the PDF cannot be opened")
    if len(re.sub(r"\W", "", text)) < 10:
        return Unreadable("pdf-without-text", "the PDF has pictures but no text")
    return read_plain(text)
