"""The [[markers]] of pages and phrases. Editors write a name; the registry supplies the number.

Inline markers become HTML inside a line; block markers stand alone in a paragraph. An unknown marker, or one that
names something unknown, raises MarkerError: a hotline is never silently missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from cardcare import ruby
from cardcare.content.window import Window
from cardcare.errors import BuildError
from cardcare.site import cards, situations, status
from cardcare.site.hours_text import say_hours
from cardcare.site.values import say_fact
from cardcare.site.voice import Voice, html

_MARKER = re.compile(r"\[\[([a-z-]+)((?:\s+[^\[\]\s]+)*)\s*\]\]")
_SOURCE = re.compile(r"\]\(source:([a-z0-9-]+)\)")
_GUIDE = re.compile(r"\]\(guide:([a-z0-9-]+)(#[a-z0-9-]+)?\)")


class MarkerError(BuildError):
    """A marker that cannot be resolved."""


def expand(text: str, voice: Voice) -> str:
    """Return Markdown with every marker and registry link resolved. Raises MarkerError."""
    text = _MARKER.sub(lambda m: resolve(m[1], m[2].split(), voice), text)
    text = _SOURCE.sub(lambda m: _source_link(m[1], voice), text)
    return _GUIDE.sub(lambda m: f"]({m[1]}.md{m[2] or ''})", text)


def say(text: str, voice: Voice) -> Markup:
    """Return a phrase of the data as HTML: escaped, markers resolved, furigana as ruby."""
    parts, end = [], 0
    for match in _MARKER.finditer(text):
        resolved = Markup(ruby.to_html(resolve(match[1], match[2].split(), voice)))
        parts += [html(text[end : match.start()]), resolved]
        end = match.end()
    return Markup("").join([*parts, html(text[end:])])


def resolve(name: str, args: list[str], voice: Voice) -> str:
    """Return the Markdown or HTML for one marker."""
    if name not in MARKERS:
        raise MarkerError(f"unknown marker [[{name}]]; known: {', '.join(sorted(MARKERS))}")
    try:
        return str(MARKERS[name](voice, *args))
    except TypeError as error:
        raise MarkerError(f"marker [[{' '.join([name, *args])}]] has the wrong number of words") from error


def _window(voice: Voice, name: str) -> Window:
    window = voice.registry.window_for(name, voice.lang)
    if window is None:
        raise MarkerError(f"there is no window {name!r} in docs/_data/contacts")
    return window


def _call(voice: Voice, name: str, reason: str = "") -> Markup:
    window = _window(voice, name)
    if not window.numbers:
        raise MarkerError(f"window {window.id!r} has no number to print; use [[window {window.id}]]")
    number = cards.tel(voice, window.numbers[0])
    key = window.menu_key(reason)
    return Markup(html(voice.t("card", "menu_short", key=key))).replace("{number}", number) if key else number


def _name(voice: Voice, name: str) -> Markup:
    window = _window(voice, name)
    return voice.block("window-link", url=voice.url("contacts", f"w-{window.id}"), name=_short(window, voice))


def _short(window: Window, voice: Voice) -> str:
    return voice.words.find("_contacts", "short", window.id) or voice.words.contact("name", window.id)


def _hours(voice: Voice, name: str, reason: str = "questions") -> str:
    window = _window(voice, name)
    spoken = voice.language.spoken
    rows = [h for h in window.hours if h.reason == reason and (not h.languages or spoken in h.languages)]
    if not rows:
        raise MarkerError(f"window {window.id!r} has no hours for {reason!r} in {voice.lang}")
    return say_hours(rows[0].open, voice.words)


def _fact(voice: Voice, name: str) -> str:
    if name not in voice.registry.facts:
        raise MarkerError(f"there is no fact {name!r} in docs/_data/facts.toml")
    return say_fact(voice.registry.facts[name], voice.words, voice.language)


def _step(voice: Voice, *pairs: str) -> Markup:
    values = dict(pair.split("=", 1) for pair in pairs)
    parts = [
        (voice.t("step", key), voice.t("step", "separator").join(voice.t(key, c) for c in values[key].split(",")))
        for key in ("who", "where", "bring")
        if key in values
    ]
    return voice.block("step", parts=parts)


def _cards(voice: Voice, *names: str) -> Markup:
    views = [cards.view(_window(voice, name), voice) for name in names]
    return voice.block("cards", cards=views, say=lambda text: say(text, voice))


def _situations(voice: Voice, which: str = "home") -> Markup:
    tiles = situations.tiles(voice, which)
    return voice.block("situations", tiles=tiles, say=lambda text: say(text, voice))


def _status(voice: Voice, *parts: str) -> Markup:
    views = {"windows": status.windows, "sources": status.sources}
    return Markup("").join(voice.block("status", status=views[part](voice)) for part in parts or status.PARTS)


def _report_address(voice: Voice) -> Markup:
    return voice.block("report-address", email=voice.registry.project.report_email)


def _report_form(voice: Voice) -> Markup:
    return voice.block("report-form", url=voice.registry.project.report_form)


def _source_link(name: str, voice: Voice) -> str:
    source = voice.registry.sources.get(name)
    if source is None:
        raise MarkerError(f"there is no source {name!r} in docs/_data/sources.toml")
    return f'](<{escape(source.url)}>){{ .cc-out hreflang="{source.lang}" }}'


MARKERS: dict[str, Callable[..., object]] = {
    "call": _call,
    "window": _name,
    "hours": _hours,
    "fact": _fact,
    "step": _step,
    "card": _cards,
    "cards": _cards,
    "situations": _situations,
    "status": _status,
    "report-address": _report_address,
    "report-form": _report_form,
}
