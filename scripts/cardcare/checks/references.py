"""CON1xx: what entries say of one another: windows, situations, languages."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from cardcare.checks.rule import Source, rule
from cardcare.content.registry import Registry
from cardcare.problems import Finding, Place

ALIASES = ("@hotline", "@system")
ABROAD = ("direct", "none", "unknown")


@rule("CON111", "a window is named that does not exist")
def unknown_window(source: Source) -> Iterator[Finding]:
    """`deaf`, `abroad`, `replaced_by`, a situation's `first` and `second`, and a language's `hotline` and `system`
    name windows of docs/_data/contacts."""
    registry = source.content.registry
    for place, label, name in _named(registry):
        if name not in registry.windows:
            yield Finding(place, f'{label}: window "{name}" is unknown', "use an id from docs/_data/contacts")


def _named(registry: Registry) -> Iterator[tuple[Place, str, str]]:
    for name, window in registry.windows.items():
        place = registry.place("window", name)
        for used in (*window.deaf, *(old.replaced_by for old in window.retired)):
            yield place, f'window "{name}"', used
        if window.abroad not in ABROAD:
            yield place, f'window "{name}": abroad', window.abroad
    for name, row in registry.situations.items():
        for used in (row.first, *row.second):
            if used not in ALIASES and not used.startswith("action:"):
                yield registry.place("situation", name), f'situation "{name}"', used
    for code, language in registry.languages.items():
        for used in (language.hotline, language.system):
            yield registry.place("language", code), f'language "{code}"', used


@rule("CON119", "a situation leads nowhere")
def unknown_target(source: Source) -> Iterator[Finding]:
    """`guide` names a page and a section that exist in Japanese; `deadline` names a fact; actions have words."""
    registry, content = source.content.registry, source.content
    for name, row in registry.situations.items():
        place = registry.place("situation", name)
        page, _, section = row.guide.partition("#")
        target = content.page(registry.source_language.code, page)
        if target is None or (section and section not in {h.id for h in target.headings}):
            yield Finding(place, f'situation "{name}": there is no {row.guide}', "write page#section")
        if row.deadline and row.deadline not in registry.facts:
            yield Finding(place, f'situation "{name}": fact "{row.deadline}" is unknown', "use an id of facts.toml")


@rule("CON120", "the list of languages and mkdocs.yml do not agree")
def languages_agree(source: Source) -> Iterator[Finding]:
    """docs/_data/languages.toml and the i18n plugin in mkdocs.yml list the same codes in the same order."""
    listed = list(source.content.registry.languages)
    built = _engine_languages(source)
    if built is not None and listed != built:
        place = Place("docs/_data/languages.toml")
        yield Finding(place, f"languages here: {listed}; in mkdocs.yml: {built}", "make both lists the same")


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose !ENV tags mean nothing to us."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:", lambda loader, suffix, node: None)


def _engine_languages(source: Source) -> list[str] | None:
    try:
        config = yaml.load(source.content.layout.config.read_text(encoding="utf-8"), Loader=_Loader)
        plugins = next(p["i18n"] for p in config["plugins"] if isinstance(p, dict) and "i18n" in p)
        return [language["locale"] for language in plugins["languages"]]
    except (KeyError, StopIteration, TypeError, UnicodeDecodeError, yaml.YAMLError):
        return None
