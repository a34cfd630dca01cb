"""What a reader, a browser and a search engine meet on the built mini site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from lxml.html import HtmlElement

from cardcare import html

BASE = "https://guide.test/"
PAGES = ["", "lost-card/", "contacts/", "about/"]
FOLDERS = {"ja": "", "ja-Hira": "ja-Hira/", "en": "en/"}


def tree(site: Path, path: str) -> HtmlElement:
    return html.read(site / path / "index.html" if not path.endswith(".html") else site / path, site).tree


def text(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


@pytest.mark.parametrize("lang", FOLDERS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_its_language_and_its_own_address(mini_site: Path, lang: str, page: str) -> None:
    found = tree(mini_site, FOLDERS[lang] + page)
    assert found.get("lang") == lang
    assert found.xpath("//link[@rel='canonical']/@href") == [f"{BASE}{FOLDERS[lang]}{page}"]


@pytest.mark.parametrize("lang", FOLDERS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_itself_in_every_language(mini_site: Path, lang: str, page: str) -> None:
    """For search engines with full addresses and x-default, for readers relative: the site works in any folder."""
    found = tree(mini_site, FOLDERS[lang] + page)
    links = {link.get("hreflang"): link.get("href") for link in found.xpath("//link[@rel='alternate']")}
    expected = {code: f"{BASE}{folder}{page}" for code, folder in FOLDERS.items()}
    assert links == expected | {"x-default": f"{BASE}{page}"}
    menu = found.xpath("//header//a[@hreflang]")
    assert [link.get("lang") for link in menu] == list(FOLDERS)
    assert not any(link.get("href").startswith(("/", "http")) for link in menu)
    assert [link.get("lang") for link in menu if link.get("aria-current")] == [lang]


def test_the_title_is_plain_and_the_heading_has_its_readings(mini_site: Path) -> None:
    found = tree(mini_site, "ja-Hira/contacts")
    assert text(found.find(".//title")) == "窓口 – おためしガイド"
    assert found.xpath("//h1/ruby/rt/text()") == ["まどぐち"]
    assert "まどぐち" in found.xpath("//header//nav//ruby/rt/text()")


def test_the_first_thing_on_an_emergency_page_is_whom_to_call(mini_site: Path) -> None:
    found = tree(mini_site, "lost-card")
    assert text(found.xpath("//p[@class='cc-answer']")[0]).startswith("すぐ 0120-000-001")
    (button,) = found.xpath("//a[@class='cc-sticky__call']")
    assert button.get("href") == "tel:0120000001"
    assert text(button) == "電話で止める 0120-000-001 音声案内で 2"


def test_home_shows_the_line_of_the_readers_language_first(mini_site: Path) -> None:
    numbers = [text(n) for n in tree(mini_site, "en").xpath("//a[@class='cc-hotline__number']")]
    assert numbers == ["0120-000-002", "0120-000-001"]


@pytest.mark.parametrize("number", ["0120-000-004", "03-1234-5678"], ids=["page-only", "retired"])
def test_a_number_that_must_not_be_printed_is_in_no_file(mini_site: Path, number: str) -> None:
    written = [path for path in mini_site.rglob("*") if path.suffix in (".html", ".xml", ".txt", ".json")]
    assert len(written) > 13
    assert not [path for path in written if number in path.read_text("utf-8")]


def test_instead_of_an_unconfirmed_number_stands_the_official_page(mini_site: Path) -> None:
    card = tree(mini_site, "en/contacts").xpath("//section[@id='w-town-secret']")[0]
    assert "Please find the number on the official page." in text(card)
    assert "https://town.test/card" in card.xpath(".//a/@href")


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("stop-line", "They speak only Japanese."),
        ("stop-line", "To stop a card 24 hours, every day"),
        ("stop-line", "0120-000-001 free press 2"),
        ("stop-line", "050-1234-5678 call charges apply from an IP phone"),
        ("stop-line", "If you are deaf Use this instead: Fax for deaf people"),
        ("stop-line", "From abroad Use this instead: Line in other languages"),
        ("stop-line", "Checked on the live page on 1 March 2024 Newest page: 1 February 2024"),
        ("foreign-line", "Languages English, Korean"),
        ("foreign-line", "If you are deaf Phone only"),
        ("foreign-line", "From abroad You can call from abroad, too"),
        ("fax-line", "Fax number 0120-000-003 free"),
        ("fax-line", "Checked in a copy on 1 March 2024"),
        ("town-office", "The number differs from place to place."),
        ("town-office", "Checked by a call on 1 March 2024"),
        ("town-desk", "Monday to Friday 8:30–17:15 (differs from place to place)"),
    ],
)
def test_a_card_says_what_a_caller_needs(mini_site: Path, window: str, said: str) -> None:
    (card,) = tree(mini_site, "en/contacts").xpath(f"//section[@id='w-{window}']")
    assert said in text(card)


def test_a_japanese_reader_is_warned_of_a_line_in_other_languages(mini_site: Path) -> None:
    (card,) = tree(mini_site, "contacts").xpath("//section[@id='w-foreign-line']")
    assert "あなたの言語では受け付けていません。 ことば: 英語、韓国語" in text(card)


def test_a_fax_number_cannot_be_called(mini_site: Path) -> None:
    assert not tree(mini_site, "en/contacts").xpath("//a[@href='tel:0120000003']")


def test_sources_stand_once_with_their_dates(mini_site: Path) -> None:
    lines = [text(line) for line in tree(mini_site, "en/lost-card").xpath("//ul[@class='cc-sources']/li")]
    assert [line.split()[0] for line in lines] == ["カードをなくしたら", "カードの再交付"]
    assert "date on the page: 2024-02-01 · checked on 1 March 2024" in lines[0]
    assert "no date on the page" in lines[1]


def test_notes_have_titles_in_their_language(mini_site: Path) -> None:
    titles = {
        lang: tree(mini_site, f"{folder}lost-card").xpath("//p[@class='admonition-title']/text()")
        for lang, folder in FOLDERS.items()
    }
    assert titles == {"ja": ["ヒント"], "ja-Hira": ["ヒント"], "en": ["Tip"]}


def test_a_translation_by_machine_says_so(mini_site: Path) -> None:
    (note,) = tree(mini_site, "en/lost-card").xpath("//p[@data-status='machine']")
    assert text(note) == "Translated by machine. Report a mistake"


def test_the_machine_readable_contacts_hold_the_printed_numbers_only(mini_site: Path) -> None:
    (data,) = tree(mini_site, "en/contacts").xpath("//script[@type='application/ld+json']/text()")
    points = [point for entry in json.loads(data)["@graph"] for point in entry["contactPoint"]]
    numbers = [point.get("telephone") or point["faxNumber"] for point in points]
    assert numbers == ["0120-000-001", "050-1234-5678", "0120-000-002", "0120-000-003", "0120-000-005"]
    assert points[2]["availableLanguage"] == ["en", "ko"]
    assert "contactOption" in points[0] and "contactOption" not in points[1]


def test_the_page_for_wrong_addresses_speaks_every_language(mini_site: Path) -> None:
    found = tree(mini_site, "404.html")
    parts = {part.get("lang"): part for part in found.xpath("//section")}
    assert list(parts) == list(FOLDERS)
    for lang, number in (("ja", "0120-000-001"), ("ja-Hira", "0120-000-001"), ("en", "0120-000-002")):
        assert number in text(parts[lang])
    assert parts["en"].xpath(".//li/a/@href") == ["/en/", "/en/lost-card/", "/en/contacts/"]
    assert found.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not found.xpath("//ul//a[not(starts-with(@href, '/'))]"), "servers show it at any depth"


def sitemap(site: Path) -> dict[str, dict[str, str]]:
    """address -> {language: address}."""
    root = etree.parse(site / "sitemap.xml").getroot()
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    return {
        url.findtext("s:loc", namespaces=names): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)
        }
        for url in root.findall("s:url", names)
    }


def test_the_sitemap_lists_every_page_with_its_languages(mini_site: Path) -> None:
    found = sitemap(mini_site)
    assert set(found) == {f"{BASE}{folder}{page}" for folder in FOLDERS.values() for page in PAGES}
    assert found[f"{BASE}en/lost-card/"] == {
        "ja": f"{BASE}lost-card/",
        "ja-Hira": f"{BASE}ja-Hira/lost-card/",
        "en": f"{BASE}en/lost-card/",
        "x-default": f"{BASE}lost-card/",
    }
    assert "<lastmod>2024-03-01</lastmod>" in (mini_site / "sitemap.xml").read_text("utf-8")
    assert "Sitemap: https://guide.test/sitemap.xml" in (mini_site / "robots.txt").read_text("utf-8")


def test_data_files_and_leftovers_of_the_theme_are_not_published(mini_site: Path) -> None:
    published = {path.relative_to(mini_site).as_posix() for path in mini_site.rglob("*") if path.is_file()}
    assert not [
        path for path in published if path.startswith(("_data", "search/")) or path.endswith((".toml", ".md", ".map"))
    ]
    assert "_headers" in published and "assets/css/cardcare.css" in published
