"""Where a stored copy of a dead page may be found. Only an address is made; nothing is asked."""

from __future__ import annotations

from datetime import date


def suggestion(archive: str | None, url: str, seen: date) -> str:
    """The address of the copy nearest to the day on which somebody read the page; empty without an archive."""
    return f"{archive}{seen:%Y%m%d}/{url}" if archive else ""
