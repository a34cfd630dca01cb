"""A phone number is found however it is written; a date, a price or a time is never taken for one."""

from __future__ import annotations

import unicodedata

import pytest

from cardcare import numbers

DASHES = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Pd"] + list("−⁻₋ー～~ｰ⁃˗➖─━")
SPACES = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Zs"]
INVISIBLE = [
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202c",
    "\u2066",
]


def dials(text: str) -> list[str]:
    return [found.dial for found in numbers.find(text)]


@pytest.mark.parametrize(
    "written",
    [
        "0120-000-123",
        "0120000123",
        "電話は0120-000-123です。",
        "tel:0120000123",
        "０１２０−０００−１２３",
        "０１２０ー０００ー１２３",
        "〇一二〇-〇〇〇-一二三",
        "零一二零零零零一二三",
        "０一２〇-000-１二3",
        "٠١٢٠٠٠٠١٢٣",  # Arabic digits
        "+81-120-000-123",
        "＋８１ １２０ ０００ １２３",
        "+81 (0)120-000-123",
        "O120-OOO-123",
        "0l2o-000-I23",
        "01Z0-000-123",
        "0120-**000**-123",
        "(0120) 000-123",
        "0120（000）123",
        "0120.000.123",
        "0120・000・123",
        "0120/000/123",
        "0120の000の123",
        "0 1 2 0 0 0 0 1 2 3",
        *(f"0120{dash}000{dash}123" for dash in DASHES),
        *(f"0120{space}000{space}123" for space in SPACES),
        *(f"0120-0{sign}00-{sign}123" for sign in INVISIBLE),
    ],
)
def test_every_writing_of_a_number_is_found(written: str) -> None:
    assert dials(written) == ["0120000123"]


@pytest.mark.parametrize(
    ("written", "dial"),
    [
        ("03-1234-5678", "0312345678"),
        ("+81-3-1234-5678", "0312345678"),
        ("○三-一二三四-五六七八", "0312345678"),  # a white circle, which many type for 〇
        ("050-1234-5678", "05012345678"),
        ("090 1234 5678", "09012345678"),
        ("0570-000-123", "0570000123"),
        ("110番へ", "110"),
        ("１１０番へ", "110"),
        ("一一〇番へ", "110"),
        ("万一110番へ", "110"),
        ("#9110", "#9110"),
        ("＃９１１０", "#9110"),
        ("188（いやや）", "188"),
    ],
)
def test_lines_of_every_kind_are_found(written: str, dial: str) -> None:
    assert dials(written) == [dial]


def test_numbers_beside_one_another_are_told_apart() -> None:
    assert dials("03-1234-5678 050-1234-5678、0120-000-123") == ["0312345678", "05012345678", "0120000123"]


def test_the_number_is_quoted_as_it_is_written() -> None:
    assert [found.raw for found in numbers.find("電話は ０１２０−０００−１２３ です")] == ["０１２０−０００−１２３"]


def test_short_numbers_can_be_left_out() -> None:
    """Names such as みんなの人権110番 hold one."""
    assert list(numbers.find("みんなの人権110番", short=False)) == []


@pytest.mark.parametrize(
    "innocent",
    [
        "2026-11-23",
        "2026年11月23日",
        "2024-12-02〜2025-12-01",
        "2025-03-24 2025-12-01",
        "2024.12.02～2025.12.01",
        "23/11/2026 10:00",
        "1,000円",
        "1,000,000 yen",
        "8:30〜20:00",
        "08:30-17:15",
        "平日 9:30〜20:00、土・日・祝日 9:30〜17:30",
        "12月29日〜1月3日",
        "24時間365日",
        "1-2か月",
        "0〜18歳",
        "12けたの番号",
        "123456789012",
        "1234 5678 9012",
        "〒100-0001",
        "3.11.5",
        "version 2026.11.23",
        "0.5",
        "10.5%",
        "〇〇〇-〇〇〇〇-〇〇〇〇",
        "0120-○○○-○○○",
        "一二三四五六七八九",
        "二〇二六年十一月二十三日",
        "第一一〇〇号",
        "1100円",
        "1,188円",
        "0 1 2 3",
        "ISO 8601",
        "BIZZ LOOSO OSSIL",
    ],
)
def test_what_is_no_number_is_left_alone(innocent: str) -> None:
    assert dials(innocent) == []


@pytest.mark.parametrize(
    ("shown", "dial"),
    [
        ("0120-000-123", "0120000123"),
        ("+81-3-1234-5678", "0312345678"),
        ("+81-(0)3-1234-5678", "0312345678"),
        ("#9110", "#9110"),
    ],
)
def test_what_a_phone_dials_for_a_number_as_shown(shown: str, dial: str) -> None:
    assert numbers.dialled(shown) == dial
