"""Furigana markup: {漢字|かんじ}. This file knows the notation and nothing of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

MARKUP = re.compile(r"\{([^{}|\n]+)\|([^{}|\n]+)\}")
KANJI = re.compile(r"[々〆ヶ㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
KANA = re.compile(r"^[ぁ-ゖァ-ヺー゛゜・]+$")


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield every (base, reading) of the text."""
    for match in MARKUP.finditer(text):
        yield match.group(1), match.group(2)


def plain(text: str) -> str:
    """Return the text with bases only, as it reads without furigana."""
    return MARKUP.sub(r"\1", text)


def kana(text: str) -> str:
    """Return the text with readings in place of their bases."""
    return MARKUP.sub(r"\2", text)


def to_html(text: str) -> str:
    """Return the text with each pair as a ruby element. Other characters stay as they are.

    `rp` carries brackets for browsers without ruby.
    """
    return MARKUP.sub(r"<ruby>\1<rp>(</rp><rt>\2</rt><rp>)</rp></ruby>", text)


def bare_kanji(text: str) -> str:
    """Return the kanji that stand outside any pair, in order."""
    return "".join(KANJI.findall(MARKUP.sub("", text)))
