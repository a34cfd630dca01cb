"""Are the readings of the easy-Japanese texts right? A list kept by people decides, Sudachi is the second opinion.

Sudachi reads every line without its furigana. Where one of its words is longer than a base ({止|と}める), the kana
around the base must fit too. All is compared in hiragana, exactly: one missing う or one missing ゛ is a fault.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sudachipy import Dictionary, SplitMode, Tokenizer

from cardcare import ruby

REPO = Path(__file__).parents[1]
TEXTS = REPO / "docs" / "ja-Hira"
LIST = REPO / "tests" / "data" / "readings.toml"

_MODES = ("A", "B", "C")  # Sudachi's word lengths: 電話 + 番号, or 電話番号
_PIECES = re.compile(rf"{ruby.MARKUP.pattern}|(.)")
_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(ord("ァ"), ord("ヶ"))}


@dataclass(frozen=True)
class Pair:
    """One {base|reading} in its line. `line` has no furigana; `sounds` says how each of its characters is read."""

    place: str
    line: str
    sounds: tuple[str, ...]
    start: int
    base: str
    reading: str


@dataclass(frozen=True)
class Doubt:
    """A pair whose reading neither the list nor the analyser confirms."""

    pair: Pair
    by: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        wanted = " or ".join(self.expected)
        return f"{self.pair.place}: {{{self.pair.base}|{self.pair.reading}}}, but {self.by} expects {wanted}"


class Word(NamedTuple):
    """A word as Sudachi cuts and reads it."""

    begin: int
    end: int
    reading: str


def listed() -> dict[str, list[str]]:
    """base -> the readings people vouch for. For these bases the analyser is not asked."""
    return tomllib.loads(LIST.read_text("utf-8"))


def all_pairs() -> Iterator[Pair]:
    """Every pair of the pages, front matter included, and of the word files, comments excepted."""
    for path in sorted([*TEXTS.glob("*.md"), *TEXTS.glob("_*.toml")]):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not (path.suffix == ".toml" and line.startswith("#")):
                yield from pairs(line, f"{path.relative_to(REPO)}:{number}")


def pairs(line: str, place: str = "here") -> Iterator[Pair]:
    """The pairs of one line."""
    plain, found = "", []
    sounds: list[str] = []
    for base, reading, other in _PIECES.findall(line):
        if base:
            found.append((len(plain), base, reading))
        plain += base or other
        sounds += [reading, *[""] * (len(base) - 1)] if base else [_hiragana(other)]
    for start, base, reading in found:
        yield Pair(place, plain, tuple(sounds), start, base, reading)


def doubts(found: Iterable[Pair], known: dict[str, list[str]]) -> list[Doubt]:
    """The pairs with a reading that nobody confirms."""
    checked = [
        Doubt(pair, "the list", tuple(known[pair.base]))
        if pair.base in known
        else Doubt(pair, "the analyser", analysed(pair))
        for pair in found
    ]
    return [doubt for doubt in checked if doubt.pair.reading not in doubt.expected]


def analysed(pair: Pair) -> tuple[str, ...]:
    """What Sudachi reads: the base in its line, then the base alone, with each word length."""
    heard = [_in_line(pair, mode) for mode in _MODES] + [_alone(pair.base, mode) for mode in _MODES]
    return tuple(dict.fromkeys(reading for reading in heard if reading))


def _in_line(pair: Pair, mode: str) -> str:
    """The reading of the base in its line; empty if Sudachi's words do not fit the kana around it."""
    end = pair.start + len(pair.base)
    words = [word for word in _words(pair.line, mode) if word.end > pair.start and word.begin < end]
    before = "".join(pair.sounds[words[0].begin : pair.start])
    after = "".join(pair.sounds[end : words[-1].end])
    whole = "".join(word.reading for word in words)
    fits = whole.startswith(before) and whole.endswith(after)
    return whole[len(before) : len(whole) - len(after)] if fits else ""


def _alone(base: str, mode: str) -> str:
    return "".join(word.reading for word in _words(base, mode))


@cache
def _words(text: str, mode: str) -> list[Word]:
    return [Word(m.begin(), m.end(), _hiragana(m.reading_form())) for m in _tokenizer(mode).tokenize(text)]


@cache
def _tokenizer(mode: str) -> Tokenizer:
    return Dictionary(dict="core").tokenizer(mode=getattr(SplitMode, mode))


def _hiragana(text: str) -> str:
    return text.translate(_HIRAGANA)
