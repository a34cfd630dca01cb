"""The state of all windows and sources, as the last look of the watch and the registry have it. Its look is
overrides/blocks/status.html; what to call each state stands in [status] of _strings.toml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cardcare.content.page import Page
from cardcare.content.watching import Memory
from cardcare.content.window import Window
from cardcare.site.sources import SourceLine, line_of
from cardcare.site.voice import Voice

PARTS = ("windows", "sources")
# The worst first: one page that says something else outweighs others that do not.
ORDER = ("changed", "broken", "warn", "temporary", "ok")


@dataclass(frozen=True)
class Line:
    """One window or source: its name, what the watch says of it, and what people confirmed (windows only)."""

    state: str
    text: str
    last: str
    name: str = ""
    url: str = ""
    confirmed: str = ""
    source: SourceLine | None = None


@dataclass(frozen=True)
class Status:
    count: str
    lines: tuple[Line, ...]


def windows(voice: Voice) -> Status:
    """All windows: first those that somebody needs within minutes, last those whose number is not shown."""
    windows = sorted(voice.registry.windows.values(), key=lambda window: (not window.numbers, not window.urgent))
    return _status("windows", [_window(window, voice) for window in windows], voice)


def sources(voice: Voice) -> Status:
    """Every official page and other evidence."""
    return _status("sources", [_source(name, voice) for name in voice.registry.sources], voice)


def _status(part: str, lines: Sequence[Line], voice: Voice) -> Status:
    right = sum(line.state == "ok" for line in lines)
    return Status(voice.t("status", f"count_{part}", all=len(lines), ok=right), tuple(lines))


def _window(window: Window, voice: Voice) -> Line:
    looks = voice.content.state.window(window).values()
    state = _state("window", looks, voice) if window.numbers else ("none", voice.t("status", "window_unlisted"), "")
    return Line(
        *state,
        name=voice.words.contact("name", window.id),
        url=voice.url("contacts", f"w-{window.id}"),
        confirmed=voice.t("card", f"confirmed_{window.confirmed.how}", date=voice.day(window.confirmed.date)),
    )


def _source(name: str, voice: Voice) -> Line:
    look = voice.content.state.source(name)
    return Line(*_state("source", [look] if look else [], voice), source=line_of(name, voice))


def _state(kind: str, looks: Iterable[Memory], voice: Voice) -> tuple[str, str, str]:
    """(state, what to call it, when it was last right) of the worst look; "none" when nobody has looked."""
    worst = min(looks, key=lambda look: (ORDER.index(look.verdict), -look.day.toordinal()), default=None)
    if worst is None:
        return "none", voice.t("status", f"{kind}_none"), ""
    last = voice.t("status", "last", date=voice.day(worst.ok)) if worst.ok and worst.verdict != "ok" else ""
    return worst.verdict, voice.t("status", f"{kind}_{worst.verdict}", date=voice.day(worst.day)), last


def oldest(page: Page, voice: Voice) -> str:
    """In words: how old the oldest confirmation is among the windows whose numbers the page shows; "" without any."""
    names = [arg for marker in page.markers if marker.name in ("call", "card", "cards") for arg in marker.args]
    names += (page.front.call or "").split()
    found = (voice.registry.window_for(name, voice.lang) for name in names)
    shown = [window.confirmed for window in found if window and window.numbers]
    if not shown:
        return ""
    first = min(shown, key=lambda confirmed: (confirmed.date, _strength(confirmed.how)))
    return voice.t("page", f"oldest_{first.how}", date=voice.day(first.date))


def _strength(how: str) -> int:
    return ("stored-copy", "live-page", "phone-call").index(how)


def changed_on(window: Window, voice: Voice) -> date | None:
    """The day on which the watch saw that the official page says something else than we print; None otherwise."""
    looks = voice.content.state.window(window).values()
    return max((look.day for look in looks if look.verdict == "changed"), default=None)
