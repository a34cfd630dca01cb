"""axe finds nothing, on every page, in every language, light and dark, on a phone and on a desk."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from .conftest import WIDTHS

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def violations(page: Any) -> list[str]:
    """What axe objects to: "rule: element"."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ja", "ja-Hira", "en"])
def test_no_page_has_a_barrier(open_page: Any, base: str, paths: Any, lang: str, scheme: str, width: str) -> None:
    page = open_page(paths[lang][0], WIDTHS[width], scheme)
    found = {}
    for path in paths[lang]:
        page.goto(base + path)
        if barriers := violations(page):
            found[path] = barriers
    assert found == {}


def test_open_menus_have_no_barrier(open_page: Any) -> None:
    for scheme in ("light", "dark"):
        page = open_page("en/pin/", 360, scheme)
        for menu in page.locator("details.cc-menu").all():
            menu.locator("summary").click()
            assert violations(page) == []


def test_page_for_wrong_addresses_has_no_barrier(open_page: Any) -> None:
    for scheme in ("light", "dark"):
        page = open_page("en/no/such/page/", 360, scheme)
        assert violations(page) == []


def test_axe_sees_a_planted_barrier(open_page: Any) -> None:
    page = open_page("en/pin/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/assets/img/icon.svg\">')")
    assert any(found.startswith("image-alt") for found in violations(page))
