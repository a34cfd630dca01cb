"""The contact card: one window as the reader of one language needs it. Its look is overrides/blocks/cards.html."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from cardcare.content.window import Hours, PhoneNumber, Window
from cardcare.site.hours_text import say_hours
from cardcare.site.sources import SourceLine, line_of
from cardcare.site.status import changed_on
from cardcare.site.voice import Voice

# On the page of all windows the details stay closed, so that the numbers are not miles apart.
LIST_PAGE = "contacts"


@dataclass(frozen=True)
class NumberLine:
    """One number with its cost, when to use it, and the menu digits to press."""

    link: Markup
    href: str
    fax: bool
    cost: str
    use: str
    menu: tuple[tuple[str, str], ...]  # (reason, key)
    international: str


@dataclass(frozen=True)
class HoursLine:
    reason: str
    text: str
    doubt: str


@dataclass(frozen=True)
class Card:
    """A window in words. Phrases may hold furigana markup and markers; the template says them."""

    id: str
    urgent: bool
    open: bool
    name: str
    purpose: str
    note: str
    numbers: tuple[NumberLine, ...]
    no_number: str
    hours: tuple[HoursLine, ...]
    languages: str
    warning: str
    by_voice: bool
    lists: tuple[tuple[str, tuple[str, ...]], ...]  # (heading, phrases)
    deaf: tuple[str, ...]
    abroad: str
    page: SourceLine | None
    confirmed: str
    page_dated: str
    changed: str


def tel(voice: Voice, number: PhoneNumber) -> Markup:
    """A number that can be tapped; what is shown is what is dialled."""
    template = "fax" if number.type == "fax" else "tel"
    return voice.block(template, href=number.href, display=number.display)


def view(window: Window, voice: Voice) -> Card:
    """Return the card of a window for readers of the voice's language."""
    words, spoken = voice.words, voice.language.spoken
    page = line_of(window.page, voice) if window.page and window.page in voice.registry.sources else None
    return Card(
        id=window.id,
        urgent=window.urgent,
        open=window.urgent and voice.page != LIST_PAGE,
        name=words.contact("name", window.id),
        purpose=words.contact("purpose", window.id),
        note=words.find("_contacts", "note", window.id) or "",
        numbers=tuple(_number(n, window, voice) for n in window.numbers),
        no_number=_no_number(window, voice, page),
        hours=tuple(_hours(h, voice) for h in window.hours if not h.languages or spoken in h.languages),
        languages=voice.languages(window.languages) or voice.t("card", "languages_unknown"),
        warning=_warning(window, voice),
        by_voice="phone" in window.channels,
        lists=_lists(window, voice),
        deaf=tuple(_use(name, voice) for name in window.deaf),
        abroad=_abroad(window, voice),
        page=page,
        confirmed=voice.t("card", f"confirmed_{window.confirmed.how}", date=voice.day(window.confirmed.date)),
        page_dated=_page_dated(window, voice),
        changed=_changed(window, voice),
    )


def _number(number: PhoneNumber, window: Window, voice: Voice) -> NumberLine:
    first = number is window.numbers[0]
    menu = tuple((voice.t("reason", m.reason), m.key) for m in window.menu if m.printed) if first else ()
    use = voice.words.contact("use", number.use) if number.use else ""
    abroad = voice.t("card", "international", number=number.international) if number.international else ""
    return NumberLine(
        tel(voice, number), number.href, number.type == "fax", voice.t("cost", number.cost), use, menu, abroad
    )


def _no_number(window: Window, voice: Voice, page: SourceLine | None) -> str:
    if window.show == "page-only":
        return voice.t("card", "page_only" if page else "unconfirmed_only") if window.number else ""
    return voice.t("card", "text_only") if window.show == "text" and "visit" in window.channels else ""


def _hours(hours: Hours, voice: Voice) -> HoursLine:
    text = say_hours(hours.open, voice.words) + (voice.t("card", "varies") if hours.varies else "")
    doubt = voice.words.contact("doubt", hours.doubt) if hours.doubt else ""
    return HoursLine(voice.t("reason", hours.reason), text, doubt)


def _lists(window: Window, voice: Voice) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups = [
        ("handles", window.handles),
        ("not_handles", window.not_handles),
        ("have_ready", window.have_ready),
        ("never_asks", window.never_asks),
    ]
    return tuple(
        (voice.t("card", name), tuple(voice.words.contact(name, code) for code in codes))
        for name, codes in groups
        if codes
    )


def _warning(window: Window, voice: Voice) -> str:
    """What a reader must know whose language the window does not speak; empty when it does, or nobody knows."""
    if not window.languages or window.speaks(voice.language.spoken):
        return ""
    if window.languages == ("ja",):
        return voice.t("card", "japanese_only")
    return f"{voice.t('card', 'not_yours')} {voice.t('card', 'languages')}: {voice.languages(window.languages)}"


def _use(name: str, voice: Voice) -> str:
    return voice.t("card", "use_window", window=f"[[window {name}]]")


def _abroad(window: Window, voice: Voice) -> str:
    if window.abroad in ("direct", "none", "unknown"):
        return voice.t("card", f"abroad_{window.abroad}")
    return _use(window.abroad, voice)


def _page_dated(window: Window, voice: Voice) -> str:
    day = window.confirmed.page_date
    return voice.t("card", "page_dated", date=voice.day(day)) if day else ""


def _changed(window: Window, voice: Voice) -> str:
    """A warning while the official page says something else than the card and nobody has looked into it yet."""
    day = changed_on(window, voice)
    return voice.t("card", "page_changed", date=voice.day(day)) if day else ""
