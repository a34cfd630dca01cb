"""Marks Japanese words in other languages with lang="ja": a screen reader changes its voice, a browser its font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from cardcare.html import HIDDEN, Document, read_all, write

if TYPE_CHECKING:
    from cardcare.site.after import Build

_KANA = "ぁ-ゖァ-ヺー"
_HAN = "々〆㐀-䶿一-鿿豈-﫿"
# In Chinese, kanji alone may be Chinese; only runs with kana are surely Japanese.
_RUN = re.compile(f"[{_KANA}{_HAN}][{_KANA}{_HAN}・「」『』（）〜、。]*")
_HAS_KANA = re.compile(f"[{_KANA}]")


def mark(build: Build) -> None:
    """Wrap every run of Japanese on pages whose own language is another one."""
    for document in read_all(build.root):
        if document.lang and not document.lang.startswith("ja") and _mark_tree(document):
            write(document, build.root)


def _mark_tree(document: Document) -> bool:
    only_kana = document.lang.startswith("zh")
    body = document.tree.find("body")
    changed = False
    for element in list(body.iter()):
        if isinstance(element.tag, str) and element.tag not in HIDDEN and not _in_japanese(element):
            changed |= _split(element, element.text, None, only_kana)
        parent = element.getparent()
        if parent is not None and not _in_japanese(parent):
            changed |= _split(parent, element.tail, element, only_kana)
    return changed


def _in_japanese(element: HtmlElement) -> bool:
    lang = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
    return str(lang).startswith("ja")


def _split(parent: HtmlElement, text: str | None, after: HtmlElement | None, only_kana: bool) -> bool:
    """Replace the runs in a text node, which is the parent's text or the tail of `after`. Returns whether any was."""
    runs = [m for m in _RUN.finditer(text or "") if not only_kana or _HAS_KANA.search(m.group())]
    if not text or not runs:
        return False
    head, spans = text[: runs[0].start()], []
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        span = etree.Element("span", lang="ja")
        span.text = run.group()
        span.tail = text[run.end() : following.start() if following else len(text)]
        spans.append(span)
    position = 0 if after is None else parent.index(after) + 1
    if after is None:
        parent.text = head
    else:
        after.tail = head
    for offset, span in enumerate(spans):
        parent.insert(position + offset, span)
    return True
