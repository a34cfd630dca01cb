"""Nothing reaches the old site before everything has succeeded, and what stops a build is one clear line."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from cardcare import building
from cardcare.errors import BuildError
from cardcare.paths import Layout
from tests import projects


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text)
    return path


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    new, site = folder(tmp_path / ".site-x", "new"), folder(tmp_path / "site", "old")
    building.swap(new, site)
    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    building.swap(folder(tmp_path / ".site-x", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_what_an_earlier_crash_left_behind_does_not_stop_the_swap(tmp_path: Path) -> None:
    folder(tmp_path / ".site-old", "older")
    building.swap(folder(tmp_path / ".site-x", "new"), folder(tmp_path / "site", "old"))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_when_the_swap_fails_half_way_the_old_site_comes_back(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    with pytest.raises(BuildError, match="the old site was kept"):
        building.swap(tmp_path / "nothing-was-built", site)
    assert (site / "index.html").read_text() == "old"


def test_a_project_that_cannot_be_written_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**where: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(BuildError, match=f"cannot write to {project}: Permission denied"):
        building.build(Layout(project), projects.TODAY)


def test_the_workshop_is_cleared_when_the_engine_stops(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(layout: Layout, folder: Path) -> None:
        (folder / "half.html").touch()
        raise BuildError("the site engine stopped")

    monkeypatch.setattr(building, "render", stop)
    with pytest.raises(BuildError):
        building.build(Layout(project), projects.TODAY)
    assert sorted(path.name for path in project.iterdir()) == ["docs", "mkdocs.yml"]


def test_the_engine_builds_strictly(tmp_path: Path) -> None:
    """A page in the menu that does not exist is a warning of the engine, and a warning stops the build."""
    root = projects.buildable(tmp_path / "mini")
    projects.change(root, {"mkdocs.yml": ("      - about.md\n", "      - about.md\n      - gone.md\n")})
    with pytest.raises(BuildError, match=r"gone\.md"):
        building.render(Layout(root), tmp_path / "out")


def test_an_unknown_marker_stops_the_engine_even_when_nobody_has_checked(tmp_path: Path) -> None:
    """`make serve` does not run the checks; still there must never be a silent gap where a hotline should be."""
    root = projects.buildable(tmp_path / "mini")
    projects.change(root, {"docs/en/about.md": ("Write to", "[[cal stop-line]] Write to")})
    with pytest.raises(BuildError, match=r"docs/en/about.md: unknown marker \[\[cal\]\]"):
        building.render(Layout(root), tmp_path / "out")
