"""Loads the whole project: registry, words, pages. Reads everything and reports everything; raises nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from cardcare.content.exception import LinkException
from cardcare.content.fact import Fact
from cardcare.content.faults import Fault
from cardcare.content.language import Language
from cardcare.content.page import Page
from cardcare.content.pages import read_page
from cardcare.content.project import Project
from cardcare.content.reader import File, Reader
from cardcare.content.registry import Registry
from cardcare.content.situation import Situation
from cardcare.content.source import Source
from cardcare.content.watching import State, Watch
from cardcare.content.window import Operator, Window
from cardcare.content.words import FILES, OPTIONAL, Words
from cardcare.paths import Layout
from cardcare.problems import Finding, Place


@dataclass(frozen=True)
class Content:
    """Everything that people wrote. `faults` holds what could not be read; the rest is valid in itself."""

    layout: Layout
    registry: Registry
    words: dict[str, Words]
    pages: tuple[Page, ...]
    faults: tuple[Fault, ...]
    state: State = field(default_factory=State)

    def page(self, lang: str, name: str) -> Page | None:
        return next((p for p in self.pages if p.lang == lang and p.name == name), None)

    def pages_in(self, lang: str) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.lang == lang)

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(self.registry.languages.values())

    @property
    def source_pages(self) -> tuple[Page, ...]:
        return self.pages_in(self.registry.source_language.code)


def load(layout: Layout) -> Content:
    """Read docs/ and docs/_data/. Every fault becomes a Fault; valid entries are kept beside faulty ones."""
    reader = Reader(layout)
    registry = replace(_registry(reader), exceptions=_exceptions(reader), watch=_watch(reader))
    words = {code: _words(reader, code) for code in registry.languages}
    pages = tuple(page for code in registry.languages for page in _pages(reader, code))
    state = reader.json(State, layout.watch_state)
    return Content(layout, registry, words, pages, tuple(reader.faults), state)


def _registry(reader: Reader) -> Registry:
    data = reader.layout.data
    languages = _languages(reader)
    sources = reader.table(Source, "source", reader.open(data / "sources.toml"))
    facts = reader.table(Fact, "fact", reader.open(data / "facts.toml"))
    situation_file = reader.open(data / "situations.toml")
    reader.only(situation_file, "situation")
    situations = reader.array(Situation, "situation", "situation", situation_file)
    operators, windows, owner = _contacts(reader)
    project = _project(reader)
    found = Registry(sources, facts, operators, windows, owner, situations, languages, reader.places)
    return replace(found, project=project) if project else found


def _languages(reader: Reader) -> dict[str, Language]:
    file = reader.open(reader.layout.data / "languages.toml")
    found = reader.array(Language, "language", "language", file, "code")
    if not file.toml.error and sum(language.source for language in found.values()) != 1:
        text, hint = "not exactly one language is the source", 'write source = true below code = "ja", and there alone'
        reader.faults.append(Fault("shape", Finding(Place(file.shown), text, hint)))
    return found


def _project(reader: Reader) -> Project | None:
    file = reader.open(reader.layout.data / "project.toml")
    reader.only(file, "project")
    data = file.toml.data.get("project", {})
    return None if file.toml.error else reader.entry(Project, "project", "project", data, file, ("project",))


def _contacts(reader: Reader) -> tuple[dict[str, Operator], dict[str, Window], dict[str, str]]:
    operators: dict[str, Operator] = {}
    windows: dict[str, Window] = {}
    owner: dict[str, str] = {}
    for path in sorted(reader.layout.contacts.glob("*.toml")):
        file = reader.open(path)
        reader.only(file, "operator", "window")
        if operator := _operator(reader, file, path.stem):
            operators[operator.id] = operator
        here = reader.array(Window, "window", "window", file)
        windows |= here
        owner |= dict.fromkeys(here, path.stem)
    return operators, windows, owner


def _exceptions(reader: Reader) -> dict[str, LinkException]:
    path = reader.layout.data / "link-exceptions.toml"
    if not path.exists():
        return {}
    file = reader.open(path)
    reader.only(file, "exception")
    return reader.array(LinkException, "exception", "exception", file, "address")


def _watch(reader: Reader) -> Watch:
    path = reader.layout.data / "watch.toml"
    if not path.exists():
        return Watch()
    file = reader.open(path)
    reader.only(file, "watch")
    return reader.entry(Watch, "watch", "watch", file.toml.data.get("watch", {}), file, ("watch",)) or Watch()


def _operator(reader: Reader, file: File, stem: str) -> Operator | None:
    data: Any = file.toml.data.get("operator", {})
    name = str(data.get("id", stem)) if isinstance(data, dict) else stem
    return reader.entry(Operator, "operator", name, data, file, ("operator",)) if not file.toml.error else None


def _words(reader: Reader, lang: str) -> Words:
    files: dict[str, dict[str, dict[str, str]]] = {}
    places: dict[tuple[str, str, str], Place] = {}
    for name in (*FILES, *OPTIONAL):
        path = reader.layout.words(lang) / f"{name}.toml"
        if name in OPTIONAL and not path.exists():
            continue
        file = reader.open(path)
        files[name] = {}
        for table, keys in file.toml.data.items():
            files[name][table] = _phrases(reader, file, table, keys)
            places |= {(name, table, key): Place(file.shown, file.toml.line(table, key)) for key in files[name][table]}
    return Words(lang, files, places)


def _phrases(reader: Reader, file: File, table: str, keys: Any) -> dict[str, str]:
    if not isinstance(keys, dict):
        keys = {table: keys}
    good = {key: text for key, text in keys.items() if isinstance(text, str)}
    for key in keys.keys() - good.keys():
        place = Place(file.shown, file.toml.line(table, key))
        text, hint = f"[{table}] {key}: the value is not a text", 'write it in quotes: key = "text"'
        reader.faults.append(Fault("shape", Finding(place, text, hint)))
    return good


def _pages(reader: Reader, lang: str) -> list[Page]:
    folder, found = reader.layout.words(lang), []
    for path in sorted(folder.glob("*.md")):
        page = read_page(path, reader.layout.show(path), lang)
        if isinstance(page, Page):
            found.append(page)
        else:
            reader.faults += page
    return found
