"""What holds for all rules: a code of its own, a family, and an explanation that an editor can read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cardcare.checks import READING, SITE, SOURCE, all_rules
from cardcare.checks.release import RELEASE
from cardcare.checks.rule import Rule
from cardcare.cli import cardcare
from tests.projects import REAL

RULES = [*SOURCE, *SITE, *RELEASE]
FAMILIES = {"CON": "1", "PAG": "2", "WRD": "3", "TRN": "4", "SIT": "5", "LNK": "6", "REL": "7"}
CODE = re.compile(r"\b(?:CON|PAG|WRD|TRN|SIT|LNK|REL|PDF)\d{3}\b")


def test_no_code_is_used_twice() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes)) == len(all_rules())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_belongs_to_a_family_and_explains_itself(rule: Rule[Any]) -> None:
    code, docstring = rule.code, rule.check.__doc__ or ""
    assert code[3] == FAMILIES[code[:3]] and len(code) == 6
    assert len(docstring.split()) >= 5, f"{code} needs a docstring that tells an editor the reason"
    said = CliRunner().invoke(cardcare, ["explain", code.lower()])
    assert said.exit_code == 0
    assert said.output.startswith(f"{code}: {rule.title}\n")
    assert docstring.split()[0] in said.output


def test_every_rule_that_is_written_is_also_run() -> None:
    """A rule that nobody lists in checks/__init__.py would be a check that never fails."""
    folder = REAL / "scripts/cardcare/checks"
    written = {code for file in folder.glob("*.py") for code in re.findall(r'@rule\("(\w+)"', file.read_text("utf-8"))}
    assert written == {rule.code for rule in RULES}
    assert set(READING) <= set(SOURCE)


@pytest.mark.parametrize("guide", sorted(REAL.glob("*.md")), ids=lambda path: path.name)
def test_the_guides_for_people_name_only_codes_that_exist(guide: Path) -> None:
    invented = {"PAG299"}  # the example of a new rule in HACKING.md
    assert set(CODE.findall(guide.read_text("utf-8"))) - invented <= set(all_rules())


def test_an_unknown_code_is_answered_with_the_known_ones() -> None:
    said = CliRunner().invoke(cardcare, ["explain", "CON999"])
    assert said.exit_code == 2
    assert "no rule CON999" in said.output and "CON101" in said.output
