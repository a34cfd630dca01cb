"""Tells whether a page that lacks a fact is in trouble itself: empty, a login, a bot wall, under maintenance, moved.

Trouble is never "changed". Asked only about pages without the number, because a healthy page may well say "ログイン".
"""

from __future__ import annotations

import re

from cardcare.watch.folding import PICTURE, bare, fold
from cardcare.watch.page_text import Page
from cardcare.watch.verdict import Verdict

SCANT = 40  # letters; less than this is no page
SHORT = 600  # a notice, not a page of information
Trouble = tuple[Verdict, str, str]

_NOTICES: tuple[tuple[str, Verdict, str], ...] = (
    (
        r"just a moment|checking your browser|attention required|verify (?:that )?you are (?:a )?human|are you a robot|captcha|access denied|request blocked"
        r"|ddos protection|ロボットで(?:は)?な|アクセス(?:が|は)(?:拒否|制限|ブロック)|不正なアクセス|unusual traffic|incapsula",
        Verdict.WARN, "bot-wall",
    ),
    (
        r"メンテナンス中|メンテナンスのため|ただいまメンテナンス|システムメンテナンス|(?:アクセス|回線)が(?:集中|混雑|混み)|混み合って(?:い|お)|一時的に(?:アクセス|表示|閲覧|ご覧|サイト|ページ|サービス)"
        r"|しばらく(?:し|経っ|たっ|時間|お待ち)|時間を(?:おい|置い)て|under maintenance|scheduled maintenance|temporarily (?:unavailable|down)|try again later|be back soon"
        r"|service unavailable|server is (?:busy|too busy)|em manutenção|en mantenimiento",
        Verdict.TEMPORARY, "maintenance",
    ),
    (
        r"(?:システム|サーバー?|内部)エラー|エラーが発生|internal server error|an error (?:has )?occurred|bad gateway|gateway time-?out|database error",
        Verdict.TEMPORARY, "error-page",
    ),
    (
        r"(?:ページ|サイト|url|アドレス).{0,12}(?:移転|移動|変更|リニューアル)(?:し|いた|され)|(?:page|site) has (?:been )?moved|we have moved|moved permanently|新しい(?:サイト|ページ|url)",
        Verdict.WARN, "moved-notice",
    ),
    (
        r"(?:ページ|ファイル|url|アドレス).{0,12}(?:見つか(?:り|ら)|ありません|存在し|削除|公開終了|終了し)|page (?:not|cannot be|could not be) found|404 not found|not found",
        Verdict.WARN, "not-found-notice",
    ),
)  # fmt: skip
_NOTICE = [(re.compile(words, re.I), verdict, reason) for words, verdict, reason in _NOTICES]
_LOGIN = re.compile(
    r"ログイン|サインイン|ログオン|log ?in\b|sign ?in\b|log ?on\b|認証が必要|会員専用|パスワードを(?:入力|お忘れ)", re.I
)
_PASSWORD = re.compile(r"""<input[^>]*type\s*=\s*["']?password""", re.I)


def trouble(page: Page, relevant: bool, has_numbers: bool) -> Trouble | None:
    """Return verdict, reason and evidence if the page is in trouble; `relevant` says that it names our window."""
    text = fold(page.text).replace(PICTURE, "")
    length, evidence = len(bare(text)), " ".join(text.split())[:160] or page.title
    head = " ".join([page.title, *(line.text for line in page.lines if line.level in (1, 2))])
    notice = None if relevant else _notice(fold(head))
    if notice is None and length < SHORT and not has_numbers:
        notice = _notice(text)
    if notice:
        return (*notice, evidence)
    if not relevant and (_PASSWORD.search(page.source) or _LOGIN.search(head)):
        return Verdict.WARN, "login-form", evidence
    if length < SCANT and not has_numbers:
        return Verdict.WARN, _why_scant(page, length), evidence
    if not relevant and page.tags.get("iframe", 0) + page.tags.get("frame", 0) and length < SHORT:
        return Verdict.WARN, "frames", evidence
    return None


def _notice(text: str) -> tuple[Verdict, str] | None:
    return next(((verdict, reason) for words, verdict, reason in _NOTICE if words.search(text)), None)


def _why_scant(page: Page, length: int) -> str:
    if page.tags.get("img"):
        return "number-in-picture"
    if page.tags.get("script") or "<noscript" in page.source.lower():
        return "needs-scripts"
    if page.tags.get("frame") or page.tags.get("iframe"):
        return "frames"
    return "empty" if length == 0 else "almost-empty"
