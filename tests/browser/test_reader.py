"""What a reader in trouble can rely on: the number in sight, every page reachable, nothing loaded from elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

LANGS = ["ja", "ja-Hira", "en"]
NARROW = 320  # also what 400 % zoom leaves of a 1280 px window


def hotline(content: Any, lang: str) -> str:
    language = content.registry.languages[lang]
    return content.registry.windows[language.hotline].numbers[0].display


@pytest.mark.parametrize("lang", LANGS)
def test_home_shows_the_number_in_the_first_screen(open_page: Any, content: Any, paths: Any, lang: str) -> None:
    page = open_page(paths[lang][0], 360)
    box = page.get_by_role("link", name=hotline(content, lang)).first.bounding_box()
    assert box["y"] + box["height"] <= 640
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("lang", LANGS)
def test_emergency_pages_keep_the_call_button_in_reach(
    open_page: Any, base: str, content: Any, paths: Any, lang: str, javascript: bool
) -> None:
    page = open_page(paths[lang][0], 360, java_script_enabled=javascript)
    for guide in content.pages_in(lang):
        if guide.front.kind == "emergency":
            page.goto(base + paths[lang][0] + guide.name + "/")
            button = page.locator(".cc-sticky__call")
            box = button.bounding_box()
            assert button.get_attribute("href").startswith("tel:")
            assert hotline(content, lang) in button.inner_text()
            assert box["y"] + box["height"] <= 640, guide.path


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_scrolls_sideways_at_320_pixels(open_page: Any, base: str, paths: Any, lang: str) -> None:
    page = open_page(paths[lang][0], NARROW)
    wide = []
    for path in paths[lang]:
        page.goto(base + path)
        if page.evaluate("document.documentElement.scrollWidth") > NARROW:
            wide.append(path)
    assert wide == []


@pytest.mark.parametrize("lang", LANGS)
def test_keyboard_reaches_the_emergency_number(open_page: Any, content: Any, paths: Any, lang: str) -> None:
    page = open_page(paths[lang][0], 1280)
    for _ in range(8):
        page.keyboard.press("Tab")
        if hotline(content, lang) in page.evaluate("document.activeElement.innerText || ''"):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    pytest.fail("eight presses of Tab do not reach the number")


def test_skip_link_leads_past_the_menus(open_page: Any) -> None:
    page = open_page("en/pin/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "md-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#now"


def test_language_menu_keeps_page_and_section(open_page: Any, base: str) -> None:
    page = open_page("en/pin/#locked")
    page.locator(".cc-menu--languages summary").click()
    page.locator(".cc-menu--languages a[lang='ja-Hira']").click()
    assert page.url == base + "ja-Hira/pin/#locked"
    assert page.locator("html").get_attribute("lang") == "ja-Hira"


def test_menus_work_without_javascript(open_page: Any, base: str) -> None:
    page = open_page("lost-card/", java_script_enabled=False)
    page.locator(".cc-menu--languages summary").click()
    page.locator(".cc-menu--languages a[lang='en']").click()
    assert page.url == base + "en/lost-card/"
    page.locator(".cc-menu summary").first.click()
    page.locator(".cc-menu__panel a", has_text="PIN").first.click()
    assert page.url == base + "en/pin/"


def test_wrong_address_still_shows_the_numbers_in_every_language(open_page: Any, content: Any) -> None:
    page = open_page("en/deep/down/nowhere/")
    for lang in LANGS:
        section = page.locator(f"section[lang='{lang}']")
        assert hotline(content, lang) in section.inner_text()
    page.locator("section[lang='en'] a").nth(1).click()
    assert page.locator("html").get_attribute("lang") == "en"


def test_print_opens_what_is_folded(open_page: Any) -> None:
    page = open_page("en/contacts/", 800)
    hidden = page.locator(".cc-card__more").first
    assert not hidden.is_visible()
    page.emulate_media(media="print")
    assert hidden.bounding_box()["height"] > 0
    assert not page.locator(".cc-header").is_visible()
