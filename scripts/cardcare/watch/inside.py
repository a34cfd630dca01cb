"""Links inside a folder of built pages, as rows like those of the pages of others."""

from __future__ import annotations

from pathlib import Path

from cardcare import sitelinks
from cardcare.errors import SetupError
from cardcare.paths import Layout
from cardcare.problems import Place
from cardcare.sitelinks.folder import Broken
from cardcare.watch.row import Row
from cardcare.watch.verdict import Result, Verdict


def look(folder: Path | None, root: Path, base: str) -> tuple[str, list[Row]]:
    """Return what was looked at, in words, and a row for every link that leads nowhere.

    Without a `folder` it is the built site of the project around `root`. `base` is the public address of the site.
    Raises SetupError when there is no page in the folder.
    """
    place = folder or Layout.find(root).site
    shown = place.as_posix().rstrip("/") if folder else place.name
    links = sitelinks.read(place)
    if not links.pages:
        raise SetupError(f"there are no pages in {shown}/; build the site first, or name another folder")
    rows = [_row(broken, f"{shown}/{broken.path}") for broken in links.broken(base)]
    return f"check site, {links.links} links in {len(links.pages)} pages and style sheets", rows


def _row(broken: Broken, path: str) -> Row:
    name = f"{path}:{broken.line}:{broken.address}"
    result = Result(name, Verdict.BROKEN, broken.kind, broken.message, "", None, 0, "", "")
    return Row(result, "", Place(path, broken.line))
