"""sitemap.xml with absolute addresses, every language of a page and x-default; robots.txt points to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from cardcare.content.load import Content
from cardcare.site.urls import absolute, site_path

if TYPE_CHECKING:
    from cardcare.site.after import Build

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def write(build: Build) -> None:
    """List the pages that exist; a page shown in place of a missing translation is not listed."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "xhtml": XHTML})
    for page in build.content.pages:
        url = etree.SubElement(root, f"{{{SITEMAP}}}url")
        etree.SubElement(url, f"{{{SITEMAP}}}loc").text = _address(build, page.lang, page.name)
        etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = page.front.reviewed.isoformat()
        for code, href in _languages(build, page.name):
            etree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=code, href=href)
    text = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    (build.root / "sitemap.xml").write_bytes(text)
    robots = f"User-agent: *\nAllow: /\nSitemap: {absolute(build.base, 'sitemap.xml')}\n"
    (build.root / "robots.txt").write_text(robots, encoding="utf-8")


def _languages(build: Build, name: str) -> list[tuple[str, str]]:
    content: Content = build.content
    found = [(c, _address(build, c, name)) for c in content.registry.languages if content.page(c, name)]
    return [*found, ("x-default", _address(build, content.registry.source_language.code, name))]


def _address(build: Build, lang: str, name: str) -> str:
    return absolute(build.base, site_path(build.content.registry, lang, name))
