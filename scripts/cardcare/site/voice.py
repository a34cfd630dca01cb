"""One language's voice: the registry together with the words to say it in, and the templates to show it with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from cardcare import ruby
from cardcare.content.language import Language
from cardcare.content.load import Content
from cardcare.content.registry import Registry
from cardcare.content.words import Words, fill
from cardcare.site.values import say_day


class Voice:
    """Everything needed to print the page named `page` in `lang`. Templates: overrides/blocks, autoescaped."""

    def __init__(self, content: Content, lang: str, page: str = "index") -> None:
        self.content = content
        self.page = page
        self.language: Language = content.registry.languages[lang]
        self.words: Words = content.words[lang]

    @property
    def registry(self) -> Registry:
        return self.content.registry

    @property
    def lang(self) -> str:
        return self.language.code

    def t(self, table: str, key: str, /, **parts: object) -> str:
        """A phrase of _strings.toml with its {parts} filled in."""
        return fill(self.words.text(table, key), **parts)

    def url(self, page: str, section: str = "") -> str:
        """The address of another page of the same language, relative to this one."""
        up = "" if self.page == "index" else "../"
        target = up + ("" if page == "index" else f"{page}/")
        return (target or "./") + (f"#{section}" if section else "")

    def languages(self, codes: Sequence[str]) -> str:
        """Names of languages. On the phone Chinese is one language, however it is written."""
        spoken = dict.fromkeys(
            "zh" if {"zh-Hans", "zh-Hant"} <= set(codes) and c.startswith("zh-") else c for c in codes
        )
        return self.t("step", "separator").join(self.t("language", code) for code in spoken)

    def day(self, day: date) -> str:
        return say_day(day, self.words, self.language)

    def block(self, template: str, **values: Any) -> Markup:
        """Render overrides/blocks/<template>.html on one line, so that Markdown takes it as it is."""
        known = {"t": self.t, "lang": self.lang, "dir": self.language.dir}
        text = _templates(self.content.layout.blocks).get_template(f"{template}.html").render(known | values)
        return Markup(" ".join(line.strip() for line in text.splitlines() if line.strip()))


@lru_cache
def _templates(folder: Path) -> Environment:
    """The block templates, compiled once for all pages and languages."""
    loader = FileSystemLoader(folder)
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters.update(ruby=html, base=ruby.plain)
    return env


def html(text: str) -> Markup:
    """Escape a text and turn its furigana markup into ruby elements."""
    return Markup(ruby.to_html(str(escape(text))))
