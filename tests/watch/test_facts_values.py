"""Fees and dates: the same value in any writing, tied to its label."""

from __future__ import annotations

from datetime import date

import pytest

from tests.watch.fact_pages import judge

FEE = "再交付手数料"
START = "特急発行の開始日"
DAY = date(2025, 12, 1)


@pytest.mark.parametrize(
    "writing",
    ["1,000円", "１０００円", "１，０００円", "1000円", "千円", "1千円", "¥1,000", "￥1,000", "1000 yen", "JPY 1,000", "1,000 Japanese yen", "一千円", "1.000 ienes", "<b>1,000</b>円", "1,000日元"],
)  # fmt: skip
@pytest.mark.parametrize(
    "frame", ["<p>{F}：{V}</p>", "<table><tr><th>{F}<td>{V}<tr><th>写真<td>800円</table>", "<dl><dt>{F}<dd>{V}</dl>"]
)
def test_the_same_fee(frame: str, writing: str) -> None:
    assert judge(frame.replace("{F}", FEE).replace("{V}", writing), phone=None, label=FEE, fee=1000)[0] == "ok"


@pytest.mark.parametrize(
    "writing",
    [
        "1,200円",
        "2千円",
        "800円",
        "10,000円",
        "100円",
        "無料",
        "<s>1,000円</s> 1,500円",
        "1,500円（旧 1,000円）",
        "1万円",
    ],
)
def test_another_fee(writing: str) -> None:
    page = f"<table><tr><th>{FEE}<td>{writing}<tr><th>写真<td>1,000円</table>"
    expected = "warn" if writing == "無料" else "changed"
    assert judge(page, phone=None, label=FEE, fee=1000)[0] in (expected, "changed")


def test_a_fee_without_label_or_amount() -> None:
    assert judge("<p>カードの再発行には1,000円かかります。</p>", phone=None, label="別の名前", fee=1000)[0] == "ok"
    assert judge("<p>カードの再発行には1,500円かかります。</p>", phone=None, label="別の名前", fee=1000)[0] == "changed"
    assert judge(f"<p>{FEE}は窓口でお尋ねください。</p>", phone=None, label=FEE, fee=1000)[0] == "warn"
    assert judge(f"<p>{FEE}は無料です。</p>", phone=None, label=FEE, fee=0)[0] == "ok"
    assert judge(f"<p>{FEE}は178.2円です。</p>", phone=None, label=FEE, fee=178)[0] == "changed"


@pytest.mark.parametrize(
    "writing",
    ["令和7年12月1日", "2025年12月1日", "２０２５年１２月１日", "2025/12/1", "2025-12-01", "2025.12.1", "令和7年（2025年）12月1日", "2025年（令和7年）12月1日", "R7.12.1", "December 1, 2025", "1 December 2025", "Dec. 1st, 2025", "1º de dezembro de 2025", "1 de diciembre de 2025", "令和7年12月1日（月曜日）"],
)  # fmt: skip
def test_the_same_date(writing: str) -> None:
    assert judge(f"<p>{START}：{writing}</p>", phone=None, label=START, day=DAY)[0] == "ok"


@pytest.mark.parametrize(
    "writing", ["令和7年12月2日", "2025年11月1日", "2024/12/1", "December 11, 2025", "令和8年12月1日", "平成7年12月1日"]
)
def test_another_date(writing: str) -> None:
    assert (
        judge(f"<p>{START}：{writing}</p><p>更新日 2025年12月1日</p>", phone=None, label=START, day=DAY)[0] == "changed"
    )


def test_a_date_without_year_is_worth_a_look() -> None:
    assert judge(f"<p>{START}：12月1日</p>", phone=None, label=START, day=DAY)[0] == "warn"
