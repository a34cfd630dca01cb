"""Where things stand in the project. Every folder name is written here, once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cardcare.errors import SetupError

MARK = "mkdocs.yml"
ADDRESS = "CARDCARE_SITE_URL"  # the environment's word for the public address of the site
DEFAULT_ADDRESS = "https://cardcare.example/"


@dataclass(frozen=True)
class Layout:
    """The folders of one project; `root` is the folder that holds mkdocs.yml."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> Layout:
        """Return the layout of the project around `start`.

        Raises SetupError when no parent folder holds an mkdocs.yml, or when the project has no docs folder.
        """
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / MARK).is_file():
                found = cls(folder)
                if not found.docs.is_dir():
                    raise SetupError(f"no docs folder in {folder}; restore it from version control")
                return found
        raise SetupError(f"no {MARK} in {start} or above; run cardcare inside the project, or give --root")

    @property
    def config(self) -> Path:
        return self.root / MARK

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def data(self) -> Path:
        return self.docs / "_data"

    @property
    def contacts(self) -> Path:
        return self.data / "contacts"

    @property
    def watch_state(self) -> Path:
        """What the watch remembers; the only file below docs/ that the machine writes."""
        return self.data / "watch-state.json"

    @property
    def overrides(self) -> Path:
        return self.root / "overrides"

    @property
    def blocks(self) -> Path:
        return self.overrides / "blocks"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def words(self, lang: str) -> Path:
        return self.docs / lang

    def show(self, path: Path) -> str:
        """Return `path` as people write it: relative to the project, with forward slashes."""
        try:
            return path.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()
