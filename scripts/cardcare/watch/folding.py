"""Brings all ways of writing a text to one: NFKC, plain hyphens, plain tildes, plain digits, no invisible characters.

Used for every comparison with a page. What is shown to people is always the page's own text: see `original_index`.
"""

from __future__ import annotations

import re
import unicodedata

from cardcare.numbers import HYPHENS, KANJI_DIGITS, SPACES, ZERO_WIDTH

TILDES = "~\u301c\uff5e\u223c\u223d\u3030\u02dc\ufe4b"
PICTURE = "\ufffc"  # stands in a text where the page shows a picture

_ENCLOSED = "".join(c for c in map(chr, range(0x80, 0x10000)) if unicodedata.category(c) == "No")
_BEFORE = dict.fromkeys(map(ord, ZERO_WIDTH)) | dict.fromkeys(map(ord, _ENCLOSED), " ")
_AFTER = dict.fromkeys(map(ord, set(HYPHENS) - set(TILDES) - set("ー")), "-")
_AFTER |= dict.fromkeys(map(ord, TILDES), "~") | dict.fromkeys(map(ord, SPACES), " ")
_LONG_VOWEL = re.compile(r"(?<=\d)ー(?=[\d(])")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_KANJI_RUN = re.compile(f"[{''.join(KANJI_DIGITS)}]{{2,}}")
_CLUSTER = re.compile(r"[^\u0300-\u036f\u3099\u309a\uff9e\uff9f][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*|.", re.S)
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return `text` folded. Circled and raised digits become spaces, or a footnote would lengthen a number."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text.translate(_BEFORE)).translate(_AFTER)
    text = _FOREIGN_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), text)
    return _LONG_VOWEL.sub("-", text)


def kanji_digits(folded: str) -> str:
    """Return a folded text with runs of kanji digits as digits, at the same positions: 〇一二〇 as 0120."""
    return _KANJI_RUN.sub(lambda m: "".join(KANJI_DIGITS[c] for c in m[0]), folded)


def bare(text: str) -> str:
    """Return only the letters and digits of a text, folded and in lower case: for comparing labels."""
    return _NOT_WORD.sub("", fold(text)).lower()


def original_index(original: str, folded_index: int) -> int:
    """Return where in `original` the character stands that is at `folded_index` of its folded form."""
    length = 0
    for match in _CLUSTER.finditer(original):
        if length >= folded_index:
            return match.start()
        length += len(fold(match[0]))
    return len(original)
