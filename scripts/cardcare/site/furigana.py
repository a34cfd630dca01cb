"""A small Markdown extension: {漢字|かんじ} becomes a ruby element, everywhere but in code.

It runs before Markdown's own block parsing, so that the bar cannot be taken for a table cell. A heading gets a
`data-toc-label` without readings, so that tables of contents stay readable.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from cardcare import ruby

_FENCE = re.compile(r"^\s*(```|~~~)")
_CODE = re.compile(r"(`+[^`]*`+)")
_HEADING = re.compile(r"^(#{1,6}\s+.*?)\{\s*(#[A-Za-z0-9_-]+)\s*\}\s*$")


class FuriganaPreprocessor(Preprocessor):
    """Replaces the markup line by line, outside code."""

    def run(self, lines: list[str]) -> list[str]:
        fenced, done = False, []
        for line in lines:
            fenced = fenced != bool(_FENCE.match(line))
            done.append(line if fenced else _line(line))
        return done


def _line(line: str) -> str:
    if not ruby.MARKUP.search(line):
        return line
    if heading := _HEADING.match(line):
        label = ruby.plain(heading[1]).lstrip("# ").strip()
        line = f'{heading[1]}{{ {heading[2]} data-toc-label="{label}" }}'
    return "".join(part if part.startswith("`") else ruby.to_html(part) for part in _CODE.split(line))


class FuriganaExtension(Extension):
    """Registers the preprocessor before HTML blocks are set aside (priority 20)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.preprocessors.register(FuriganaPreprocessor(md), "furigana", 27)


def makeExtension(**options: object) -> FuriganaExtension:  # noqa: N802 - the name is Python-Markdown's
    return FuriganaExtension(**options)
