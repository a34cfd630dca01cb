"""SIT5xx: the built pages are whole, speak the right language, and load nothing from anybody else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from cardcare import ruby
from cardcare.checks.rule import rule
from cardcare.checks.site import Site, finding
from cardcare.html import Document, texts
from cardcare.problems import Finding
from cardcare.security import hash_of, policy_of, runs

LOADS = (
    "//script/@src | //img/@src | //img/@srcset | //iframe/@src | //source/@src | //object/@data"
    " | //link[@rel != 'canonical' and @rel != 'alternate']/@href"
)
LEFT_OVER = re.compile(r"\[\[|\]\]|⟦|⟧|\{[a-z_]+\}|\{[^{}|]*\|[^{}|]*\}|\]\((?:source|guide):")
FRAGMENTS = ("404.html",)


@rule("SIT503", "a page loads something from another host")
def foreign_host(site: Site) -> Iterator[Finding]:
    """Scripts, styles, fonts and images come from the site itself, so that nobody learns who reads it."""
    for document in site.documents:
        for address in document.tree.xpath(LOADS):
            if urlsplit(str(address)).netloc and not (site.base and str(address).startswith(site.base)):
                yield finding(document, f"loads {address}", "copy the file into docs/assets, or do without it")


@rule("SIT504", "a script or style is not covered by the security policy")
def unhashed_inline(site: Site) -> Iterator[Finding]:
    """Every page carries a Content-Security-Policy without 'unsafe-inline'; every inline script and style has its
    hash in it, and no element has an on… or style attribute."""
    for document in site.documents:
        policy = policy_of(document)
        if not policy or "unsafe-inline" in policy or "unsafe-eval" in policy.replace("wasm-unsafe-eval", ""):
            yield finding(document, "no strict security policy", "build the site with `cardcare build`")
        for element in document.tree.xpath("//script[not(@src)] | //style"):
            if runs(element) and hash_of(element) not in policy:
                yield finding(document, "an inline script or style without hash", "move it into docs/assets")
        for element in document.tree.xpath("//*[@style] | //*[@*[starts-with(name(), 'on')]]"):
            yield finding(
                document, f"<{element.tag}> has a style or on… attribute", "use a class", element.sourceline or 1
            )


@rule("SIT505", "a page does not have exactly one main heading")
def one_h1(site: Site) -> Iterator[Finding]:
    """Screen-reader users find the page's subject by its one h1."""
    for document in site.documents:
        count = len(document.tree.xpath("//h1"))
        if count != 1:
            yield finding(document, f"{count} headings h1", "the title in the front matter is the one heading")


@rule("SIT506", "a landmark is missing")
def landmarks(site: Site) -> Iterator[Finding]:
    """Each guide has a header, one main part and a footer, by which keyboard and screen-reader users move."""
    for document in site.documents:
        for tag in ("main",) if document.path in FRAGMENTS else ("header", "main", "footer"):
            if not document.tree.xpath(f"//{tag}"):
                yield finding(document, f"no <{tag}>", "see overrides/main.html")


@rule("SIT507", "the language of a page is not the language of its folder")
def language(site: Site) -> Iterator[Finding]:
    """`<html lang>` decides the voice of a screen reader, fonts and search. It is the code of the folder; a part in
    another language says so with its own lang."""
    registry = site.content.registry
    for document in site.documents:
        first = document.path.split("/")[0]
        wanted = first if first in registry.languages else registry.source_language.code
        if document.lang != wanted:
            yield finding(
                document, f'html lang is "{document.lang}", not "{wanted}"', "see overrides/partials/languages"
            )


@rule("SIT508", "something was left over from the machine")
def left_over(site: Site) -> Iterator[Finding]:
    """A marker, a missing phrase (⟦…⟧) or furigana markup reached the page."""
    for document in site.documents:
        for element, text in texts(document.tree):
            if match := LEFT_OVER.search(text):
                line = element.sourceline or 1
                yield finding(
                    document, f"left over: {text[match.start() : match.start() + 40]!r}", "see the page's source", line
                )


@rule("SIT509", "an id stands twice on a page")
def twice_the_id(site: Site) -> Iterator[Finding]:
    """A link to the id could lead to the wrong place."""
    for document in site.documents:
        for name, count in Counter(map(str, document.tree.xpath("//@id"))).items():
            if count > 1:
                yield finding(document, f"id {name} stands {count} times", "rename one, or show each card once a page")


@rule("SIT510", "an image has no text")
def image_alt(site: Site) -> Iterator[Finding]:
    """Images that mean something say it in `alt`; others have an empty alt."""
    for document in site.documents:
        for image in document.tree.xpath("//img[not(@alt)]"):
            yield finding(document, f"image {image.get('src')} has no alt", "add alt", image.sourceline or 1)


@rule("SIT511", "a kanji without furigana reached an easy page")
def bare_kanji(site: Site) -> Iterator[Finding]:
    """On pages with furigana every kanji is the base of a ruby element, unless its part says lang="ja"."""
    easy = {code for code, lang in site.content.registry.languages.items() if lang.furigana}
    for document in site.documents:
        if document.lang in easy:
            yield from _bare(document)


def _bare(document: Document) -> Iterator[Finding]:
    for element, text in texts(document.tree.find("body")):
        if ruby.KANJI.search(text) and not element.xpath("ancestor-or-self::ruby | ancestor-or-self::*[@lang='ja']"):
            yield finding(
                document,
                f"kanji without furigana: {text.strip()[:30]}",
                "give the phrase its reading",
                element.sourceline or 1,
            )
