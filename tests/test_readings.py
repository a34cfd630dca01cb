"""The furigana of the easy-Japanese texts are right: a wrong reading teaches a reader a wrong word."""

from __future__ import annotations

import pytest

from tests import readings


def test_every_reading_is_confirmed() -> None:
    doubts = readings.doubts(readings.all_pairs(), readings.listed())
    help_text = "correct the text, or vouch for the reading in tests/data/readings.toml"
    assert not doubts, "\n".join([*map(str, doubts), help_text])


def test_every_listed_reading_is_still_used() -> None:
    used = {(pair.base, pair.reading) for pair in readings.all_pairs()}
    dead = [
        (base, reading) for base, known in readings.listed().items() for reading in known if (base, reading) not in used
    ]
    assert not dead, f"no text has these any more, remove them from tests/data/readings.toml: {dead}"


@pytest.mark.parametrize(
    "line",
    [
        "{暗証番号|あんしょばんごう}を {忘|わす}れた",  # a long vowel too short
        "{暗証番号|あんしょうはんごう}を {忘|わす}れた",  # no rendaku
        "{一日|いちじつ} {待|ま}ちます",
        "{止|とど}めて ください",  # okurigana do not fit
        "{市区町村|しくちょうむら}に {聞|き}く",
        "{在留|ざいる}カード",
        "{日本|にっぽん}の {電話|でんわ}",  # right elsewhere, but the list says にほん
        "{人|にん}が {来|き}ます",
        "{資格確認書|しかくかくにんしょう}を {見|み}せる",
    ],
)
def test_a_wrong_reading_is_reported_and_nothing_else(line: str) -> None:
    first = next(readings.pairs(line))
    assert [doubt.pair for doubt in readings.doubts(readings.pairs(line), readings.listed())] == [first]


@pytest.mark.parametrize(
    "line",
    [
        "{暗証番号|あんしょうばんごう}を {忘|わす}れた",
        "{一日|いちにち} {待|ま}ちます",
        "カードを {止|と}めて ください",
        "{引|ひ}っ{越|こ}しの {手続|てつづ}き",  # two bases in one word
        "{日本|にほん}の {電話|でんわ}",
        "{何|なに}も {答|こた}えません。{何|なん}の {話|はなし}ですか",
    ],
)
def test_a_right_reading_is_not_reported(line: str) -> None:
    assert not readings.doubts(readings.pairs(line), readings.listed())


def test_a_report_says_where_and_what() -> None:
    (doubt,) = readings.doubts(readings.pairs("{電話|てんわ}を かける", "docs/ja-Hira/pin.md:7"), {})
    assert str(doubt) == "docs/ja-Hira/pin.md:7: {電話|てんわ}, but the analyser expects でんわ"
