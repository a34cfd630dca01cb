"""Writes the Content-Security-Policy into every page, and into a headers file for static hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from cardcare.html import read_all
from cardcare.html import write as write_page
from cardcare.security import META, hashes, policy

if TYPE_CHECKING:
    from cardcare.site.after import Build

HEADERS = """/*
  Content-Security-Policy: {policy}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
"""


def write(build: Build) -> None:
    """Give each page the policy that fits its own inline pieces, and the host the policy that fits all."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for document in read_all(build.root):
        own = hashes(document, "script"), hashes(document, "style")
        meta = etree.Element("meta", {"http-equiv": META, "content": policy(*own)})
        document.tree.find("head").insert(1, meta)  # after the charset, before anything that could run
        write_page(document, build.root)
        scripts |= set(own[0])
        styles |= set(own[1])
    (build.root / "_headers").write_text(HEADERS.format(policy=policy(sorted(scripts), sorted(styles))), "utf-8")
