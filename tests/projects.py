"""Small projects for tests: the mini site as it is, with planted faults, or with single files changed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from cardcare import building
from cardcare.content.load import Content, load
from cardcare.paths import Layout
from cardcare.problems import Problem

REAL = Path(__file__).parents[1]
GOOD = Path(__file__).parent / "minisite" / "good"
FAULTY = Path(__file__).parent / "minisite" / "faulty"  # only the files that differ from good
TODAY = date(2024, 4, 1)  # after every date of the mini site that lies in the past, before its next reviews

# What a file becomes: a new text, (what to replace, by what), raw bytes, or None for "removed".
Change = str | bytes | tuple[str, str] | None


def copy(target: Path, *overlays: Path) -> Path:
    """A copy of the mini site, with the files of `overlays` in place of its own."""
    for folder in (GOOD, *overlays):
        shutil.copytree(folder, target, dirs_exist_ok=True)
    return target


def buildable(target: Path) -> Path:
    """A copy that the engine can build: with the real templates, styles and hooks."""
    copy(target)
    shutil.copytree(REAL / "overrides", target / "overrides")
    shutil.copytree(REAL / "docs/assets", target / "docs/assets")
    (target / "scripts").mkdir()
    shutil.copy(REAL / "scripts/mkdocs_hooks.py", target / "scripts")
    return target


def change(root: Path, changes: dict[str, Change]) -> None:
    """Change files of a project; `path: (old, new)` needs `old` to stand in the file exactly once."""
    for path, new in changes.items():
        file = root / path
        if new is None:
            file.unlink()
        elif isinstance(new, bytes):
            file.write_bytes(new)
        elif isinstance(new, str):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(new, encoding="utf-8")
        else:
            text = file.read_text(encoding="utf-8")
            assert text.count(new[0]) == 1, f"{new[0]!r} stands {text.count(new[0])} times in {path}"
            file.write_text(text.replace(*new), encoding="utf-8")


def content(root: Path) -> Content:
    return load(Layout(root))


def problems(root: Path, today: date = TODAY) -> list[Problem]:
    """What `cardcare check` says about a project on the day `today`."""
    return building.check(Layout(root), today)[1]


def line_of(root: Path, path: str, text: str) -> int:
    """The line on which `text` begins."""
    whole = (root / path).read_text(encoding="utf-8")
    return whole[: whole.index(text)].count("\n") + 1
