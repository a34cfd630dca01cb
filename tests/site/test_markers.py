"""Markers become what a reader sees and taps; one that cannot be resolved stops the build."""

from __future__ import annotations

import pytest

from cardcare.content import grammar
from cardcare.content.load import Content
from cardcare.content.page import Marker
from cardcare.site.markers import MARKERS, MarkerError, expand, say
from cardcare.site.voice import Voice

TEL_JA = '<a class="cc-tel" href="tel:0120000001"><bdi dir="ltr">0120-000-001</bdi></a>'
TEL_EN = '<a class="cc-tel" href="tel:0120000002"><bdi dir="ltr">0120-000-002</bdi></a>'


@pytest.mark.parametrize(
    ("lang", "text", "html"),
    [
        ("en", "Call [[call stop-line]].", f"Call {TEL_JA}."),
        ("en", "[[call stop-line suspend]]", f"{TEL_JA} (press 2)"),
        ("en", "[[call stop-line questions]]", TEL_JA),
        ("en", "[[call @hotline suspend]]", TEL_EN),
        ("ja", "[[call @hotline suspend]]", f"{TEL_JA}（音声案内 2）"),
        ("ja", "[[call fax-line]]", '<span class="cc-tel cc-tel--fax"><bdi dir="ltr">0120-000-003</bdi></span>'),
        ("en", "[[window town-office]]", '<a class="cc-window" href="../contacts/#w-town-office">town office</a>'),
        ("en", "[[window fax-line]]", '<a class="cc-window" href="../contacts/#w-fax-line">Fax for deaf people</a>'),
        ("en", "[[hours stop-line suspend]]", "24 hours, every day"),
        ("ja", "[[hours town-desk]]", "平日 8:30〜17:15"),
        ("en", "[[fact reissue-fee]]", "1,000 yen"),
        ("ja-Hira", "[[fact report-within]]", "{5日|いつか}"),
        ("en", "[page](source:town-loss)", '[page](<https://town.test/card>){ .cc-out hreflang="ja" }'),
        ("en", "[pin](guide:lost-card#costs)", "[pin](lost-card.md#costs)"),
        ("en", "[[report-address]]", '<a href="mailto:report@guide.test?subject=Card%20Care">report@guide.test</a>'),
        ("en", "[[report-form]]", '<a href="https://git.test/guide/issues/new/choose">the report form</a>'),
        ("en", "No marker: [a](b.md), [[x], {a}", "No marker: [a](b.md), [[x], {a}"),
    ],
)
def test_a_marker_in_a_line(mini: Content, lang: str, text: str, html: str) -> None:
    assert expand(text, Voice(mini, lang, "lost-card")) == html


def test_links_leave_from_the_page_that_they_stand_on(mini: Content) -> None:
    home = expand("[[window town-office]]", Voice(mini, "en", "index"))
    assert 'href="contacts/#w-town-office"' in home


def test_a_step_says_who_where_and_what_to_bring(mini: Content) -> None:
    step = expand("[[step who=holder where=city-office bring=nothing,photo]]", Voice(mini, "en"))
    assert "\n" not in step, "one line, so that Markdown takes it as it is"
    for label, value in (("Who", "card holder"), ("Where", "town office"), ("You need", "nothing, a photo")):
        assert f'<span class="cc-step__label">{label}</span> {value}' in step


def test_tiles_come_in_the_order_of_the_data(mini: Content) -> None:
    every = expand("[[situations all]]", Voice(mini, "en", "contacts"))
    assert every.index('data-situation="lost-outside"') < every.index('data-situation="strange-call"')
    assert 'href="../lost-card/#now"' in every
    assert 'data-situation="strange-call"' not in expand("[[situations]]", Voice(mini, "en"))
    assert 'data-situation="lost-outside"' not in expand("[[situations more]]", Voice(mini, "en"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[cal stop-line]]", r"unknown marker \[\[cal\]\]"),
        ("[[call nobody]]", "no window 'nobody'"),
        ("[[call @nobody]]", "no window '@nobody'"),
        ("[[call town-secret]]", r"no number to print; use \[\[window town-secret\]\]"),
        ("[[call]]", "wrong number of words"),
        ("[[call stop-line suspend now]]", "wrong number of words"),
        ("[[hours stop-line report]]", "no hours for 'report'"),
        ("[[fact nothing]]", "no fact 'nothing'"),
        ("[[cards stop-line nobody]]", "no window 'nobody'"),
        ("[x](source:nothing)", "no source 'nothing'"),
    ],
)
def test_what_cannot_be_resolved_stops_the_build(mini: Content, text: str, reason: str) -> None:
    with pytest.raises(MarkerError, match=reason):
        expand(text, Voice(mini, "en"))


def test_the_checks_know_the_same_markers_as_the_site() -> None:
    assert frozenset(MARKERS) == grammar.NAMES


@pytest.mark.parametrize(
    "text", ["[[call town-office]]", "[[hours stop-line report]]", "[[fact x]]", "[[cards x]]", "[[call]]"]
)
def test_what_would_stop_the_build_is_a_complaint_before(mini: Content, text: str) -> None:
    name, *args = text.strip("[]").split()
    assert grammar.complaint(Marker(name, tuple(args), 1), mini.registry, "en")


def test_a_phrase_of_the_data_is_escaped_and_its_markers_are_not(mini: Content) -> None:
    said = say("<b> & {電話|でんわ} [[call stop-line]]", Voice(mini, "ja-Hira"))
    ruby = "<ruby>電話<rp>(</rp><rt>でんわ</rt><rp>)</rp></ruby>"
    assert said == f"&lt;b&gt; &amp; {ruby} {TEL_JA}"
