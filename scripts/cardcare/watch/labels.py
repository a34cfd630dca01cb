"""Finds the name of a window ("マイナンバー総合フリーダイヤル") on a page, however it is spaced, cased or bracketed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from cardcare.watch.folding import bare, fold
from cardcare.watch.page_text import Page

_NOTE = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_SAME_SOUND = str.maketrans("ァィゥェォヵヶ", "アイウエオカケ")


@dataclass(frozen=True)
class Label:
    """One place of the label: line, and the span in its folded text."""

    line: int
    start: int
    end: int


def find_labels(page: Page, label: str) -> list[Label]:
    """Return where the page says the label; its bracketed note may be missing."""
    for wording in dict.fromkeys((label, _NOTE.sub("", label))):
        found = _find(page, bare(wording)) if len(bare(wording)) > 1 else []
        if found:
            return found
    return []


def _find(page: Page, name: str) -> list[Label]:
    pattern = re.compile(r"[\W_]*".join(map(re.escape, name.translate(_SAME_SOUND))))
    found = []
    for _, group in groupby(page.lines, key=lambda line: line.block):
        lines = list(group)
        text = "\n".join(line.folded.lower().translate(_SAME_SOUND) for line in lines)
        for match in pattern.finditer(text):
            before = text.count("\n", 0, match.start())
            start = match.start() - (text.rfind("\n", 0, match.start()) + 1)
            line = lines[before]
            found.append(Label(line.index, start, min(start + len(match[0]), len(line.folded))))
    return found


def share_found(page: Page, label: str) -> float:
    """Return which share of the label's pairs of characters the page has: a hint whether it is about this window."""
    name, text = bare(label), bare(fold(page.text))
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
