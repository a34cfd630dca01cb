"""Lines, sections and markers of a page, as all complaints and comparisons rely on them."""

from __future__ import annotations

from pathlib import Path

from cardcare.content.page import Heading, Marker, Page, markers_of
from cardcare.content.pages import read_page

TEXT = """\
---
title: T
short: S
description: D
answer: "Call [[call desk]]."
kind: guide
reviewed: 2024-03-01
next_review: 2099-01-01
translation: source
---

## First {#first}

See [the town](source:town) and [[fact fee]].

```
## No heading {#none}
[[fact none]]
```

### Inner { #inner }

[[cards a b]]

## Last

[more](guide:pin#locked)
"""


def page(tmp_path: Path, text: str = TEXT) -> Page:
    file = tmp_path / "pin.md"
    file.write_text(text, encoding="utf-8", newline="")
    read = read_page(file, "docs/en/pin.md", "en")
    assert isinstance(read, Page)
    return read


def test_headings_have_the_lines_of_the_file_and_code_has_none(tmp_path: Path) -> None:
    assert page(tmp_path).headings == (
        Heading(2, "first", "First", 12),
        Heading(3, "inner", "Inner", 21),
        Heading(2, "", "Last", 25),
    )


def test_markers_and_links_stand_in_order_with_their_lines(tmp_path: Path) -> None:
    assert page(tmp_path).markers == (
        Marker("call", ("desk",), 5),
        Marker("source", ("town",), 14),
        Marker("fact", ("fee",), 14),
        Marker("cards", ("a", "b"), 23),
        Marker("guide", ("pin#locked",), 27),
    )


def test_a_section_reaches_to_the_next_heading_of_its_level(tmp_path: Path) -> None:
    inside = [line for _, line in page(tmp_path).section_lines("first") if line]
    assert inside == ["See [the town](source:town) and [[fact fee]].", "### Inner { #inner }", "[[cards a b]]"]
    assert page(tmp_path).section_lines("nothing") == ()


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    assert page(tmp_path, TEXT.replace("\n", "\r\n")) == page(tmp_path)


def test_half_a_marker_is_none() -> None:
    assert markers_of("[[call desk] [call desk]] [[Call desk]] [[ call desk]]") == []
