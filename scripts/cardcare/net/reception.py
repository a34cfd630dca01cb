"""Receives the body of one answer: unpacked, within its limit, and no more of it than is needed."""

from __future__ import annotations

import asyncio

import aiohttp

from cardcare.net.trip import Reply, Trip
from cardcare.net.unpacking import Unpacker, UnpackError

ASIDE_BYTES, ASIDE_S = 32_768, 1.0  # how much, and how long, of a page that is not the one we want
WALL_STATUSES = frozenset({401, 403, 405, 406, 429, 503})  # their pages tell a bot wall from a plain refusal
SKIM_BYTES = 65_536
LARGE_BYTES, LARGE_AT_ONCE = 131_072, 2  # bounds the memory when many huge pages come together
TEXTS = ("text/", "application/xhtml", "application/xml", "application/json")


class Reception:
    """Shared by all requests of a run, because huge bodies have to queue."""

    def __init__(self) -> None:
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)

    async def receive(self, response: aiohttp.ClientResponse, trip: Trip, deadline: asyncio.Timeout) -> Reply:
        """Return the answer with its body. Raises what aiohttp raises, and UnpackError."""
        headers = {name.lower(): value for name, value in reversed([*response.headers.items()])}
        if not 200 <= response.status < 300:
            return Reply(response.status, headers, await _aside(response, headers))
        limit = min(trip.max_bytes, SKIM_BYTES) if trip.skim and not _is_text(headers) else trip.max_bytes
        unpacker = Unpacker(headers.get("content-encoding", ""), limit)
        try:
            await self._read(response, unpacker, deadline)
        except (aiohttp.ClientError, OSError):
            return Reply(response.status, headers, unpacker.body(), True, "incomplete", unpacker.packed)
        error = "" if unpacker.full or unpacker.complete else "incomplete"
        return Reply(response.status, headers, unpacker.body(), unpacker.full, error, unpacker.packed)

    async def _read(self, response: aiohttp.ClientResponse, unpacker: Unpacker, deadline: asyncio.Timeout) -> None:
        loop, pieces, limit = asyncio.get_running_loop(), response.content.iter_any(), unpacker.ceiling
        unpacker.ceiling = min(limit, LARGE_BYTES)
        async for piece in pieces:
            unpacker.feed(piece)
            if unpacker.size > unpacker.ceiling:
                break
        if unpacker.size <= LARGE_BYTES or unpacker.full:
            return
        left = (deadline.when() or 0.0) - loop.time()
        deadline.reschedule(None)  # the queue is not the page's fault
        async with self._large:
            deadline.reschedule(loop.time() + left)
            unpacker.ceiling = limit
            unpacker.feed()
            async for piece in pieces:
                if unpacker.full:
                    return
                unpacker.feed(piece)


def _is_text(headers: dict[str, str]) -> bool:
    kind = headers.get("content-type", "").strip().lower()
    return not kind or kind.startswith(TEXTS)


async def _aside(response: aiohttp.ClientResponse, headers: dict[str, str]) -> bytes:
    """Return what is quickly had of the body of a refusal or redirect. Reading it keeps the connection usable."""
    length = headers.get("content-length", "")
    short = length.isdecimal() and int(length) <= ASIDE_BYTES
    if not short and response.status not in WALL_STATUSES:
        return b""
    try:
        async with asyncio.timeout(ASIDE_S):
            unpacker = Unpacker(headers.get("content-encoding", ""), ASIDE_BYTES)
            async for piece in response.content.iter_any():
                unpacker.feed(piece)
                if unpacker.full:
                    break
            return unpacker.body()
    except (aiohttp.ClientError, OSError, UnpackError):
        return b""
