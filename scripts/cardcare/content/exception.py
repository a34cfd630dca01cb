"""Addresses that the watch may not complain about for a while. Each has a reason, an owner and an end."""

from __future__ import annotations

from pydantic import Field

from cardcare.content.base import Day, Model, Text


class LinkException(Model):
    """Every address that begins with `address` is spared until the end of the day `until`."""

    address: Text = Field(pattern=r"^https?://[^/\s]+/", examples=['"https://www.example.go.jp/"'])
    reason: Text = Field(examples=['"answers programs with 403; opened by hand on 2026-11-23"'])
    owner: Text = Field(examples=['"@card-care/registry"'])
    until: Day = Field(examples=["2027-02-23"])

    def covers(self, url: str) -> bool:
        """True when `url` lies below the address; "https://a.jp/en" covers "https://a.jp/en/x" but not "…/english"."""
        rest = url.removeprefix(self.address)
        return url.startswith(self.address) and (self.address.endswith("/") or rest[:1] in ("", "/", "?", "#"))
