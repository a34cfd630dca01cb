"""Tiny pages for the tests of facts: a fragment goes in, verdict and reason come out. No network."""

from __future__ import annotations

from datetime import date
from typing import Any

from cardcare.watch.facts import judge_fact
from cardcare.watch.target import Fact, Span, Target
from cardcare.web import Answer

N = "0120-95-0178"
M = "0120-11-2222"
L = "マイナンバー総合フリーダイヤル"
ABOUT = "<p>マイナンバーカードに関する窓口のご案内です。なくしたときや盗まれたときは、すぐにお電話ください。</p>"
WEEK = (("平日", "09:30", "20:00"), ("土日祝", "09:30", "17:30"))
OFFICE = (("平日", "09:00", "17:00"),)
DAILY = (("毎日", "09:00", "18:00"),)
ALWAYS = (("毎日", "00:00", "24:00"),)
TODAY = "Mon, 23 Nov 2026 03:00:00 GMT"


def answer(body: bytes, content_type: str = "text/html; charset=utf-8", truncated: bool = False) -> Answer:
    """Return the answer of a server that sent `body`."""
    headers = {"content-type": content_type, "date": TODAY}
    return Answer("https://a.example/", "https://a.example/", 200, headers, body, truncated, (), "", 1, 0.0)


def target(
    phone: str | None = N,
    hours: tuple[tuple[str, str, str], ...] | None = None,
    label: str = L,
    text: str = "",
    fee: int | None = None,
    day: date | None = None,
) -> Target:
    """Return the question that a test asks."""
    spans = tuple(Span(*span) for span in hours) if hours else None
    return Target("t", "fact", "https://a.example/", Fact(phone, spans, text, label, fee, day))


def html(fragment: str) -> bytes:
    """Return a whole page around a fragment; a fragment that begins with <html is a page already."""
    if fragment.startswith(("<html", "<!doctype")):
        return fragment.encode()
    page = f"<!doctype html><html><title>お問い合わせ</title><body><h1>お問い合わせ</h1>{ABOUT}{fragment}</body></html>"
    return page.encode()


def judge(fragment: str, **asked: Any) -> tuple[str, str, str]:
    """Return verdict, reason and evidence for a fragment of a page."""
    verdict, reason, evidence = judge_fact(target(**asked), answer(html(fragment)))
    return str(verdict), reason, evidence
