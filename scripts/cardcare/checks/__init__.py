"""All checks, in the order in which they run. Read it as a table of contents.

Checks look, they never print, count or exit. Those of SOURCE read what people wrote; those of SITE read the built
pages. `run` returns the problems sorted by file and line.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from cardcare.checks import (
    built,
    built_links,
    built_numbers,
    built_outside,
    contacts,
    evidence,
    exceptions,
    pages,
    phrases,
    prose,
    reading,
    references,
    translation,
    unused,
)
from cardcare.checks.release import RELEASE
from cardcare.checks.rule import Rule, Source
from cardcare.checks.site import Site
from cardcare.problems import Problem

T = TypeVar("T")

# What can be said while the list of languages cannot be read: no page is known, and the rest would accuse the innocent.
READING: tuple[Rule[Source], ...] = (contacts.unreadable, contacts.unknown_key, contacts.wrong_shape)

SOURCE: tuple[Rule[Source], ...] = (
    # CON: the registry
    contacts.unreadable,
    contacts.unknown_key,
    contacts.wrong_shape,
    contacts.duplicate,
    contacts.bad_hours,
    contacts.not_same_number,
    contacts.not_a_number,
    contacts.file_name,
    contacts.retired_in_use,
    evidence.future_date,
    evidence.unknown_source,
    evidence.no_source,
    evidence.plain_http,
    references.unknown_window,
    references.unknown_target,
    references.languages_agree,
    exceptions.ended,
    phrases.missing_phrase,
    unused.source,
    unused.window,
    unused.fact,
    # PAG: the pages
    pages.unreadable,
    pages.headings,
    pages.steps,
    pages.overdue,
    pages.raw_html,
    pages.image_alt,
    pages.unknown_marker,
    pages.broken_marker,
    prose.typed_number,
    prose.typed_fact,
    prose.typed_address,
    # WRD: the words
    reading.bare_kanji,
    reading.not_kana,
    prose.machine_words,
    # TRN: the languages against Japanese
    translation.missing_page,
    translation.missing_phrase,
    translation.left_over,
    translation.headings_differ,
    translation.content_differs,
)

SITE: tuple[Rule[Site], ...] = (
    # SIT: the built pages
    built_numbers.wrong_number,
    built_numbers.not_dialled,
    built.foreign_host,
    built.unhashed_inline,
    built.one_h1,
    built.landmarks,
    built.language,
    built.left_over,
    built.twice_the_id,
    built.image_alt,
    built.bare_kanji,
    # LNK: links inside the site
    built_links.broken_link,
    built_links.broken_fragment,
    built_outside.unknown_address,
)


def run(rules: Iterable[Rule[T]], subject: T) -> list[Problem]:
    """Return the problems that the rules find, sorted by file, line and code; each once."""
    return sorted({problem for rule in rules for problem in rule.problems(subject)})


def all_rules() -> dict[str, Rule[Source] | Rule[Site]]:
    """Every rule under its code."""
    rules: tuple[Rule[Source] | Rule[Site], ...] = (*SOURCE, *RELEASE, *SITE)
    return {rule.code: rule for rule in rules}
