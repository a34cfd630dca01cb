"""Finds the network addresses behind a host name, and only those that may be opened. Plugs into aiohttp's connector.

The check stands here, at the last moment before a connection, so that neither a redirect nor a DNS entry gets round it.
"""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from cardcare.net import networks

LOOPBACK = ("127.0.0.1", "::1")


class PrivateAddressError(OSError):
    """The name leads only into a private network."""


class Resolver(AbstractResolver):
    """Asks the system's resolver in threads."""

    def __init__(self, allow_loopback: bool) -> None:
        self._allow_loopback = allow_loopback
        self._threads = ThreadPoolExecutor(8, "dns")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Raises PrivateAddressError, or socket.gaierror: EAI_NONAME where the name does not exist."""
        found = await self._addresses(host)
        allowed = [ip for ip in found if networks.may_open(ip_address(ip.partition("%")[0]), self._allow_loopback)]
        if not allowed:
            raise PrivateAddressError(f"{host} is {', '.join(found) or 'nowhere'}")
        return [_result(host, port, ip) for ip in allowed]

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _addresses(self, host: str) -> list[str]:
        if networks.is_below(host, networks.PRIVATE_NAMES):
            return []
        if networks.is_below(host, networks.NO_NAMES):
            raise socket.gaierror(socket.EAI_NONAME, "no DNS knows this name")
        if host.rstrip(".") != "localhost" and networks.is_below(host, ("localhost",)):
            return list(LOOPBACK)
        loop = asyncio.get_running_loop()
        try:
            entries = await loop.run_in_executor(self._threads, _ask, host)
        except socket.gaierror as error:
            if networks.is_below(host, networks.RESERVED_NAMES):
                raise socket.gaierror(socket.EAI_NONAME, "the name is reserved and never exists") from error
            raise
        return list(dict.fromkeys(entries))


def _ask(host: str) -> list[str]:
    entries = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return [str(entry[4][0]) for entry in entries]


def _result(host: str, port: int, ip: str) -> ResolveResult:
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=ip, port=port, family=family, proto=0, flags=flags)
