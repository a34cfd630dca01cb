"""LNK603: links that leave the site lead only where the registry says, however they were written."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from cardcare.checks.rule import rule
from cardcare.checks.site import Site, finding
from cardcare.problems import Finding

INSIDE_SCHEMES = ("", "tel")  # telephone links have rules of their own (SIT501, SIT502)


@rule("LNK603", "a link leads outside to an address that is not in the registry")
def unknown_address(site: Site) -> Iterator[Finding]:
    """Readers follow our links in an emergency. An outside link must be a source of docs/_data/sources.toml, or the
    report address or repository of docs/_data/project.toml; no other scheme than https, http, mailto and tel is
    let through."""
    known = _known(site)
    for document in site.documents:
        for link in document.tree.xpath("//body//*[@href]"):
            address = link.get("href").strip()
            if not _inside(address, site.base) and address.partition("?subject=")[0] not in known:
                hint = "add the page to docs/_data/sources.toml and link it with source:"
                yield finding(document, f"{address} is not in the registry", hint, link.sourceline or 1)


def _known(site: Site) -> set[str]:
    registry = site.content.registry
    project = registry.project
    own = {f"mailto:{project.report_email}", project.repository, project.report_form}
    return own | {source.url for source in registry.sources.values()}


def _inside(address: str, base: str) -> bool:
    parts = urlsplit(address)
    if parts.netloc:
        return bool(base) and address.startswith(base)
    return parts.scheme.lower() in INSIDE_SCHEMES
