"""WRD3xx: furigana. In a language with furigana every kanji has its reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardcare import ruby
from cardcare.checks.rule import Source, rule
from cardcare.problems import Finding, Place

_MARKER = re.compile(r"\[\[[^\]]*\]\]|\]\([^)]*\)")


def _texts(source: Source) -> Iterator[tuple[Place, str]]:
    for code, language in source.content.registry.languages.items():
        if not language.furigana:
            continue
        for page in source.content.pages_in(code):
            for key in ("title", "short", "description", "answer"):
                yield page.front_place(key), str(getattr(page.front, key))
            for line, text in page.prose:
                yield page.place(line), text
        words = source.content.words[code]
        for file, table, key in sorted(words.keys()):
            yield words.places[file, table, key], words.find(file, table, key) or ""


@rule("WRD301", "a kanji without furigana")
def bare_kanji(source: Source) -> Iterator[Finding]:
    """In easy Japanese every kanji carries its reading: {電話|でんわ}."""
    for place, text in _texts(source):
        if kanji := ruby.bare_kanji(_MARKER.sub(" ", text)):
            yield Finding(place, f"kanji without reading: {kanji}", "write {漢字|かんじ}")


@rule("WRD302", "a reading is not kana")
def not_kana(source: Source) -> Iterator[Finding]:
    """Behind the bar stands the reading in hiragana or katakana, and nothing else; before it at least one kanji."""
    for place, text in _texts(source):
        for base, reading in ruby.pairs(text):
            if not ruby.KANA.match(reading) or not ruby.KANJI.search(base):
                yield Finding(place, f"{{{base}|{reading}}} is no kanji with its reading", "write {漢字|かんじ}")
