"""What one visit came to (Answer), and the notes taken on the way. Opens nothing; web.py makes the requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cardcare.addresses import Address, BadAddressError, join
from cardcare.net.cookies import Cookies

REDIRECTS = frozenset({301, 302, 303, 307, 308})  # what browsers follow
MAX_REDIRECTS = 20  # as browsers do
VISITS_OF_ONE = 3  # a page may send us to itself once or twice, for a cookie; more often is a loop


@dataclass(frozen=True)
class Reply:
    """One answer to one request, or the slug of what went wrong instead (trouble.py)."""

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    truncated: bool = False
    error: str = ""
    packed: int = 0

    def failed(self, error: str) -> Reply:
        return replace(self, error=error)


@dataclass(frozen=True)
class Answer:
    """What a visit came to.

    `headers` in lower case; `body` unpacked and cut at the limit (`truncated`), of which `packed` bytes came over the
    line; `chain` the addresses that redirects led to, in order, the last is `final_url`; `error` "" or a slug: those
    of trouble.py, bad-url, bad-scheme, bad-redirect, redirect-loop, too-many-redirects, rate-limited; `attempts` counts
    repeats, not redirects (0: nothing was sent); `fragment` one that a redirect named."""

    url: str
    final_url: str
    status: int | None
    headers: Mapping[str, str]
    body: bytes
    truncated: bool
    chain: tuple[str, ...]
    error: str
    attempts: int
    waited_s: float
    packed: int = 0
    fragment: str | None = None
    cookies: Cookies = field(default_factory=Cookies, repr=False, compare=False)


@dataclass
class Trip:
    """The notes of one visit. `left_s`: seconds of asking that this look may still take."""

    url: str
    max_bytes: int
    skim: bool
    left_s: float
    headers: dict[str, str]
    cookies: Cookies
    chain: list[str]
    attempts: int = 0
    waited_s: float = 0.0
    patient: bool = False
    told: int = 0

    @classmethod
    def start(cls, url: str, before: Answer | None, max_bytes: int, skim: bool, left_s: float) -> Trip:
        """Begin a visit, or go on with an earlier one."""
        if before is None:
            return cls(url, max_bytes, skim, left_s, {}, Cookies(), [])
        chain = [*before.chain, url]
        return cls(before.url, max_bytes, skim, left_s, {}, before.cookies, chain, before.attempts, before.waited_s)

    def step(self, address: Address, reply: Reply) -> Address | str:
        """Return where a redirect leads; "" when the visit is over, or the slug of what is wrong with the redirect."""
        if reply.error or reply.status not in REDIRECTS:
            return ""
        location = reply.headers.get("location", "").strip()
        try:
            target = join(address, location) if location else None
        except BadAddressError:
            target = None
        if target is None:
            return "bad-redirect"
        self.chain.append(target.url)
        return self._too_long(target.url) or target

    def _too_long(self, url: str) -> str:
        if [self.url, *self.chain].count(url) > VISITS_OF_ONE:
            return "redirect-loop"
        return "too-many-redirects" if len(self.chain) > MAX_REDIRECTS else ""

    def end(self, final_url: str, reply: Reply, error: str = "", fragment: str | None = None) -> Answer:
        return Answer(
            self.url,
            final_url,
            reply.status,
            reply.headers,
            reply.body,
            reply.truncated,
            tuple(self.chain),
            error or reply.error,
            self.attempts,
            self.waited_s,
            reply.packed,
            fragment,
            self.cookies,
        )
