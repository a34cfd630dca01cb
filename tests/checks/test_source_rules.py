"""Each way of breaking a rule of the written content, planted alone into the good mini site.

A fault is (code, file, change, where): `where` is a text on the line that the problem must name. Nothing else may be
reported, so that one mistake of an editor is one message.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import projects
from tests.projects import Change

AGENCY, TOWN, NEW = (f"docs/_data/contacts/{name}.toml" for name in ("example-agency", "example-town", "new"))
FACTS, SOURCES, SITUATIONS = (f"docs/_data/{name}.toml" for name in ("facts", "sources", "situations"))
LANGUAGES, PROJECT = "docs/_data/languages.toml", "docs/_data/project.toml"
EN, JA, HIRA = "docs/en/about.md", "docs/ja/about.md", "docs/ja-Hira/about.md"

FACT = '[reissue-fee]\nkind = "yen"'
OPERATOR = '[operator]\nid = "new"\nname = "新しい町"\n'
WINDOW = """
[[window]]
id = "new-desk"
group = "information"
show = "full"
channels = ["phone"]
handles = ["reissue"]
not_handles = []
deaf = []
abroad = "none"
sources = ["town-loss"]
confirmed = { how = "phone-call", date = 2024-03-01 }
"""


def fact(**values: str) -> tuple[str, str]:
    """A new fact in front of the others, complete but for what `values` say."""
    fields = {
        "kind": '"days"',
        "value": "1",
        "means": '"x"',
        "grade": '"official"',
        "sources": '["town-loss"]',
        "checked": "2024-03-01",
    }
    lines = [f"{key} = {value}" for key, value in (fields | values).items()]
    return FACT, "[new]\n" + "\n".join(lines) + "\n\n" + FACT


def window(more: str) -> str:
    """A file with one new window."""
    return OPERATOR + WINDOW + more


def number(display: str, dial: str) -> tuple[str, str]:
    """Another number for the town's desk."""
    return (
        'display = "0120-000-005"\ndial = "0120000005"',
        f'display = "{display}"\ndial = "{dial}"',
    )


def answer(text: str) -> tuple[str, str]:
    """A text for the answer of the English page about the site."""
    return "answer: This is a guide for tests.", f'answer: "{text}"'


def body(text: str) -> tuple[str, str]:
    """A paragraph more for the English page about the site."""
    return "## Report a mistake {#report}", "## Report a mistake {#report}\n\n" + text


FAULTS: list[tuple[str, str, Change, str]] = [
    # CON101: what cannot be read
    ("CON101", PROJECT, None, ""),
    ("CON101", PROJECT, b'publisher = "\xe9"', ""),
    ("CON101", PROJECT, '[project]\npublisher = 0120-000-001\nreport_email = "a@b.test"', "0120"),
    ("CON101", LANGUAGES, None, ""),
    ("CON101", LANGUAGES, '[[language]]\ncode = "ja\n', "code"),
    # CON102: unknown keys
    ("CON102", NEW, OPERATOR + '[[windows]]\nid = "new-desk"\n', "windows"),
    ("CON102", NEW, window('[[window.hours]]\nreason = "report"\nopens = "24/7"\nopen = "24/7"\n'), "opens"),
    ("CON102", EN, ("short: About", "short: About\nauthor: me"), "author"),
    # CON103: missing or wrong values
    ("CON103", PROJECT, ("report@guide.test", "nobody"), "nobody"),
    ("CON103", PROJECT, "", ""),
    ("CON103", FACTS, fact(value='"many"'), "[new]"),
    ("CON103", FACTS, fact(kind='"month"', value='"2024-13"'), "[new]"),
    ("CON103", FACTS, fact(kind='"clock"', value='"24:60"'), "[new]"),
    ("CON103", FACTS, fact(kind='"yen"', value='"much"'), "[new]"),
    ("CON103", FACTS, fact(kind='"date"', value='"2024-03-01"'), "[new]"),
    ("CON103", FACTS, fact(to='"3"'), "[new]"),
    ("CON103", FACTS, fact(kind='"moons"'), 'kind = "moons"'),
    ("CON103", FACTS, fact(means='""'), 'means = ""'),
    ("CON103", FACTS, fact(checked='"2024-03-01"'), 'checked = "'),
    ("CON103", FACTS, fact(approx='"yes"'), "approx"),
    ("CON103", NEW, window('[[window.menu]]\nreason = "suspend"\nkey = "two"\n'), "two"),
    ("CON103", SITUATIONS, '[situation]\nid = "x"\n', "[situation]"),
    ("CON103", LANGUAGES, ("source = true\n", ""), "[[language]]"),
    ("CON103", LANGUAGES, ("furigana = true\n", "furigana = true\nsource = true\n"), "[[language]]"),
    ("CON103", LANGUAGES, "", ""),
    ("CON103", "docs/en/_strings.toml", ('fax = "Fax number"', 'fax = "Fax number"\ncopies = 2'), "copies"),
    ("CON103", EN, ("kind: reference", "kind: novel"), "novel"),
    ("CON103", EN, ("short: About\n", ""), ""),
    # CON104: the same id twice
    (
        "CON104",
        SITUATIONS,
        ('id = "strange-call"', 'id = "lost-outside"'),
        '[[situation]]\nid = "lost-outside"\nguide = "c',
    ),
    # CON105: dates that have not come
    (
        "CON105",
        FACTS,
        ('["agency-lost"]\nchecked = 2024-03-01', '["agency-lost"]\nchecked = 2024-04-02'),
        "[pin-tries]",
    ),
    ("CON105", SOURCES, ("page_date = 2024-02-01", "page_date = 2024-04-02"), "[agency-lost]"),
    ("CON105", AGENCY, ("date = 2024-03-01\npage_date", "date = 2024-04-02\npage_date"), "[[window]]"),
    ("CON105", EN, ("reviewed: 2024-03-01", "reviewed: 2024-04-02"), "reviewed"),
    # CON106: hours
    ("CON106", NEW, window('[[window.hours]]\nreason = "report"\nopen = "Mo-Fr 9:30-20:00"\n'), "9:30"),
    ("CON106", NEW, window('[[window.hours]]\nreason = "report"\nopen = "Weekdays 09:30-20:00"\n'), "Weekdays"),
    ("CON106", NEW, window('[[window.hours]]\nreason = "report"\nopen = "Mo-Fr 09:30-20:00 and PH off"\n'), "and PH"),
    ("CON106", NEW, window('[[window.hours]]\nreason = "report"\nopen = "平日 09:30-20:00"\n'), "平日"),
    # CON107: sources that do not exist
    ("CON107", AGENCY, ('page = "agency-lost"', 'page = "no-such-page"'), "[[window]]"),
    ("CON107", AGENCY, ('key = "2"', 'key = "2"\nsources = ["no-such-page"]'), "[[window]]"),
    ("CON107", TOWN, ("varies = true", 'varies = true\nsources = ["no-such-page"]'), '[[window]]\nid = "town-desk"'),
    ("CON107", TOWN, ('name = "例の町"', 'name = "例の町"\nsources = ["no-such-page"]'), "[operator]"),
    ("CON107", EN, ("kind: reference", "kind: reference\nsources: [no-such-page]"), "sources"),
    # CON108 to CON111: no source, no encryption, no such window
    (
        "CON108",
        AGENCY,
        ('unknown"\nsources = ["agency-lost"]', 'unknown"\nsources = []'),
        '[[window]]\nid = "fax-line"',
    ),
    ("CON110", SOURCES, ("https://town.test/card", "ftp://town.test/card"), "[town-loss]"),
    ("CON110", SOURCES, ("https://town.test/card", "town.test/card"), "[town-loss]"),
    ("CON111", AGENCY, ('deaf = ["fax-line"]', 'deaf = ["nobody"]'), "[[window]]"),
    ("CON111", AGENCY, ('replaced_by = "stop-line"', 'replaced_by = "nobody"'), "[[window]]"),
    ("CON111", SITUATIONS, ('first = "@hotline"', 'first = "nobody"'), "[[situation]]"),
    ("CON111", SITUATIONS, ('second = ["town-office"]', 'second = ["nobody"]'), "[[situation]]"),
    # CON115: numbers that cannot be
    ("CON115", TOWN, number("0120-000-0055", "01200000055"), '[[window]]\nid = "town-desk"'),
    ("CON115", TOWN, number("1", "1"), '[[window]]\nid = "town-desk"'),
    ("CON115", TOWN, number("#1234", "#1234"), '[[window]]\nid = "town-desk"'),
    # CON119: situations that lead nowhere
    ("CON119", SITUATIONS, ('guide = "contacts"', 'guide = "no-such-page"'), '[[situation]]\nid = "strange-call"'),
    ("CON119", SITUATIONS, ('deadline = "report-within"', 'deadline = "never"'), "[[situation]]"),
    # PAG201: pages that cannot be read
    ("PAG201", EN, b"---\ntitle: \xe9\n---\n", ""),
    ("PAG201", EN, ("title: About this guide", "title: About: this guide"), "title"),
    ("PAG201", EN, ("title: About this guide", "title: [[call stop-line]"), "short"),
    ("PAG201", EN, ("reviewed: 2024-03-01", "reviewed: 2024-02-30"), "reviewed"),
    # PAG203: steps
    ("PAG203", "docs/en/lost-card.md", ("1. **Call.**", "**Call.**"), "{#now}"),
    ("PAG203", "docs/en/lost-card.md", ("!!! tip", "3. a\n4. b\n5. c\n6. d\n7. e\n8. f\n\n!!! tip"), "{#now}"),
    # PAG204 to PAG206: review, HTML, images
    ("PAG204", EN, ("next_review: 2099-01-01", "next_review: 2024-03-31"), "next_review"),
    ("PAG205", EN, body("<script src=x>"), "<script"),
    ("PAG205", EN, body("<!-- hidden -->"), "<!--"),
    ("PAG205", EN, body("<iframe src=x>"), "<iframe"),
    ("PAG205", EN, body("<br onclick=x>"), "<br"),
    ("PAG205", EN, body("[press](JavaScript:x)"), "JavaScript"),
    ("PAG205", EN, answer("a <b>b"), "answer"),
    ("PAG205", EN, body('press{: onclick="x" }'), "onclick"),
    ("PAG205", EN, body("here{: .cc-tel href=//other }"), "href"),
    ("PAG206", EN, body("![ ](plan.svg)"), "plan.svg"),
    # PAG207: markers that name something unknown
    *(
        ("PAG207", EN, answer(text), "answer")
        for text in (
            "[[fax stop-line]]",
            "[[call nobody]]",
            "[[call @nobody]]",
            "[[call stop-line whisper]]",
            "[[call]]",
            "[[call town-office]]",
            "[[call town-secret]]",
            "[[hours stop-line report]]",
            "[[hours town-office]]",
            "[[fact no-such-fact]]",
            "[[cards stop-line nobody]]",
            "[[step where=phone who=holder bring=nothing]]",
            "[[situations many]]",
            "[[report-form please]]",
            "[page](source:no-such-page)",
            "[page](guide:no-such-page)",
            "[page](guide:lost-card#no-such-section)",
        )
    ),
    ("PAG207", "docs/en/lost-card.md", ('call: "@hotline suspend"', 'call: "nobody"'), "call:"),
    ("PAG207", "docs/en/_contacts.toml", ('"Makes a new card."', '"Ask [[window nobody]]."'), "nobody"),
    # PAG208: brackets that are no marker
    ("PAG208", EN, answer("[[situations]"), "answer"),
    ("PAG208", EN, answer("[[Situations]]"), "answer"),
    ("PAG208", EN, answer("［［situations］］"), "answer"),
    # PAG209 to PAG211: typed numbers, values, addresses
    ("PAG209", EN, ("title: About this guide", "title: Call 110"), "title"),
    ("PAG209", EN, body("Call +81 120 000 001."), "+81"),
    ("PAG209", JA, ("[[report-address]] か", "**〇一二〇**の〇〇〇の〇〇一か、[[report-address]] か"), "〇一二〇"),
    ("PAG209", "docs/en/_contacts.toml", ('"Makes a new card."', '"Call 0120-000-001."'), "0120"),
    ("PAG209", "docs/en/_situations.toml", ('"Hang up."', '"Hang up, call 188."'), "188"),
    ("PAG210", EN, body("It costs 500 yen."), "500"),
    ("PAG210", EN, body("It costs ¥500."), "500"),
    ("PAG210", EN, body("You have 3 tries."), "3 tries"),
    ("PAG210", JA, ("[[report-address]] か", "五百円です。[[report-address]] か"), "五百円"),
    ("PAG210", JA, ("[[report-address]] か", "５日です。[[report-address]] か"), "５日"),
    ("PAG210", HIRA, ("[[report-address]] か", "{5日|いつか}です。[[report-address]] か"), "いつか"),
    ("PAG211", EN, body("See www.town.test."), "www"),
    ("PAG211", EN, body("See town.lg.jp."), "lg.jp"),
    ("PAG211", EN, body("Write to me@town.test."), "me@"),
    # WRD: words
    ("WRD301", HIRA, ("## まちがいを {知|し}らせる", "## まちがいを 知らせる"), "## まちがい"),
    ("WRD301", "docs/ja-Hira/_strings.toml", ('phone = "{電話|でんわ}"', 'phone = "電話"'), 'phone = "電話"'),
    ("WRD301", HIRA, ("title: この ガイドに ついて", "title: この 案内"), "title"),
    ("WRD302", HIRA, ("テストの ための ガイド", "テストの {ガイド|がいど}"), "answer"),
    ("WRD302", HIRA, ("テストの ための ガイド", "この {試験|テスト?}の ガイド"), "answer"),
    ("WRD303", EN, body("The fee is the reissue-fee."), "reissue-fee"),
    ("WRD303", EN, body("Call @hotline."), "@hotline"),
    ("WRD303", EN, body("Checked on {date}."), "{date}"),
    # TRN: languages against Japanese
    ("TRN401", EN, None, ""),
    ("TRN402", "docs/en/_strings.toml", ('fax = "Fax number"\n', ""), ""),
    ("TRN403", EN, ("{#report}", "{#reports}"), "{#reports}"),
    ("TRN403", EN, body("## More {#more}"), "{#more}"),
    ("TRN404", "docs/en/_strings.toml", ('fax = "Fax number"', 'fax = "Fax number"\ntelex = "Telex"'), "telex"),
    ("TRN404", "docs/en/old.md", (projects.GOOD / EN).read_text(encoding="utf-8"), ""),
    ("TRN405", EN, body("[[call stop-line]]"), "{#report}"),
    ("TRN405", "docs/en/lost-card.md", ("([the town](source:town-loss))", ""), "{#costs}"),
    ("TRN405", "docs/en/index.md", ("[lost your card](guide:lost-card#now)", "lost your card"), "{#guides}"),
]


@pytest.mark.parametrize(("code", "path", "change", "where"), FAULTS, ids=lambda value: str(value)[:40])
def test_a_fault_is_named_with_its_place_and_nothing_else_is(
    project: Path, code: str, path: str, change: Change, where: str
) -> None:
    projects.change(project, {path: change})
    line = projects.line_of(project, path, where) if where else 1
    assert {(p.path, p.line, p.code) for p in projects.problems(project)} == {(path, line, code)}


INNOCENT: list[tuple[str, Change]] = [
    (EN, body("Press <kbd>Enter</kbd>,<br>then H<sub>2</sub>O.")),
    (EN, body("`<b>` is a tag.")),
    (EN, body("```\n<b> and [[\n```")),
    (EN, body("![a plan of the office](plan.svg)")),
    (EN, body("It opens at 8:30–20:00 since 2024-12-02, in 3 towns.")),
    (EN, body("You have three tries, 13 tries, or 2.3 tries.")),
    (
        EN,
        answer(
            "See [costs](guide:lost-card#costs), [sources](guide:lost-card#sources), [all](guide:contacts#w-town-desk)."
        ),
    ),
    (EN, ("kind: reference", "kind: reference\nsources: [town-loss]")),
    (EN, ("next_review: 2099-01-01", "next_review: 2024-04-01")),  # due today
    (EN, ("reviewed: 2024-03-01", "reviewed: 2024-04-01")),  # done today
    (SOURCES, ("https://town.test/card", "https://town.test/0120-000-999")),
    (SOURCES, ('url = "https://town.test/card"', 'url = "http://town.test/card"\nhttp_reason = "no https"')),
    (FACTS, ('kind = "yen"\nvalue = 1000', 'kind = "yen"\nvalue = "178.2"')),
    (TOWN, number("#9110", "#9110")),
    (TOWN, number("171", "171")),
    (TOWN, ('open = "Mo-Fr 08:30-17:15"', 'open = "Mo-Fr 08:30-12:00,13:00-17:15; Sa,Su,PH unknown"')),
    (AGENCY, ("limit_days = 30", "limit_days = 1")),
    ("docs/en/_contacts.toml", ("Advice line of the town", "Advice line 110 of the town")),
    ("docs/en/_strings.toml", ('yen = "{n} yen"', 'yen = "{n} yen"\nyen_one = "{n} yen"')),
    ("docs/en/_sources.toml", '[title]\ntown-loss = "A new card"\n'),
    (LANGUAGES, ('code = "en"', 'code = "en"\ndraft = true')),
    (HIRA, ("テストの ための ガイド", "この {試験|テスト}の ガイド")),
]


@pytest.mark.parametrize(("path", "change"), INNOCENT, ids=lambda value: str(value)[:40])
def test_what_is_right_is_not_accused(project: Path, path: str, change: Change) -> None:
    projects.change(project, {path: change})
    assert projects.problems(project) == []


@pytest.mark.parametrize("heading", ["# Title {#text}", "## Text", "## Text {#Text}", "## Text {#report}"])
def test_a_heading_without_an_id_of_its_own(project: Path, heading: str) -> None:
    """Whatever else follows from it: the editor hears of the heading first."""
    projects.change(project, dict.fromkeys((EN, JA, HIRA), ("{#report}\n", "{#report}\n\n" + heading + "\n")))
    complaints = projects.problems(project)
    assert [(p.path, p.line, p.code) for p in complaints if p.path == JA] == [(JA, 14, "PAG202")]


@pytest.mark.parametrize("change", [("locale: en", "locale: xx"), ("locale: ja-Hira", "locale: en-Hira")])
def test_the_engine_and_the_registry_list_the_same_languages(project: Path, change: tuple[str, str]) -> None:
    projects.change(project, {"mkdocs.yml": change})
    assert [(p.path, p.code) for p in projects.problems(project)] == [(LANGUAGES, "CON120")]


def test_a_language_in_draft_may_lack_pages(project: Path) -> None:
    projects.change(project, {LANGUAGES: ('code = "en"', 'code = "en"\ndraft = true'), EN: None})
    assert projects.problems(project) == []


def test_a_broken_file_is_named_before_what_follows_from_it(project: Path) -> None:
    projects.change(project, {FACTS: ("value = 1000", "value = 0120")})
    first = projects.problems(project)[0]
    assert (first.path, first.line, first.code) == (FACTS, 3, "CON101")


def test_a_typed_number_of_the_registry_is_answered_with_its_marker(project: Path) -> None:
    projects.change(project, {EN: body("Call 0120-000-002.")})
    assert [p.hint for p in projects.problems(project)] == ["write [[call foreign-line]]"]


def test_every_place_of_a_number_without_words_is_named(project: Path) -> None:
    """A new code needs its phrase in all languages, and the editor hears of each."""
    projects.change(
        project, {TOWN: ('channels = ["visit"]\nhandles = ["reissue"]', 'channels = ["visit"]\nhandles = ["advise"]')}
    )
    missing = [(p.path, p.code, p.message) for p in projects.problems(project)]
    assert missing == [
        (f"docs/{lang}/_contacts.toml", "CON118", "[handles] has no advise") for lang in ("en", "ja-Hira", "ja")
    ]
