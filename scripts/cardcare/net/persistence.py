"""Decides whether a question is asked again, and after which pause. Pure: knows replies, sends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cardcare.manners import retry_after
from cardcare.net.trip import Reply, Trip

TRIES = 4
TOLD_WAITS = 3  # a link is told to wait so often before it comes to no conclusion
REPEATED_ERRORS = frozenset(
    {"reset", "refused", "incomplete", "bad-status-line", "protocol", "dns-temporary", "unreachable", "tls-other"}
)
REPEATED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, *range(520, 528)})
WAITING_STATUSES = frozenset({429, 503})
BOT_WALL_HEADERS = ("cf-mitigated", "x-amzn-waf-action", "x-vercel-mitigated")


@dataclass
class Persistence:
    """The memory of the tries at one address. `backoff_s` doubles with every try; `timeout_s` is the patient look's."""

    backoff_s: float
    timeout_s: float
    tries: int = 1

    def pause_after(self, reply: Reply, trip: Trip) -> float | None:
        """Return the seconds before the next try, or None if there is to be none."""
        if reply.error == "timeout":
            return self._patient(trip)
        if reply.error == "encoding":
            return _plain(trip)
        if not is_passing(reply) or self.tries >= TRIES:
            return None
        self.tries += 1
        return self.backoff_s * 2.0 ** (self.tries - 2)

    def _patient(self, trip: Trip) -> float | None:
        """A slow page gets a second look with all the time, after everything else that its host was asked for."""
        if trip.patient:
            return None
        trip.patient, trip.left_s = True, self.timeout_s
        return 0.0


def told_to_wait(reply: Reply, now: datetime) -> float | None:
    """Return how many seconds the host asked us to stay away, None if it did not."""
    if reply.error or reply.status not in WAITING_STATUSES or is_bot_wall(reply):
        return None
    return retry_after(reply.headers, now)


def is_passing(reply: Reply) -> bool:
    """True for trouble that may be gone in a moment."""
    if reply.error:
        return reply.error in REPEATED_ERRORS
    return reply.status in REPEATED_STATUSES and not is_bot_wall(reply)


def is_bot_wall(reply: Reply) -> bool:
    """True if a header says that programs are kept out; asking again would not help."""
    return any(reply.headers.get(name, "") not in ("", "allow") for name in BOT_WALL_HEADERS)


def _plain(trip: Trip) -> float | None:
    """A body that cannot be unpacked is asked for once more, unpacked."""
    if "Accept-Encoding" in trip.headers:
        return None
    trip.headers["Accept-Encoding"] = "identity"
    return 0.0
