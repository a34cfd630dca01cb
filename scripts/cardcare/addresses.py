"""Web addresses as browsers read them: taken apart, made ready to send, joined. Opens nothing and asks no DNS.

Percent-encoding is kept exactly (%2F, %e3); only what may not be sent is encoded: blanks, quotes, Japanese letters.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urljoin

DEFAULT_PORTS = {"http": 80, "https": 443}

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_PARTS = re.compile(r"//([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?\Z", re.DOTALL)
_PORT = re.compile(r"(.*?)(?::([0-9]*))?\Z", re.DOTALL)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_\-]{0,62})(?:\.[a-z0-9_\-]{1,63})*\.?\Z")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\Z")
_IN_PATH = re.compile(r"[^!$-;=@-_a-z|~%]+")
_IN_QUERY = re.compile(r"[^!$-&(-;=?-~%]+")
_TRIMMED = "".join(map(chr, range(0x21)))
_DOTS = re.compile(r"(?:^|/)(?:\.|%2e){1,2}(?:/|$)", re.I)


class BadAddressError(ValueError):
    """The text is no address that may be opened. The message is a slug: bad-scheme or bad-url."""


@dataclass(frozen=True)
class Address:
    """An http(s) address in parts. `host` is ASCII without brackets; `query` has its "?", or is empty;
    `fragment` is what followed "#" as written, None when there was no "#"."""

    scheme: str
    host: str
    port: int
    path: str
    query: str
    fragment: str | None

    @property
    def url(self) -> str:
        """The address as it is sent and reported: without its fragment."""
        return f"{self.scheme}://{self.netloc}{self.path}{self.query}"

    @property
    def full(self) -> str:
        """The address with its fragment."""
        return self.url if self.fragment is None else f"{self.url}#{self.fragment}"

    @property
    def netloc(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def place(self) -> str:
        """What counts as one host for manners: the name, and the port where it is unusual."""
        name = self.host.rstrip(".")
        return name if self.port in DEFAULT_PORTS.values() else f"{name}:{self.port}"


@lru_cache(8192)
def parse(text: str) -> Address:
    """Return the address that a browser would open. Raises BadAddressError."""
    text = text.strip(_TRIMMED).replace("\t", "").replace("\n", "").replace("\r", "")
    scheme, rest = split_scheme(text)
    if scheme not in DEFAULT_PORTS:
        raise BadAddressError("bad-scheme" if scheme else "bad-url")
    parts = _PARTS.match(_forward_slashes(rest))
    if not parts:
        raise BadAddressError("bad-url")
    authority, path, query, fragment = parts.groups()
    host, port = _authority(authority.rpartition("@")[2], scheme)
    path = _IN_PATH.sub(_encoded, path or "/")
    if _DOTS.search(path):
        path = _without_dots(path)
    query = _IN_QUERY.sub(_encoded, query or "")
    return Address(scheme, host, port, path, query, fragment[1:] if fragment is not None else None)


def split_scheme(text: str) -> tuple[str, str]:
    """("tel", "110") for "TEL:110"; the scheme is empty where there is none."""
    match = _SCHEME.match(text)
    return (match[1].lower(), text[match.end() :]) if match else ("", text)


def join(base: Address, reference: str) -> Address:
    """Return where a redirect or a link on the page `base` leads. Raises BadAddressError.

    A reference without a fragment takes over the fragment of `base`, as browsers do after a redirect."""
    reference = reference.strip(_TRIMMED)
    if split_scheme(reference)[0] not in ("", *DEFAULT_PORTS):
        raise BadAddressError("bad-scheme")
    try:
        found = parse(urljoin(base.url, _forward_slashes(reference)))
    except BadAddressError:
        raise
    except ValueError as error:
        raise BadAddressError("bad-url") from error
    return found if found.fragment is not None else replace(found, fragment=base.fragment)


def _forward_slashes(rest: str) -> str:
    """Backslashes before the query are slashes to every browser."""
    head, mark, tail = rest.partition("?")
    return head.replace("\\", "/") + mark + tail if "\\" in head else rest


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogateescape"))


def _without_dots(path: str) -> str:
    kept: list[str] = []
    parts = path.split("/")[1:]
    for index, part in enumerate(parts):
        plain = part.lower().replace("%2e", ".")
        last = index == len(parts) - 1
        if plain == "..":
            kept = kept[:-1]
        elif plain != ".":
            kept.append(part)
        if last and plain in (".", ".."):
            kept.append("")
    return "/" + "/".join(kept)


def _authority(text: str, scheme: str) -> tuple[str, int]:
    if text.startswith("["):
        inside, bracket, tail = text[1:].partition("]")
        if not bracket or (tail and not tail.startswith(":")):
            raise BadAddressError("bad-url")
        return _ipv6(inside), _port(tail[1:], scheme)
    match = _PORT.match(text)
    host, port = match.groups() if match else ("", "")
    return _host(host), _port(port or "", scheme)


def _port(text: str, scheme: str) -> int:
    port = int(text) if text.isascii() and text.isdecimal() else DEFAULT_PORTS[scheme] if not text else -1
    if not 0 < port < 65536:
        raise BadAddressError("bad-url")
    return port


def _ipv6(text: str) -> str:
    try:
        return str(ipaddress.IPv6Address(text.partition("%")[0]))  # a zone says nothing outside one machine
    except ValueError as error:
        raise BadAddressError("bad-url") from error


def _host(text: str) -> str:
    host = _ascii(text).lower()
    if not _HOST.match(host) or len(host) > 254:
        raise BadAddressError("bad-url")
    return _ipv4(host) if _NUMBER.match(host.rstrip(".").rpartition(".")[2]) else host


def _ascii(text: str) -> str:
    """A Japanese host name in punycode, full-width letters and dots made plain. Raises BadAddressError."""
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    if text.isascii():
        return text
    import idna  # heavy, and rarely needed

    try:
        return idna.encode(text, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise BadAddressError("bad-url") from error


def _ipv4(host: str) -> str:
    """Every way of writing an IPv4 address that browsers know (2130706433, 0x7f.1, 0177.0.0.1), in the plain way."""
    parts = host.rstrip(".").split(".")
    try:
        numbers = [int(p, 16 if p[:2] == "0x" else 8 if p[0] == "0" and len(p) > 1 else 10) for p in parts]
        *firsts, last = numbers
        if len(parts) > 4 or any(n > 255 for n in firsts):
            raise ValueError(host)
        value = sum(n << (24 - 8 * index) for index, n in enumerate(firsts))
        if last >= 256 ** (5 - len(parts)):
            raise ValueError(host)
        return str(ipaddress.IPv4Address(value + last))
    except (ValueError, IndexError) as error:
        raise BadAddressError("bad-url") from error
