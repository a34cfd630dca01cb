"""What the page for wrong addresses shows: in every language the number to call and the ways back."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from cardcare.content.load import Content
from cardcare.site.urls import site_path
from cardcare.site.voice import Voice, html

WAYS = ("index", "lost-card", "contacts")


@dataclass(frozen=True)
class Link:
    path: str
    title: Markup


@dataclass(frozen=True)
class Section:
    """One language's part of the page."""

    code: str
    dir: str
    title: Markup
    help: Markup
    href: str
    display: str
    menu: Markup
    links: tuple[Link, ...]


@dataclass(frozen=True)
class NotFound:
    title: Markup
    languages: tuple[Section, ...]


def view(content: Content) -> NotFound:
    """Return the page's content, the source language first."""
    first = Voice(content, content.registry.source_language.code)
    return NotFound(
        html(first.t("site", "name")), tuple(_section(Voice(content, c)) for c in content.registry.languages)
    )


def _section(voice: Voice) -> Section:
    window = voice.registry.windows[voice.language.hotline]
    key = window.menu_key("suspend")
    return Section(
        voice.lang,
        voice.language.dir,
        html(voice.t("site", "not_found")),
        html(voice.t("site", "not_found_help")),
        window.numbers[0].href,
        window.numbers[0].display,
        html(voice.t("card", "menu", key=key)) if key else Markup(""),
        tuple(_link(voice, name) for name in WAYS),
    )


def _link(voice: Voice, name: str) -> Link:
    page = voice.content.page(voice.lang, name)
    title = voice.t("site", "home") if name == "index" or page is None else page.front.short
    return Link(site_path(voice.registry, voice.lang, name) or ".", html(title))
