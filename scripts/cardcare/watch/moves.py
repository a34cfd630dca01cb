"""What redirects mean: the same page elsewhere, another host, a login, or the polite way of saying "gone".

Compares addresses only. Another page of the same host that lies as deep or deeper is believed; the home page, a folder
above and an error page are not what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

from cardcare.addresses import Address, parse
from cardcare.watch.verdict import Verdict
from cardcare.web import Answer

_INDEX = re.compile(r"(?:index|default|home|top|main|welcome)(?:\.[a-z]{2,5})?")
_LANGUAGE = re.compile(
    r"(?:ja|jp|jpn|japanese|en|eng|english|zh|cn|tw|ko|kr|vi|pt|es|ne|id|th|my|tl|fil)(?:[_-][a-z]{2,4})?"
)
_LOGIN = re.compile(r"(?:log|sign)[_-]?(?:in|on)|sso|oauth2?|saml2?|auth|authenticat\w*|authorize|idp|shibboleth.*")
_ERROR = re.compile(
    r"(?:http|error|err|e)?[_-]?40[34](?:[_-]?error)?|(?:page|file)?[_-]?not[_-]?found|(?:page|file|http|system)?[_-]?err(?:or)?s?(?:[_-]?page)?"
)
_BUSY = re.compile(r"(?:under[_-]?)?(?:mainte(?:nance)?|mente)(?:[_-]?(?:page|mode))?|sorry|busy|congest\w*")
_EXTENSION = re.compile(r"\.[a-z]{2,5}$")
_WORDS = re.compile(r"[^\W_]+")
_RETURN_KEYS = re.compile(
    r".*(?:return|redirect|back|next|continue|goto|dest|target|ref|service|url|from|origin|path).*", re.I
)
_ID_KEYS = re.compile(r"(?:.*_)?(?:id|no|num|p|pid|page|code|article|entry|item|cd|key|file)", re.I)
SHORTENERS = (
    "bit.ly",
    "t.co",
    "x.gd",
    "tinyurl.com",
    "goo.gl",
    "is.gd",
    "ow.ly",
    "buff.ly",
    "lin.ee",
    "onl.la",
    "onl.bz",
    "qr.paps.jp",
)


@dataclass(frozen=True)
class Move:
    """A redirect that is not simply fine."""

    verdict: Verdict
    reason: str


def move(asked: Address, answer: Answer) -> Move | None:
    """Return what is to be said about the redirects of an answer, None when they are fine or there were none."""
    if not answer.chain:
        return None
    stops = [parse(url) for url in answer.chain]
    final = parse(answer.final_url)
    if same_page(asked, final):
        return _downgrade([asked, *stops]) or _dropped(asked, final)
    return (
        _walled(asked, final) or _lost(asked, stops, final) or _elsewhere(asked, final) or _downgrade([asked, *stops])
    )


def same_page(one: Address, other: Address) -> bool:
    """True if two addresses differ only in scheme, "www.", letter case, index file, ending or query."""
    return same_host(one, other) and [_stem(s) for s in _parts(one)] == [_stem(s) for s in _parts(other)]


def same_host(one: Address, other: Address) -> bool:
    """True for one host name, with or without "www."; another port is another host unless https came with it."""
    if one.host.rstrip(".").removeprefix("www.") != other.host.rstrip(".").removeprefix("www."):
        return False
    return one.scheme != other.scheme or one.port == other.port


def is_home(address: Address) -> bool:
    """True for the home page of a host, or of one of its languages."""
    parts = _parts(address)
    return not parts or (len(parts) == 1 and bool(_LANGUAGE.fullmatch(parts[0])))


def _walled(asked: Address, final: Address) -> Move | None:
    """The redirect leads to a login, or to a page that promises to lead back."""
    if _names(final, _ERROR) and not _names(asked, _ERROR):
        return Move(Verdict.BROKEN, "redirect-to-error")
    if _names(final, _BUSY) and not _names(asked, _BUSY):
        return Move(Verdict.TEMPORARY, "maintenance")
    if _names(final, _LOGIN) and not _names(asked, _LOGIN):
        return Move(Verdict.WARN, "login-wall")
    ways_back = (value for key, value in parse_qsl(final.query[1:]) if _RETURN_KEYS.fullmatch(key))
    if not is_home(final) and len(asked.path) > 1 and any(unquote(asked.path) in unquote(value) for value in ways_back):
        return Move(Verdict.WARN, "interstitial")
    return None


def _lost(asked: Address, stops: Sequence[Address], final: Address) -> Move | None:
    """The redirect leads home or to a folder above: the page itself is gone."""
    if is_home(asked) or asked.host in SHORTENERS:
        return None
    if is_home(final):
        return Move(Verdict.BROKEN, "redirect-home")
    before, after = _parts(asked), _parts(final)
    via_home = any(is_home(stop) and same_host(stop, asked) for stop in stops)
    if same_host(asked, final) and (len(after) < len(before) or via_home) and not _keeps_name(before, after):
        return Move(Verdict.BROKEN, "redirect-home" if via_home else "redirect-shallower")
    return None


def _elsewhere(asked: Address, final: Address) -> Move | None:
    return None if same_host(asked, final) else Move(Verdict.WARN, "moved-host")


def _downgrade(stops: Sequence[Address]) -> Move | None:
    """From https to http: the reader's visit can be listened to."""
    secure = any(stop.scheme == "https" for stop in stops)
    return Move(Verdict.WARN, "https-to-http") if secure and stops[-1].scheme == "http" else None


def _dropped(asked: Address, final: Address) -> Move | None:
    """The address lost the part of its query that names the page: /show.php?id=5 became /show.php."""
    kept = {key for key, _ in parse_qsl(final.query[1:])}
    lost = [key for key, _ in parse_qsl(asked.query[1:]) if key not in kept and _ID_KEYS.fullmatch(key)]
    return Move(Verdict.WARN, "query-dropped") if lost and final.path == asked.path else None


def _parts(address: Address) -> list[str]:
    """The folders and the page of a path: decoded, in lower case, without an index file."""
    parts = [part for part in unquote(address.path).lower().split("/") if part]
    return parts[:-1] if parts and _INDEX.fullmatch(parts[-1]) else parts


def _stem(part: str) -> str:
    return _EXTENSION.sub("", part)


def _names(address: Address, pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(_stem(part)) for part in _parts(address)[-2:])


def _keeps_name(before: list[str], after: list[str]) -> bool:
    """True if the page kept its own name on its way up: /2024/05/lost-card/ became /lost-card."""
    name, new = (set(_WORDS.findall(_stem(parts[-1]))) if parts else set() for parts in (before, after))
    is_folder_above = before[: len(after)] == after
    return bool(name) and (name == new if is_folder_above else name <= new)
