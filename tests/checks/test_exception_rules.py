"""What the watch may overlook has a reason, an owner and an end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cardcare.content.exception import LinkException
from tests import projects

FILE = "docs/_data/link-exceptions.toml"
REASON = 'reason = "answers programs with 403; opened by hand on 2024-03-01"\n'


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (("2099-12-31", "2024-03-31"), "CON121", "[[exception]]"),
        (("2099-12-31", '"2099-12-31"'), "CON103", "until"),
        ((REASON, ""), "CON103", "[[exception]]"),
        ((REASON, 'reason = " "\n'), "CON103", "reason"),
        (('owner = "@registry"\n', ""), "CON103", "[[exception]]"),
        (("until = 2099-12-31\n", ""), "CON103", "[[exception]]"),
        (("https://town.test/", "town.test"), "CON103", "address"),
        (("https://town.test/", "https://"), "CON103", "address"),
        (("reason", "because"), "CON102", "because"),
        (("[[exception]]", "[[exceptions]]"), "CON102", "[[exceptions]]"),
    ],
)
def test_an_exception_that_is_not_complete_or_over_is_named(
    project: Path, change: tuple[str, str], code: str, where: str
) -> None:
    projects.change(project, {FILE: change})
    line = projects.line_of(project, FILE, where)
    assert (FILE, line, code) in [(p.path, p.line, p.code) for p in projects.problems(project)]
    assert {p.code for p in projects.problems(project)} <= {code, "CON103"}


def test_it_is_good_on_its_last_day(project: Path) -> None:
    projects.change(project, {FILE: ("2099-12-31", "2024-04-01")})
    assert projects.problems(project, date(2024, 4, 1)) == []
    assert {p.code for p in projects.problems(project, date(2024, 4, 2))} == {"CON121"}


def test_a_project_needs_no_exceptions(project: Path) -> None:
    projects.change(project, {FILE: None})
    assert projects.problems(project) == []


@pytest.mark.parametrize(
    ("url", "covered"),
    [
        ("https://town.test/help", True),
        ("https://town.test/help/en", True),
        ("https://town.test/help?lang=en", True),
        ("https://town.test/help#top", True),
        ("https://town.test/helpers", False),
        ("https://town.test/", False),
        ("http://town.test/help", False),
    ],
)
def test_an_address_covers_what_lies_below_it(url: str, covered: bool) -> None:
    entry = LinkException(address="https://town.test/help", reason="x", owner="y", until=date(2024, 4, 1))
    assert entry.covers(url) is covered
