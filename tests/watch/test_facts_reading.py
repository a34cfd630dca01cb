"""Pages in every encoding, PDF files, plain text; and pages in trouble, which are never "changed"."""

from __future__ import annotations

import pytest

from cardcare.watch.charset import charset, decode
from cardcare.watch.facts import judge_fact
from tests.watch.fact_pages import ABOUT, WEEK, L, M, N, answer, html, judge, target
from tests.watch.pdf_pages import pdf

TEXT = f"{L} {N} 平日 午前9時30分から午後8時まで 土日祝 午前9時30分から午後5時30分まで"
CLAIMS = ["", "utf-8", "Shift_JIS", "x-sjis", "EUC-JP", "ISO-2022-JP", "iso-8859-1", "windows-1252", "nonsense"]


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
@pytest.mark.parametrize("where", ["header", "meta", "http-equiv"])
def test_the_bytes_decide_whatever_the_page_claims(encoding: str, claim: str, where: str) -> None:
    meta = {"meta": f'<meta charset="{claim}">', "header": ""}.get(
        where, f"<meta http-equiv=Content-Type content='text/html; charset={claim}'>"
    )
    kind = f"text/html; charset={claim}" if where == "header" and claim else "text/html"
    body = f"<html><head>{meta}<title>窓口</title></head><body>{ABOUT}<p>{TEXT}</p>".encode(encoding)
    assert judge_fact(target(hours=WEEK), answer(body, kind))[0] == "ok"
    changed = body.replace(N.encode(), M.encode()) if encoding != "utf-16" else body
    if changed != body:
        assert judge_fact(target(hours=WEEK), answer(changed, kind))[0] == "changed"


def test_other_languages_keep_their_encoding() -> None:
    portuguese = "Atendimento em português: ligação gratuita das 9h30 às 20h"
    assert decode(portuguese.encode("cp1252"), {"content-type": "text/html; charset=utf-8"}) == portuguese
    assert decode("평일 상담 전화".encode("cp949"), {"content-type": "text/html; charset=euc-kr"}) == "평일 상담 전화"
    assert decode("工作日咨询电话".encode("gb18030"), {"content-type": "text/html; charset=gb2312"}) == "工作日咨询电话"


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    body = f"<p>{TEXT}".encode()
    assert charset(body[:60] + b"\xff" + body[60:], {}) == "utf-8"
    assert charset(body[:50], {}) == "utf-8"  # cut off inside a character


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        ([L, f"電話 {N}", "平日 9:30〜20:00 土日祝 9:30〜17:30"], "ok"),
        (
            [L, "電話 ０１２０－９５－０１７８", "平日　９時３０分から２０時", "土日祝　９時３０分から１７時３０分"],
            "ok",
        ),
        ([L, "電話 0120-11-2222", "平日 9:30〜20:00 土日祝 9:30〜17:30"], "changed"),
        ([L, f"電話 {N}", "平日 9:30〜19:00 土日祝 9:30〜17:30"], "changed"),
        ([L, f"旧番号 {N}", f"新番号 {M}"], "changed"),
        ([], "warn"),
    ],
)
def test_a_pdf_is_read_like_a_page(lines: list[str], verdict: str) -> None:
    assert judge_fact(target(hours=WEEK), answer(pdf(lines), "application/pdf"))[0] == verdict


def test_a_letter_spaced_pdf_still_says_its_number() -> None:
    lines = [L, " ".join(N), "平日 9:30〜20:00 土日祝 9:30〜17:30"]
    assert judge_fact(target(hours=WEEK), answer(pdf(lines), "application/pdf"))[0] == "ok"


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"", "text/html", "empty"),
        (b"  \r\n ", "text/html", "empty"),
        (b"<html><body></body></html>", "text/html", "empty"),
        (b"%PDF-1.5\nbroken", "application/pdf", "pdf-unreadable"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png", "picture-file"),
        (b"PK\x03\x04\x00\x00\x00\x00", "application/vnd.ms-excel", "not-text"),
        (b"<html><div id=app></div><script src=a.js></script>", "text/html", "needs-scripts"),
        ("<html><img src=page.png><p>窓口</p>".encode(), "text/html", "number-in-picture"),
        (b"<html><frameset><frame src=a.html></frameset>", "text/html", "frames"),
        ("<html><noscript>JavaScriptを有効にしてください</noscript>".encode(), "text/html", "needs-scripts"),
        (f"<html><title>ログイン</title><p>{'会員の方はこちら。' * 20}</p><input type=password>".encode(), "text/html", "login-form"),
        (b"<html><title>Just a moment...</title><p>Checking your browser before accessing the site.</p>", "text/html", "bot-wall"),
        ("<html><h1>アクセスが拒否されました</h1><p>ロボットではないことを確認してください。しばらくお待ちください。</p>".encode(), "text/html", "bot-wall"),
        ("<html><h1>ただいまメンテナンス中です</h1><p>終了までしばらくお待ちください。ご迷惑をおかけします。</p>".encode(), "text/html", "maintenance"),
        (f"<html><h1>{L}</h1><p>ただいまアクセスが集中しております。しばらくしてから再度お試しください。</p>".encode(), "text/html", "maintenance"),
        ("<html><h1>システムエラー</h1><p>エラーが発生しました。もう一度最初からやり直してください。お手数をおかけします。</p>".encode(), "text/html", "error-page"),
        ("<html><p>このページは下記へ移転しました。ブックマークの変更をお願いいたします。5秒後に移動します。</p>".encode(), "text/html", "moved-notice"),
        ("<html><p>お探しのページは見つかりませんでした。削除されたか、名前が変わった可能性があります。</p>".encode(), "text/html", "not-found-notice"),
        ("<html><title>夏まつり</title><p>" + "今年も夏まつりを開きます。屋台や花火をお楽しみください。".encode().decode() * 9, "text/html", "other-page"),
    ],
)  # fmt: skip
def test_trouble_with_the_page_is_never_a_change(body: bytes | str, kind: str, reason: str) -> None:
    sent = body.encode() if isinstance(body, str) else body
    verdict, why, _ = judge_fact(target(), answer(sent, kind))
    assert (why, verdict in ("warn", "temporary")) == (reason, True)


def test_a_cut_off_page_is_no_proof() -> None:
    body = html(f"<h2>{L}</h2><p>お問い合わせ先</p>")
    assert judge_fact(target(), answer(body, truncated=True))[:2] == ("warn", "truncated")
    assert judge_fact(target(), answer(body))[:2] == ("changed", "number-missing")


def test_a_healthy_page_may_speak_of_logins_and_errors() -> None:
    page = f"<h2>{L}</h2><p>{N}</p><p>ログインできない、エラーが発生しました、と出るとき</p><input type=password>"
    assert judge(page)[0] == "ok"
    assert judge(page.replace(N, M))[0] == "changed"


def test_a_page_nested_without_end_is_read_without_harm() -> None:
    assert judge("<div>" * 1_000 + f"<p>{L} {N}</p>" + "</div>" * 1_000)[0] == "ok"
    assert judge("<div>" * 300_000 + f"<p>{L} {N}</p>")[:2] == ("warn", "too-deep")
    assert judge("<b>" * 5_000 + N)[0] == "ok"
    assert judge(f"<table><tr><td colspan=99999 rowspan=99999>{L}<td>{N}</table>")[0] == "ok"


def test_evidence_is_a_short_passage_of_the_page_itself() -> None:
    long = "ご案内です。" * 60
    verdict, _, evidence = judge(f"<h2>{L}</h2><p>{long}旧番号：０１２０－９５－０１７８{long}</p>")
    assert verdict == "changed"
    assert "旧番号：０１２０－９５－０１７８" in evidence
    assert len(evidence) <= 160
    assert judge(f"<table><tr><th>{L}<td>0120-95-0187</table>")[2] == f"{L} | 0120-95-0187"
    assert "9:30〜19:00" in judge(f"<p>{L} {N}</p><p>平日 9:30〜19:00 土日祝 9:30〜17:30</p>", hours=WEEK)[2]
