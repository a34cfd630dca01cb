"""Blanks those hours in a text that are past or not yet true: 変更前 9:30〜20:00, 9:30〜20:00 → 10:00〜18:00."""

from __future__ import annotations

import re
from datetime import date

from cardcare.watch.dates_on_page import find_dates, until_dates
from cardcare.watch.folding import fold
from cardcare.watch.hours_words import Token, prepared, tokens
from cardcare.watch.retired import is_old

_HINT = re.compile(
    r"旧|新|変更|以前|これまで|従来|かつて|改定|改正|まで|から|→|⇒|➡|以降|より|old|former|previous|new|until|from|was|->",
    re.I,
)
_ARROW = re.compile(r"^\s*\)?\s*(?:→|⇒|➡|➔|⇨|->|=>|▶)")
_FROM_TO = re.compile(r"^\s*\)?\s*(?:から|より|を|to)\s*[^\d。]{0,12}$")
_CHANGED = re.compile(r"変更|変わ|切り?替|短縮|延長|changed|extended")
_SINCE = re.compile(r"\s*(?:から|より|以降)|\s*[~]\s*$")
_SINCE_BEFORE = re.compile(r"(?:from|as of|effective|starting)\s*$", re.I)


def current_hours(text: str, today: date | None) -> str:
    """Return the folded text with past and future spans blanked; unchanged if nothing hints at a change."""
    text = fold(text)
    ready = prepared(text)
    if not _HINT.search(text) or len(ready) != len(text):
        return text
    spans = [token for token in tokens(ready) if token.kind in ("span", "until")]
    for number in range(len(spans) - 1, -1, -1):
        start = spans[number - 1].end if number else 0
        if _not_now(text, spans, number, start, today):
            end = spans[number].end
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _not_now(text: str, spans: list[Token], number: int, start: int, today: date | None) -> bool:
    """True if the words around a span call it past or future."""
    span, following = spans[number], spans[number + 1] if number + 1 < len(spans) else None
    lead = text[start : span.start]
    trail = text[span.end : following.start if following else len(text)]
    if is_old(lead) or _ended(lead, today) or _begins_later(lead, today):
        return True
    bracket = re.match(r"\s*[(\[]([^)\]]*)[)\]]", trail)
    if bracket and (is_old(bracket[0]) or _ended(bracket[1], today) or _begins_later(bracket[1], today)):
        return True
    if following is None:
        return False
    return bool(_ARROW.match(trail) or (_FROM_TO.match(trail) and _CHANGED.search(text[following.end :])))


def _ended(text: str, today: date | None) -> bool:
    return any(day is not None and (today is None or day < today) for day in until_dates(text))


def _begins_later(text: str, today: date | None) -> bool:
    """True if the text says "from <a day to come>"."""
    for found in find_dates(text):
        since = _SINCE.match(text, found.end) or _SINCE_BEFORE.search(text[: found.start])
        day = found.last_day()
        if since and day and today and found.day and day > today:
            return True
    return False
