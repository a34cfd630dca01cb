"""The only file that MkDocs loads and the only one that imports it: hands pages to cardcare and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as EnginePage

from cardcare.content.load import Content, load
from cardcare.content.page import Page
from cardcare.errors import CardcareError
from cardcare.paths import Layout
from cardcare.site import compose, notfound, view
from cardcare.site.voice import Voice

_state: dict[str, Content] = {}


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the content anew for every build, so that an edit shows at once in `make serve`.

    The plugin builds the second and later languages inside the first build; those share its reading.
    """
    if not vars(config.plugins["i18n"])["building"]:
        _state["content"] = load(Layout.find(_folder(config)))


def on_env(env: Any, config: MkDocsConfig, files: Any) -> Any:
    """Tell the theme the language being built; it decides the html lang."""
    config.theme["language"] = _language(config)
    return env


def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Any) -> str:
    ours = _page(page)
    try:
        return compose.markdown_of(ours, Voice(_state["content"], ours.lang, ours.name))
    except CardcareError as error:
        raise PluginError(f"{ours.path}: {error}") from error


def on_page_context(context: dict[str, Any], page: EnginePage, config: MkDocsConfig, nav: Navigation) -> Any:
    ours = _page(page)
    reader = Voice(_state["content"], _language(config), ours.name)
    context["cc"] = view.build(ours, reader, config.site_url or "", _groups(nav))
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> Any:
    """The page for wrong addresses speaks every language, whichever is being built."""
    if template_name == "404.html":
        context["cc404"] = notfound.view(_state["content"])
    return context


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or Path.cwd()).parent


def _language(config: MkDocsConfig) -> str:
    return str(vars(config.plugins["i18n"])["current_language"])


def _page(page: EnginePage) -> Page:
    lang, _, name = page.file.src_uri.partition("/")
    found = _state["content"].page(lang, name.removesuffix(".md"))
    if found is None:
        raise PluginError(f"docs/{page.file.src_uri} could not be read; run `cardcare check` for the reason")
    return found


def _groups(nav: Navigation) -> list[tuple[str, list[str]]]:
    """The order of the menu as mkdocs.yml gives it: (key of the group's title, page names)."""
    return [
        (item.title, [_name(child) for child in item.children if isinstance(child, EnginePage)])
        for item in nav.items
        if isinstance(item, Section)
    ]


def _name(page: EnginePage) -> str:
    return page.file.src_uri.rpartition("/")[2].removesuffix(".md")
