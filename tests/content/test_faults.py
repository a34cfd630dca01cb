"""A value of the wrong form is told in an editor's words: which file and line, entry, field, and what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import projects

TOWN, FACTS, PAGE = "docs/_data/contacts/example-town.toml", "docs/_data/facts.toml", "docs/en/about.md"


@pytest.mark.parametrize(
    ("path", "change", "line", "message", "hint"),
    [
        (
            FACTS,
            ('means = "再交付の手数料"\n', ""),
            1,
            'fact "reissue-fee": field means: is missing',
            'for example: "再交付の手数料"',
        ),
        (
            FACTS,
            ("value = 1000", 'value = "a lot"'),
            1,
            "fact \"reissue-fee\": field entry: value 'a lot' does not fit kind 'yen'; write it as 1000",
            "compare with a neighbouring entry",
        ),
        (
            TOWN,
            ("varies = true", 'varies = "often"'),
            65,
            "window \"town-desk\": field hours.0.varies: input should be a valid boolean, but got 'often'",
            "for example: true",
        ),
        (
            TOWN,
            ('cost = "paid"', 'cost = "dear"'),
            60,
            "window \"town-desk\": field number.0.cost: input should be 'free', 'paid', 'call-charge' or 'unknown', "
            "but got 'dear'",
            'for example: "free"',
        ),
        (
            TOWN,
            ('dial = "0120000005"', 'dial = "0120000050"'),
            56,
            'window "town-desk": field number.0: '
            "display '0120-000-005' and dial '0120000050' are not the same number",
            "compare with a neighbouring entry",
        ),
        (
            PAGE,
            ("next_review: 2099-01-01", "next_review: some day"),
            8,
            "front matter: field next_review: input should be a valid date, but got 'some day'",
            "for example: 2027-05-23",
        ),
        (
            PAGE,
            ("kind: reference", "kind: reference\ntone: calm"),
            7,
            "front matter: field tone: this key is not known here",
            "remove the key or correct its spelling; CONTRIBUTING.md lists the keys",
        ),
    ],
)
def test_the_words_of_a_fault(
    project: Path, path: str, change: tuple[str, str], line: int, message: str, hint: str
) -> None:
    projects.change(project, {path: change})
    told = [(p.line, p.message, p.hint) for p in projects.problems(project) if p.path == path]
    assert told == [(line, message, hint)]


def test_one_wrong_entry_does_not_hide_the_next(project: Path) -> None:
    projects.change(project, {FACTS: ('kind = "yen"\nvalue = 1000', 'kind = "gold"\nvalue = 1000\nprice = 3')})
    told = [p.message for p in projects.problems(project) if p.path == FACTS]
    assert [message.split(":")[1] for message in told] == [" field kind", " field price"]
    assert set(projects.content(project).registry.facts) == {"pin-tries", "report-within"}
