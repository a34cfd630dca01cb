"""The command as a person meets it: what it prints, how it exits, and what it leaves alone when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import projects
from tests.projects import Change

CLEAN, PROBLEMS, CANNOT_RUN = 0, 1, 2


def cardcare(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cardcare.cli", *words, "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | environment)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that could be built, with a site folder from an earlier build."""
    root = projects.buildable(tmp_path / "mini")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the old site", encoding="utf-8")
    return root


def old_site_is_untouched(root: Path) -> bool:
    site = root / "site"
    same = [path.name for path in site.iterdir()] == ["index.html"] and (
        site / "index.html"
    ).read_text() == "the old site"
    return same and not list(root.glob(".site*"))


def test_a_clean_project_is_checked_in_one_line(root: Path) -> None:
    done = cardcare(root, "check")
    assert (done.returncode, done.stdout, done.stderr) == (CLEAN, "12 pages, 6 windows, 0 problems\n", "")


def test_a_clean_project_takes_the_place_of_the_old_site(root: Path) -> None:
    done = cardcare(root, "build")
    assert done.returncode == CLEAN, done.stderr
    assert done.stdout.startswith("13 pages in ") and done.stdout.endswith("Open site/index.html\n")
    assert "おためしガイド" in (root / "site" / "index.html").read_text("utf-8")
    assert not list(root.glob(".site*"))


def test_it_works_from_any_folder_of_the_project(root: Path) -> None:
    assert cardcare(root / "docs" / "en", "check").returncode == CLEAN


@pytest.mark.parametrize(
    ("path", "change", "line"),
    [
        (
            "docs/_data/facts.toml",
            ("value = 1000", "value = 0120"),
            "docs/_data/facts.toml:3: CON101 the value 0120 is bare",
        ),
        ("docs/_data/languages.toml", "[[language", "docs/_data/languages.toml:1: CON101 not valid TOML"),
        (
            "docs/en/about.md",
            ("title: About", "title: @bout"),
            "docs/en/about.md:2: PAG201 the front matter is not valid YAML",
        ),
        (
            "docs/en/about.md",
            ("answer: This", "answer: [[call nobody]] This"),
            "docs/en/about.md:5: PAG201 the front matter",
        ),
        (
            "docs/en/about.md",
            ("Write to", "[[call nobody]]. Write to"),
            "docs/en/about.md:14: PAG207 there is no window nobody",
        ),
        (
            "docs/en/about.md",
            ("Write to", "[[report-form]. Write to"),
            "docs/en/about.md:14: PAG208 brackets that are no marker",
        ),
        ("docs/en/_strings.toml", None, "docs/en/_strings.toml:1: CON101 the file is missing"),
        ("docs/en/_strings.toml", b"\xff", "docs/en/_strings.toml:1: CON101 the file is not UTF-8 text"),
        ("docs/_data/project.toml", ("report@guide.test", "me"), "docs/_data/project.toml:3: CON103 "),
        ("mkdocs.yml", ("locale: en", "locale: xx"), "docs/_data/languages.toml:1: CON120 languages here:"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_fault_of_the_content_is_one_line_with_its_place(root: Path, path: str, change: Change, line: str) -> None:
    projects.change(root, {path: change})
    done = cardcare(root, "build")
    assert done.returncode == PROBLEMS
    assert sum(said.startswith(line) for said in done.stdout.splitlines()) == 1, done.stdout
    assert "Nothing was published." in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert old_site_is_untouched(root)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"mkdocs.yml": None}, "no mkdocs.yml in "),
        ({"mkdocs.yml": "plugins: [i18n"}, "the site engine stopped: Error: MkDocs encountered an error"),
        (
            {"mkdocs.yml": ("name: material", "name: nothing")},
            "the site engine stopped: ERROR   -  Config value 'theme'",
        ),
        ({"overrides/blocks/tel.html": None}, "the site engine stopped: ERROR   -  Error reading page"),
        ({"overrides/main.html": "{% block"}, "the site engine stopped: ERROR   -  Error building page"),
        ({"scripts/mkdocs_hooks.py": None}, "the site engine stopped: ERROR   -  Config value 'hooks'"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_fault_of_the_machine_is_one_line_without_a_traceback(
    root: Path, changes: dict[str, Change], told: str
) -> None:
    projects.change(root, changes)
    done = cardcare(root, "build")
    assert done.returncode == CANNOT_RUN
    assert done.stdout == ""
    assert done.stderr.startswith(f"cardcare: {told}") and done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert old_site_is_untouched(root)


def test_without_docs_there_is_nothing_to_check(root: Path) -> None:
    (root / "docs").rename(root / "texts")
    done = cardcare(root, "build")
    assert done.returncode == CANNOT_RUN
    assert done.stderr.startswith("cardcare: no docs folder in ") and done.stderr.count("\n") == 1
    assert old_site_is_untouched(root)


def test_a_folder_in_place_of_a_file_is_named(root: Path) -> None:
    (root / "docs/en/_strings.toml").unlink()
    (root / "docs/en/_strings.toml").mkdir()
    done = cardcare(root, "check")
    assert done.returncode == CANNOT_RUN
    assert done.stderr == f"cardcare: {root}/docs/en/_strings.toml: Is a directory\n"


def test_without_the_engine_it_says_what_to_run(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty" / "mkdocs").mkdir(parents=True)  # a package of this name, but without a program
    (tmp_path / "empty" / "mkdocs" / "__init__.py").touch()
    done = cardcare(root, "build", PYTHONPATH=str(tmp_path / "empty"))
    assert done.returncode == CANNOT_RUN
    assert done.stderr == (
        "cardcare: the site engine stopped: mkdocs is not installed here; run `make site`, which installs everything\n"
    )
    assert old_site_is_untouched(root)


def test_without_a_package_it_says_which(root: Path, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    text = "raise ModuleNotFoundError(\"No module named 'phonenumbers'\", name='phonenumbers')"
    (tmp_path / "broken" / "phonenumbers.py").write_text(text)
    done = cardcare(root, "check", PYTHONPATH=str(tmp_path / "broken"))
    assert done.returncode == CANNOT_RUN
    assert done.stderr.startswith("cardcare: the package phonenumbers is not installed; run ")
    assert done.stderr.count("\n") == 1


def test_a_file_in_place_of_the_site_is_not_overwritten(root: Path) -> None:
    (root / "site/index.html").unlink()
    (root / "site").rmdir()
    (root / "site").write_text("somebody's file")
    done = cardcare(root, "build")
    assert (done.returncode, done.stderr) == (CANNOT_RUN, "cardcare: site is a file, not a folder; move it away\n")
    assert (root / "site").read_text() == "somebody's file"


def test_a_site_that_cannot_be_exchanged_stays(root: Path) -> None:
    (root / ".site-old").write_text("a file where the old site would wait")
    done = cardcare(root, "build")
    assert done.returncode == CANNOT_RUN
    assert done.stderr == "cardcare: cannot write site/: Not a directory; the old site was kept\n"
    assert (root / "site/index.html").read_text() == "the old site"


def test_a_fault_of_a_built_page_publishes_nothing(root: Path) -> None:
    projects.change(root, {"docs/assets/css/404.css": None})
    done = cardcare(root, "build")
    assert done.returncode == PROBLEMS
    assert "LNK601 /assets/css/404.css leads nowhere" in done.stdout
    assert old_site_is_untouched(root)


def test_a_problem_is_told_with_a_way_out(root: Path) -> None:
    projects.change(root, {"docs/en/about.md": ("answer: This", "answer: TODO. This")})
    done = cardcare(root, "check")
    assert done.stdout == (
        "docs/en/about.md:5: WRD303 machine word 'TODO'\n    → say it in the reader's words, or use a marker\n"
    )
    assert done.stderr == "1 problem(s). More about each code: cardcare explain WRD303 (WRD303)\n"


def test_a_code_host_gets_its_annotations(root: Path) -> None:
    projects.change(root, {"docs/en/about.md": ("Write to", "[[call nobody]], 100% sure. Write to")})
    done = cardcare(root, "check", "--format", "github")
    assert done.returncode == PROBLEMS
    assert done.stdout == (
        "::error file=docs/en/about.md,line=12,title=TRN405::#report has [[call nobody]] (1×) too many "
        "→ compare with Japanese\n"
        "::error file=docs/en/about.md,line=14,title=PAG207::there is no window nobody "
        "→ check the spelling; CONTRIBUTING.md lists all markers\n"
    )
