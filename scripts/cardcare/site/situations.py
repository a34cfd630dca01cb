""" "What happened?": the tiles that lead from a reader's words to the guide that answers."""

from __future__ import annotations

from dataclasses import dataclass

from cardcare.site.voice import Voice


@dataclass(frozen=True)
class Tile:
    """One situation in the reader's words, with the page that answers it."""

    id: str
    title: str
    urgency: str
    urgency_text: str
    url: str


def tiles(voice: Voice, which: str = "home") -> list[Tile]:
    """Return the tiles in the order of the data: `which` is "home" (the chosen ones), "more" or "all"."""
    wanted = {"home": (True,), "more": (False,), "all": (True, False)}[which]
    return [_tile(name, voice) for name, row in voice.registry.situations.items() if row.home in wanted]


def _tile(name: str, voice: Voice) -> Tile:
    row = voice.registry.situations[name]
    page, _, section = row.guide.partition("#")
    title = voice.words.situation(name, "title")
    return Tile(name, title, row.urgency, voice.t("situation", row.urgency), voice.url(page, section))
