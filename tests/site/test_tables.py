"""A table that is too wide scrolls in a box of its own, which the keyboard can reach and a screen reader can name."""

from __future__ import annotations

import lxml.html
import markdown
from lxml.html import HtmlElement

TABLE = "| a | b |\n|---|---|\n| c | d |\n"


def boxes(text: str) -> list[HtmlElement]:
    html = markdown.markdown(text, extensions=["tables", "attr_list", "toc", "admonition", "cardcare.site.tables"])
    return lxml.html.fragment_fromstring(html, create_parent="body").xpath("//div[@class='cc-table'][table]")


def test_a_table_is_a_group_that_takes_the_focus() -> None:
    (box,) = boxes(TABLE)
    assert (box.get("role"), box.get("tabindex")) == ("group", "0")


def test_it_is_named_after_the_heading_above_it() -> None:
    text = f"{TABLE}\n## One {{#one}}\n\n{TABLE}\n\ntext\n\n{TABLE}\n## Two {{#two}}\n\n!!! tip\n    text\n\n{TABLE}"
    assert [box.get("aria-labelledby") for box in boxes(text)] == [None, "one", "one", "two"]


def test_what_follows_the_table_stays_behind_it() -> None:
    (box,) = boxes(f"{TABLE}\nafter")
    assert box.getnext().text == "after"
