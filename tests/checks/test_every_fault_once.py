"""The shortest description of the checker: a small project with every fault once, and all that is said about it."""

from __future__ import annotations

from pathlib import Path

from cardcare.checks import SOURCE
from tests import projects

# minisite/faulty lies over minisite/good. CON118 and TRN402 are two sides of one fault, and so are PAG202, TRN403 and
# the second TRN405: a heading that lost its id.
COMPLAINTS = [
    ("docs/_data/contacts/broken.toml", 4, "CON101"),
    ("docs/_data/contacts/example-agency.toml", 6, "CON117"),
    ("docs/_data/contacts/example-agency.toml", 57, "CON111"),
    ("docs/_data/contacts/example-agency.toml", 84, "CON115"),
    ("docs/_data/contacts/example-town.toml", 21, "CON113"),
    ("docs/_data/contacts/unreadable-windows.toml", 12, "CON102"),
    ("docs/_data/contacts/unreadable-windows.toml", 22, "CON103"),
    ("docs/_data/contacts/unreadable-windows.toml", 32, "CON104"),
    ("docs/_data/contacts/unreadable-windows.toml", 58, "CON106"),
    ("docs/_data/contacts/unreadable-windows.toml", 72, "CON109"),
    ("docs/_data/contacts/village.toml", 1, "CON116"),
    ("docs/_data/facts.toml", 9, "CON107"),
    ("docs/_data/facts.toml", 17, "CON108"),
    ("docs/_data/facts.toml", 25, "CON114"),
    ("docs/_data/languages.toml", 1, "CON120"),
    ("docs/_data/link-exceptions.toml", 1, "CON121"),
    ("docs/_data/situations.toml", 1, "CON119"),
    ("docs/_data/sources.toml", 1, "CON105"),
    ("docs/_data/sources.toml", 10, "CON110"),
    ("docs/_data/sources.toml", 18, "CON112"),
    ("docs/en/_contacts.toml", 1, "TRN402"),
    ("docs/en/_contacts.toml", 34, "CON118"),
    ("docs/en/_contacts.toml", 34, "TRN404"),
    ("docs/en/contacts.md", 1, "PAG201"),
    ("docs/en/lost-card.md", 27, "TRN405"),
    ("docs/en/lost-card.md", 35, "PAG202"),
    ("docs/en/lost-card.md", 35, "TRN403"),
    ("docs/en/lost-card.md", 35, "TRN405"),
    ("docs/en/new-page.md", 1, "TRN401"),
    ("docs/ja-Hira/contacts.md", 28, "WRD301"),
    ("docs/ja-Hira/contacts.md", 30, "WRD302"),
    ("docs/ja/contacts.md", 8, "PAG204"),
    ("docs/ja/contacts.md", 20, "PAG203"),
    ("docs/ja/contacts.md", 30, "PAG205"),
    ("docs/ja/contacts.md", 32, "PAG206"),
    ("docs/ja/contacts.md", 34, "PAG207"),
    ("docs/ja/contacts.md", 36, "PAG208"),
    ("docs/ja/contacts.md", 38, "PAG209"),
    ("docs/ja/contacts.md", 40, "PAG210"),
    ("docs/ja/contacts.md", 42, "PAG211"),
    ("docs/ja/contacts.md", 44, "WRD303"),
]


def test_the_complete_list_of_complaints(tmp_path: Path) -> None:
    root = projects.copy(tmp_path / "mini", projects.FAULTY)
    assert [(p.path, p.line, p.code) for p in projects.problems(root)] == COMPLAINTS


def test_every_rule_has_its_planted_fault() -> None:
    assert {code for _, _, code in COMPLAINTS} == {rule.code for rule in SOURCE}


def test_the_same_project_without_faults_has_no_problems(project: Path) -> None:
    assert projects.problems(project) == []
