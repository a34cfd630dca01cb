"""Japanese words on pages of other languages say lang="ja", so that a screen reader changes its voice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cardcare.content.load import Content
from cardcare.site.after import Build, japanese


def marked(tmp_path: Path, content: Content, body: str, lang: str = "en") -> str:
    page = tmp_path / "index.html"
    page.write_text(f'<html lang="{lang}"><head><title>電話</title></head><body>{body}</body></html>', "utf-8")
    japanese.mark(Build(tmp_path, content, ""))
    found = re.search("<body>(.*)</body>", page.read_text("utf-8"), re.DOTALL)
    assert found and "<title>電話</title>" in page.read_text("utf-8")
    return found.group(1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>the PIN (暗証番号)</p>", '<p>the PIN (<span lang="ja">暗証番号</span>)</p>'),
        ("<p>カードを</p>", '<p><span lang="ja">カードを</span></p>'),
        ("<p>遺失届 or 盗難届.</p>", '<p><span lang="ja">遺失届</span> or <span lang="ja">盗難届</span>.</p>'),
        ("<p>a <b>b</b> 交番 c</p>", '<p>a <b>b</b> <span lang="ja">交番</span> c</p>'),
        (
            "<p>警察 <b>交番</b> 役所</p>",
            '<p><span lang="ja">警察</span> <b><span lang="ja">交番</span></b> <span lang="ja">役所</span></p>',
        ),
        ("<p>x<br>交番<br>交番</p>", '<p>x<br><span lang="ja">交番</span><br><span lang="ja">交番</span></p>'),
        ("<!-- 電話 --><p>x</p>交番", '<!-- 電話 --><p>x</p><span lang="ja">交番</span>'),
    ],
)
def test_words_and_tails_are_wrapped(tmp_path: Path, mini: Content, before: str, after: str) -> None:
    assert marked(tmp_path, mini, before) == after


@pytest.mark.parametrize(
    "body",
    [
        '<p title="電話" aria-label="交番">x</p>',
        '<p lang="ja">電話 <b>交番</b></p>',
        '<div lang="ja-Hira"><p>でんわ</p></div>',
        '<script type="application/ld+json">{"name": "電話"}</script>',
        "<p>no Japanese, “quotes” – dashes…</p>",
    ],
)
def test_the_rest_stays_as_it_is(tmp_path: Path, mini: Content, body: str) -> None:
    assert marked(tmp_path, mini, body) == body


def test_a_part_in_another_language_inside_japanese_is_wrapped_again(tmp_path: Path, mini: Content) -> None:
    body = '<div lang="ja">電話<p lang="en">see 交番</p></div>'
    assert marked(tmp_path, mini, body) == '<div lang="ja">電話<p lang="en">see <span lang="ja">交番</span></p></div>'


def test_in_chinese_only_kana_is_surely_japanese(tmp_path: Path, mini: Content) -> None:
    body = marked(tmp_path, mini, "<p>电话 警察 マイナンバーカード</p>", lang="zh-Hans")
    assert body == '<p>电话 警察 <span lang="ja">マイナンバーカード</span></p>'


@pytest.mark.parametrize("lang", ["ja", "ja-Hira"])
def test_japanese_pages_are_not_touched(tmp_path: Path, mini: Content, lang: str) -> None:
    assert marked(tmp_path, mini, "<p>電話</p>", lang) == "<p>電話</p>"
