"""A page's Markdown as the engine gets it: markers resolved, admonitions titled, sources and review dates added."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from cardcare import ruby
from cardcare.content.page import Page
from cardcare.site import sources, status
from cardcare.site.markers import expand, say
from cardcare.site.voice import Voice, html

_ADMONITION = re.compile(r"^(\s*(?:!!!|\?\?\?\+?) ?)([a-z]+)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Rendered:
    """The parts of a page that stand outside its Markdown: HTML, ready for the template."""

    title: Markup
    title_text: str
    answer: Markup
    call_href: str
    call_display: str
    call_key: Markup


def markdown_of(page: Page, voice: Voice) -> str:
    """Return the whole Markdown of a page. Raises MarkerError for a marker that cannot be resolved."""
    body = _ADMONITION.sub(lambda m: _titled(m, voice), page.body)
    return f"{expand(body, voice)}\n\n{_sources(page, voice)}\n"


def parts_of(page: Page, voice: Voice) -> Rendered:
    """Return title, answer and call button of a page."""
    front = page.front
    return Rendered(html(front.title), ruby.plain(front.title), say(front.answer, voice), *_call(page, voice))


def _titled(match: re.Match[str], voice: Voice) -> str:
    return f'{match[1]}{match[2]} "{voice.t("admonition", match[2])}"'


def _sources(page: Page, voice: Voice) -> str:
    front, found = page.front, sources.used(page, voice)
    block = voice.block(
        "sources",
        sources=found,
        reviewed=front.reviewed,
        next_review=front.next_review,
        oldest=status.oldest(page, voice),
        day=voice.day,
    )
    heading = f"## {voice.t('page', 'sources')} {{#sources}}\n\n" if found else ""
    return f"{heading}{block}"


def _call(page: Page, voice: Voice) -> tuple[str, str, Markup]:
    """(link, number, menu digit in words) of the call button; empty texts when the page has none."""
    name, _, reason = (page.front.call or "").partition(" ")
    window = voice.registry.window_for(name, voice.lang) if name else None
    if window is None or not window.numbers:
        return "", "", Markup("")
    key = window.menu_key(reason)
    return (
        window.numbers[0].href,
        window.numbers[0].display,
        html(voice.t("card", "menu", key=key)) if key else Markup(""),
    )
