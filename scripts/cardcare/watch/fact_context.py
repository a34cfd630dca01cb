"""What the judges of one fact share: the page, the fact, the numbers and labels found, today's date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cached_property

from cardcare.watch.hours_compare import WeekOf, expected_week, week_of_text
from cardcare.watch.labels import Label, find_labels
from cardcare.watch.numbers_on_page import Number, find_all, national
from cardcare.watch.page_text import Page
from cardcare.watch.target import Fact
from cardcare.watch.verdict import Verdict
from cardcare.web import Answer

MOST_LABELS = 20  # places of one label on one page
Judged = tuple[Verdict, str, str]


@dataclass
class Context:
    """One fact and one page."""

    page: Page
    fact: Fact
    today: date | None
    truncated: bool

    @classmethod
    def of(cls, page: Page, fact: Fact, answer: Answer) -> Context:
        """Return the context; today is the day on which the server says it answered."""
        return cls(page, fact, _day(answer.headers.get("date", "")), answer.truncated)

    @cached_property
    def dial(self) -> str:
        return national(self.fact.phone or "")

    @cached_property
    def labels(self) -> list[Label]:
        return find_labels(self.page, self.fact.label)[:MOST_LABELS] if self.fact.label else []

    @cached_property
    def all_numbers(self) -> list[Number]:
        return find_all(self.page)

    @property
    def hours_asked(self) -> bool:
        """True if the target gives hours as values: then a page without hours deserves a look."""
        return bool(self.fact.hours)

    @cached_property
    def expected_week(self) -> WeekOf | None:
        """Return the expected hours; where only a text gives them, as much as we can read of it."""
        if self.fact.hours:
            return expected_week(self.fact.hours)
        return week_of_text(self.fact.hours_text) if self.fact.hours_text else None


def _day(header: str) -> date | None:
    try:
        return parsedate_to_datetime(header).date()
    except (TypeError, ValueError):
        return None
