"""Nothing about the reader leaves the site: no other host, no cookie, no storage, no policy broken, no error."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("lang", ["ja", "ja-Hira", "en"])
def test_pages_load_only_from_their_own_host_and_without_complaint(
    browser: Any, base: str, paths: Any, lang: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    foreign: list[str] = []
    failed: list[str] = []
    said: list[str] = []
    page.on("request", lambda r: foreign.append(r.url) if not r.url.startswith((base, "data:")) else None)
    page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
    page.on("console", lambda m: said.append(f"{page.url}: {m.text}"))
    page.on("pageerror", lambda e: said.append(f"{page.url}: {e}"))
    for path in paths[lang]:
        page.goto(base + path, wait_until="load")
    assert (foreign, failed, said) == ([], [], [])
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_policy_stops_a_planted_script_and_style(open_page: Any, base: str) -> None:
    page = open_page("en/pin/")
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text))
    page.evaluate(
        """() => { const s = document.createElement('script');
        s.textContent = 'window.bad = 1'; document.body.append(s);
        document.body.insertAdjacentHTML('beforeend', '<p style="color:red">x</p>'); }"""
    )
    assert page.evaluate("window.bad") is None
    assert sum("Content Security Policy" in text for text in said) >= 2


def test_host_gets_the_policy_as_a_header(browser: Any, base: str) -> None:
    page = browser.new_page()
    headers = page.goto(base).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    page.close()
