"""The report for an issue: what a person must look at, the worst first. Foreign words are fenced in, so that a page
cannot write our report, call people or plant links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardcare.watch.row import ORDER, Row, summary, told
from cardcare.watch.verdict import Verdict

HEADINGS = {
    Verdict.CHANGED: "Changed: the page is there and no longer says what we print",
    Verdict.BROKEN: "Broken: readers cannot reach the page",
    Verdict.WARN: "A person should look",
    Verdict.TEMPORARY: "No conclusion yet: asked again next time",
}
MOST = 40  # of each kind; an issue holds 65,536 characters
LONGEST = 200


def markdown(rows: Sequence[Row], title: str) -> str:
    """A report as Markdown."""
    found = told(rows)
    lines = [f"## {title}", "", f"{summary(rows)}."]
    for verdict in ORDER:
        if group := [row for row in found if row.verdict is verdict]:
            lines += ["", f"### {HEADINGS[verdict]}", ""]
            lines += [line for row in group[:MOST] for line in _item(row)]
            lines += [f"* … and {len(group) - MOST} more"] if len(group) > MOST else []
    return "\n".join(lines) + "\n"


def _item(row: Row) -> list[str]:
    where = f" · {code(f'{row.place.path}:{row.place.line}')}" if row.place else ""
    lines = [f"* **{code(row.name)}** {row.reason}{where}"]
    lines += [f"  * {address(row.url)}"] if row.url else []
    lines += [f"  * seen: {code(row.evidence)}"] if row.evidence else []
    lines += [f"  * {code(row.trace)}"] if row.trace else []
    lines += [f"  * {row.note}"] if row.note else []
    lines += [f"  * perhaps stored at {address(row.archived)}"] if row.archived else []
    return [*lines, *([f"  * → {row.advice}"] if row.advice else [])]


def code(words: str) -> str:
    """Words as a code span that they cannot leave."""
    words = words if len(words) <= LONGEST else words[:LONGEST] + "…"
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    return f"{fence} {words} {fence}" if "`" in words else f"`{words}`"


def address(url: str) -> str:
    """An address as a link, or as code when it has signs that would end the link."""
    return f"<{url}>" if re.fullmatch(r"https?://[^\s<>`\\]+", url) else code(url)
