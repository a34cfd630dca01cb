"""What a redirect means, told by addresses alone."""

from __future__ import annotations

import pytest

from cardcare.addresses import parse
from cardcare.watch.moves import move
from cardcare.web import Answer

A = "https://a.example"


def said(asked: str, *stops: str) -> str:
    """The reason for a redirect from `asked` over `stops`, paths of one host or whole addresses."""
    urls = [stop if ":" in stop else A + stop for stop in (asked, *stops)]
    answer = Answer(urls[0], urls[-1], 200, {}, b"x", False, tuple(urls[1:]), "", 1, 0.0)
    found = move(parse(urls[0]), answer)
    return found.reason if found else ""


@pytest.mark.parametrize(
    ("asked", "final"),
    [
        ("/a/b.html", "/c/d/e.html"),
        ("/a/b.html", "/c/d.html"),
        ("/a/b", "/a/b/"),
        ("/a/index.html", "/a/"),
        ("/a/b", "/A/B.html"),
        ("/", "/ja/"),
        ("/ja/", "/"),
        ("/index.php", "/"),
        ("/2024/05/lost-card", "/lost-card/"),
        ("/support/lost", "/support-lost"),
        ("/a/b?utm_source=x", "/a/b"),
        ("http://a.example/a/b", "https://a.example/a/b"),
        ("http://a.example:8000/a", "https://a.example:8443/a"),
        ("https://www.a.example/a", "/a"),
    ],
)
def test_fine(asked: str, final: str) -> None:
    assert said(asked, final) == ""


@pytest.mark.parametrize(
    ("asked", "stops", "reason"),
    [
        ("/a/b", ["/"], "redirect-home"),
        ("/a", ["/index.html"], "redirect-home"),
        ("/ja/a", ["/ja/"], "redirect-home"),
        ("/a/b", ["/", "/c/top"], "redirect-home"),
        ("/a/b", ["https://b.example/"], "redirect-home"),
        ("/a/b/c.html", ["/a/b/"], "redirect-shallower"),
        ("/a/b/c.html", ["/d"], "redirect-shallower"),
        ("/news/2024/news-2024.html", ["/news/2024/"], "redirect-shallower"),
        ("/guide/card-lost.html", ["/card/"], "redirect-shallower"),
        ("/a/b", ["/error/404.html"], "redirect-to-error"),
        ("/a/b", ["/notfound?url=/a/b"], "redirect-to-error"),
        ("/a/b", ["/login.php?back=/a/b"], "login-wall"),
        ("/a/b", ["https://sso.example/x?return=%2Fa%2Fb"], "interstitial"),
        ("/a/b", ["/maintenance.html"], "maintenance"),
        ("/a/b", ["https://b.example/a/b"], "moved-host"),
        ("/a/b", ["https://b.example/a"], "moved-host"),
        ("/", ["https://b.example/"], "moved-host"),
        ("http://a.example:8000/a", ["http://a.example:8001/a"], "moved-host"),
        ("https://bit.ly/x1", ["https://b.example/"], "moved-host"),
        ("/a/b", ["http://a.example/a/b"], "https-to-http"),
        ("/show.php?id=5", ["/show.php"], "query-dropped"),
    ],
)
def test_not_fine(asked: str, stops: list[str], reason: str) -> None:
    assert said(asked, *stops) == reason
