"""Finds phone numbers in running text, however they are written. Knows no registry and no page.

Understands full-width, kanji and other scripts' digits, every hyphen-like sign, spaces, dots, brackets, zero-width
characters, +81, and letters that look like digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

KANJI_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
LOOK_ALIKE = dict(zip("○◯OoОоΟοQDlIіІ|ǀSsBZz", "000000000011111155822", strict=True))
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BASIC_PLANE = [chr(code) for code in range(0x10000)]
HYPHENS = "".join(c for c in _BASIC_PLANE if unicodedata.category(c) == "Pd") + "−⁻₋ー～~ｰ⁃˗➖─━"
SPACES = "".join(c for c in _BASIC_PLANE if unicodedata.category(c) == "Zs")
SEPARATORS = HYPHENS + SPACES + ".．・·()（）[]［］/／の*_`" + ZERO_WIDTH
SHORT = ("110", "118", "119", "171", "188", "189", "#9110", "#8000", "#7119", "#8103", "#8891")

_HYPHEN = re.compile("[" + re.escape(HYPHENS) + "](?=\\d)")
_SEP = "[" + re.escape(SEPARATORS) + "]"
_ANY_DIGIT = r"[\d" + "".join(KANJI_DIGITS) + "".join(map(re.escape, LOOK_ALIKE)) + "]"
_RUN = re.compile(rf"[+＋]?{_ANY_DIGIT}(?:{_SEP}{{0,3}}{_ANY_DIGIT})+")
_DATE = re.compile(r"(?<![\d/.-])(?:[12]\d{3}[-/.]\d\d?[-/.]\d\d?|\d\d?/\d\d?/[12]\d{3})(?![\d-])")
_KANJI_SHORT = {"".join("〇一二三四五六七八九"[int(d)] for d in n): n for n in SHORT if n.isdecimal()}
_KANJI = "[" + "".join(KANJI_DIGITS) + "十百千万]"
_SHORT = re.compile(
    rf"(?<![\d#,.:/\-])(?:{'|'.join(map(re.escape, SHORT))})(?![\d,:]|[.\-]\d)"
    rf"|(?<!{_KANJI})(?:{'|'.join(_KANJI_SHORT)})(?!{_KANJI})"
)


@dataclass(frozen=True)
class Found:
    """A number as written and as dialled: digits, with a leading + or # where it has one."""

    raw: str
    dial: str


def find(text: str, short: bool = True) -> Iterator[Found]:
    """Yield the phone numbers of a text from left to right; emergency and other short numbers last."""
    for match in _RUN.finditer(_DATE.sub("\n", text)):
        yield from _in_run(match.group(0))
    if short:
        folded = fold(text)
        for match in _SHORT.finditer(folded):
            yield Found(match.group(0), _KANJI_SHORT.get(match.group(0), match.group(0)))


def fold(text: str) -> str:
    """Return the text in compatibility form without zero-width characters, with plain hyphens and digits."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(_digit(char) for char in text if char not in ZERO_WIDTH)
    return _HYPHEN.sub("-", text)


def dialled(raw: str) -> str:
    """Return the digits that a phone would dial for a number as written; +81 becomes a leading 0."""
    plus = raw.lstrip()[:1] in "+＋"
    digits = "".join(d for d in map(_value, raw) if d)
    if plus and digits.startswith("81"):
        return "0" + digits[2:].removeprefix("0")
    return ("#" if raw.lstrip()[:1] in "#＃" else "") + digits


def _in_run(run: str) -> Iterator[Found]:
    """Split a run of digits and separators into numbers: the longest piece first, at separators only."""
    pieces = [p for p in re.split(f"({_SEP}+)", run) if p]
    start = 0
    while start < len(pieces):
        end = next((e for e in range(len(pieces), start, -1) if _is_number("".join(pieces[start:e]))), None)
        if end is not None:
            raw = "".join(pieces[start:end]).strip(SEPARATORS.replace("(", ""))
            yield Found(raw, dialled(raw))
        start = end if end is not None else start + 1


def _is_number(raw: str) -> bool:
    if raw[0] in SEPARATORS or raw[-1] in SEPARATORS or sum(_is_true_digit(c) for c in raw) < 6:
        return False
    dial = dialled(raw)
    return dial.startswith("0") and 9 <= len(dial) <= 11 and not dial.startswith("00000")


def _is_true_digit(char: str) -> bool:
    return char.isdecimal() or char in KANJI_DIGITS


def _value(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return KANJI_DIGITS.get(char) or LOOK_ALIKE.get(char, "")


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
