"""The same results in six forms, for people, code hosts and other programs."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from cardcare.problems import Place
from cardcare.watch.formats import FORMATS
from cardcare.watch.row import Row
from cardcare.watch.verdict import Result, Verdict

TITLE = "check contacts"
WINDOW = "window:desk/0120000001/home"
# What a page may say to harm its reader: terminal signs, a command to the code host, HTML, a call to somebody.
NASTY = "\x1b[31m::error::x\n`<img src=x>` @everyone \u202e|] ]]> \x00 & 番号"


def row(verdict: str, reason: str = "r", evidence: str = "", **more: Any) -> Row:
    result = Result(
        more.pop("id", f"id-{verdict}"),
        Verdict(verdict),
        reason,
        evidence,
        "https://b.test/",
        more.pop("status", 200),
        2,
        "",
        "",
    )
    return Row(result, "https://a.test/", **more)


CHANGED = row(
    "changed", "number-missing", "電話 0120-000-009", id=WINDOW, place=Place("docs/_data/contacts/a.toml", 12),
    note="last right on 2026-11-01", advice="open the page yourself",
)  # fmt: skip
BROKEN = row("broken", "not-found", status=404, archived="https://old.test/20261101/https://a.test/")
ROWS = [row("ok"), row("temporary", "timeout"), row("warn", "bot-wall"), BROKEN, CHANGED]


def said(form: str, *rows: Row) -> str:
    return FORMATS[form](rows or ROWS, TITLE)


def test_text_tells_the_worst_first_with_place_and_remedy_and_counts_all() -> None:
    assert said("text").splitlines() == [
        f"docs/_data/contacts/a.toml:12: changed number-missing {WINDOW} https://a.test/",
        '    "電話 0120-000-009"',
        "    last right on 2026-11-01",
        "    → open the page yourself",
        "broken not-found (404) id-broken https://a.test/",
        "    perhaps stored at https://old.test/20261101/https://a.test/",
        "warn bot-wall id-warn https://a.test/",
        "temporary timeout id-temporary https://a.test/",
        "check contacts: 1 changed, 1 broken, 1 warn, 1 temporary, 1 ok",
    ]


def test_json_has_the_fields_of_a_bare_list() -> None:
    data = json.loads(said("json"))
    assert list(data) == ["id-ok", "id-temporary", "id-warn", "id-broken", WINDOW]
    assert data["id-broken"] == {
        "verdict": "broken",
        "reason": "not-found",
        "evidence": "",
        "final_url": "https://b.test/",
        "status": 404,
        "attempts": 2,
    }


def test_junit_fails_for_broken_and_changed_alone() -> None:
    suite = ElementTree.fromstring(said("junit")).find("testsuite")
    assert suite is not None and suite.attrib == {
        "name": TITLE,
        "tests": "5",
        "failures": "2",
        "errors": "0",
        "skipped": "2",
    }
    assert {case.get("name"): [child.tag for child in case] for case in suite} == {
        "id-ok": [], "id-temporary": ["skipped"], "id-warn": ["skipped"], "id-broken": ["failure"], WINDOW: ["failure"],
    }  # fmt: skip


def test_sarif_points_to_the_line_of_our_file() -> None:
    data = json.loads(said("sarif"))
    (run,) = data["runs"]
    assert data["version"] == "2.1.0" and run["tool"]["driver"]["name"] == "cardcare"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {r["ruleId"] for r in run["results"]}
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "docs/_data/contacts/a.toml"}, "region": {"startLine": 12}}


def test_a_code_host_gets_annotations() -> None:
    first, second, third, fourth, count = said("github").splitlines()
    assert first.startswith("::error file=docs/_data/contacts/a.toml,line=12,title=changed number-missing::window")
    assert second.startswith("::error title=broken not-found (404)::")
    assert (
        third.startswith("::warning ")
        and fourth.startswith("::notice ")
        and count.startswith("check contacts: 1 changed")
    )


def test_markdown_is_a_report_for_people() -> None:
    text = said("markdown")
    order = [text.index(part) for part in ("### Changed", "### Broken", "### A person", "### No conclusion")]
    assert order == sorted(order)
    assert f"* **`{WINDOW}`** number-missing · `docs/_data/contacts/a.toml:12`" in text
    assert "* perhaps stored at <https://old.test/20261101/https://a.test/>" in text and "id-ok" not in text


def test_a_long_report_stays_within_an_issue() -> None:
    text = said("markdown", *[row("broken", evidence="x" * 1000, id=f"source:{n}") for n in range(1000)])
    assert "… and 960 more" in text and len(text) < 65_536


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_wrong_is_said_shortly_in_every_form(form: str) -> None:
    assert "id-ok" in said(form, row("ok")) if form in ("json", "junit") else "broken" not in said(form, row("ok"))
    assert isinstance(said(form, *[]), str)


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_cannot_write_our_report(form: str) -> None:
    text = said(form, row("changed", evidence=NASTY, id="a\nb"))
    lines = text.splitlines()
    if form in ("json", "sarif"):
        json.loads(text)
    elif form == "junit":
        ElementTree.fromstring(text)
    else:
        assert not any(char in text for char in "\x1b\x00\u202e")
        assert sum(line.lstrip().startswith("::") for line in lines) == (form == "github")
    if form == "markdown":
        assert "* seen: `` [31m::error::x `<img src=x>` @everyone |] ]]> & 番号 ``" in text
