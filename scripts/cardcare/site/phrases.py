"""Lets templates write {{ cc.t.site.menu }}: the phrases of _strings.toml as HTML, or as plain text."""

from __future__ import annotations

from collections.abc import Callable

from cardcare.site.voice import Voice


class Table:
    """One table of phrases; attribute access gives the phrase under that key."""

    def __init__(self, voice: Voice, table: str, form: Callable[[str], str]) -> None:
        self._voice, self._table, self._form = voice, table, form

    def __getattr__(self, key: str) -> str:
        return self._form(self._voice.t(self._table, key))


class Phrases:
    """All tables; `form` turns the raw phrase into what a template needs."""

    def __init__(self, voice: Voice, form: Callable[[str], str]) -> None:
        self._voice, self._form = voice, form

    def __getattr__(self, table: str) -> Table:
        return Table(self._voice, table, self._form)
