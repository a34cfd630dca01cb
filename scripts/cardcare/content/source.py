"""An official page or other evidence. An outside address is written only in docs/_data/sources.toml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cardcare.content.base import Day, Model, Text

Kind = Literal["official", "municipal", "insurer", "press", "third-party"]


class Source(Model):
    """One page. `page_date` is the date that the page shows, `seen` the day a copy of it was read."""

    url: Text = Field(examples=['"https://www2.jpki.go.jp/procedure/lost.html"'])
    title: Text = Field(examples=['"カードをなくしたとき"'])
    publisher: Text = Field(examples=['"地方公共団体情報システム機構（J-LIS）"'])
    lang: Text = Field(examples=['"ja"'])
    kind: Kind = Field(examples=['"official"'])
    seen: Day = Field(examples=["2026-11-23"])
    page_date: Day | None = Field(None, examples=["2024-12-13"])
    page_date_text: Text | None = Field(None, examples=['"2024-12"'])
    via: Text | None = Field(None, examples=['"mirror copy"'])
    http_reason: Text | None = Field(None, examples=['"the page answers on http only"'])

    @property
    def shown_date(self) -> str:
        """The page's own date as text, empty when it shows none."""
        return self.page_date_text or (self.page_date.isoformat() if self.page_date else "")
