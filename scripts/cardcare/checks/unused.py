"""CON1xx: what stands in the registry and is used nowhere is either forgotten or dead; both want a look."""

from __future__ import annotations

from collections.abc import Iterator

from cardcare.checks.rule import Source, rule
from cardcare.content.page import markers_of
from cardcare.problems import Finding


def _marker_args(source: Source, *names: str) -> set[str]:
    """The first words of all markers of the given names, in pages and phrases of every language."""
    content = source.content
    found = {arg for page in content.pages for m in page.markers if m.name in names for arg in m.args}
    for words in content.words.values():
        for file, table, key in sorted(words.keys()):
            text = words.find(file, table, key) or ""
            found |= {arg for m in markers_of(text) if m.name in names for arg in m.args}
    return found


@rule("CON112", "a source is used by nothing")
def source(source: Source) -> Iterator[Finding]:
    """Remove the source, or name it where it belongs: in a fact, a window, a page's front matter, or a link."""
    registry = source.content.registry
    used = _marker_args(source, "source")
    used |= {name for page in source.content.pages for name in page.front.sources}
    for named in (registry.facts, registry.windows, registry.operators):
        used |= {s for entry in named.values() for s in entry.sources}
    for window in registry.windows.values():
        used |= {window.page or ""} | {s for h in window.hours for s in h.sources}
        used |= {s for m in window.menu for s in m.sources}
    for name in registry.sources.keys() - used:
        yield Finding(registry.place("source", name), f'source "{name}" is used nowhere', "use it or remove it")


@rule("CON113", "a window is shown on no page")
def window(source: Source) -> Iterator[Finding]:
    """A window that no [[cards …]] marker names cannot help anyone. Every window has its place on the contacts page."""
    registry = source.content.registry
    shown = _marker_args(source, "card", "cards")
    if "@hotline" in shown or "@system" in shown:
        shown |= {w for lang in registry.languages.values() for w in (lang.hotline, lang.system)}
    for name in registry.windows.keys() - shown:
        yield Finding(registry.place("window", name), f'window "{name}" is shown nowhere', "add it to a [[cards …]]")


@rule("CON114", "a fact is used by nothing")
def fact(source: Source) -> Iterator[Finding]:
    """Remove the fact, or use it: [[fact id]]."""
    registry = source.content.registry
    used = _marker_args(source, "fact") | {row.deadline or "" for row in registry.situations.values()}
    for name in registry.facts.keys() - used:
        yield Finding(registry.place("fact", name), f'fact "{name}" is used nowhere', "use it or remove it")
