"""Removes what the theme copies into every site and none of our pages loads."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardcare.site.after import Build

UNUSED = ("assets/javascripts", "assets/images", "search", "sitemap.xml.gz")


def remove(build: Build) -> None:
    """Delete unused folders and source maps."""
    for name in UNUSED:
        path = build.root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for source_map in build.root.rglob("*.map"):
        source_map.unlink()
