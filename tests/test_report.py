"""Problems printed for people and for a code host."""

from __future__ import annotations

import pytest

from cardcare import report
from cardcare.problems import Problem

FOUND = [
    Problem("docs/en/pin.md", 3, "PAG204", "100% late\nreally", "read it: all"),
    Problem("docs/en/pin.md", 9, "CON101", "no hint"),
]


def test_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    report.problems(FOUND)
    said = capsys.readouterr()
    assert said.out == (
        "docs/en/pin.md:3: PAG204 100% late\nreally\n    → read it: all\ndocs/en/pin.md:9: CON101 no hint\n"
    )
    assert said.err == "2 problem(s). More about each code: cardcare explain CON101 (CON101, PAG204)\n"


def test_for_a_code_host_each_problem_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    report.problems(FOUND, "github")
    assert capsys.readouterr().out.splitlines() == [
        "::error file=docs/en/pin.md,line=3,title=PAG204::100%25 late%0Areally → read it: all",
        "::error file=docs/en/pin.md,line=9,title=CON101::no hint",
    ]


def test_nothing_is_said_about_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    report.problems([])
    assert capsys.readouterr() == ("", "")
