"""Judges a link from the answer to it. Pure: the answer was fetched before, and nothing is remembered.

The first rule that applies decides: trouble on the way (TROUBLE), bot walls, the status (STATUS), redirects that mean
"gone" (moves.py), what the page says about itself (softerror.py), an empty page, a missing place in the page
(fragments.py), and last whatever else a person should look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cardcare.addresses import Address
from cardcare.net.persistence import BOT_WALL_HEADERS
from cardcare.watch import fragments, softerror
from cardcare.watch.document import PICTURES, Document
from cardcare.watch.moves import Move, move
from cardcare.watch.verdict import Verdict
from cardcare.web import Answer

OK, WARN, TEMPORARY, BROKEN = Verdict.OK, Verdict.WARN, Verdict.TEMPORARY, Verdict.BROKEN

# What went wrong on the way: Answer.error → verdict, reason, in words.
TROUBLE: dict[str, tuple[Verdict, str, str]] = {
    "bad-url": (BROKEN, "bad-url", "no web address"),
    "bad-scheme": (BROKEN, "bad-scheme", "not http or https"),
    "private-address": (BROKEN, "private-address", "leads into a private network"),
    "dns": (BROKEN, "unknown-host", "the host name does not exist"),
    "dns-temporary": (TEMPORARY, "dns-temporary", "the DNS gave no answer"),
    "refused": (BROKEN, "refused", "nobody listens there"),
    "unreachable": (TEMPORARY, "unreachable", "no way to the host"),
    "reset": (TEMPORARY, "reset", "the connection was closed without an answer"),
    "timeout": (TEMPORARY, "timeout", "no complete answer in time"),
    "tls-expired": (BROKEN, "tls-expired", "the certificate has expired"),
    "tls-not-yet-valid": (BROKEN, "tls-not-yet-valid", "the certificate is not valid yet"),
    "tls-self-signed": (BROKEN, "tls-self-signed", "the certificate is signed by nobody else"),
    "tls-wrong-name": (BROKEN, "tls-wrong-name", "the certificate is for another host"),
    "tls-unknown-ca": (BROKEN, "tls-unknown-ca", "the certificate is signed by an unknown authority"),
    "tls-revoked": (BROKEN, "tls-revoked", "the certificate has been revoked"),
    "tls-incomplete-chain": (WARN, "tls-incomplete-chain", "no issuer's certificate sent; some browsers mend it"),
    "tls-protocol": (BROKEN, "tls-protocol", "no TLS that browsers speak"),
    "tls-other": (TEMPORARY, "tls-other", "TLS failed"),
    "bad-status-line": (TEMPORARY, "bad-status-line", "the answer is not HTTP"),
    "protocol": (TEMPORARY, "protocol", "the answer breaks HTTP's rules"),
    "incomplete": (TEMPORARY, "incomplete", "the page ends too early"),
    "encoding": (WARN, "encoding", "the page cannot be unpacked"),
    "bad-redirect": (BROKEN, "bad-redirect", "a redirect to no web address"),
    "redirect-loop": (BROKEN, "redirect-loop", "a redirect in a circle"),
    "too-many-redirects": (BROKEN, "too-many-redirects", "more redirects than a browser follows"),
    "rate-limited": (TEMPORARY, "rate-limited", "the host asks us to stay away for now"),
    "budget": (TEMPORARY, "budget", "no time left in this run"),
}  # fmt: skip
# Statuses other than 2xx. All that are not listed: 4xx is broken, 5xx is temporary, anything else is odd (warn).
STATUS: dict[int, tuple[Verdict, str]] = {
    401: (WARN, "login-wall"),
    402: (WARN, "forbidden"),
    403: (WARN, "forbidden"),
    404: (BROKEN, "not-found"),
    405: (WARN, "forbidden"),  # some bot walls answer so
    406: (WARN, "forbidden"),
    407: (WARN, "login-wall"),
    408: (TEMPORARY, "server-error"),
    410: (BROKEN, "gone"),
    418: (WARN, "bot-wall"),
    421: (TEMPORARY, "server-error"),
    423: (WARN, "forbidden"),
    425: (TEMPORARY, "server-error"),
    426: (WARN, "forbidden"),
    428: (WARN, "forbidden"),
    429: (TEMPORARY, "rate-limited"),
    431: (WARN, "forbidden"),
    444: (TEMPORARY, "server-error"),
    451: (WARN, "legal-block"),  # often only for readers of other countries
    999: (WARN, "bot-wall"),
}
WALLS = ("login-wall", "interstitial", "maintenance", "bot-wall", "access-denied")  # the page behind may well be there
SCANT = 20  # characters of visible text; a page with less shows nothing without its scripts
BOMB = 200  # unpacked bytes for one on the line
FILES = (".pdf", ".zip", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".csv", ".jpg", ".jpeg", ".png", ".gif")


@dataclass(frozen=True)
class Judgement:
    """`readable`: the page itself came and is no notice, so that a fact may be looked for on it."""

    verdict: Verdict
    reason: str
    evidence: str
    readable: bool = False


def judge(asked: Address, answer: Answer, document: Document, conditional: bool = False) -> Judgement:
    """Judge a link; `asked` is its address, `conditional` says that an unchanged page was to be answered by 304."""
    return next(found for found in _rules(asked, answer, document, conditional) if found)


def _rules(asked: Address, answer: Answer, document: Document, conditional: bool) -> Iterator[Judgement | None]:
    """The rules in their order; the first that says something decides."""
    yield _on_the_way(answer)
    yield _status(answer, document, conditional)
    moved = _redirected(move(asked, answer), answer)
    said = _said(softerror.notice(document))
    yield moved if moved and moved.reason in WALLS else None
    yield said if said and said.reason in WALLS else None
    yield moved if moved and moved.verdict is BROKEN else None
    yield said
    yield _nothing_to_see(answer, document)
    yield _place(asked, answer, document)
    yield moved
    yield _other_type(answer, document)
    yield Judgement(OK, "ok", _evidence(answer, document), True)


def _redirected(found: Move | None, answer: Answer) -> Judgement | None:
    readable = found is not None and found.verdict is WARN and found.reason not in WALLS
    return Judgement(found.verdict, found.reason, f"redirect to {answer.final_url}", readable) if found else None


def _said(found: softerror.Notice | None) -> Judgement | None:
    return Judgement(found.verdict, found.reason, found.evidence) if found else None


def _on_the_way(answer: Answer) -> Judgement | None:
    """Trouble before there was a page, and walls against programs."""
    if answer.error:
        return Judgement(*TROUBLE.get(answer.error, (TEMPORARY, answer.error, "")))
    walls = [
        f"{name}: {value}" for name in BOT_WALL_HEADERS if (value := answer.headers.get(name, "")) not in ("", "allow")
    ]
    if walls:
        return Judgement(WARN, "bot-wall", walls[0])
    return None


def _status(answer: Answer, document: Document, conditional: bool) -> Judgement | None:
    """The status of the last answer, None for 2xx."""
    status = answer.status or 0
    if 200 <= status < 300:
        return None
    if status == 304 and conditional:
        return Judgement(OK, "not-modified", "HTTP 304")
    verdict, reason = STATUS.get(status) or _status_class(status)
    said = softerror.notice(document) if verdict is not BROKEN else None
    if said and said.reason == "bot-wall":
        return Judgement(WARN, "bot-wall", f"HTTP {status}, {said.evidence}")
    return Judgement(verdict, reason, f"HTTP {status}")


def _status_class(status: int) -> tuple[Verdict, str]:
    if 400 <= status < 500:
        return BROKEN, "client-error"
    return (TEMPORARY, "server-error") if 500 <= status < 600 else (WARN, "odd-status")


def _nothing_to_see(answer: Answer, document: Document) -> Judgement | None:
    """A page without content: perhaps its script makes it, perhaps something is wrong."""
    if document.kind == "empty":
        return Judgement(WARN, "empty", f"HTTP {answer.status} without a page")
    if answer.truncated and len(answer.body) > BOMB * answer.packed:
        return Judgement(WARN, "oversized", f"{answer.packed} bytes unpack to more than {len(answer.body)}")
    if document.kind != "html" or document.is_wordy or len(document.visible) >= SCANT or document.has(PICTURES):
        return None
    if document.has("script, noscript"):
        return Judgement(WARN, "needs-scripts", f"no text without scripts; title: “{document.title}”")
    return None if document.visible or document.title else Judgement(WARN, "empty", "a page without text")


def _place(asked: Address, answer: Answer, document: Document) -> Judgement | None:
    """The place in the page that the fragment points to; a redirect may have named another one."""
    fragment = (asked.fragment if answer.fragment is None else answer.fragment) if asked.fragment else ""
    if fragment and fragments.lacks_place(document, fragment):
        if answer.truncated:
            return Judgement(WARN, "fragment-not-reached", f"#{fragment} is not in the beginning of the page", True)
        return Judgement(BROKEN, "fragment-missing", f"the page has no #{fragment}", True)
    if fragment and fragments.lacks_text(document, fragment):
        return Judgement(WARN, "quote-missing", f"the page does not say #{fragment}", True)
    return None


def _other_type(answer: Answer, document: Document) -> Judgement | None:
    """A file was asked for, and a web page came."""
    path = answer.final_url.partition("?")[0].lower()
    if document.kind == "html" and path.endswith(FILES):
        return Judgement(WARN, "other-type", f"a web page instead of a file; title: “{document.title}”", True)
    return None


def _evidence(answer: Answer, document: Document) -> str:
    title = next(document.glance(), "") if document.kind == "html" else document.kind
    return f"HTTP {answer.status}, {title[:80]}"
