"""A small Markdown extension: a wide table scrolls inside its own box, which the keyboard can reach.

The box is named after the heading above it, so that a screen reader says where one is.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class TableBoxes(Treeprocessor):
    """Wraps each table in a focusable group."""

    def run(self, root: Element) -> None:
        self._wrap(root, "")

    def _wrap(self, parent: Element, heading: str) -> None:
        for index, child in enumerate(list(parent)):
            if child.tag in _HEADINGS:
                heading = child.get("id", heading)
            elif child.tag == "table":
                box = Element("div", {"class": "cc-table", "role": "group", "tabindex": "0"})
                if heading:
                    box.set("aria-labelledby", heading)
                box.tail, child.tail = child.tail, None
                parent[index] = box
                box.append(child)
            else:
                self._wrap(child, heading)


class TableExtension(Extension):
    """Registers the step after the ids of headings are set (priority 5)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(TableBoxes(md), "cardcare-tables", 3)


def makeExtension(**options: object) -> TableExtension:  # noqa: N802 - the name is Python-Markdown's
    return TableExtension(**options)
