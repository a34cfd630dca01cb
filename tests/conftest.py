"""The mini site, read once and built once for all tests."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cardcare import building
from cardcare.content.load import Content
from cardcare.paths import Layout
from tests import projects

ADDRESS = "https://guide.test/"


@pytest.fixture(scope="session")
def mini_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mini site with the real templates and styles. Look, do not touch."""
    return projects.buildable(tmp_path_factory.mktemp("good") / "mini")


@pytest.fixture(scope="session")
def mini(mini_root: Path) -> Content:
    """The content of the mini site."""
    return projects.content(mini_root)


@pytest.fixture(scope="session")
def mini_site(mini_root: Path) -> Path:
    """The pages of the mini site, built by the same steps as `cardcare build`. Look, do not touch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(building.ADDRESS, ADDRESS)
        result = building.build(Layout(mini_root), projects.TODAY)
    assert not result.problems, result.problems
    return mini_root / "site"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the mini site that a test may change; enough for all checks of the written content."""
    return projects.copy(tmp_path / "mini")


@pytest.fixture
def site_copy(mini_site: Path, tmp_path: Path) -> Path:
    """A copy of the built pages that a test may spoil."""
    return shutil.copytree(mini_site, tmp_path / "site")
