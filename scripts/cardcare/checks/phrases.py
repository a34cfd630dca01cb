"""CON118: every code of the registry has words in every language."""

from __future__ import annotations

from collections.abc import Iterator

from cardcare.checks.rule import Source, rule
from cardcare.content.hours import day_selectors
from cardcare.content.window import Window
from cardcare.content.words import Words
from cardcare.problems import Finding, Place


@rule("CON118", "a code has no words in a language")
def missing_phrase(source: Source) -> Iterator[Finding]:
    """Codes such as "suspend-card" are said with a phrase in docs/<lang>/_contacts.toml or _strings.toml, and every
    situation has its title in docs/<lang>/_situations.toml."""
    for lang, words in source.content.words.items():
        for file, table, key in _needed(source):
            if words.find(file, table, key) is None:
                place = _place(words, lang, file, table)
                yield Finding(place, f"[{table}] has no {key}", f'add the line: {key} = "…"')


def _place(words: Words, lang: str, file: str, table: str) -> Place:
    lines = [place for (f, t, _), place in words.places.items() if (f, t) == (file, table)]
    return min(lines, default=Place(f"docs/{lang}/{file}.toml"))


def _needed(source: Source) -> set[tuple[str, str, str]]:
    registry = source.content.registry
    needed = {("_situations", name, "title") for name in registry.situations}
    for row in registry.situations.values():
        actions = [a for a in (row.first, *row.second) if a.startswith("action:")]
        needed |= {("_situations", "action", a.removeprefix("action:")) for a in actions}
    for window in registry.windows.values():
        needed |= _of_window(window)
    for page in source.content.pages:
        needed |= {step for m in page.markers if m.name == "step" for step in _of_step(m.args)}
    return needed


def _of_window(window: Window) -> set[tuple[str, str, str]]:
    phrases = {("_contacts", table, window.id) for table in ("name", "purpose")}
    for table in ("handles", "not_handles", "have_ready", "never_asks"):
        phrases |= {("_contacts", table, code) for code in getattr(window, table)}
    phrases |= {("_contacts", "use", n.use) for n in window.number if n.use}
    phrases |= {("_contacts", "doubt", h.doubt) for h in window.hours if h.doubt}
    phrases |= {("_strings", "language", code) for code in window.languages}
    return phrases | {("_strings", "days", days) for h in window.hours for days in day_selectors(h.open)}


def _of_step(args: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for pair in args:
        table, _, codes = pair.partition("=")
        for code in codes.split(","):
            yield "_strings", table, code
