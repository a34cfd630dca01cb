"""Addresses inside the site: Japanese at the root, every other language in its folder."""

from __future__ import annotations

import pytest

from cardcare.content.load import Content
from cardcare.site.urls import absolute, relative, site_path
from cardcare.site.voice import Voice


@pytest.mark.parametrize(
    ("lang", "page", "path"),
    [("ja", "index", ""), ("ja", "pin", "pin/"), ("en", "index", "en/"), ("ja-Hira", "pin", "ja-Hira/pin/")],
)
def test_where_a_page_lives(mini: Content, lang: str, page: str, path: str) -> None:
    assert site_path(mini.registry, lang, page) == path


@pytest.mark.parametrize(
    ("origin", "target", "address"),
    [
        ("", "", "./"),
        ("", "pin/", "pin/"),
        ("", "en/pin/", "en/pin/"),
        ("pin/", "", "../"),
        ("pin/", "pin/", "./"),
        ("pin/", "en/pin/", "../en/pin/"),
        ("en/pin/", "pin/", "../../pin/"),
        ("en/pin/", "ja-Hira/pin/", "../../ja-Hira/pin/"),
        ("en/", "", "../"),
    ],
)
def test_from_page_to_page(origin: str, target: str, address: str) -> None:
    assert relative(origin, target) == address


@pytest.mark.parametrize("base", ["https://guide.test", "https://guide.test/"])
def test_the_full_address_has_one_slash(base: str) -> None:
    assert absolute(base, "en/pin/") == "https://guide.test/en/pin/"
    assert absolute(base, "") == "https://guide.test/"


@pytest.mark.parametrize(
    ("here", "page", "section", "address"),
    [
        ("index", "index", "", "./"),
        ("index", "pin", "", "pin/"),
        ("index", "index", "now", "./#now"),
        ("pin", "index", "", "../"),
        ("pin", "contacts", "w-desk", "../contacts/#w-desk"),
        ("pin", "pin", "", "../pin/"),
    ],
)
def test_within_a_language(mini: Content, here: str, page: str, section: str, address: str) -> None:
    assert Voice(mini, "en", here).url(page, section) == address
