"""What the page template sees, as one frozen value. The engine adds the rendered Markdown and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from cardcare import ruby
from cardcare.content.page import Page
from cardcare.site import compose, json_ld
from cardcare.site.phrases import Phrases
from cardcare.site.urls import absolute, relative, site_path
from cardcare.site.voice import Voice, html

Nav = Sequence[tuple[str, Sequence[str]]]  # (group key, page names)


@dataclass(frozen=True)
class Alternate:
    """The same page in another language."""

    code: str
    name: str
    dir: str
    url: str
    absolute: str
    current: bool
    translated: bool


@dataclass(frozen=True)
class NavItem:
    title: Markup
    url: str
    current: bool


@dataclass(frozen=True)
class NavGroup:
    title: Markup
    pages: tuple[NavItem, ...]


@dataclass(frozen=True)
class Hotline:
    """One line of the number block on the home page."""

    href: str
    display: str
    languages: Markup
    menu: Markup
    cost: Markup


@dataclass(frozen=True)
class PageView:
    """One page for the template `overrides/main.html`."""

    t: Phrases
    plain: Phrases
    lang: str
    content_lang: str
    language_name: str
    site_name: str
    title: Markup
    title_text: str
    description: str
    answer: Markup
    home: bool
    canonical: str
    x_default: str
    alternates: tuple[Alternate, ...]
    nav: tuple[NavGroup, ...]
    toc: dict[str, Markup]
    translation: str
    translation_note: Markup
    call_href: str
    call_display: str
    call_key: Markup
    hotlines: tuple[Hotline, ...]
    json_ld: str
    home_url: str
    contacts_url: str
    about_url: str
    about_title: Markup
    report_url: str

    @property
    def translated(self) -> bool:
        return self.lang == self.content_lang


def build(page: Page, reader: Voice, base: str, nav: Nav) -> PageView:
    """Return the view of `page` for readers of `reader`'s language, which may differ from the page's own.

    `base` is the public address of the site.
    """
    own = reader if reader.lang == page.lang else Voice(reader.content, page.lang, page.name)
    parts = compose.parts_of(page, own)
    path = site_path(reader.registry, page.lang, page.name)
    about = reader.content.page(reader.lang, "about") or reader.content.page(page.lang, "about")
    call = compose.parts_of(page, reader)
    return PageView(
        t=Phrases(reader, html),
        plain=Phrases(reader, lambda text: str(escape(ruby.plain(text)))),
        lang=reader.lang,
        content_lang=page.lang,
        language_name=reader.language.name,
        site_name=ruby.plain(reader.t("site", "name")),
        title=parts.title,
        title_text=parts.title_text,
        description=page.front.description,
        answer=parts.answer,
        home=page.front.kind == "home",
        canonical=absolute(base, path),
        x_default=absolute(base, site_path(reader.registry, reader.registry.source_language.code, page.name)),
        alternates=_alternates(page, reader, base),
        nav=_nav(reader, nav),
        toc={h.id: html(h.text) for h in page.headings if h.id} | {"sources": html(own.t("page", "sources"))},
        translation=page.front.translation,
        translation_note=html(reader.t("translation", page.front.translation)),
        call_href=call.call_href,
        call_display=call.call_display,
        call_key=call.call_key,
        hotlines=_hotlines(reader) if page.front.kind == "home" else (),
        json_ld=json_ld.contact_points(reader, base) if page.name == "contacts" else "",
        home_url=reader.url("index"),
        contacts_url=reader.url("contacts"),
        about_url=reader.url("about"),
        about_title=html(about.front.short if about else "about"),
        report_url=reader.url("about", "report"),
    )


def _alternates(page: Page, reader: Voice, base: str) -> tuple[Alternate, ...]:
    here = site_path(reader.registry, reader.lang, page.name)
    found = []
    for code, language in reader.registry.languages.items():
        path = site_path(reader.registry, code, page.name)
        exists = reader.content.page(code, page.name) is not None
        found.append(
            Alternate(
                code, language.name, language.dir, relative(here, path), absolute(base, path),
                code == reader.lang, exists,
            )
        )  # fmt: skip
    return tuple(found)


def _nav(reader: Voice, nav: Nav) -> tuple[NavGroup, ...]:
    groups = []
    for key, names in nav:
        items = tuple(_nav_item(name, reader) for name in names)
        groups.append(NavGroup(html(reader.t("nav", key)), items))
    return tuple(groups)


def _nav_item(name: str, reader: Voice) -> NavItem:
    source = reader.registry.source_language.code
    page = reader.content.page(reader.lang, name) or reader.content.page(source, name)
    return NavItem(html(page.front.short if page else name), reader.url(name), name == reader.page)


def _hotlines(reader: Voice) -> tuple[Hotline, ...]:
    """The reader's own suspension line first, then the other ones of the languages of the site."""
    own = reader.language.hotline
    names = dict.fromkeys([own, *(lang.hotline for lang in reader.registry.languages.values())])
    return tuple(_hotline(name, reader) for name in names if name in reader.registry.windows)


def _hotline(name: str, reader: Voice) -> Hotline:
    window = reader.registry.windows[name]
    number, key = window.numbers[0], window.menu_key("suspend")
    languages = reader.languages(window.languages)
    menu = html(reader.t("card", "menu", key=key)) if key else Markup("")
    return Hotline(number.href, number.display, html(languages), menu, html(reader.t("cost", number.cost)))
