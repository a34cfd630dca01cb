"""The whole build: read, check, let the engine render, finish, check again, publish by a swap at the end.

Nothing reaches the old site folder before every step has succeeded, so a broken build never looks like a whole one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cardcare import checks
from cardcare.checks.release import RELEASE
from cardcare.checks.rule import Source
from cardcare.checks.site import Site
from cardcare.content.load import Content, load
from cardcare.errors import BuildError, SetupError
from cardcare.paths import ADDRESS, DEFAULT_ADDRESS, Layout
from cardcare.problems import Problem
from cardcare.site import after

# Not --quiet: it hides the warnings from --strict as well.
ENGINE = (sys.executable, "-m", "mkdocs", "build", "--strict")


@dataclass(frozen=True)
class Result:
    """What a build came to: the problems that kept it from being published, or the pages that were."""

    problems: tuple[Problem, ...]
    pages: int = 0


def check(layout: Layout, today: date) -> tuple[Content, list[Problem]]:
    """Read everything that people wrote and return it with its problems."""
    content = load(layout)
    rules = checks.SOURCE if content.languages else checks.READING
    return content, checks.run(rules, Source(content, today))


def build(layout: Layout, today: date, release: bool = False) -> Result:
    """Build the site into layout.site. Raises BuildError or SetupError when the machine fails."""
    base = os.environ.get(ADDRESS, DEFAULT_ADDRESS)
    content, problems = check(layout, today)
    if release and ".example" in base:
        raise SetupError(f"a release needs the site's public address; set {ADDRESS}=https://…/")
    if release:
        problems = sorted([*problems, *checks.run(RELEASE, Source(content, today))])
    if problems:
        return Result(tuple(problems))
    with _workshop(layout) as folder:
        render(layout, folder)
        after.finish(after.Build(folder, content, base))
        site = Site(folder, content, base)
        problems = checks.run(checks.SITE, site)
        if problems:
            return Result(tuple(problems))
        swap(folder, layout.site)
        return Result((), len(site.documents))


def render(layout: Layout, folder: Path) -> None:
    """Let the engine write its pages into `folder`."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": _python_path(layout)}
    command = [*ENGINE, "--config-file", str(layout.config), "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=layout.root, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise BuildError(f"the site engine stopped: {_reason(done.stderr or done.stdout)}")


def _python_path(layout: Layout) -> str:
    """A test project brings no package of its own, so the engine must find ours."""
    ours = str(Path(__file__).resolve().parents[1])
    return os.pathsep.join(part for part in (ours, os.environ.get("PYTHONPATH", "")) if part)


def _reason(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("ERROR", "WARNING", "Error", "Config value", "- "))]
    if "No module named mkdocs" in output:
        return "mkdocs is not installed here; run `make site`, which installs everything"
    return " | ".join((telling or lines or ["it gave no reason"])[:3])


@contextmanager
def _workshop(layout: Layout) -> Iterator[Path]:
    """A folder beside the site folder, so that the swap is a rename; removed whatever happens."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".site-", dir=layout.root))
    except OSError as error:
        raise BuildError(f"cannot write to {layout.root}: {error.strerror}; make the folder writable") from error
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(new: Path, site: Path) -> None:
    """Put the finished folder in the place of the old one; on failure the old one stays."""
    if site.exists() and not site.is_dir():
        raise BuildError(f"{site.name} is a file, not a folder; move it away")
    old = site.with_name(f".{site.name}-old")
    try:
        shutil.rmtree(old, ignore_errors=True)
        if site.exists():
            site.rename(old)
        new.rename(site)
    except OSError as error:
        if old.exists() and not site.exists():
            old.rename(site)
        raise BuildError(f"cannot write {site.name}/: {error.strerror}; the old site was kept") from error
    shutil.rmtree(old, ignore_errors=True)
