"""How we behave towards a host: few requests at once, a pause between them, and no request while it told us to wait.

Opens nothing. One Gate per host; web.py enters it before every single request, also after a redirect.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from email.utils import parsedate_to_datetime

MARGIN_S = 0.1  # we wait a little longer than told: clocks differ
SCOUT_S = 1.0  # the first request to a host goes alone until it is answered, but at most this long
STRIKES = 6  # told to wait so often without one answer in between: no conclusion today
CLOCKS_DIFFER_S = 600  # a clock further off than this is not believed


class HostClosedError(Exception):
    """The host told us to wait longer than we can; it gets no more requests in this run."""


class Gate:
    """The way to one host: at most `limit` requests at once, starting `pause_s` seconds apart."""

    def __init__(self, limit: int, pause_s: float) -> None:
        self._slots = asyncio.Semaphore(limit)
        self._pause_s = pause_s
        self._next_start = self._not_before = 0.0
        self._calm = asyncio.Event()  # set when the host has answered, so that others may follow the first
        self._scouted = False
        self._strikes = 0
        self.closed = False

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[None]:
        """One of the host's few places, kept while one question is asked, also when it has to wait and ask again."""
        async with self._slots:
            yield

    @asynccontextmanager
    async def turn(self, seats: asyncio.Semaphore) -> AsyncIterator[float]:
        """Wait until the host may be asked, and for one of the run's `seats`; yields the seconds that it took.

        Raises HostClosedError."""
        begun = asyncio.get_running_loop().time()
        await self._sit(seats)
        try:
            yield asyncio.get_running_loop().time() - begun
        finally:
            seats.release()

    async def _sit(self, seats: asyncio.Semaphore) -> None:
        """Take a seat at a moment when the host may be asked. Each wait may have been long, so look again."""
        scout = False
        while True:
            await self._until_allowed()
            scout = scout or self._become_scout()
            if not scout and not self._calm.is_set():
                await self._calm.wait()
                continue
            await seats.acquire()
            if not self.closed and self._delay() <= 0:
                self._next_start = asyncio.get_running_loop().time() + self._pause_s
                return
            seats.release()

    async def _until_allowed(self) -> None:
        while (delay := self._delay()) > 0 and not self.closed:
            await asyncio.sleep(delay)
        if self.closed:
            raise HostClosedError

    def _delay(self) -> float:
        return max(self._not_before, self._next_start) - asyncio.get_running_loop().time()

    def _become_scout(self) -> bool:
        """True for the one that goes first; the others follow when it is answered."""
        if self._scouted:
            return False
        self._scouted = True
        asyncio.get_running_loop().call_later(SCOUT_S, self._calm.set)
        return True

    def answered(self) -> None:
        """The host gave an answer that was not a request to wait."""
        self._strikes = 0
        self._calm.set()

    def tell(self, wait_s: float) -> None:
        """The host asked for a pause. Everybody waits; then one goes first."""
        self._not_before = max(self._not_before, asyncio.get_running_loop().time() + wait_s + MARGIN_S)
        self._calm.clear()
        self._scouted = False
        self._strikes += 1
        if self._strikes >= STRIKES:
            self.close()

    def close(self) -> None:
        """No more requests in this run."""
        self.closed = True
        self._calm.set()


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return how many seconds the host asks us to wait; None if it does not say. Understands seconds and dates."""
    text = headers.get("retry-after", "").strip()
    if text.replace(".", "", 1).isdecimal():
        return float(text)
    wanted = _moment(text, now)
    if wanted is None:
        return None
    theirs = _moment(headers.get("date", ""), now) or now
    return _between_clocks((wanted - now).total_seconds(), (wanted - theirs).total_seconds())


def _between_clocks(ours: float, theirs: float) -> float:
    """The wait by our clock and by the host's: the longer one, unless one of the clocks is plainly wrong."""
    if abs(ours - theirs) < CLOCKS_DIFFER_S:
        return max(0.0, ours, theirs)
    return min((wait for wait in (ours, theirs) if wait > 0), default=0.0)


def _moment(text: str, now: datetime) -> datetime | None:
    try:
        value = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return value if value.tzinfo else value.replace(tzinfo=now.tzinfo)
