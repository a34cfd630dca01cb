"""Cuts the passage out of a page that a verdict rests on: the page's own words, at most 160 characters."""

from __future__ import annotations

from cardcare.watch.folding import PICTURE, original_index
from cardcare.watch.page_text import Page

LONGEST = 160
_AROUND = ("row", "group", "item", "rows")


def quote(page: Page, line_index: int, start: int = 0, end: int = 0) -> str:
    """Return the passage around a place of a line's folded text, with its row or paragraph if that is short."""
    line = page.lines[line_index]
    for kind in _AROUND:
        for scope in page.scopes(line):
            text = _tidy(" | ".join(page.lines[index].text for index in scope.lines))
            if scope.kind == kind and len(scope.lines) > 1 and len(text) <= LONGEST:
                return text
    names = page.heads(line)[:1] or page.headings(line)[:1]
    text = line.text if len(line.text) <= LONGEST else _cut(line.text, start, end)
    named = f"{names[0]}: {text}" if names and names[0] not in text else text
    return _tidy(named if len(named) <= LONGEST else text)


def quote_lines(page: Page, lines: list[int]) -> str:
    """Return several lines as one passage, cut at the end if they are long."""
    text = _tidy(" | ".join(page.lines[index].text for index in lines))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _cut(text: str, start: int, end: int) -> str:
    """Return the part of a long line around a place, with … where something was left out."""
    first, last = original_index(text, start), original_index(text, end)
    room = LONGEST - 2
    begin = max(0, min(first - (room - (last - first)) // 2, len(text) - room))
    part = text[begin : begin + room]
    return ("…" if begin else "") + part + ("…" if begin + room < len(text) else "")


def _tidy(text: str) -> str:
    return " ".join(text.replace(PICTURE, " ").split())
