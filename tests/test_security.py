"""The policy of a page lets its own inline pieces run, and nothing else."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from cardcare import security
from cardcare.content.load import Content
from cardcare.html import Document, read
from cardcare.site.after import Build, policy

# The digests were made with `openssl dgst -sha256 -binary | openssl base64`.
GO = "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"
RED = "'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='"


def document(html: str) -> Document:
    return Document("index.html", lxml.html.document_fromstring(html))


def test_inline_scripts_and_styles_have_their_hash_each_once() -> None:
    page = document("<script>go()</script><script>go()</script><style>p{color:red}</style><script src=a.js></script>")
    assert security.hashes(page, "script") == [GO]
    assert security.hashes(page, "style") == [RED]


@pytest.mark.parametrize("kind", ["application/ld+json", "application/json", "speculationrules"])
def test_data_is_never_run_and_needs_no_hash(kind: str) -> None:
    assert security.hashes(document(f'<script type="{kind}">{{}}</script>'), "script") == []


def test_everything_that_is_not_named_is_refused() -> None:
    text = security.policy([GO], [RED])
    assert text.startswith("default-src 'none'; ")
    assert f"script-src 'self' {GO};" in text and f"style-src 'self' {RED};" in text
    assert "unsafe" not in text and "http" not in text and "*" not in text


def test_each_page_gets_its_own_policy_before_anything_can_run(tmp_path: Path, mini: Content) -> None:
    head = '<head><meta charset="utf-8">'
    (tmp_path / "a.html").write_text(f"<html>{head}<script>go()</script></head><body></body></html>", "utf-8")
    (tmp_path / "b.html").write_text(f"<html>{head}<style>p{{color:red}}</style></head><body></body></html>", "utf-8")
    policy.write(Build(tmp_path, mini, ""))
    first, second = (read(tmp_path / name, tmp_path) for name in ("a.html", "b.html"))
    assert security.policy_of(first) == security.policy([GO], [])
    assert security.policy_of(second) == security.policy([], [RED])
    assert [child.tag for child in first.tree.find("head")] == ["meta", "meta", "script"]
    headers = (tmp_path / "_headers").read_text("utf-8")
    assert f"  Content-Security-Policy: {security.policy([GO], [RED])}; frame-ancestors 'none'\n" in headers
    assert "  Referrer-Policy: no-referrer\n" in headers and "  X-Content-Type-Options: nosniff\n" in headers
