"""The hours beside the number: the same values in any words are the same, other values are a change."""

from __future__ import annotations

import pytest

from tests.watch.fact_pages import ALWAYS, DAILY, OFFICE, WEEK, L, M, N, judge

SAME_WEEK = [
    "平日 9:30〜20:00　土日祝 9:30〜17:30",
    "(平日)9:30~20:00 (土日祝)9:30~17:30",
    "平日9:30〜20:00、土日祝9:30〜17:30（年末年始12月29日〜1月3日を除く）",
    "９：３０～２０：００（平日）、９：３０～１７：３０（土日祝）",
    "平日：午前9時30分から午後8時まで<br>土曜日・日曜日・祝日：午前9時30分から午後5時30分まで",
    "平日は9時30分から20時、土日祝は9時半から17時半",
    "月曜日から金曜日 9:30〜20:00、土・日・祝日 9:30〜17:30",
    "月〜金 9.30-20.00 / 土日祝日 9.30-17.30",
    "(月)〜(金) 9:30〜20:00 (土)(日)(祝) 9:30〜17:30",
    "平日 九時三十分から二十時、土日祝 九時三十分から十七時三十分",
    "平日 9:30〜20:00（土日祝は17:30まで）",
    "受付時間 9:30〜20:00（土日祝は9:30〜17:30）",
    "Weekdays 9:30-20:00; weekends and holidays 9:30-17:30",
    "9:30 a.m. to 8:00 p.m. on weekdays and 9:30 a.m. to 5:30 p.m. on weekends and national holidays",
    "Mon–Fri: 9:30–20:00 / Sat, Sun, holidays: 9:30–17:30",
    "AM 9:30 – 8:00 PM (weekdays), AM 9:30 – 5:30 PM (weekends and holidays)",
    "segunda a sexta-feira das 9h30 às 20h, sábados, domingos e feriados das 9h30 às 17h30",
    "lunes a viernes de 9:30 a 20:00; sábados, domingos y festivos de 9:30 a 17:30",
    "周一至周五 9:30-20:00，周六、周日、节假日 9:30-17:30",
    "평일 9:30~20:00, 토·일·공휴일 9:30~17:30",
    "<span>平日</span><b>9:30</b>〜<b>20:00</b><br><span>土日祝</span><b>9:30</b>〜<b>17:30</b>",
    "<ruby>平日<rt>へいじつ</rt></ruby> 9:30〜20:00 <ruby>土日祝<rt>どにちしゅく</rt></ruby> 9:30〜17:30",
    "平日 9:30〜20:00 土日祝 9:30〜17:30 ※紛失・盗難による一時利用停止は24時間365日受け付けます",
    "受付時間：平日 9:30〜20:00 土日祝 9:30〜17:30 最終更新日：2026年11月1日 10:00",
    "9:30〜20:00 平日<br>9:30〜17:30 土日祝",
    "<s>平日 9:00〜18:00</s> 平日 9:30〜20:00 土日祝 9:30〜17:30",
    "平日 8:30〜17:15 → 平日 9:30〜20:00、土日祝 9:30〜17:30",
]  # fmt: skip

OTHER_WEEK = [
    "平日 9:30〜19:00　土日祝 9:30〜17:30",
    "平日 9:30〜20:00　土日祝 9:30〜17:00",
    "平日 9:30〜17:30　土日祝 9:30〜20:00",
    "平日 10:00〜20:00　土日祝 9:30〜17:30",
    "平日：午前9時30分から午前8時まで、土日祝：午前9時30分から午後5時30分まで",
    "平日：午後9時30分から午後8時まで、土日祝：午後9時30分から午後5時30分まで",
    "平日 9時〜20時、土日祝 9時〜17時半",
    "Weekdays 9:30 a.m. to 8:00 a.m.; weekends and holidays 9:30 a.m. to 5:30 p.m.",
    "平日 9:30〜20:00（土日祝は休み）",
    "平日 9:30〜20:00（土日祝は17:00まで）",
    "24時間365日",
    "毎日 9:30〜20:00",
    "平日 10:00〜18:00（変更前：平日 9:30〜20:00、土日祝 9:30〜17:30）",
    "<s>平日 9:30〜20:00 土日祝 9:30〜17:30</s> 平日 10:00〜18:00 土日祝 10:00〜16:00",
    "月〜木 9:30〜20:00、金 9:30〜18:00、土日祝 9:30〜17:30",
]  # fmt: skip

SAME_OFFICE = [
    "平日 9:00〜17:00",
    "9:00〜17:00（土日祝を除く）",
    "9時から17時（土日祝日・年末年始を除く）",
    "月曜日から金曜日（祝日を除く） 9:00〜17:00",
    "月〜金 祝日を除く 9:00〜17:00",
    "平日（祝日・年末年始を除く） 9:00～17:00",
    "土日祝日及び年末年始を除く平日 9:00〜17:00",
    "休日を除く月曜日から金曜日の9時00分〜17時00分",
    "Monday to Friday 9:00-17:00, except national holidays",
    "9:00 to 17:00 (closed on weekends and holidays)",
    "Mon.-Fri. 9:00–17:00 (closed Dec. 29 - Jan. 3)",
    "受付時間：9:00〜17:00 定休日：土・日・祝日",
    "午前9時～午後5時（土日祝休み）",
    "9am to 5pm (Mon.–Fri., closed on national holidays)",
    "9:00〜17:00（土日祝・年末年始休）",
    "土日祝は休み。平日 9:00〜17:00",
    "平日 9:00〜17:00（12:00〜13:00を除く）",
    "平日 9:00-17:00 (received at 10:00)",
    "平日9:00〜17:00。24時間以内に折り返します",
    "Mon-Fri 9am-5pm",
    "平日 午前9時から5時まで",
]  # fmt: skip

OTHER_OFFICE = [
    "平日 9:00〜17:30",
    "9:00〜17:00（日曜・祝日を除く）",
    "毎日 9:00〜17:00",
    "平日・土曜 9:00〜17:00",
    "土日祝 9:00〜17:00",
    "月〜木 9:00〜17:00（金曜休み）",
    "Mon-Fri 9am-5am",
    "Monday to Thursday 9:00-17:00, closed on Fridays",
    "平日 9:00〜12:00、13:00〜16:00",
    "平日 9:00〜17:00 → 平日 10:00〜16:00",
    "2026年3月31日まで平日 9:00〜17:00、2026年4月1日から平日 10:00〜16:00",
]  # fmt: skip

UNDECIDED = [
    "受付時間はお問い合わせください",
    "平日 9:00〜",
    "平日 10:00〜16:00、平日 9:00〜17:00",
    "",
]

FRAMES = [
    "<p>{L} {N} {H}</p>",
    "<p>{L}</p><p>電話 {N}</p><p>受付時間 {H}</p>",
    "<table><tr><th>{L}<td>{N}<td>{H}</table>",
    "<dl><dt>{L}<dd>{N}<dd>{H}</dl>",
    "<h2>{L}</h2><ul><li>電話：{N}</li><li>{H}</li></ul><h2>市役所</h2><p>平日 8:15〜17:45 03-1111-2222</p>",
]


def page(frame: str, hours: str) -> str:
    return frame.replace("{L}", L).replace("{N}", N).replace("{M}", M).replace("{H}", hours)


@pytest.mark.parametrize("hours", SAME_WEEK)
@pytest.mark.parametrize("frame", FRAMES)
def test_the_same_week_in_other_words(frame: str, hours: str) -> None:
    assert judge(page(frame, hours), hours=WEEK)[0] == "ok"


@pytest.mark.parametrize("hours", OTHER_WEEK)
@pytest.mark.parametrize("frame", FRAMES)
def test_another_week(frame: str, hours: str) -> None:
    assert judge(page(frame, hours), hours=WEEK)[:2] == ("changed", "hours-differ")


@pytest.mark.parametrize("hours", SAME_OFFICE)
@pytest.mark.parametrize("frame", FRAMES)
def test_the_same_office_hours(frame: str, hours: str) -> None:
    assert judge(page(frame, hours), hours=OFFICE)[0] == "ok"


@pytest.mark.parametrize("hours", OTHER_OFFICE)
@pytest.mark.parametrize("frame", FRAMES)
def test_other_office_hours(frame: str, hours: str) -> None:
    assert judge(page(frame, hours), hours=OFFICE)[:2] == ("changed", "hours-differ")


@pytest.mark.parametrize("hours", UNDECIDED)
@pytest.mark.parametrize("frame", FRAMES)
def test_hours_that_a_person_must_read(frame: str, hours: str) -> None:
    assert judge(page(frame, hours), hours=OFFICE)[0] == "warn"


@pytest.mark.parametrize(
    "hours",
    [
        "毎日 9:00〜18:00",
        "年中無休 9時〜18時",
        "9:00-18:00 daily",
        "9:00〜18:00（年中無休）",
        "365日 午前9時から午後6時",
        "9:00〜18:00（土日祝も対応）",
        "月曜日から日曜日 9:00〜18:00",
        "every day from 9:00 to 18:00",
        "平日・土日祝 9:00〜18:00",
    ],
)
def test_every_day(hours: str) -> None:
    assert judge(page(FRAMES[1], hours), hours=DAILY)[0] == "ok"


@pytest.mark.parametrize(
    "hours",
    [
        "24時間365日",
        "24時間・年中無休",
        "毎日24時間",
        "24 hours a day, 7 days a week",
        "24/7",
        "終日",
        "0:00〜24:00（毎日）",
        "24時間受付",
        "２４時間対応",
    ],
)
def test_round_the_clock(hours: str) -> None:
    assert judge(page(FRAMES[1], hours), hours=ALWAYS)[0] == "ok"


@pytest.mark.parametrize("hours", ["毎日 9:00〜17:00", "平日 24時間", "24時間365日 → 平日 9:00〜17:00"])
def test_no_longer_round_the_clock(hours: str) -> None:
    assert judge(page(FRAMES[1], hours), hours=ALWAYS)[0] == "changed"


H, K = "平日 9:30〜20:00、土日祝 9:30〜17:30", "平日 9:00〜17:00"
WINDOWS = [
    # ours first, another window beside it
    ("<table><tr><th>窓口<th>電話<th>時間<tr><td>{L}<td>{N}<td>{H}<tr><td>年金<td>{M}<td>{K}</table>", "ok"),
    ("<table><tr><th>窓口<th>電話<th>時間<tr><td>{L}<td>{N}<td>{K}<tr><td>年金<td>{M}<td>{H}</table>", "changed"),
    ("<table><tr><th><th>{L}<th>年金<tr><th>電話<td>{N}<td>{M}<tr><th>時間<td>{H}<td>{K}</table>", "ok"),
    ("<table><tr><th><th>{L}<th>年金<tr><th>電話<td>{N}<td>{M}<tr><th>時間<td>{K}<td>{H}</table>", "changed"),
    ("<table><tr><th colspan=2>{L}<tr><th>電話<td>{N}<tr><th>時間<td>{H}<tr><th colspan=2>年金<tr><th>電話<td>{M}<tr><th>時間<td>{K}</table>", "ok"),
    ("<table><tr><th colspan=2>{L}<tr><th>電話<td>{N}<tr><th>時間<td>{K}<tr><th colspan=2>年金<tr><th>電話<td>{M}<tr><th>時間<td>{H}</table>", "changed"),
    ("<table><tr><th rowspan=2>{L}<td>{N}<tr><td>{H}<tr><th rowspan=2>年金<td>{M}<tr><td>{K}</table>", "ok"),
    ("<table><tr><th rowspan=2>{L}<td>{N}<tr><td>{K}<tr><th rowspan=2>年金<td>{M}<tr><td>{H}</table>", "changed"),
    ("<table><tr><td>{L}<td>{N}<td rowspan=2>{H}<tr><td>年金<td>{M}</table>", "ok"),
    ("<table><tr><th>窓口<th>電話<th>平日<th>土日祝<tr><td>{L}<td>{N}<td>9:30〜20:00<td>9:30〜17:30<tr><td>年金<td>{M}<td>9:00〜17:00<td>休み</table>", "ok"),
    ("<table><tr><th>窓口<th>電話<th>平日<th>土日祝<tr><td>{L}<td>{N}<td>9:30〜17:30<td>9:30〜20:00<tr><td>年金<td>{M}<td>9:00〜17:00<td>休み</table>", "changed"),
    ("<table><tr><th>電話<td>{N}<tr><th>平日<td>9:30〜20:00<tr><th>土日祝<td>9:30〜17:30</table>", "ok"),
    ("<table><tr><th>電話<td colspan=2>{N}<tr><th rowspan=2>時間<th>平日<td>9:30〜20:00<tr><th>土日祝<td>9:30〜17:30</table>", "ok"),
    ("<table><tr><th>電話<td colspan=2>{N}<tr><th rowspan=2>時間<th>平日<td>9:30〜17:30<tr><th>土日祝<td>9:30〜20:00</table>", "changed"),
    ("<dl><dt>{L}<dd>{N}<dd>{H}<dt>年金<dd>{M}<dd>{K}</dl>", "ok"),
    ("<dl><dt>{L}<dd>{N}<dd>{K}<dt>年金<dd>{M}<dd>{H}</dl>", "changed"),
    ("<dl><dt>{L} {N}<dd>{H}<dt>年金 {M}<dd>{K}</dl>", "ok"),
    ("<h2>{L}</h2><dl><dt>電話<dd>{N}<dt>時間<dd>{H}</dl><h2>年金</h2><dl><dt>電話<dd>{M}<dt>時間<dd>{K}</dl>", "ok"),
    ("<h2>{L}</h2><dl><dt>電話<dd>{N}<dt>時間<dd>{K}</dl><h2>年金</h2><dl><dt>電話<dd>{M}<dt>時間<dd>{H}</dl>", "changed"),
    ("<ul><li>{L} {N}（{H}）<li>年金 {M}（{K}）</ul>", "ok"),
    ("<ul><li>{L} {N}（{K}）<li>年金 {M}（{H}）</ul>", "changed"),
    ("<ul><li>{L}<ul><li>電話 {N}<li>{H}</ul><li>年金<ul><li>電話 {M}<li>{K}</ul></ul>", "ok"),
    ("<ul><li>{L}<ul><li>電話 {N}<li>{K}</ul><li>年金<ul><li>電話 {M}<li>{H}</ul></ul>", "changed"),
    ("<p>{L} {N}（{H}）、年金 {M}（{K}）</p>", "ok"),
    ("<p>{L} {N}（{K}）、年金 {M}（{H}）</p>", "changed"),
    ("<p>{L}<br>{N}<br>{H}<br>年金<br>{M}<br>{K}</p>", "ok"),
    ("<p>{L}<br>{N}<br>{K}<br>年金<br>{M}<br>{H}</p>", "changed"),
    ("<p>{L}</p><p>{N}</p><p>{H}</p><p>年金</p><p>{M}</p><p>{K}</p>", "ok"),
    ("<p>{L}</p><p>{N}</p><p>{K}</p><p>年金</p><p>{M}</p><p>{H}</p>", "changed"),
    ("<p>年金</p><p>{M}</p><p>{H}</p><p>{L}</p><p>{N}</p><p>{K}</p>", "changed"),
    ("<p>年金</p><p>{M}</p><p>{K}</p><p>{L}</p><p>{N}</p><p>{H}</p>", "ok"),
    ("<div class=c><h3>{L}</h3><p>{H}</p><p>{N}</p></div><div class=c><h3>年金</h3><p>{K}</p><p>{M}</p></div>", "ok"),
    ("<div class=c><h3>{L}</h3><p>{K}</p><p>{N}</p></div><div class=c><h3>年金</h3><p>{H}</p><p>{M}</p></div>", "changed"),
    ("<div><div><b>{L}</b></div><div>{N}</div><div>{H}</div></div><div><div><b>年金</b></div><div>{M}</div><div>{K}</div></div>", "ok"),
    ("<div><div><b>{L}</b></div><div>{N}</div><div>{K}</div></div><div><div><b>年金</b></div><div>{M}</div><div>{H}</div></div>", "changed"),
    ("<p>{L} {N}</p><p>IP電話 050-3818-1250</p><p>{H}</p>", "ok"),
    ("<p>{L} {N}</p><p>IP電話 050-3818-1250</p><p>{K}</p>", "changed"),
    ("<p>{L} {N} FAX 0120-601-785</p><p>{K}</p>", "changed"),
    ("<p>{L} {N}</p><p>年金 {M}</p><p>受付時間（共通） {H}</p>", "ok"),
    ("<p>{L} {N}</p><p>年金 {M}</p><p>受付時間（共通） {K}</p>", "warn"),
    ("<p>{L} {N}</p><footer>開庁時間 {K}</footer>", "warn"),
    ("<p>{L} {N}</p><p>{H}</p><footer>市役所 {M} 開庁時間 {K}</footer>", "ok"),
    ("<h2>{L}</h2><p>{N}</p><p>平日</p><p>9:30〜20:00</p><p>土日祝</p><p>9:30〜17:30</p>", "ok"),
    ("<h2>{L}</h2><p>{N}</p><h3>電話受付</h3><p>{H}</p><h3>窓口での受付</h3><p>{K}</p>", "ok"),
    ("<h2>{L}</h2><p>{N}</p><h3>窓口での受付</h3><p>{K}</p><h3>電話受付</h3><p>{H}</p>", "ok"),
    ("<h2>{L}</h2><p>{N}</p><p>紛失・盗難：24時間365日</p><p>その他のお問い合わせ：{H}</p>", "ok"),
    ("<h2>{L}</h2><p>{N}</p><p>紛失・盗難：24時間365日</p><p>その他のお問い合わせ：{K}</p>", "changed"),
    ("<h2>{L}</h2><p>{N}</p><p>旧受付時間 {H}</p><p>新受付時間 {K}</p>", "changed"),
    ("<h2>{L}</h2><p>{N}</p><p>旧受付時間 {K}</p><p>新受付時間 {H}</p>", "ok"),
    ("<table><tr><th>{L}<td>{N}<tr><th>年金<td>{M}</table><table><tr><th>{L}<td>{H}<tr><th>年金<td>{K}</table>", "ok"),
    ("<table><tr><th>{L}<td>{N}<tr><th>年金<td>{M}</table><table><tr><th>{L}<td>{K}<tr><th>年金<td>{H}</table>", "changed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), WINDOWS)
def test_hours_belong_to_the_number_that_the_page_ties_them_to(text: str, verdict: str) -> None:
    assert judge(page(text, H).replace("{K}", K), hours=WEEK)[0] == verdict
