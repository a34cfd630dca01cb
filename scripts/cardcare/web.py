"""The only file that opens a connection: asks for one web page, politely and warily. Never raises for network trouble.

GET only, streamed, limited in unpacked bytes and in time. Redirects and repeats are made here, one by one, so that
every single request passes the host's Gate (manners.py) and the rule about private networks (networks.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from cardcare.addresses import Address, BadAddressError, parse
from cardcare.manners import Gate, HostClosedError
from cardcare.net import networks, tls, trouble
from cardcare.net.persistence import TOLD_WAITS, Persistence, told_to_wait
from cardcare.net.reception import Reception
from cardcare.net.resolving import Resolver
from cardcare.net.trip import Answer, Reply, Trip

__all__ = ["Answer", "Limits", "Web"]

CONNECT_S = 5.0
FIRST_LOOK_S = 5.0  # a link that needs longer goes to the end of its host's queue, for a second and more patient look
BACKOFF_S, BACKOFF_LOOPBACK_S = 1.0, 0.05
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "ja,en;q=0.8",
}


@dataclass(frozen=True)
class Limits:
    """How the web may be used. Seconds; `jobs` requests at once in all; `budget_s` for everything together."""

    jobs: int = 32
    timeout_s: float = 10.0
    budget_s: float | None = None
    per_host: int = 2
    per_host_rate: float = 2.0
    retry_after_cap_s: float = 30.0
    allow_loopback: bool = False
    ca_file: str | None = None


class Web:
    """`async with Web(user_agent) as web: answer = await web.get(url)`."""

    def __init__(
        self, user_agent: str, limits: Limits | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._limits = limits or Limits()
        self._headers = {**HEADERS, "User-Agent": user_agent}
        self._now = now
        self._gates: dict[str, Gate] = {}
        self._seats = asyncio.Semaphore(self._limits.jobs)
        self._reception = Reception()

    async def __aenter__(self) -> Self:
        budget = self._limits.budget_s
        self._ends_at = asyncio.get_running_loop().time() + budget if budget else float("inf")
        self._resolver = Resolver(self._limits.allow_loopback)
        connector = aiohttp.TCPConnector(
            limit=0,
            ssl=tls.context(self._limits.ca_file),
            resolver=self._resolver,
            ttl_dns_cache=300,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_S),
            auto_decompress=False,
            max_line_size=65_536,
            max_field_size=65_536,
            max_headers=512,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()
        await self._resolver.close()

    async def get(
        self,
        url: str,
        *,
        max_bytes: int = 2_000_000,
        conditional: tuple[str, str] | None = None,
        skim: bool = False,
        before: Answer | None = None,
    ) -> Answer:
        """Ask for a page. `conditional`: its (ETag, Last-Modified) of an earlier visit; `skim`: of a file that is no
        text only the beginning is read; `before`: go on from that answer, with its cookies (after a meta refresh)."""
        trip = Trip.start(url, before, max_bytes, skim, min(FIRST_LOOK_S, self._limits.timeout_s))
        if conditional:
            named = zip(("If-None-Match", "If-Modified-Since"), conditional, strict=True)
            trip.headers |= {name: value for name, value in named if value}
        try:
            address = parse(url)
        except BadAddressError as error:
            return trip.end(url, Reply(error=str(error)))
        while True:
            reply = await self._insist(address, trip)
            step = trip.step(address, reply)
            if isinstance(step, str):
                return trip.end(address.url, reply, step, address.fragment)
            address = step

    async def _insist(self, address: Address, trip: Trip) -> Reply:
        """Ask one address until there is an answer, or no hope of one."""
        if self._is_private(address):
            return Reply(error="private-address")
        gate = self._gate(address)
        backoff = BACKOFF_LOOPBACK_S if networks.is_loopback(address.host) else BACKOFF_S
        persistence = Persistence(backoff, self._limits.timeout_s)
        while True:
            async with gate.slot():
                reply = await self._ask_as_told(gate, address, trip)
            pause = persistence.pause_after(reply, trip)
            if pause is None:
                return reply
            trip.attempts += 1
            await asyncio.sleep(pause)

    async def _ask_as_told(self, gate: Gate, address: Address, trip: Trip) -> Reply:
        """Ask; as long as the host tells us to wait, wait and ask again, before anybody else asks this host."""
        reply = Reply()
        while True:
            try:
                async with gate.turn(self._seats) as waited:
                    trip.waited_s += waited
                    reply = await self._once(address, trip)
                    told = self._listen(gate, reply)
            except HostClosedError:
                return reply.failed("rate-limited")
            if not told:
                return reply
            if trip.told >= TOLD_WAITS:
                return reply.failed("rate-limited")
            trip.told += 1
            trip.attempts += 1

    def _listen(self, gate: Gate, reply: Reply) -> bool:
        """Tell the gate what the host said, before the next request can start. True if it told us to wait."""
        wait = told_to_wait(reply, self._now())
        if wait is None:
            gate.answered()
        elif wait > self._limits.retry_after_cap_s or asyncio.get_running_loop().time() + wait > self._ends_at:
            gate.close()
        else:
            gate.tell(wait)
        return wait is not None

    async def _once(self, address: Address, trip: Trip) -> Reply:
        """Make one request. Network trouble becomes the reply's `error`."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        trip.attempts = max(trip.attempts, 1)
        try:
            async with asyncio.timeout(max(trip.left_s, 0.5)) as deadline:
                return await self._ask(address, trip, deadline)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            slug = trouble.name(error)
            if slug == "tls-unknown-ca" and await self._names_its_issuer(address):
                slug = "tls-incomplete-chain"
            return Reply(error=slug)
        finally:
            trip.left_s -= loop.time() - begun

    async def _ask(self, address: Address, trip: Trip, deadline: asyncio.Timeout) -> Reply:
        url = URL(address.url, encoded=True)
        cookie = trip.cookies.header(url)
        headers = {**trip.headers, "Cookie": cookie} if cookie else trip.headers
        async with self._session.get(url, headers=headers, allow_redirects=False) as response:
            trip.cookies.note(response.headers.getall("Set-Cookie", ()), url)
            return await self._reception.receive(response, trip, deadline)

    def _is_private(self, address: Address) -> bool:
        ip = networks.literal(address.host)
        return ip is not None and not networks.may_open(ip, self._limits.allow_loopback)

    def _gate(self, address: Address) -> Gate:
        gate = self._gates.get(address.place)
        if gate is None:
            pause = 0.0 if networks.is_loopback(address.host) else 1 / self._limits.per_host_rate
            gate = self._gates[address.place] = Gate(self._limits.per_host, pause)
        return gate

    async def _names_its_issuer(self, address: Address) -> bool:
        """True if the certificate says where its issuer's can be fetched: browsers do that, and so mend a chain that
        the server sends incompletely. Makes no request."""
        try:
            async with asyncio.timeout(CONNECT_S):
                ip = (await self._resolver.resolve(address.host, address.port))[0]["host"]
                _, writer = await asyncio.open_connection(
                    ip, address.port, ssl=tls.blind(), server_hostname=address.host
                )
        except OSError:
            return False
        certificate = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
        writer.transport.abort()
        return tls.names_its_issuer(certificate or b"")
