"""The registry of truth: every window, fact, source, situation and language, with the line where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cardcare.content.exception import LinkException
from cardcare.content.fact import Fact
from cardcare.content.language import Language
from cardcare.content.project import Project
from cardcare.content.situation import Situation
from cardcare.content.source import Source
from cardcare.content.watching import Watch
from cardcare.content.window import Operator, PhoneNumber, Retired, Window
from cardcare.problems import Place


def _unset() -> Project:
    """Stands in while project.toml cannot be read; the fault is reported beside it."""
    return Project(publisher="?", report_email="unset@unset.example", repository="https://unset.example")


@dataclass(frozen=True)
class Registry:
    """All of docs/_data. `places` answers for keys such as "window:police-110" or "source:jpki-lost"."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    operators: Mapping[str, Operator] = field(default_factory=dict)
    windows: Mapping[str, Window] = field(default_factory=dict)
    owner: Mapping[str, str] = field(default_factory=dict)  # window id -> operator id
    situations: Mapping[str, Situation] = field(default_factory=dict)
    languages: Mapping[str, Language] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    project: Project = field(default_factory=_unset)
    exceptions: Mapping[str, LinkException] = field(default_factory=dict)
    watch: Watch = field(default_factory=Watch)

    def place(self, kind: str, name: str) -> Place:
        return self.places.get(f"{kind}:{name}", Place("docs/_data"))

    @property
    def source_language(self) -> Language:
        """The language that the others are made from; the first one while none is marked, which is reported."""
        first = next(iter(self.languages.values()))
        return next((lang for lang in self.languages.values() if lang.source), first)

    def window_for(self, name: str, lang: str) -> Window | None:
        """Resolve a window id or "@hotline"/"@system" for readers of `lang`; None when there is no such window."""
        if name.startswith("@"):
            name = getattr(self.languages[lang], name[1:], "") if name[1:] in ("hotline", "system") else ""
        return self.windows.get(name)

    def all_numbers(self) -> Iterator[tuple[Window, PhoneNumber]]:
        """Every number of every window, printed or not."""
        for window in self.windows.values():
            for number in window.number:
                yield window, number

    def all_retired(self) -> Iterator[tuple[Window, Retired]]:
        for window in self.windows.values():
            for old in window.retired:
                yield window, old
