"""The notation of furigana: {base|reading}."""

from __future__ import annotations

import pytest

from cardcare import ruby

TEXT = "{暗証番号|あんしょうばんごう}を {忘|わす}れた {date}"


def test_read_with_and_without_furigana() -> None:
    assert ruby.plain(TEXT) == "暗証番号を 忘れた {date}"
    assert ruby.kana(TEXT) == "あんしょうばんごうを わすれた {date}"
    assert list(ruby.pairs(TEXT)) == [("暗証番号", "あんしょうばんごう"), ("忘", "わす")]


def test_brackets_stand_in_for_browsers_without_ruby() -> None:
    assert ruby.to_html("{忘|わす}れた") == "<ruby>忘<rp>(</rp><rt>わす</rt><rp>)</rp></ruby>れた"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (TEXT, ""),
        ("電話を{忘|わす}れた", "電話"),
        ("人々", "人々"),
        ("〆切", "〆切"),
        ("𠮟る", "𠮟"),  # outside the basic plane
        ("かな カナ ABC 123 ー、。", ""),
        ("{忘|わす", "忘"),
    ],
)
def test_kanji_without_reading(text: str, bare: str) -> None:
    assert ruby.bare_kanji(text) == bare
