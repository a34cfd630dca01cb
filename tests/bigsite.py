"""A large invented site with known faults in its links, for the test and the measurement of the internal check."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("", "en/", "ja-Hira/", "ko/", "pt-BR/")
SECTIONS = ("now", "costs", "窓口", "when-it-is-found", "sources")
ASSETS = ("assets/css/site.css", "assets/js/site.js", "assets/img/icon.svg", "assets/file (1).pdf")
HEAD = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Page</title></head><body><h1>Page</h1>\n"
SENTENCE = "<p>First call the line that stops the card; then report the loss and keep the receipt number.</p>\n"


@dataclass
class BigSite:
    """The site and its truth: (page, address as written) of every fault."""

    root: Path
    links: int = 0
    faults: set[tuple[str, str]] = field(default_factory=set)


def make(root: Path, pages: int, links: int, faults: int, seed: int = 1) -> BigSite:
    """Write `pages` pages with `links` links, of which `faults` lead nowhere, below `root`."""
    chance, site = random.Random(seed), BigSite(root)
    names = [_name(number) for number in range(pages)]
    for asset in ASSETS:
        (root / asset).parent.mkdir(parents=True, exist_ok=True)
        (root / asset).write_text("", encoding="utf-8")
    spoiled = set(chance.sample(range(links), faults))
    per_page = [links // pages + (number < links % pages) for number in range(pages)]
    for name, count in zip(names, per_page, strict=True):
        written = [
            _bad(name, names, chance) if site.links + n in spoiled else _good(name, names, chance) for n in range(count)
        ]
        site.faults |= {(_file(name), written[n]) for n in range(count) if site.links + n in spoiled}
        site.links += count
        _write(root / _file(name), written)
    return site


def _name(number: int) -> str:
    """The folder of a page: several languages, several depths, a Japanese name now and then."""
    lang, number = LANGUAGES[number % len(LANGUAGES)], number // len(LANGUAGES)
    return f"{lang}guide-{number % 40}/" + (f"章{number}/" if number % 7 == 0 else f"part-{number}/" if number else "")


def _file(name: str) -> str:
    return f"{name}index.html"


def _up(name: str) -> str:
    return "../" * name.count("/")


def _good(name: str, names: list[str], chance: random.Random) -> str:
    other = chance.choice(names)
    return chance.choice(
        [
            _up(name) + other,
            f"{_up(name)}{other}#{chance.choice(SECTIONS)}",
            f"/{other}?print=1#now",
            "#costs",
            "#%E7%AA%93%E5%8F%A3",
            "#top",
            _up(name) + chance.choice(ASSETS[:3]),
            _up(name) + "assets/file%20(1).pdf",
            _up(name) + other + "index.html",
            "https://elsewhere.test/no-such-page/",
            "mailto:report@guide.test",
            "tel:0120000001",
        ]
    )


def _bad(name: str, names: list[str], chance: random.Random) -> str:
    other, mark = chance.choice(names), f"?{chance.random()}"  # the mark tells one fault from the next
    return chance.choice(
        [
            f"{_up(name)}{other}nothing/{mark}",
            f"{_up(name)}{other.replace('guide', 'Guide')}{mark}",
            f"{_up(name)}{other}{mark}#no-such-section",
            f"{mark}#Costs",
            f"{_up(name)}assets/img/Icon.svg{mark}",
            f"{_up(name)}assets/css/{mark}",
            f"/nothing.html{mark}",
            f"../{_up(name)}outside/{mark}",
        ]
    )


def _write(file: Path, addresses: list[str]) -> None:
    lines = [f'<p><a href="{address}">a link</a></p>\n{SENTENCE}' for address in addresses]
    parts = [f'<h2 id="{section}">Section</h2>\n' for section in SECTIONS]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{HEAD}{''.join([*parts, *lines])}</body></html>", encoding="utf-8")
