"""Addresses inside the site. The source language lives at the root, every other language in a folder of its code."""

from __future__ import annotations

import posixpath

from cardcare.content.registry import Registry


def site_path(registry: Registry, lang: str, page: str) -> str:
    """The path of a page below the site's root: "" for the Japanese home, "en/pin/" for the English PIN guide."""
    folder = "" if registry.languages[lang].source else f"{lang}/"
    return folder + ("" if page == "index" else f"{page}/")


def relative(origin: str, target: str) -> str:
    """The relative address from the page at path `origin` to the path `target`; both as site_path gives them."""
    path = posixpath.relpath("/" + target, "/" + origin)
    return path + ("/" if target.endswith("/") or not target else "")


def absolute(base: str, path: str) -> str:
    """The full address under the site's public base address."""
    return f"{base.rstrip('/')}/{path}"
