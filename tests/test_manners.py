"""How long a host asks us to stay away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cardcare.manners import retry_after

NOW = datetime(2026, 11, 23, 9, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "date", "seconds"),
    [
        ("7", "", 7),
        ("0", "", 0),
        ("1.5", "", 1.5),
        ("Mon, 23 Nov 2026 09:00:20 GMT", "", 20),
        ("Mon, 23 Nov 2026 09:00:20 GMT", "Mon, 23 Nov 2026 08:59:59 GMT", 21),  # its clock is behind: longer
        ("Mon, 23 Nov 2026 10:00:05 GMT", "Mon, 23 Nov 2026 10:00:00 GMT", 5),  # its clock is an hour ahead
        ("Mon, 23 Nov 2026 09:00:20 GMT", "Mon, 01 Jan 2024 00:00:00 GMT", 20),  # its clock stands still
        ("Mon, 23 Nov 2026 08:00:00 GMT", "", 0),
        ("soon", "", None),
        ("-5", "", None),
        ("", "", None),
    ],
)
def test_retry_after(said: str, date: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": said, "date": date}, NOW) == seconds
