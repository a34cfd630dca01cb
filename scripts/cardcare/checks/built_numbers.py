"""SIT5xx: every phone number on every built page is one of the registry, and dials what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from lxml.html import HtmlElement

from cardcare import numbers
from cardcare.checks.rule import rule
from cardcare.checks.site import Site, finding
from cardcare.html import Document, texts
from cardcare.problems import Finding


def _known(site: Site) -> set[str]:
    """The numbers that may be shown, as dialled. Retired ones are not among them."""
    printed = [n for w in site.content.registry.windows.values() for n in w.numbers]
    return {numbers.dialled(form).lstrip("#") for n in printed for form in (n.dial, n.international or n.dial)}


@rule("SIT501", "a number on a page is not in the registry")
def wrong_number(site: Site) -> Iterator[Finding]:
    """Whatever looks like a phone number on a built page must be a number of docs/_data/contacts that may be printed:
    in text, in link targets and in machine-readable data."""
    known = _known(site)
    for document in site.documents:
        for element, text in (*texts(document.tree), *_data(document)):
            for found in numbers.find(text, short=False):
                if found.dial not in known:
                    line = element.sourceline or 1
                    yield finding(
                        document, f"number {found.raw!r} is not in the registry", "find where it comes from", line
                    )
        for href in document.tree.xpath("//a[starts-with(@href, 'tel:')]/@href"):
            if _dial(str(href)) not in known:
                yield finding(document, f"link {href} calls a number that is not in the registry", "use [[call …]]")


@rule("SIT502", "a number is shown but another one is dialled")
def not_dialled(site: Site) -> Iterator[Finding]:
    """The digits in a telephone link are the digits in its text; and every telephone link shows its number."""
    for document in site.documents:
        for link in document.tree.xpath("//a[starts-with(@href, 'tel:')]"):
            shown = "".join(link.xpath(".//bdi//text()")).strip()
            if numbers.dialled(shown).lstrip("#") != _dial(link.get("href")):
                text = f"shows {shown!r} but dials {link.get('href')}"
                yield finding(document, text, "let the page use [[call …]]", link.sourceline or 1)


def _dial(href: str) -> str:
    return numbers.dialled(unquote(href.removeprefix("tel:"))).lstrip("#")


def _data(document: Document) -> Iterator[tuple[HtmlElement, str]]:
    """The machine-readable data of a page, which no reader sees and every search engine shows."""
    for element in document.tree.xpath("//script[@type='application/ld+json']"):
        yield element, element.text or ""
