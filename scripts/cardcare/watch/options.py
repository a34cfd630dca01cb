"""How a run of the watch is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cardcare.addresses import Address
from cardcare.net import networks
from cardcare.watch.verdict import Result
from cardcare.web import Limits

BUDGET_S = 38.0
USER_AGENT = "CardCareWatch/0.1 (link and hotline check)"


def contact(repository: str, report_email: str) -> str:
    """The User-Agent of an honest program: who asks, and where to complain."""
    return f"CardCareWatch/0.1 (link and hotline check; +{repository}; {report_email})"


@dataclass(frozen=True)
class Options:
    """Seconds and bytes. `budget_s` is for the whole run; None: 38 s, and what the pauses between requests add up to.
    `validators`: ETag and Last-Modified of the last good visit by target id, for conditional requests. `progress` is
    called once for each target, with its result so far; a few may still turn into soft 404s at the end."""

    jobs: int = 64
    timeout_s: float = 10.0
    budget_s: float | None = None
    per_host: int = 2
    per_host_rate: float = 2.0
    allow_loopback: bool = False
    ca_file: str | None = None
    user_agent: str = USER_AGENT
    max_bytes_link: int = 2_000_000
    max_bytes_fact: int = 2_000_000  # a page of facts is read whole, and its tree takes forty times its size
    max_bytes_place: int = 5_000_000  # how far the place of a "#…" is looked for
    retry_after_cap_s: float = 30.0
    validators: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    progress: Callable[[Result], object] | None = None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def limits(self, budget_s: float) -> Limits:
        return Limits(
            self.jobs,
            self.timeout_s,
            budget_s,
            self.per_host,
            self.per_host_rate,
            self.retry_after_cap_s,
            self.allow_loopback,
            self.ca_file,
        )

    def budget_for(self, pages: Iterable[Address]) -> float:
        """Seconds for the run; the busiest host decides how long its pauses take."""
        if self.budget_s is not None:
            return self.budget_s
        busiest = Counter(page.place for page in pages if not networks.is_loopback(page.host)).most_common(1)
        return BUDGET_S + (busiest[0][1] / self.per_host_rate if busiest else 0.0)
