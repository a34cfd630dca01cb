"""PAG2xx: the form of a page: front matter, headings, steps, review, markers, no foreign HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardcare.checks.rule import Source, rule
from cardcare.content.grammar import complaint
from cardcare.content.page import Marker, Page, markers_of
from cardcare.problems import Finding

MOST_STEPS = 7
STEPS_EXEMPT = ("home",)
_TAG = re.compile(r"</?[A-Za-z][^>]*>?|<!--|<\?|<!")
_SAFE = re.compile(r"^</?(br|wbr|kbd|sub|sup)\s*/?>$")
_ATTRIBUTES = re.compile(r"\{:?\s*(?![^{}|]*\|)(?!#[\w-]+\s*\})[^{}|]*[.#=:][^{}|]*\}")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(")
_ITEM = re.compile(r"^\d+\.\s")
_CODE = re.compile(r"`[^`]*`")
_WELL_FORMED = re.compile(r"\[\[[a-z-]+(?:\s+[^\[\]\s]+)*\s*\]\]")


@rule("PAG201", "a page cannot be read")
def unreadable(source: Source) -> Iterator[Finding]:
    """A page is UTF-8 Markdown that begins with front matter between two lines of three hyphens."""
    return (fault.finding for fault in source.content.faults if fault.kind == "page")


@rule("PAG202", "a heading has no id of its own")
def headings(source: Source) -> Iterator[Finding]:
    """Every heading ends in an id, {#like-this}: small letters, digits, hyphens, equal in all languages. Level 1
    is the title in the front matter and never stands in the text. An id stands once in a page."""
    for page in source.content.pages:
        seen: set[str] = set()
        for heading in page.headings:
            if heading.level == 1:
                hint = "the title stands in the front matter; begin sections with ##"
                yield Finding(page.place(heading.line), "a heading of level 1 in the text", hint)
            elif not re.fullmatch(r"[a-z0-9-]+", heading.id):
                yield Finding(
                    page.place(heading.line), f"heading without id: {heading.text}", "add {#an-id} at its end"
                )
            elif heading.id in seen:
                yield Finding(page.place(heading.line), f"the id {heading.id} stands twice", "choose another id")
            seen.add(heading.id)


@rule("PAG203", "the steps are not steps")
def steps(source: Source) -> Iterator[Finding]:
    """A section {#now} holds a numbered list of one to seven steps, and each step says who, where and what to bring:
    [[step who=… where=… bring=…]]."""
    for page in source.content.pages:
        lines = page.section_lines("now")
        heading = next((h for h in page.headings if h.id == "now"), None)
        if heading is None:
            continue
        count = sum(bool(_ITEM.match(line)) for _, line in lines)
        tags = sum(m.name == "step" for n, line in lines for m in markers_of(line, n))
        if not 1 <= count <= MOST_STEPS:
            text = f"{count} steps; one to {MOST_STEPS} can be followed"
            yield Finding(page.place(heading.line), text, "join or move steps; each begins with 1. 2. 3.")
        elif tags != count:
            text = f"{count} steps but {tags} [[step …]] lines"
            yield Finding(page.place(heading.line), text, "end each step with its own [[step …]] line")


@rule("PAG204", "the review is overdue")
def overdue(source: Source) -> Iterator[Finding]:
    """`next_review` has passed. Read the whole page against its sources, then set `reviewed` and `next_review`."""
    for page in source.content.pages:
        if page.front.next_review < source.today:
            text = f"the review was due on {page.front.next_review}"
            yield Finding(page.front_place("next_review"), text, "review the whole page, then set both dates")


@rule("PAG205", "raw HTML in a page")
def raw_html(source: Source) -> Iterator[Finding]:
    """Pages are Markdown. Of HTML only br, wbr, kbd, sub and sup are let through, without attributes: everything else
    could run a script or load something from elsewhere. So could attributes in braces, {: …}; only {#id} is known."""
    for page, line, text in _lines(source):
        for tag in _TAG.findall(_CODE.sub("", text)):
            if not _SAFE.match(tag):
                yield Finding(page.place(line), f"raw HTML: {tag[:40]}", "write it in Markdown, or leave it out")
        if re.search(r"\]\(\s*(javascript|data|vbscript):", text, re.IGNORECASE):
            yield Finding(page.place(line), "a link that runs code", "remove the link")
        for braces in _ATTRIBUTES.findall(_CODE.sub("", text)):
            yield Finding(
                page.place(line), f"attributes in braces: {braces[:40]}", "leave them out; only {#id} is known"
            )


@rule("PAG206", "an image has no text")
def image_alt(source: Source) -> Iterator[Finding]:
    """Who cannot see the image needs its content in words: ![what it shows](address)."""
    for page, line, text in _lines(source):
        for alt in _IMAGE.findall(text):
            if not alt.strip():
                yield Finding(page.place(line), "an image without text", "write ![what it shows](…)")


@rule("PAG207", "a marker names something unknown")
def unknown_marker(source: Source) -> Iterator[Finding]:
    """A marker, a source: link or a guide: link must name what exists; else a hotline would be missing on the page."""
    registry = source.content.registry
    for page in source.content.pages:
        for marker in page.markers:
            wrong = complaint(marker, registry, page.lang) or _lost_guide(marker, page, source)
            if wrong:
                yield Finding(page.place(marker.line), wrong, "check the spelling; CONTRIBUTING.md lists all markers")
        if page.front.call and (
            wrong := complaint(Marker("call", tuple(page.front.call.split()), 1), registry, page.lang)
        ):
            yield Finding(page.front_place("call"), wrong, 'write for example call: "@hotline suspend"')
    for words in source.content.words.values():
        for file, table, key in sorted(words.keys()):
            for marker in markers_of(words.find(file, table, key) or ""):
                if wrong := complaint(marker, registry, words.lang):
                    yield Finding(words.places[file, table, key], wrong, "check the spelling of the marker")


def _lost_guide(marker: Marker, page: Page, source: Source) -> str:
    if marker.name != "guide":
        return ""
    name, _, section = marker.args[0].partition("#")
    target = source.content.page(page.lang, name) or source.content.page(_source_code(source), name)
    if target is None:
        return f"there is no guide {name}"
    return f"guide {name} has no section {section}" if section and section not in _ids(target) else ""


def _ids(page: Page) -> set[str]:
    return {h.id for h in page.headings} | {"sources"} | {f"w-{w}" for m in page.markers for w in m.args}


def _source_code(source: Source) -> str:
    return source.content.registry.source_language.code


@rule("PAG208", "a marker is not written right")
def broken_marker(source: Source) -> Iterator[Finding]:
    """Double square brackets that are no marker: a bracket is missing, or there is a capital letter or a wide sign."""
    for page, line, text in _lines(source):
        rest = _WELL_FORMED.sub("", _CODE.sub("", text))
        if "[[" in rest or "]]" in rest or "［［" in rest:
            yield Finding(page.place(line), "brackets that are no marker", "write it like [[fact reissue-fee]]")


def _lines(source: Source) -> Iterator[tuple[Page, int, str]]:
    """Every line of prose of every page, the answer and the titles included."""
    for page in source.content.pages:
        for key in ("title", "short", "description", "answer"):
            yield page, page.front_place(key).line, str(getattr(page.front, key))
        for line, text in page.prose:
            yield page, line, text
