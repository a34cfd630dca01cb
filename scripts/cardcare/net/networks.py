"""Which network addresses may be opened: the public internet only, and loopback where the caller allows it."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Ip = IPv4Address | IPv6Address

# Names that lead to no public place, whatever a DNS says (RFC 6762, 7686, 8375).
PRIVATE_NAMES = ("local", "internal", "home.arpa", "onion")
# Names that no DNS is asked for, and names that only a local file may know (RFC 6761): unknown for certain.
NO_NAMES = ("invalid",)
RESERVED_NAMES = ("test", "example")
_NAT64 = IPv6Network("64:ff9b::/96")
_SITE_LOCAL = IPv6Network("fec0::/10")


def may_open(ip: Ip, allow_loopback: bool) -> bool:
    """True for a public address; for a loopback address only when that is allowed."""
    inner = _inner(ip)
    if inner is not None and not may_open(inner, allow_loopback):
        return False
    if ip.is_loopback or (inner is not None and inner.is_loopback):
        return allow_loopback
    site_local = ip.version == 6 and ip in _SITE_LOCAL
    return inner is not None or (ip.is_global and not ip.is_multicast and not ip.is_reserved and not site_local)


def literal(host: str) -> Ip | None:
    """The address that a host name spells out, None for a real name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def is_loopback(host: str) -> bool:
    """True for 127.x.x.x, ::1, localhost and names below it."""
    ip = literal(host)
    return ip.is_loopback if ip else is_below(host, ("localhost",))


def is_below(host: str, names: tuple[str, ...]) -> bool:
    """True if the host is one of the names or stands below one."""
    host = host.rstrip(".")
    return any(host == name or host.endswith("." + name) for name in names)


def _inner(ip: Ip) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one: mapped (::ffff:10.0.0.1), 6to4, NAT64."""
    if not isinstance(ip, IPv6Address):
        return None
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
