"""Links that dial: what they dial, and whether their text says the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from cardcare.numbers import dialled
from cardcare.watch.folding import fold

_AFTER_NUMBER = re.compile(r"[;,?&pwPW].*", re.S)
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True)
class TelLink:
    """A tel: link that was opened at `mark` in the text."""

    href: str
    number: str
    mark: tuple[int, int]

    @classmethod
    def of(cls, href: str | None, mark: tuple[int, int]) -> TelLink | None:
        """Return the link if `href` dials a number."""
        if not href or not href.strip().lower().startswith(("tel:", "callto:")):
            return None
        number = _AFTER_NUMBER.sub("", fold(unquote(href.strip().split(":", 1)[1])))
        return cls(href, number.strip(), mark) if re.search(r"\d", number) else None

    def shown_in(self, text: str) -> bool:
        """True if the link's text says the number that it dials."""
        return _national(self.number) in _national(text)

    def shown_as_other(self, text: str) -> bool:
        """True if the link's text is a whole number and another one than it dials: the reader believes the text."""
        digits = _national(text)
        return len(digits) >= 9 and digits[0] == "0" and _national(self.number) not in digits


def _national(text: str) -> str:
    """Return the digits of a text, +81 as 0."""
    folded = fold(text).strip()
    return dialled(folded) if folded.startswith("+") else _DIGITS.sub("", folded)
