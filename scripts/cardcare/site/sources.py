"""The sources of a page: which they are, and how they are named in the reader's language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardcare.content.page import Page
from cardcare.content.source import Source
from cardcare.site.voice import Voice

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ㐀-鿿]")


@dataclass(frozen=True)
class SourceLine:
    """A source with its title and publisher in the reader's language, where those are known."""

    source: Source
    title: str
    title_lang: str
    publisher: str
    publisher_lang: str


def line_of(name: str, voice: Voice) -> SourceLine:
    """Return the source with id `name` as the reader of the voice's language sees it."""
    source, words = voice.registry.sources[name], voice.words
    title = words.find("_sources", "title", name)
    publisher = words.find("_sources", "publisher", source.publisher)
    return SourceLine(
        source,
        title or source.title,
        voice.lang if title else _lang_of(source.title, source.lang),
        publisher or source.publisher,
        voice.lang if publisher else _lang_of(source.publisher, "en"),
    )


def used(page: Page, voice: Voice) -> list[SourceLine]:
    """The sources behind a page, each once: named in front matter, linked, or behind a fact that is used."""
    names = list(page.front.sources)
    for marker in page.markers:
        if marker.name == "source":
            names += marker.args
        elif marker.name == "fact" and marker.args[0] in voice.registry.facts:
            names += voice.registry.facts[marker.args[0]].sources
    return [line_of(name, voice) for name in dict.fromkeys(names) if name in voice.registry.sources]


def _lang_of(text: str, otherwise: str) -> str:
    """Titles of foreign pages are often given in Japanese; the words decide, not the page."""
    return "ja" if _JAPANESE.search(text) else otherwise
