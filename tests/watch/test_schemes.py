"""Addresses that are judged by their form: what a phone can dial, what a mail program can write to."""

from __future__ import annotations

import pytest

from cardcare.watch.schemes import by_form

OK = """
tel:0120-95-0178 tel:0120950178 tel:+81-3-1234-5678 tel:+81-120-95-0178 tel:110 tel:188 tel:%239110 TEL:0570-783-578
tel:050-3816-9405 tel:0800-300-7146 tel:03(1234)5678 tel:03-1234-5678;ext=12 tel:0120950178,2 tel:+1-202-555-0100
sms:+819012345678?body=x mailto:a@example.jp mailto:a@example.jp?subject=%E3%81%82 mailto:a@b.example,c@d.example
mailto:%61@example.jp mailto:a@例え.jp fax:03-1234-5678
"""
BROKEN = """
tel:#9110 tel:0120-95-017 tel:0120-95-01788 tel:O12O-95-0178 tel:０１２０９５０１７８ tel:0120−95−0178 tel: tel:1234
tel:+810312345678 tel://0120950178 tel:0120-XX-0178 tel:電話 mailto: mailto:example.jp mailto:a@@example.jp
mailto:a@example mailto:a.@example.jp mailto:<a@example.jp> mailto://a@example.jp mailto:a@example.jp;b@example.jp
mailto:a@example..jp mailto:a@example.jp&subject=x javascript:void(0) data:text/html,x file:///etc/passwd
ftp://example.jp/ htp://x 0120-95-0178
"""


@pytest.mark.parametrize("url", OK.split())
def test_good_forms(url: str) -> None:
    assert by_form(url).verdict == "ok"


@pytest.mark.parametrize("url", [*BROKEN.split(), "mailto:a b@example.jp", ""])
def test_bad_forms(url: str) -> None:
    assert by_form(url).verdict == "broken"


@pytest.mark.parametrize("url", ["tel:0120 95 0178", "mailto:?subject=x", "line:ti/p/@x", "webcal://x/y"])
def test_forms_for_a_person_to_look_at(url: str) -> None:
    assert by_form(url).verdict == "warn"
