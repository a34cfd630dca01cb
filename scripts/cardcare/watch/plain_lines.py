"""Makes a page_text.Page out of plain text: lines, and paragraphs where an empty line divides them."""

from __future__ import annotations

import re

from cardcare.watch.page_text import Line, Page, Scope, wrapped

_LETTER_SPACED = re.compile(r"(?:(?<=\s)|^)(?:\S ){6,}\S(?=\s|$)", re.M)
_SPACE = re.compile(r"[ \t\u3000\xa0]+")
_CJK_GAP = re.compile(r"(?<=[\u3041-\u30ff\u4e00-\u9fff]) (?=[\u3041-\u30ff\u4e00-\u9fff])")


def read_plain(text: str) -> Page:
    """Return the page of a plain text; one form feed or empty line ends a paragraph."""
    page = Page(source=text)
    whole = Scope("page")
    for block, paragraph in enumerate(re.split(r"\n[ \t\u3000\r]*\n|\f", _close_up(text))):
        scope = Scope("block", whole)
        first = len(page.lines)
        for raw in paragraph.splitlines():
            for shown in wrapped(_SPACE.sub(" ", raw).strip()):
                page.lines.append(Line(len(page.lines), shown, scope, block))
        scope.lines = range(first, len(page.lines))
    whole.lines = range(len(page.lines))
    page.title = page.lines[0].text if page.lines else ""
    return page


def _close_up(text: str) -> str:
    """Take out the spaces of letter-spaced lines: "0 1 2 0 - 9 5" as some PDF files give them."""
    text = _LETTER_SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    return "\n".join(_CJK_GAP.sub("", line) if len(_CJK_GAP.findall(line)) > 3 else line for line in text.splitlines())
