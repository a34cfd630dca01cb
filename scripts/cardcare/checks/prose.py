"""What prose must not contain: typed numbers, typed values, typed addresses, the machine's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from cardcare import numbers, ruby
from cardcare.checks.rule import Source, rule
from cardcare.content.fact import Fact
from cardcare.problems import Finding, Place

_MARKER = re.compile(r"\[\[[^\]]*\]\]|\]\((?:source|guide):[^)]*\)|\{\s*#[^}]*\}")
_YEN = re.compile(
    r"[\d〇一二三四五六七八九十百千万][\d,.〇一二三四五六七八九十百千万]*\s*(?:円|えん|yen\b|JPY\b)|[¥￥]\s*\d",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?:|www\.|\b[\w-]+(?:\.[\w-]+)*\.(?:jp|com|org|net|info|gov|io|app|dev)\b|[\w.+-]+@[\w-]+\.\w+", re.IGNORECASE
)
_CODES = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD|lorem|undefined|NaN)\b|⟦|⟧|\{[a-z_]+\}|(?<![\w])@(?:hotline|system)\b|PLACEHOLDER"
)
# A unit says what a value counts; without one, "3" alone would accuse every list.
_PATTERN_KINDS = (
    "tries",
    "days",
    "weeks",
    "months",
    "years",
    "hours",
    "minutes",
    "age",
    "percent",
    "characters",
    "digits",
)


@dataclass(frozen=True)
class Text:
    """A piece of prose without its markers. A window's proper name may hold a short number (みんなの人権110番)."""

    place: Place
    lang: str
    text: str
    is_name: bool = False


def _texts(source: Source) -> Iterator[Text]:
    """All prose: pages, and the phrases that readers see."""
    for page in source.content.pages:
        for key in ("title", "short", "description", "answer"):
            yield Text(page.front_place(key), page.lang, _MARKER.sub(" ", str(getattr(page.front, key))))
        for line, text in page.prose:
            yield Text(page.place(line), page.lang, _MARKER.sub(" ", text))
    for words in source.content.words.values():
        for file, table, key in sorted(words.keys()):
            if file in ("_contacts", "_situations"):
                text = _MARKER.sub(" ", words.find(file, table, key) or "")
                yield Text(words.places[file, table, key], words.lang, text, table == "name")


@rule("PAG209", "a phone number is typed into the text")
def typed_number(source: Source) -> Iterator[Finding]:
    """Numbers stand in docs/_data/contacts alone and come into a text by [[call window-id]]; so a changed number
    changes everywhere. Every writing is found: full-width and kanji digits, +81, any hyphen, letters that look like
    digits, invisible characters."""
    for prose in _texts(source):
        for found in numbers.find(ruby.plain(prose.text), short=not prose.is_name):
            hint = _window_of(found.dial, source) or "write [[call window-id]]"
            yield Finding(prose.place, f"typed phone number {found.raw!r}", hint)


def _window_of(dial: str, source: Source) -> str:
    for window, number in source.content.registry.all_numbers():
        if number.dial.lstrip("#") == dial.lstrip("#"):
            return f"write [[call {window.id}]]"
    return ""


@rule("PAG210", "a fee or deadline is typed into the text")
def typed_fact(source: Source) -> Iterator[Finding]:
    """Amounts of money, and values that stand in docs/_data/facts.toml (tries, days, months, ages …), come into a
    text by [[fact id]]."""
    known = _known_values(source)
    for prose in _texts(source):
        folded = unicodedata.normalize("NFKC", ruby.plain(prose.text))
        for match in _YEN.finditer(folded):
            yield Finding(prose.place, f"typed amount {match.group(0)!r}", "write [[fact id]] with an id of facts.toml")
        for written, name in known.get(prose.lang, {}).items():
            if re.search(rf"(?<![\d.,]){re.escape(written)}", folded):
                yield Finding(prose.place, f"typed value {written!r}", f"write [[fact {name}]]")


def _known_values(source: Source) -> dict[str, dict[str, str]]:
    """language -> {value as it would be written: fact id}, from each language's own unit patterns."""
    values: dict[str, dict[str, str]] = {}
    for lang, words in source.content.words.items():
        units = words.files.get("_strings", {}).get("unit", {})
        for name, fact in source.content.registry.facts.items():
            if fact.kind in _PATTERN_KINDS and fact.to is None:
                for unit in _unit_patterns(fact, units):
                    written = ruby.plain(unit).replace("{n}", str(fact.value))
                    if not written.isdecimal():  # English says an age as a bare number
                        values.setdefault(lang, {}).setdefault(written, name)
    return values


def _unit_patterns(fact: Fact, units: object) -> Iterator[str]:
    if isinstance(units, dict):
        yield from (text for key, text in units.items() if key == fact.kind or key.startswith(f"{fact.kind}_"))


@rule("PAG211", "an outside address is typed into the text")
def typed_address(source: Source) -> Iterator[Finding]:
    """Outside addresses stand in docs/_data/sources.toml alone, where they are watched: [text](source:id)."""
    for prose in _texts(source):
        for match in _ADDRESS.finditer(unicodedata.normalize("NFKC", prose.text)):
            yield Finding(prose.place, f"typed address {match.group(0)!r}", "write [text](source:id)")


@rule("WRD303", "a word of the machine in the text")
def machine_words(source: Source) -> Iterator[Finding]:
    """Readers must not meet TODO, undefined, {n} or the ids of our data."""
    ids = {name for name in (*source.content.registry.windows, *source.content.registry.facts) if "-" in name}
    words = re.compile(r"(?<![\w#/-])(?:" + "|".join(map(re.escape, sorted(ids))) + r")(?![\w-])") if ids else None
    for prose in _texts(source):
        for match in [*_CODES.finditer(prose.text), *(words.finditer(prose.text) if words else ())]:
            yield Finding(
                prose.place, f"machine word {match.group(0)!r}", "say it in the reader's words, or use a marker"
            )
