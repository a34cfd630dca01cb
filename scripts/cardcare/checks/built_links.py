"""LNK6xx: links inside the built site lead to files and sections that exist, to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from cardcare.checks.rule import rule
from cardcare.checks.site import Site
from cardcare.problems import Finding, Place

SECTION, FILE = "correct the part after #", "correct the link; capital letters count"


def _findings(site: Site, section: bool) -> Iterator[Finding]:
    for broken in site.broken_links:
        if (broken.kind == "no-such-section") is section:
            yield Finding(Place(f"site/{broken.path}", broken.line), broken.message, SECTION if section else FILE)


@rule("LNK601", "a link inside the site leads nowhere")
def broken_link(site: Site) -> Iterator[Finding]:
    """The file that a link, an image or a style sheet names is not in the built site; capital letters count."""
    return _findings(site, section=False)


@rule("LNK602", "a link leads to a section that does not exist")
def broken_fragment(site: Site) -> Iterator[Finding]:
    """The part after # is not the id of anything on the target page."""
    return _findings(site, section=True)
