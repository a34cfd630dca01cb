"""The words by which a page says that it is not what was asked for: reads phrases.toml, once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardcare.watch.verdict import Verdict

FILE = Path(__file__).with_name("phrases.toml")
MISSING = "soft-404"
ERROR_PAGE = "error-page"


@dataclass(frozen=True)
class Sign:
    """Words and what they mean. `room`: how many other characters their sentence may hold. `vague`: only if the page
    says nothing clearer."""

    verdict: Verdict
    reason: str
    room: int
    words: re.Pattern[str]
    vague: bool = False


def _spelled_out(pattern: str, parts: Mapping[str, Sequence[str]]) -> str:
    """Put the lists of parts where a pattern names them: <page>."""
    return re.sub(r"<([a-z\-]+)>", lambda match: _any(parts[match[1]], parts), pattern)


def _any(patterns: Sequence[str], parts: Mapping[str, Sequence[str]]) -> str:
    return "(?:" + "|".join(_spelled_out(pattern, parts) for pattern in patterns) + ")"


_DATA = tomllib.loads(FILE.read_text(encoding="utf-8"))
_PARTS = _DATA["parts"]

SIGNS = tuple(
    Sign(
        Verdict(sign["verdict"]),
        sign["reason"],
        sign["room"],
        re.compile(_any(sign["words"], _PARTS)),
        sign.get("vague", False),
    )
    for sign in _DATA["sign"]
)
# The words for "not found" in any sentence, whatever else stands in it.
MISSING_WORDS = next(sign.words for sign in SIGNS if sign.reason == MISSING)
EXPLAINING, QUESTIONS, DAY, FILLER = (
    re.compile(_any(_DATA["clears"][name], _PARTS)) for name in ("explaining", "questions", "day", "filler")
)
PARKING: tuple[str, ...] = tuple(_DATA["machinery"]["parking"])
CAPTCHA, FIELDS = (", ".join(_DATA["machinery"][name]) for name in ("captcha", "fields"))
