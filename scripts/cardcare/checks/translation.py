"""TRN4xx: every language has the same pages, sections, steps, windows, facts and words as Japanese."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cardcare.checks.rule import Source, rule
from cardcare.content.page import Page, markers_of
from cardcare.content.words import FILES
from cardcare.problems import Finding, Place

COMPARED = ("call", "window", "hours", "fact", "cards", "card", "step", "situations", "status", "source", "guide")
# A plural form or a special date exists in some languages only.
OWN_KEYS = (("_strings", "unit"), ("_strings", "number"), ("_strings", "day_of_month"))


def _translations(source: Source) -> Iterator[tuple[Page, Page]]:
    """(Japanese page, its translation) for every pair that exists."""
    for original in source.content.source_pages:
        for language in source.content.languages:
            page = source.content.page(language.code, original.name)
            if page is not None and not language.source:
                yield original, page


@rule("TRN401", "a page is missing in a language")
def missing_page(source: Source) -> Iterator[Finding]:
    """A language is published whole. While it grows, set `draft = true` in docs/_data/languages.toml: its readers then
    see the Japanese page with a notice wherever a page is missing."""
    unreadable = {fault.finding.place.path for fault in source.content.faults}
    for original in source.content.source_pages:
        for language in source.content.languages:
            place = Place(f"docs/{language.code}/{original.name}.md")
            absent = source.content.page(language.code, original.name) is None and place.path not in unreadable
            if absent and not language.draft:
                yield Finding(place, "the page is missing", f"translate {original.path} under the same name")


@rule("TRN402", "a phrase is missing in a language")
def missing_phrase(source: Source) -> Iterator[Finding]:
    """The TOML files of words hold the same keys in every language."""
    for lang, file, table, key in _key_gaps(source, missing=True):
        place = Place(f"docs/{lang}/{file}.toml")
        yield Finding(place, f"[{table}] {key} is missing", "translate the line of the Japanese file")


@rule("TRN404", "a page or phrase has no Japanese original")
def left_over(source: Source) -> Iterator[Finding]:
    """What Japanese no longer has must go from the translations too."""
    names = {page.name for page in source.content.source_pages}
    for page in source.content.pages:
        if page.name not in names:
            yield Finding(page.place(), "there is no Japanese page of this name", "remove it, or rename it")
    for lang, file, table, key in _key_gaps(source, missing=False):
        place = source.content.words[lang].places[file, table, key]
        yield Finding(place, f"[{table}] {key} does not exist in Japanese", "remove the line")


def _key_gaps(source: Source, missing: bool) -> Iterator[tuple[str, str, str, str]]:
    originals = source.content.words[source.content.registry.source_language.code].keys()
    for lang, words in source.content.words.items():
        gaps = originals - words.keys() if missing else words.keys() - originals
        for file, table, key in sorted(gaps):
            if file in FILES and (file, table) not in OWN_KEYS:
                yield lang, file, table, key


@rule("TRN403", "the sections are not those of the Japanese page")
def headings_differ(source: Source) -> Iterator[Finding]:
    """A translation has the same headings with the same ids in the same order, so that links work in every language."""
    for original, page in _translations(source):
        wanted, got = ([(h.level, h.id) for h in p.headings] for p in (original, page))
        if wanted != got:
            index = next(
                (i for i, (a, b) in enumerate(zip(wanted, got, strict=False)) if a != b), min(len(wanted), len(got))
            )
            line = page.headings[index].line if index < len(got) else 1
            want = f"#{wanted[index][1]}" if index < len(wanted) else "no further section"
            have = f"#{got[index][1]}" if index < len(got) else "the end"
            yield Finding(page.place(line), f"section {index + 1} is {have}, in Japanese {want}", "use the same order")


@rule("TRN405", "a section does not hold what the Japanese section holds")
def content_differs(source: Source) -> Iterator[Finding]:
    """Windows, facts, links and steps are the same in every language, section by section."""
    for original, page in _translations(source):
        for heading in page.headings:
            wanted, got = (_inventory(p, heading.id) for p in (original, page))
            for text, number in sorted((wanted - got).items()):
                yield Finding(
                    page.place(heading.line), f"#{heading.id} lacks {text} ({number}×)", "add it as in Japanese"
                )
            for text, number in sorted((got - wanted).items()):
                yield Finding(
                    page.place(heading.line), f"#{heading.id} has {text} ({number}×) too many", "compare with Japanese"
                )


def _inventory(page: Page, section: str) -> Counter[str]:
    markers = [m for line, text in page.section_lines(section) for m in markers_of(text, line)]
    return Counter(f"[[{m.name} {' '.join(m.args)}]]" for m in markers if m.name in COMPARED)
