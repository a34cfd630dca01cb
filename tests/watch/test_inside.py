"""`check site`: built pages of any folder, in all forms; and `check` alone, which stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cardcare import report
from cardcare.cli import cardcare
from cardcare.errors import SetupError
from tests import projects

BAD = '<html lang="ja"><p id="now">\n<a href="Pin/">x</a> <a href="#later">y</a> <a href="/">z</a>'


def run(*words: str) -> Result:
    done = CliRunner().invoke(cardcare, ["check", *words])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("index.html", BAD), ("pin/index.html", "<p>")):
        file = tmp_path / "built" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "built"


def test_any_folder_can_be_checked(folder: Path) -> None:
    done = run("site", str(folder))
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        f"{folder}/index.html:2: broken letter-case Pin/",
        '    "Pin/ leads nowhere: the file is called pin/index.html"',
        f"{folder}/index.html:2: broken no-such-section #later",
        '    "#later: no such section"',
        "check site, 3 links in 2 pages and style sheets: 2 broken",
    ]
    (folder / "index.html").write_text(BAD.replace("Pin", "pin").replace("#later", "#now"), "utf-8")
    done = run("site", str(folder))
    assert (done.exit_code, done.stdout) == (0, "check site, 3 links in 2 pages and style sheets: nothing wrong\n")


def test_machines_get_it_too(folder: Path) -> None:
    assert list(json.loads(run("site", str(folder), "--format", "json").stdout)) == [
        f"{folder}/index.html:2:Pin/",
        f"{folder}/index.html:2:#later",
    ]
    assert f"::error file={folder}/index.html,line=2" in run("site", str(folder), "--format", "github").stdout


def test_without_a_folder_it_is_the_built_site(project: Path, folder: Path) -> None:
    with pytest.raises(SetupError, match="there are no pages in site/; build the site first"):
        run("site", "--root", str(project))
    folder.rename(project / "site")
    assert run("site", "--root", str(project)).stdout.startswith("site/index.html:2: broken letter-case")


def test_check_alone_checks_what_people_wrote(project: Path) -> None:
    assert run("--root", str(project)).stdout == "12 pages, 6 windows, 0 problems\n"
    projects.change(project, {"docs/_data/facts.toml": ("value = 1000", "value = 0120")})
    done = run("--root", str(project), "--format", "github")
    assert done.exit_code == 1 and done.stdout.startswith("::error file=docs/_data/facts.toml,line=3,title=CON101::")


def test_progress_is_told_in_tenths_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with report.progress(25) as step:
        for _ in range(25):
            step()
    said = capsys.readouterr()
    assert said.out == "" and said.err.splitlines() == [
        f"{n} of 25 asked" for n in (3, 5, 8, 10, 13, 15, 18, 20, 23, 25)
    ]
