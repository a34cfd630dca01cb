"""The number on the page, in all its writings, and everything that only looks like it."""

from __future__ import annotations

import pytest

from tests.watch.fact_pages import L, M, N, judge

SAID = [
    "0120-95-0178",
    "０１２０－９５－０１７８",
    "0120(95)0178",
    "（0120）95-0178",
    "0120‐95‑0178",
    "0120–95—0178",
    "0120−95－0178",
    "0120ー95ー0178",
    "0120.95.0178",
    "0120・95・0178",
    "0120･95･0178",
    "0120 95 0178",
    "0120&nbsp;95&nbsp;0178",
    "0120&#8201;95&#8201;0178",
    "0120　95　0178",
    "0120950178",
    "0120-950-178",
    "0120 - 95 - 0178",
    "<b>0120</b>-<b>95</b>-0178",
    "<span>0120</span>-<span>95</span>-<span>0178</span>",
    "0120-95-<br>0178",
    "0120<wbr>-95<wbr>-0178",
    "0120&shy;-95-0&shy;178",
    "0&#8203;120-95-0178",
    "&#x202a;0120-95-0178&#x202c;",
    "0120-95<!-- x -->-0178",
    "0120-95-\n   0178",
    "①0120-95-0178",
    "0120-95-0178<sup>1</sup>",
    "0120-95-0178¹",
    "0120-95-0178※1",
    "〇一二〇－九五－〇一七八",
    "٠١٢٠-٩٥-٠١٧٨",
    "TEL0120-95-0178",
    "℡0120-95-0178",
    "電話:0120-95-0178(24時間)",
    "0120-95-0178 9:30〜20:00",
    "0120-95-0178までお電話ください",
    "1. 0120-95-0178",
    "+81-120-95-0178",
    "0120-95-0178~9",
    "<a href='tel:0120950178'>電話をかける</a>",
    "<a href='tel:+81120950178'>0120-95-0178</a>",
    "<a href='tel:0120-95-0178,2'><img src=phone.png alt='電話'></a>",
    "<img src=tel.png alt='フリーダイヤル 0120-95-0178'>",
    "<button aria-label='0120-95-0178 に電話する'>電話</button>",
    "<map><area alt='0120-95-0178' href=x></map>",
    "<input type=button value='0120-95-0178'>",
    "<svg><text>0120-95-0178</text></svg>",
    "<ruby>電話<rt>でんわ</rt></ruby>0120-95-0178",
    "<ins>0120-95-0178</ins><del>0120-11-2222</del>",
    "<details><summary>電話</summary>0120-95-0178</details>",
    "<pre>電話  0120-95-0178\n</pre>",
]  # fmt: skip

CHANGED = [
    ("0120-95-0179", "number-look-alike"),
    ("0120-95-0187", "number-look-alike"),
    ("0120-95-01780", "number-in-longer"),
    ("10120-95-0178", "number-in-longer"),
    ("0120-95-0178-3", "number-in-longer"),
    ("2024-0120-95-0178", "number-in-longer"),
    ("0120-95-017", "number-look-alike"),
    ("0120-95-017<br>8:30から受け付けます", ""),
    ("0120-95-017 8:30から受け付けます", ""),
    ("0120-11-2222", "number-replaced"),
    ("<del>0120-95-0178</del>", "number-struck"),
    ("<s>0120-95-0178</s> 0120-11-2222", "number-struck"),
    ("<strike>0120-95-0178</strike>", "number-struck"),
    ("<span style='text-decoration: line-through'>0120-95-0178</span>", "number-struck"),
    ("<span hidden>0120-95-0178</span>", "number-hidden"),
    ("<span style='display:none'>0120-95-0178</span>", "number-hidden"),
    ("<span style='visibility: hidden'>0120-95-0178</span>", "number-hidden"),
    ("<style>.x{display:none}</style><span class=x>0120-95-0178</span>", "number-hidden"),
    ("<input type=hidden value='0120-95-0178'>", ""),
    ("<!-- 0120-95-0178 -->", "number-unseen"),
    ("<script>var tel='0120-95-0178'</script>", "number-unseen"),
    ("<script type='application/ld+json'>{\"telephone\":\"0120-95-0178\"}</script>", "number-unseen"),
    ("<template>0120-95-0178</template>", "number-unseen"),
    ("<table><tr><td>0120<td>95<td>0178</table>", "number-across-cells"),
    ("<ul><li>0120<li>95-0178</ul>", "number-across-cells"),
    ("<div>0120-95</div><div>-0178</div>", "number-across-cells"),
    ("0120-95-<s>0178</s><ins>0199</ins>", ""),
    ("メールでお問い合わせください", "number-missing"),
    ("<a href='tel:0120950178'>0120-95-0187</a>", ""),
    ("文書番号 3350120950178", "number-in-longer"),
]  # fmt: skip

UNDECIDED = [
    "<img src='/img/0120-95-0178.png' alt='電話番号'>",
    "<img src='/img/tel.png' alt=''>",
    "<abbr title='0120-95-0178'>電話</abbr>",
    "<noscript>0120-95-0178</noscript>",
    "型番A0120-95-0178",
    "O120-95-O178",
    "<a href='tel:0120112222'>0120-95-0178</a>",
]

RETIRED = [
    "旧番号：{N}",
    "旧：{N}",
    "【旧】{N}",
    "{N}（旧番号）",
    "{N}【終了】",
    "<h3>旧お問い合わせ先</h3><p>{N}</p>",
    "<table><tr><th>旧番号<th>新番号<tr><td>{N}<td>{M}</table>",
    "<table><tr><th>旧電話番号<td>{N}<tr><th>新電話番号<td>{M}</table>",
    "<table><tr><td>変更前<td>{N}<tr><td>変更後<td>{M}</table>",
    "<table><caption>以前の電話番号</caption><tr><td>フリーダイヤル<td>{N}</table>",
    "<dl><dt>以前の番号<dd>{N}<dt>新しい番号<dd>{M}</dl>",
    "<p>旧番号</p><p>{N}</p><p>新番号</p><p>{M}</p>",
    "<p>旧番号<br>{N}<br>新番号<br>{M}</p>",
    "<details><summary>以前の電話番号</summary><p>{N}</details>",
    "{N} → {M}",
    "電話番号が{N}から{M}に変わりました。",
    "変更前 {N} 変更後 {M}",
    "新番号 {M}（旧番号 {N}）",
    "{N}は令和6年3月31日をもって終了しました。",
    "{N}は現在使われておりません。",
    "{N}はご利用いただけません。",
    "{N}（2024年3月31日まで）",
    "2024年3月31日まで：{N}",
    "<table><tr><th>令和6年3月まで<td>{N}<tr><th>令和6年4月から<td>{M}</table>",
    "<h2>終了した窓口</h2><p>{N}</p>",
    "旧{L} {N}",
    "Old number: {N}",
    "Former hotline: {N}, new hotline: {M}",
    "{N} (old)",
    "{N} is no longer in service.",
    "{N} has been discontinued.",
    "Until March 31, 2024: {N}",
]  # fmt: skip

STILL_CURRENT = [
    "旧姓の併記のお問い合わせは {N}",
    "旧カードをお持ちの方は {N}",
    "{N}（IP電話からはご利用いただけません）",
    "{N} 一部のIP電話ではつながりません",
    "マイナポイントの申込みは終了しました。お問い合わせは {N}",
    "<h2>マイナポイント事業の終了について</h2><p>お問い合わせ {N}</p>",
    "申請は2025年3月31日まで。問い合わせ {N}",
    "{N}（12月29日～1月3日を除く）",
    "{N} 受付終了 20:00",
    "<p>旧番号 {M}<br>新番号 {N}</p>",
    "旧番号{M}から{N}に変わりました。",
    "{M} → {N}",
    "新番号：{N}（旧番号：{M}）",
    "2024年3月31日まで {M}、4月1日から {N}",
    "{N} (formerly {M})",
    "If your old card was lost, call {N}",
    "children under 12 years old may call {N}",
    "<table><tr><th>旧番号<th>新番号<tr><td>{M}<td>{N}</table>",
    "<p>古い番号は使えません。<s>{M}</s></p><p>{N}</p>",
]  # fmt: skip


def fill(text: str) -> str:
    return text.replace("{N}", N).replace("{M}", M).replace("{L}", L)


@pytest.mark.parametrize("writing", SAID)
def test_a_number_is_the_same_in_every_writing(writing: str) -> None:
    assert judge(f"<h2>{L}</h2><p>{writing}</p>")[0] == "ok"


@pytest.mark.parametrize(("writing", "reason"), CHANGED)
def test_what_only_looks_like_the_number_is_not_the_number(writing: str, reason: str) -> None:
    verdict, why, _ = judge(f"<h2>{L}</h2><p>電話：</p><div>{writing}</div>")
    assert verdict == "changed"
    assert reason in ("", why)


@pytest.mark.parametrize("writing", UNDECIDED)
def test_a_person_looks_where_a_machine_cannot_tell(writing: str) -> None:
    assert judge(f"<h2>{L}</h2><p>電話：{writing}</p>")[0] == "warn"


@pytest.mark.parametrize("text", RETIRED)
def test_a_number_of_the_past_is_no_longer_said(text: str) -> None:
    assert judge(f"<h2>お知らせ</h2><div>{fill(text)}</div>")[:2] == ("changed", "number-retired")


@pytest.mark.parametrize("text", STILL_CURRENT)
def test_words_of_the_past_about_something_else_do_no_harm(text: str) -> None:
    assert judge(f"<h2>お知らせ</h2><div>{fill(text)}</div>")[0] == "ok"


@pytest.mark.parametrize(
    "text",
    ["{N}（2027年3月31日まで）", "{N}でのマイナポイントの受付は終了しました。", "{N}は2027年3月をもって終了します。"],
)
def test_a_number_that_ends_soon_is_worth_a_look(text: str) -> None:
    assert judge(fill(text))[:2] == ("warn", "number-ending")


@pytest.mark.parametrize(
    ("phone", "text", "verdict"),
    [
        ("03-6734-0170", "03(6734)0170", "ok"),
        ("03-6734-0170", "+81-3-6734-0170", "ok"),
        ("03-6734-0170", "+81 (0)3 6734 0170", "ok"),
        ("03-6734-0170", "０３－６７３４－０１７０", "ok"),
        ("+81-3-6734-0170", "03-6734-0170", "ok"),
        ("+81-3-6734-0170", "+81-3-6734-0171", "changed"),
        ("03-6734-0170", "6734-0170", "changed"),
        ("188", "消費者ホットライン 188（いやや）", "ok"),
        ("188", "局番なしの１８８", "ok"),
        ("188", "<table><tr><th>消費者ホットライン<td>188</table>", "ok"),
        ("188", "<a href='tel:188'>電話する</a>", "ok"),
        ("188", "第188回国会で成立しました。電話は03-1234-5678", "changed"),
        ("188", "手数料は188円です。電話は03-1234-5678", "changed"),
        ("188", "霞が関1-188 電話は1880番", "changed"),
        ("#9110", "警察相談専用電話 #9110", "ok"),
        ("#9110", "警察相談専用電話 ＃９１１０", "ok"),
        ("#9110", "警察相談専用電話 <a href='tel:%239110'>電話する</a>", "ok"),
        ("#9110", "警察相談専用電話 #91100", "changed"),
        ("#9110", "警察相談専用電話 9110", "changed"),
        ("110", "事件は110番", "ok"),
        ("110", "事件は、110番地の警察署の電話へ", "changed"),
    ],
)  # fmt: skip
def test_short_and_international_numbers(phone: str, text: str, verdict: str) -> None:
    assert judge(f"<p>{text}</p>", phone=phone, label="")[0] == verdict


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("<table><tr><th>{L}<td>{M}<tr><th>年金ダイヤル<td>{N}</table>", "changed", "number-elsewhere"),
        ("<ul><li>{L} {M}<li>年金ダイヤル {N}</ul>", "changed", "number-elsewhere"),
        ("<dl><dt>{L}<dd>{M}<dt>年金ダイヤル<dd>{N}</dl>", "changed", "number-elsewhere"),
        ("<p>{L} {M}、年金ダイヤル {N}</p>", "changed", "number-elsewhere"),
        ("<h2>{L}</h2><p>{M}</p><h2>年金ダイヤル</h2><p>{N}</p>", "changed", "number-elsewhere"),
        ("<p>{L}</p><p>{N}</p><p>年金ダイヤル</p><p>{M}</p>", "ok", "said"),
        ("<table><tr><th>{L}<td>{N}<tr><th>年金ダイヤル<td>{M}</table>", "ok", "said"),
        ("<p>{L} {N}（つながらない場合は 050-3818-1250）</p>", "ok", "said"),
        ("<h2>{L}</h2><p>050-3818-1250（IP電話の方）</p><p>{N}</p>", "ok", "said"),
        ("<h2>{L}</h2><p>電話 {N} FAX 0120-95-0179</p>", "ok", "said-beside-look-alike"),
        ("<p>{N}（{L}）</p>", "ok", "said"),
        ("<p>別の名前の窓口 {N}</p>", "ok", "said"),
    ],
)  # fmt: skip
def test_the_number_stands_with_its_own_label(text: str, verdict: str, reason: str) -> None:
    assert judge(fill(text))[:2] == (verdict, reason)
