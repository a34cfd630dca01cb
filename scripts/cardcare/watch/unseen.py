"""Tells which elements a reader does not see, or sees struck through. Reads inline styles and the page's own <style>.

Outside style sheets are not fetched: what only they hide counts as seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

STRUCK = {"del", "s", "strike"}
NO_TEXT = {
    "script",
    "style",
    "template",
    "head",
    "iframe",
    "object",
    "datalist",
    "rt",
    "rp",
    "audio",
    "video",
    "canvas",
}

_AT_RULE = re.compile(r"@[^{;]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[a-z0-9]*[.#][\w-]+|[a-z][a-z0-9]*")
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)"
    r"|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:[;!]|$)",
    re.I,
)
_STRIKES = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_TOGGLED = re.compile(r"tab|accordion|collaps|panel|toggle|fold|modal|dialog|drawer|drop|menu|slide|open|more", re.I)
_STRUCK_CLASSES = {"line-through", "strikethrough", "text-strike", "strike"}


class Unseen:
    """Decides for one page; `css` is the text of its <style> elements."""

    def __init__(self, css: str) -> None:
        self._by_selector: dict[str, str] = {}
        for selectors, body in _RULE.findall(_AT_RULE.sub("", _COMMENT.sub("", css))):
            cause = _style_cause(body)
            for selector in selectors.split(",") if cause else ():
                if _SIMPLE.fullmatch(selector.strip().lower()):
                    self._by_selector[selector.strip()] = cause

    def cause(self, tag: str, attributes: Mapping[str, str | None]) -> str:
        """Return why the element is not (rightly) seen: struck, hidden, folded, noscript or unread; "" if it is seen.

        What is folded away comes out at a click: a panel of tabs, an accordion.
        """
        if tag in STRUCK:
            return "struck"
        if tag in NO_TEXT:
            return "unread"
        if tag == "noscript":
            return "noscript"
        if not attributes and not self._by_selector:
            return ""
        hidden = "hidden" in attributes or (tag == "input" and (attributes.get("type") or "").lower() == "hidden")
        cause = "hidden" if hidden else _style_cause(attributes.get("style") or "") or self._by_class(tag, attributes)
        return "folded" if cause == "hidden" and _TOGGLED.search(_names(attributes)) else cause

    def _by_class(self, tag: str, attributes: Mapping[str, str | None]) -> str:
        classes = (attributes.get("class") or "").split()
        if not _STRUCK_CLASSES.isdisjoint(classes):
            return "struck"
        names = [f".{name}" for name in classes]
        names += [f"#{attributes['id']}"] if attributes.get("id") else []
        for name in (tag, *names, *(tag + name for name in names)):
            if name in self._by_selector:
                return self._by_selector[name]
        return ""


def _names(attributes: Mapping[str, str | None]) -> str:
    """Return what an element calls itself: class, id, role."""
    return " ".join(attributes.get(name) or "" for name in ("class", "id", "role", "aria-labelledby"))


def _style_cause(style: str) -> str:
    if _STRIKES.search(style):
        return "struck"
    return "hidden" if _HIDES.search(style) else ""
