"""Tells whether the page gives our number with our label, or another number with it and ours with something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from cardcare.watch.folding import fold
from cardcare.watch.labels import Label
from cardcare.watch.nearby import Surroundings
from cardcare.watch.numbers_on_page import Number
from cardcare.watch.page_text import Line, Page, Scope

Standing = Literal["together", "apart", "unsure"]

_TIGHT = ("row", "item", "group", "block", "cell", "rows", "column", "section")
SMALL_BOX = 8  # lines; a box of this size is one window's card
_GENERAL = re.compile(r"代表|総合受付|fax|ファクス|ファックス|main line|switchboard", re.I)
_EMPTY_WORDS = re.compile(
    r"電話(?:番号)?|tel|phone|番号|または|又は|もしくは|フリーダイヤル|無料|通話料|有料|\bor\b|number|call", re.I
)
_NAME = re.compile(r"[^\W\d_]{3,}")


def numbers_of(around: Surroundings, label: Label) -> tuple[list[Number], Scope | None]:
    """Return the numbers in the smallest scope around a label that has any, and that scope."""
    line = around.page.lines[label.line]
    for scope in around.page.scopes(line):
        inside = set(scope.lines)
        wider = beyond_own(around.page, line, scope)
        numbers = [n for n in around.anchors if n.line in inside and not _elsewhere(around, n, line.landmark)]
        numbers = [n for n in numbers if not wider or n in around.ours or _nameless(around, n)]
        if numbers:
            return numbers, scope
    return [], None


def beyond_own(page: Page, line: Line, scope: Scope) -> bool:
    """True if a scope reaches beyond the row, list item or definition that a label stands in."""
    own = next((one for one in page.scopes(line) if one.kind in ("row", "item", "group")), None)
    return own is not None and len(scope.lines) > len(own.lines) and scope.kind not in ("rows", "column")


def standing(around: Surroundings, labels: Sequence[Label]) -> tuple[Standing, Number | None]:
    """Say how our number stands to the label, and which other number has its place."""
    result: tuple[Standing, Number | None] = "together", None
    for label in labels:
        numbers, scope = numbers_of(around, label)
        ours = [number for number in numbers if number in around.ours]
        if ours and scope:
            other = _other_first(around, label, numbers)
            if other is None:
                return "together", None
            result = ("apart" if other.line == label.line else "unsure"), other
        elif numbers and scope and result[0] == "together":
            sure = (scope.kind in _TIGHT or len(scope.lines) <= SMALL_BOX) and around.page.lines[label.line].level != 1
            result = ("apart" if sure else "unsure"), numbers[0]
    return result


def _other_first(around: Surroundings, label: Label, numbers: Sequence[Number]) -> Number | None:
    """Return the number that follows the label directly if ours comes only later, after words of its own."""
    line = around.page.lines[label.line]
    after = [number for number in numbers if number.place >= (label.line, label.end)]
    before = [number for number in numbers if number.place < (label.line, label.start)]
    if line.level or not after or after[0] in around.ours:
        return None
    if before and before[-1] in around.ours and before[-1].line >= label.line - 1 and before[-1] is numbers[0]:
        return None
    ours = next((number for number in after if number in around.ours), None)
    if ours is None:
        return after[0] if not any(number in around.ours for number in before) else None
    return after[0] if _NAME.search(_EMPTY_WORDS.sub("", _words_before(around, ours, after))) else None


def _nameless(around: Surroundings, number: Number) -> bool:
    """True if nothing but 電話 or TEL stands before a number: then it may belong to the name in the item before."""
    line = around.page.lines[number.line]
    words = " ".join([*map(fold, around.page.heads(line)), line.folded[: number.start]])
    return not _NAME.search(_EMPTY_WORDS.sub("", words))


def _words_before(around: Surroundings, ours: Number, numbers: Sequence[Number]) -> str:
    """Return the words between our number and the number before it, in its own line."""
    start = max((number.end for number in numbers if number.line == ours.line and number.end <= ours.start), default=0)
    return around.page.lines[ours.line].folded[start : ours.start]


def _elsewhere(around: Surroundings, number: Number, landmark: str) -> bool:
    """True if a number is the house's general one or stands in another part of the page than the label. Our own number
    may be a fax or a general line: then that is what was asked for."""
    line = around.page.lines[number.line]
    general = number not in around.ours and _GENERAL.search(line.folded[max(0, number.start - 16) : number.start])
    return line.landmark != landmark or bool(general)
