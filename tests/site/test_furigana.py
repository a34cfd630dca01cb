"""{漢字|かんじ} becomes ruby everywhere but in code, and a heading keeps a readable label."""

from __future__ import annotations

import markdown
import pytest

RUBY = "<ruby>電話<rp>(</rp><rt>でんわ</rt><rp>)</rp></ruby>"


def html(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "admonition", "attr_list", "toc", "cardcare.site.furigana"])


def test_in_running_text_and_emphasis() -> None:
    assert html("まず {電話|でんわ} を") == f"<p>まず {RUBY} を</p>"
    assert html("**{電話|でんわ}**") == f"<p><strong>{RUBY}</strong></p>"


def test_in_a_table_the_bar_is_no_cell() -> None:
    table = html("| {電話|でんわ} | b |\n|---|---|\n| c | {電話|でんわ} |")
    assert f"<th>{RUBY}</th>" in table
    assert f"<td>{RUBY}</td>" in table
    assert table.count("<th>") == table.count("<td>") == 2


def test_in_a_list_and_a_link() -> None:
    assert html("- [{電話|でんわ}](a.md)") == f'<ul>\n<li><a href="a.md">{RUBY}</a></li>\n</ul>'


def test_in_the_title_and_the_text_of_a_note() -> None:
    note = html('!!! tip "{電話|でんわ}"\n    {電話|でんわ}')
    assert f'<p class="admonition-title">{RUBY}</p>' in note
    assert f"<p>{RUBY}</p>" in note


def test_a_heading_keeps_its_id_and_gets_a_label_without_readings() -> None:
    md = markdown.Markdown(extensions=["attr_list", "toc", "cardcare.site.furigana"])
    assert md.convert("## {電話|でんわ}する {#call}") == f'<h2 id="call">{RUBY}する</h2>'
    assert [(token["id"], token["name"]) for token in md.toc_tokens] == [("call", "電話する")]


@pytest.mark.parametrize("code", ["`{電話|でんわ}`", "```\n{電話|でんわ}\n```", "~~~\n{電話|でんわ}\n~~~"])
def test_code_is_left_alone(code: str) -> None:
    text = markdown.markdown(code, extensions=["pymdownx.superfences", "cardcare.site.furigana"])
    assert "{電話|でんわ}" in text and "<ruby>" not in text


def test_text_after_code_on_the_same_line_is_not_code() -> None:
    assert html("`{x|y}` {電話|でんわ}") == f"<p><code>{{x|y}}</code> {RUBY}</p>"


@pytest.mark.parametrize("text", ["{date}", "{a|b|c}", "{|でんわ}", "{電話|}", "{ #id }"])
def test_other_braces_stay(text: str) -> None:
    assert "<ruby>" not in html(f"a {text} b")
