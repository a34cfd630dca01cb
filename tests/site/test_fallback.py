"""A language in draft: a page that is not translated yet is shown in Japanese, and says so to everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from cardcare import building, html
from cardcare.paths import Layout
from tests import projects


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = projects.buildable(tmp_path_factory.mktemp("draft") / "mini")
    draft = {"docs/_data/languages.toml": ('code = "en"', 'code = "en"\ndraft = true'), "docs/en/lost-card.md": None}
    projects.change(root, draft)
    result = building.build(Layout(root), projects.TODAY)
    assert not result.problems, result.problems
    return root / "site"


@pytest.fixture(scope="module")
def page(site: Path) -> HtmlElement:
    return html.read(site / "en/lost-card/index.html", site).tree


def test_the_frame_is_english_and_the_text_says_that_it_is_japanese(page: HtmlElement) -> None:
    assert page.get("lang") == "en"
    (inner,) = page.xpath("//div[@lang='ja'][.//h1]")
    assert "カードをなくした" in inner.text_content()
    assert "Menu" in page.xpath("string(//header)")


def test_the_reader_is_told_first(page: HtmlElement) -> None:
    (notice,) = page.xpath("//*[@role='note']")
    assert "This page is in Japanese." in notice.text_content()
    assert not notice.xpath("ancestor-or-self::*[@lang='ja']")
    assert page.xpath("//h1[preceding::*[@role='note']]")


def test_the_call_button_is_the_line_of_the_reader(page: HtmlElement) -> None:
    assert page.xpath("//a[@class='cc-sticky__call']/@href") == ["tel:0120000002"]


def test_search_engines_do_not_take_it_for_english(page: HtmlElement, site: Path) -> None:
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    for file in (site / "lost-card/index.html", site / "en/lost-card/index.html"):
        languages = html.read(file, site).tree.xpath("//link[@rel='alternate']/@hreflang")
        assert languages == ["ja", "ja-Hira", "x-default"]
    assert "/en/lost-card/" not in (site / "sitemap.xml").read_text("utf-8")


def test_links_and_menus_still_lead_there(site: Path) -> None:
    home = html.read(site / "en/index.html", site).tree
    assert home.xpath("//header//nav//a[@href='lost-card/']/text()") == ["なくした"] or home.xpath(
        "//header//nav//a[@href='lost-card/']/span[@lang='ja']/text()"
    ) == ["なくした"]
