"""One fault at a time in the built mini site: exactly its rule speaks, and names the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardcare.checks import SITE, run
from cardcare.checks.site import Site
from cardcare.content.load import Content
from cardcare.problems import Problem
from tests import projects
from tests.conftest import ADDRESS

EN, EASY, JA, LOST = "en/index.html", "ja-Hira/index.html", "index.html", "en/lost-card/index.html"
CALL = '<a class="cc-tel" href="tel:0120000002"><bdi dir="ltr">0120-000-002</bdi></a> now.'


def problems(site: Path, content: Content) -> list[Problem]:
    return run(SITE, Site(site, content, ADDRESS))


def more(html: str) -> tuple[str, str]:
    """More HTML at the end of a page."""
    return "</main>", f"{html}</main>"


FAULTS: list[tuple[str, str, tuple[str, str]]] = [
    ("SIT501", EN, more("<p>Call 0120-999-999.</p>")),
    ("SIT501", EN, more("<p>Call 0120-000-004, which is known but must not be printed.</p>")),
    ("SIT501", EN, more("<p>Call 03-1234-5678, which is retired.</p>")),
    ("SIT501", EN, more('<a href="tel:0120999999"><bdi>0120-999-999</bdi></a>')),
    ("SIT501", EN, more('<script type="application/ld+json">{"telephone":"0120-999-999"}</script>')),
    ("SIT501", LOST, ("Costs</h2>", "Costs +81 120 999 999</h2>")),
    ("SIT502", LOST, (CALL, CALL.replace("tel:0120000002", "tel:0120000001"))),
    ("SIT502", LOST, (CALL, '<a href="tel:0120000002">the line</a> now.')),
    ("SIT503", EN, more('<script src="https://cdn.test/x.js"></script>')),
    ("SIT503", EN, more('<img src="//cdn.test/x.png" alt="">')),
    ("SIT503", EN, ("</head>", '<link rel="stylesheet" href="https://fonts.test/x.css"></head>')),
    ("SIT504", EN, more("<script>track()</script>")),
    ("SIT504", EN, more("<style>p { color: red }</style>")),
    ("SIT504", EN, more('<p style="color: red">red</p>')),
    ("SIT504", EN, more('<p onclick="track()">press</p>')),
    ("SIT504", EN, ('http-equiv="Content-Security-Policy"', 'name="no-policy"')),
    ("SIT504", EN, ("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
    ("SIT505", EN, more("<h1>Again</h1>")),
    ("SIT505", "404.html", ("<h1>おためしガイド</h1>", "")),
    ("SIT506", EN, ("<footer", "<div")),
    ("SIT507", EN, ('<html lang="en"', '<html lang="fr"')),
    ("SIT507", JA, ('<html lang="ja"', '<html lang="en"')),
    ("SIT508", EN, more("<p>[[call nobody]]</p>")),
    ("SIT508", EN, more("<p>⟦site.report⟧</p>")),
    ("SIT508", EN, more("<p>Reviewed on {date}</p>")),
    ("SIT508", JA, more("<p>{漢字|かんじ}</p>")),
    ("SIT508", EN, more("<p>[the town](source:town-loss)</p>")),
    ("SIT509", EN, more('<p id="what-happened"></p>')),
    ("SIT510", EN, more('<img src="../assets/img/icon.svg">')),
    ("SIT511", EASY, more("<p>電話して ください。</p>")),
    ("LNK601", EN, more('<a href="pin/">PIN</a>')),
    ("LNK601", EN, more('<a href="Lost-Card/">a capital letter</a>')),
    ("LNK601", EN, more(f'<a href="{ADDRESS}en/pin/">the full address</a>')),
    ("LNK601", EN, more('<a href="/lost-cards/">from the root</a>')),
    ("LNK601", LOST, ("../../assets/css/cardcare.css", "../assets/css/cardcare.css")),
    ("LNK602", EN, more('<a href="lost-card/#nothing">no such section</a>')),
    ("LNK602", EN, more('<a href="#nothing">no such section here</a>')),
    ("LNK603", EN, more('<a href="https://elsewhere.test/">an address that nobody checked</a>')),
    ("LNK603", EN, more('<a href="//elsewhere.test/">without a scheme</a>')),
    ("LNK603", EN, more('<a href="&#106;avascript:x()">a script in disguise</a>')),
    ("LNK603", EN, more('<a href="mailto:somebody@else.test">a stranger</a>')),
]


@pytest.mark.parametrize(("code", "path", "change"), FAULTS, ids=lambda value: str(value)[:40])
def test_a_fault_of_a_page_is_named_and_nothing_else_is(
    site_copy: Path, mini: Content, code: str, path: str, change: tuple[str, str]
) -> None:
    projects.change(site_copy, {path: change})
    assert {(p.path, p.code) for p in problems(site_copy, mini)} == {(f"site/{path}", code)}


def test_every_rule_has_its_planted_fault() -> None:
    assert {code for code, _, _ in FAULTS} == {rule.code for rule in SITE}


@pytest.mark.parametrize(
    ("path", "html"),
    [
        (EN, f'<a href="{ADDRESS}en/lost-card/#costs">costs</a>'),
        (EN, '<a href="../lost-card/">Japanese</a> <a href="#top">up</a>'),
        (EN, '<script type="application/ld+json">{"telephone": "0120-000-001"}</script>'),
        (EN, '<a href="https://agency.test/lost">a source of the registry</a>'),
        (EN, "<p>Page of 2024-02-01, checked 2024-03-01 · 8:30–20:00 · 12 digits</p>"),
        (EASY, '<p lang="ja">電話</p><p><ruby>電話<rt>でんわ</rt></ruby></p>'),
    ],
)
def test_what_is_right_is_not_accused(site_copy: Path, mini: Content, path: str, html: str) -> None:
    projects.change(site_copy, {path: more(html)})
    assert problems(site_copy, mini) == []


def test_a_line_of_the_page_is_named(site_copy: Path, mini: Content) -> None:
    projects.change(site_copy, {LOST: ("Costs</h2>", "Costs {date}</h2>")})
    line = projects.line_of(site_copy, LOST, "Costs {date}")
    assert [(p.path, p.line) for p in problems(site_copy, mini)] == [(f"site/{LOST}", line)]
