"""The Content-Security-Policy: which inline pieces a page has, and the policy that lets exactly those through."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from lxml.html import HtmlElement

from cardcare.html import Document

META = "Content-Security-Policy"
DATA_TYPES = ("application/json", "application/ld+json", "speculationrules")


def runs(element: HtmlElement) -> bool:
    """True for an inline script or style that a browser would act on; data blocks are never run."""
    return element.tag == "style" or element.get("type", "") not in DATA_TYPES


def hash_of(element: HtmlElement) -> str:
    """The hash source of an inline element, as a policy names it."""
    digest = hashlib.sha256((element.text or "").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def hashes(document: Document, tag: str) -> list[str]:
    """The hashes of a page's inline elements of one tag, sorted, each once."""
    elements = document.tree.xpath(f"//{tag}[not(@src)]")
    return sorted({hash_of(element) for element in elements if runs(element)})


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The policy for a page with these hashes. Everything that is not named is refused."""
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *scripts]),
            " ".join(["style-src 'self'", *styles]),
            "img-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def policy_of(document: Document) -> str:
    """The policy that a built page carries, empty when it has none."""
    found = document.tree.xpath(f"//meta[@http-equiv='{META}']/@content")
    return str(found[0]) if found else ""
