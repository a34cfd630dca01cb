"""Reads a foreign HTML page into a page_text.Page: walks the tree once and writes down what a reader sees.

Never recursive: a hostile page may nest a hundred thousand elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cardcare.watch.folding import PICTURE
from cardcare.watch.line_builder import LineBuilder
from cardcare.watch.page_text import Page, Picture
from cardcare.watch.tel_links import TelLink
from cardcare.watch.unseen import Unseen

Attributes = dict[str, str | None]
COUNTED = {"script", "iframe", "frame", "form", "img", "input"}
BUTTONS = {"button", "submit", "reset"}
BLOCKS = {
    "address", "blockquote", "body", "button", "caption", "center", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "legend", "option", "p", "pre", "summary",
}  # fmt: skip
BOXES = {
    "article", "aside", "details", "dialog", "dir", "div", "dl", "fieldset", "figure", "footer", "form", "header", "hgroup",
    "main", "menu", "nav", "ol", "section", "select", "tbody", "tfoot", "thead", "ul",
}  # fmt: skip
TITLES = {"caption", "legend", "summary", "figcaption", "dt"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
RAISED = {"sup", "sub"}
ROLES = {"contentinfo": "footer", "navigation": "nav", "complementary": "aside", "banner": "header"}
OPENERS: dict[str, Callable[[LineBuilder], None]] = {
    "table": LineBuilder.open_table,
    "tr": LineBuilder.open_row,
    "dt": LineBuilder.open_term,
    "dd": LineBuilder.open_definition,
    "br": LineBuilder.newline,
    "sup": lambda out: out.write(" "),  # a raised footnote sign is not a further digit
    "sub": lambda out: out.write(" "),
}
CLOSED = BLOCKS | BOXES | {"table", "tr", "li", "dt", "dd", "td", "th"}


def read_html(source: str) -> Page:
    """Return the page of an HTML source."""
    tree = LexborHTMLParser(source)
    page = Page(source=source)
    title = tree.css_first("title")
    page.title = " ".join(title.text().split()) if title else ""
    css = "\n".join(node.text(deep=True) for node in tree.css("style") if node.attributes.get("media") != "print")
    if tree.root is not None:
        _Walk(page, Unseen(css)).run(tree.root)
    return page


class _Walk:
    """One walk over one page."""

    def __init__(self, page: Page, unseen: Unseen) -> None:
        self._page = page
        self._unseen = unseen
        self._out = LineBuilder(page)
        self._links: list[TelLink] = []
        self._labels: list[str] = []

    def run(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        while node is not None:
            child = self._open(node)
            if child is not None:
                node = child
                continue
            while node is not None and node.next is None:
                node = node.parent
                if node is None or node.mem_id == root.mem_id:
                    self._out.finish()
                    return
                self._close(node)
            node = node.next if node is not None else None
        self._out.finish()

    def _open(self, node: LexborNode) -> LexborNode | None:
        """Enter a node; return its first child if the walk shall go inside."""
        tag = node.tag or ""
        if tag == "-text":
            self._out.write(node.text_content or "")
            return None
        if tag.startswith(("-", "!")):
            return None
        self._page.tags[tag] = self._page.tags.get(tag, 0) + (tag in COUNTED)
        attributes: Attributes = node.attributes
        cause = self._unseen.cause(tag, attributes)
        if cause:
            if cause != "unread":
                self._page.unseen.setdefault(cause, []).append(node.text(deep=True))
            return None
        self._enter(tag, attributes)
        if node.child is None:
            self._leave(tag, attributes)
            return None
        return node.child

    def _close(self, node: LexborNode) -> None:
        self._leave(node.tag or "", node.attributes)

    def _enter(self, tag: str, attributes: Attributes) -> None:
        out = self._out
        if tag in BLOCKS or tag in BOXES:
            heading = int(tag[1]) if tag in HEADINGS else 0
            out.open(ROLES.get(attributes.get("role") or "", tag), "block" if tag in BLOCKS else "box", heading)
        elif tag in ("td", "th"):
            out.open_cell(tag, attributes.get("rowspan"), attributes.get("colspan"))
        elif tag == "li":
            out.open(tag, "item")
        elif tag in OPENERS:
            OPENERS[tag](out)
        elif tag == "a":
            self._links += [link for link in [TelLink.of(attributes.get("href"), out.mark())] if link]
        self._alternatives(tag, attributes)

    def _alternatives(self, tag: str, attributes: Attributes) -> None:
        """Write what stands for a picture or a button, and note titles, which few readers see."""
        for text in _texts_of(tag, attributes):
            self._out.write(f" {text} ")
        if tag in ("img", "image"):
            self._page.pictures.append(Picture(unquote(attributes.get("src") or ""), attributes.get("alt") or ""))
        if attributes.get("title"):
            self._page.unseen.setdefault("title", []).append(attributes["title"] or "")

    def _leave(self, tag: str, attributes: Attributes) -> None:
        if tag in RAISED:
            self._out.write(" ")
        elif tag == "a" and self._links and attributes.get("href") == self._links[-1].href:
            self._end_link(self._links.pop())
        if attributes.get("aria-label") and tag not in ("nav", "main", "section", "html", "body"):
            self._out.write(f" {attributes['aria-label']} ")
        if tag in TITLES:
            self._out.name_parent()
        if tag in CLOSED:
            self._out.close()

    def _end_link(self, link: TelLink) -> None:
        """Write the number that a link dials if its text does not say it; note when the two disagree."""
        shown = self._out.since(link.mark)
        if link.shown_as_other(shown):
            self._page.tel_conflicts.append((link.number, shown.strip()))
        elif not link.shown_in(shown):
            self._out.write(f" tel {link.number} ")


def _texts_of(tag: str, attributes: Attributes) -> Iterator[str]:
    """Yield the readable texts of an element without content."""
    if tag in ("img", "image"):
        yield PICTURE
    if tag in ("img", "area") and attributes.get("alt"):
        yield attributes["alt"] or ""
    if tag == "input" and ((attributes.get("type") or "").lower() in BUTTONS or "readonly" in attributes):
        yield attributes.get("value") or ""
