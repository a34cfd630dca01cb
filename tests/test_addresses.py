"""Addresses as browsers read them."""

from __future__ import annotations

import pytest

from cardcare.addresses import BadAddressError, join, parse


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("http://h.example", "http://h.example/"),
        (" HTTPS://H.Example:443/A b ", "https://h.example/A%20b"),
        ("http://h.example:8080/%e3%81%82%2F?q=%zz|'#x", "http://h.example:8080/%e3%81%82%2F?q=%zz|%27"),
        ("http://h.example/案内?語=再", "http://h.example/%E6%A1%88%E5%86%85?%E8%AA%9E=%E5%86%8D"),
        ("http://h.example/a/./b/../c/%2e%2e/d", "http://h.example/a/d"),
        ("http://h.example\\a\\b", "http://h.example/a/b"),
        ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("http://ｈ．example/", "http://h.example/"),
        ("http://user:secret@h.example/", "http://h.example/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("http://[fe80::1%25eth0]/", "http://[fe80::1]/"),
        ("http://h.example/a\nb", "http://h.example/ab"),
    ],
)
def test_what_is_sent(written: str, sent: str) -> None:
    assert parse(written).url == sent


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("", "bad-url"),
        ("www.h.example", "bad-url"),
        ("//h.example/", "bad-url"),
        ("http:/h.example", "bad-url"),
        ("http://", "bad-url"),
        ("http:///x", "bad-url"),
        ("http://a b/", "bad-url"),
        ("http://h.example:0/", "bad-url"),
        ("http://h.example:99999/", "bad-url"),
        ("http://256.1.1.1/", "bad-url"),
        ("http://1.2.3.4.5/", "bad-url"),
        ("http://[::zz]/", "bad-url"),
        (f"http://{'a' * 64}.example/", "bad-url"),
        ("javascript:alert(1)", "bad-scheme"),
        ("mailto:a@b.example", "bad-scheme"),
    ],
)
def test_what_is_refused(written: str, slug: str) -> None:
    with pytest.raises(BadAddressError, match=slug):
        parse(written)


@pytest.mark.parametrize(
    ("reference", "leads_to"),
    [
        ("c", "http://h.example/a/c#x"),
        ("/c#y", "http://h.example/c#y"),
        ("?q=1", "http://h.example/a/b?q=1#x"),
        ("//o.example/c", "http://o.example/c#x"),
        ("../../c", "http://h.example/c#x"),
        ("https://o.example", "https://o.example/#x"),
        ("/caf\udce9", "http://h.example/caf%E9#x"),  # a header with bytes that are no UTF-8
    ],
)
def test_where_a_redirect_leads(reference: str, leads_to: str) -> None:
    assert join(parse("http://h.example/a/b#x"), reference).full == leads_to


def test_unusual_ports_are_hosts_of_their_own() -> None:
    assert parse("http://h.example/").place == parse("https://h.example./").place == "h.example"
    assert parse("http://h.example:8080/").place == "h.example:8080"
