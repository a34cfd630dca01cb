"""Cookies of one visit, from the first request to its last redirect. Never shared between links, never kept."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import CookieJar
from yarl import URL


class Cookies:
    """Remembers what a site set. A jar is made only when something is to be sent back; most visits need none."""

    def __init__(self) -> None:
        self._seen: list[tuple[Sequence[str], URL]] = []

    def note(self, headers: Sequence[str], url: URL) -> None:
        """Take the Set-Cookie headers of an answer."""
        if headers:
            self._seen.append((headers, url))

    def header(self, url: URL) -> str:
        """The Cookie header for the next request, or "". Cookies of bare network addresses count as well."""
        if not self._seen:
            return ""
        jar = CookieJar(unsafe=True, quote_cookie=False)
        for headers, origin in self._seen:
            jar.update_cookies_from_headers(headers, origin)
        return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.filter_cookies(url).items())
