"""Links inside built pages: what leads nowhere is found, in every way of writing it, and nothing else is accused."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardcare import sitelinks
from tests import bigsite

BASE = "https://guide.test/card/"
FILES = {
    "index.html": '<p id="now"><a name="old">x</a></p>',
    "en/index.html": '<h2 id="窓口">x</h2>',
    "en/pin/index.html": "<p>",
    "404.html": "<p>",
    "empty.html": "",
    "file (1).pdf": "",
    "assets/a.css": "",
    "assets/Icon.svg": "",
}


def site(root: Path, files: dict[str, str]) -> Path:
    for name, text in (FILES | files).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def broken(root: Path, html: str) -> list[tuple[str, int, str, str]]:
    found = sitelinks.read(site(root, {"en/pin/index.html": f"<p>\n{html}"})).broken(BASE)
    return [(b.path, b.line, b.address, b.kind) for b in found]


@pytest.mark.parametrize(
    "address",
    [
        "", "#", "#top", "#TOP", "../", "./", "..", "../index.html", "../../", "../../#now", "../../#old", "/", "/en/",
        "/en", "/en/#窓口", "/en/#%E7%AA%93%E5%8F%A3", "/en/?x=1#窓口", "/en/#:~:text=x", "/en/#窓口:~:text=x",
        "../../404.html",        "../../file%20(1).pdf#page=2", "../../assets/Icon.svg#x", "../../assets/Icon.svg?v=1",
        BASE, f"{BASE}en/", f"{BASE}#now", "/card/en/pin/", "  ../  ", "..\n/", "../../empty.html",
        "https://elsewhere.test/no", "//elsewhere.test/no", "mailto:a@b.test", "tel:110", "javascript:x()", "data:,x",
    ],
)  # fmt: skip
def test_what_leads_somewhere_is_not_accused(tmp_path: Path, address: str) -> None:
    assert broken(tmp_path, f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("nothing/", "no-such-file"),
        ("../pin.html", "no-such-file"),
        ("/en/pin/index.htm", "no-such-file"),
        ("../../assets/", "no-such-file"),  # a folder without a page
        (f"{BASE}ko/", "no-such-file"),
        ("https://guide.test/card/x", "no-such-file"),
        ("../../assets/icon.svg", "letter-case"),
        ("/EN/", "letter-case"),
        ("../Index.html", "letter-case"),
        ("../../../outside/", "outside-the-site"),
        ("/../en/", "outside-the-site"),
        ("file:///home/me/pin.html", "on-one-computer"),
        ("#Now", "no-such-section"),
        ("../../#Now", "no-such-section"),
        ("/en/#%E7%AA%93", "no-such-section"),
        ("../../empty.html#now", "no-such-section"),
    ],
)
def test_what_leads_nowhere_is_named_with_its_line(tmp_path: Path, address: str, kind: str) -> None:
    assert broken(tmp_path, f'<a href="{address}">x</a>') == [("en/pin/index.html", 2, address, kind)]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="x.png" alt>', '<img srcset="../ 1x, x.png 2x" alt>', '<script src="x.png"></script>',
        '<link href="x.png">', '<video poster="x.png"></video>', '<object data="x.png"></object>',
        '<iframe src="x.png"></iframe>', '<area href="x.png">', '<meta http-equiv="Refresh" content="0; url=x.png">',
        '<svg><use href="x.png#a"></use></svg>', '<base href="../"><a href="x.png">',
    ],
)  # fmt: skip
def test_every_element_that_leads_somewhere_is_followed(tmp_path: Path, html: str) -> None:
    assert len(broken(tmp_path, html)) == 1


def test_style_sheets_are_followed(tmp_path: Path) -> None:
    css = "/* url(no.png)\n*/\n@import 'b.css';\np{a:url( \"Icon.svg\" )}\nq{x:url(data:,x);y:url(#z);z:url(c.png)}"
    found = sitelinks.read(site(tmp_path, {"assets/a.css": css})).broken()
    assert [(b.path, b.line, b.address) for b in found] == [("assets/a.css", 3, "b.css"), ("assets/a.css", 5, "c.png")]


def test_it_says_how_the_file_is_called(tmp_path: Path) -> None:
    (found,) = sitelinks.read(site(tmp_path, {"index.html": '<a href="EN/pin/">'})).broken()
    assert found.message == "EN/pin/ leads nowhere: the file is called en/pin/index.html"


def test_a_large_site_with_known_faults(tmp_path: Path) -> None:
    big = bigsite.make(tmp_path, pages=400, links=9_600, faults=200)
    found = {(b.path, b.address) for b in sitelinks.read(tmp_path).broken()}
    assert (len(found), found) == (200, big.faults)
