"""Prints how long a whole build takes, per page, next to the plain theme on the same Markdown, in one run.

    make bench

CPU seconds of child processes, the median of three runs each, taken in turn, so that a busy machine slows both alike.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from cardcare import building
from cardcare.content.load import Content, load
from cardcare.paths import Layout
from cardcare.site.compose import markdown_of
from cardcare.site.voice import Voice

ROUNDS = 3
PLAIN = """site_name: plain
theme: {name: material, font: false}
markdown_extensions: [abbr, admonition, attr_list, def_list, tables, toc, pymdownx.details, cardcare.site.furigana]
"""


def plain_project(content: Content, root: Path) -> None:
    """Write the same Markdown, markers resolved, as a project of the plain theme."""
    (root / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    for page in content.pages:
        target = root / "docs" / page.lang / f"{page.name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = markdown_of(page, Voice(content, page.lang, page.name))
        target.write_text(f"# {page.front.title}\n\n{text}", encoding="utf-8")
    first = content.registry.source_language.code
    shutil.copy(root / "docs" / first / "index.md", root / "docs" / "index.md")


def cpu_of(run: Callable[[], object]) -> float:
    """CPU seconds that this process and its children spend on `run`."""
    before = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    run()
    after = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(b.ru_utime + b.ru_stime - a.ru_utime - a.ru_stime for a, b in zip(before, after, strict=True))


def _line(what: str, seconds: float, pages: int) -> str:
    return f"  {what:<52} {seconds:6.2f} s   {seconds / pages * 1000:6.1f} ms per page"


def main() -> None:
    layout = Layout.find(Path(__file__))
    content = load(layout)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        plain_project(content, root)
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            str(root / "mkdocs.yml"),
            "-d",
            str(root / "out"),
        ]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}

        def plain() -> None:
            subprocess.run(command, check=True, capture_output=True, env=environment)

        def ours() -> None:
            result = building.build(layout, date.today())
            if result.problems:
                raise SystemExit("the site has problems; run `make check` first")

        times = [(cpu_of(ours), cpu_of(plain)) for _ in range(ROUNDS)]
    ours_s, plain_s = (statistics.median(column) for column in zip(*times, strict=True))
    pages = len(content.pages)
    print(f"{pages} pages in {len(content.languages)} languages, CPU seconds, median of {ROUNDS}")
    print(_line("Card Care: read, check, render, finish, check again", ours_s, pages))
    print(_line("the same Markdown under plain mkdocs-material", plain_s, pages))
    print(f"  ratio {ours_s / plain_s:.2f}")


if __name__ == "__main__":
    main()
