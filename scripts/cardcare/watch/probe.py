"""Asks each host once for a page that cannot exist, and compares: a link that looks the same is a soft 404.

Only hosts that give reason for it are asked: those with few links in this run, those that gave the same page for
several links, and those whose page mentions that something is missing. Elsewhere a link costs one request, no more.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from urllib.parse import unquote

from cardcare.addresses import Address
from cardcare.watch import phrases
from cardcare.watch.document import Document
from cardcare.watch.folding import fold
from cardcare.watch.moves import is_home
from cardcare.watch.visit import Visit, Wanted, visit
from cardcare.web import Web

FEW_LINKS = 12
ALIKE = 0.9
COMPARED = 2_000  # characters
PROBE_BYTES = 500_000

_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\b[0-9a-f]{12,}\b")
_HINTS = (
    "見つか",
    "存在し",
    "ございません",
    "削除され",
    "ot found",
    "404",
    "t find",
    "ot exist",
    "o longer",
    "be found",
)


@dataclass(frozen=True)
class Trace:
    """What is kept of a page for the comparison. `hint`: its visible words say that something is missing, with what
    belongs to the address taken out; "" if they do not."""

    asked: Address
    final_url: str
    status: int
    digest: str
    text: str
    hint: str


def trace_of(asked: Address, seen: Visit, full: bool) -> Trace | None:
    """Return what is kept of a page; None for home pages and files, which are not compared. `full`: with its text."""
    answer, document = seen.answer, seen.document
    if document.kind not in ("html", "text") or is_home(asked) or answer.error:
        return None
    hinted = any(hint in document.source for hint in _HINTS)
    text = _text(document) if full or hinted else ""
    return Trace(
        asked,
        answer.final_url,
        answer.status or 0,
        document.digest,
        hashlib.sha256(_without_echo(asked, text).encode("utf-8", "replace")).hexdigest() if text else "",
        _hint(asked, text) if hinted else "",
    )


class Probes:
    """The comparisons of one run. `links` counts the links of each host (Address.place)."""

    def __init__(self, links: Counter[str]) -> None:
        self._links = links
        self._traces: defaultdict[str, list[Trace]] = defaultdict(list)

    def few(self, asked: Address) -> bool:
        return self._links[asked.place] <= FEW_LINKS

    def keep(self, trace: Trace) -> None:
        self._traces[trace.asked.place].append(trace)

    async def compare(self, place: str, web: Web) -> list[tuple[Address, str]]:
        """Return the links of a host that look like a page that does not exist, each with the reason (a slug)."""
        traces = sorted(self._traces.pop(place, ()), key=lambda trace: trace.asked.url)
        suspects = traces if self._links[place] <= FEW_LINKS else [*_suspects(traces)]
        if not suspects:
            return []
        missing = nowhere(suspects[0].asked)
        seen = await visit(web, missing, Wanted(PROBE_BYTES, whole=False))
        probe = trace_of(missing, seen, full=True)
        if probe is None or not 200 <= probe.status < 300:
            return []
        return [(trace.asked, reason) for trace in suspects if (reason := _alike(trace, probe))]


def nowhere(beside: Address) -> Address:
    """An address beside a page of the host that cannot exist; the same in every run, or verdicts might vary."""
    folder, _, page = beside.path.rstrip("/").rpartition("/")
    ending = re.search(r"\.[A-Za-z]{2,5}$", page)
    name = "cardcare-check-" + hashlib.sha256(beside.place.encode()).hexdigest()[:16]
    tail = ending[0] if ending else "/" if beside.path.endswith("/") else ""
    return replace(beside, path=f"{folder}/{name}{tail}", query="", fragment=None)


def _suspects(traces: Iterable[Trace]) -> Iterator[Trace]:
    """On a host with many links: pages that hint, and pages that several links share while others differ."""
    kept = list(traces)
    shared = Counter(trace.digest for trace in kept)
    several = len(shared) > 1
    return (trace for trace in kept if trace.hint or (several and shared[trace.digest] > 1))


def _alike(trace: Trace, probe: Trace) -> str:
    """Return why two pages count as the same answer to any question, "" if they do not."""
    moved = trace.final_url.partition("?")[0] == probe.final_url.partition("?")[0]
    if moved and trace.final_url != trace.asked.url:
        return "soft-404-redirect"
    if trace.digest == probe.digest or (trace.text and trace.text == probe.text):
        return "soft-404-probe"
    if trace.hint and probe.hint and SequenceMatcher(None, trace.hint, probe.hint, autojunk=False).ratio() >= ALIKE:
        return "soft-404-probe"
    return ""


def _text(document: Document) -> str:
    title = next(document.glance(), "") if document.kind == "html" else ""
    return _CLOCK.sub("", f"{title} {document.visible}")


def _hint(asked: Address, text: str) -> str:
    """The beginning of the text, without the address and without digits, if it says that something is missing."""
    folded = fold(text[:COMPARED]).lower()
    if not phrases.MISSING_WORDS.search(folded.replace(" ", "")) and not phrases.MISSING_WORDS.search(folded):
        return ""
    return _without_echo(asked, folded)


def _without_echo(asked: Address, text: str) -> str:
    """The text without what a host only echoes or counts: the address, its last part, digits, blanks.

    Not the folders: their names stand in menus as well, and there they belong to the page.
    """
    folded = fold(text).lower()
    path = unquote(asked.path)
    echoes = {asked.url, unquote(asked.url), asked.path, path, path.rstrip("/").rpartition("/")[2]}
    echoes |= {_CLOCK.sub("", echo) for echo in echoes}  # the text has lost its tokens already
    for part in sorted(echoes, key=len, reverse=True):
        folded = folded.replace(part.lower(), "") if len(part) > 2 else folded
    return re.sub(r"[\d\s]+", "", folded)
