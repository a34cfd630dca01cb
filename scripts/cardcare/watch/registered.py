"""The questions that the registry itself asks: is every source there, and does it still say what we print?

A window's numbers are looked for on its own page and on every official or municipal source; hours and values on the
sources that are named beside them. Urgent windows come first, in case the time runs out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from cardcare import ruby
from cardcare.content import fact as values
from cardcare.content.hours import ALWAYS, rules
from cardcare.content.registry import Registry
from cardcare.content.source import Source
from cardcare.content.window import Hours, Window
from cardcare.content.words import Words
from cardcare.watch.target import Fact, Span, Target

TRUSTED = ("official", "municipal")
# Day selectors that pages say in one word. Hours with any other selector are left to people.
DAYS = {
    "Mo-Fr": "平日", "Sa,Su,PH": "土日祝", "Sa,Su": "土日", "Mo-Su": "毎日", "Mo-Su,PH": "毎日", "PH": "祝日",
    "Mo": "月曜日", "Tu-Fr": "火曜日から金曜日", "Sa": "土曜日", "Su": "日曜日",
}  # fmt: skip


def registry_targets(
    registry: Registry, kinds: Collection[str] = ("link", "fact"), words: Mapping[str, Words] | None = None
) -> list[Target]:
    """Return the targets of the registry. Ids: source:ID, window:ID/NUMBER-OR-HOURS/SOURCE, fact:ID/SOURCE.

    `words` by language give the name of a window, as a label beside which its number stands on a page.
    """
    found: list[Target] = []
    if "link" in kinds:
        found += (Target(f"source:{name}", "link", source.url) for name, source in registry.sources.items())
    if "fact" in kinds:
        for window in sorted(registry.windows.values(), key=lambda window: not window.urgent):
            found += [*_numbers(window, registry, words or {}), *_hours(window, registry, words or {})]
        for name, fact in registry.facts.items():
            found += _values(name, fact, registry)
    return found


def entry_of(target_id: str) -> tuple[str, str]:
    """("window", "police-110") for a target of the registry; ("", "") for the id of a bare list."""
    kind, _, rest = target_id.partition(":")
    return (kind, rest.split("/")[0]) if kind in ("source", "window", "fact") else ("", "")


def source_of(target_id: str) -> str:
    """The id of the source that a target asks."""
    return target_id.rpartition("/")[2].removeprefix("source:")


def _numbers(window: Window, registry: Registry, words: Mapping[str, Words]) -> Iterator[Target]:
    for number in window.numbers:
        for source, url in _asked(registry, window.page, *window.sources):
            fact = Fact(phone=number.display, label=_label(window, registry.sources[source], words))
            yield Target(f"window:{window.id}/{number.dial}/{source}", "fact", url, fact)


def _label(window: Window, source: Source, words: Mapping[str, Words]) -> str:
    """The name of the window in the language of the page."""
    own = words.get(source.lang)
    return ruby.plain(own.find("_contacts", "name", window.id) or "") if own else ""


def _hours(window: Window, registry: Registry, words: Mapping[str, Words]) -> Iterator[Target]:
    seen: dict[str, int] = {}
    for hours in window.hours if window.numbers else ():
        spans = spans_of(hours)
        seen[hours.reason] = seen.get(hours.reason, 0) + 1
        name = f"hours-{hours.reason}" + (f"-{seen[hours.reason]}" if seen[hours.reason] > 1 else "")
        for source, url in _asked(registry, *hours.sources) if spans else ():
            label = _label(window, registry.sources[source], words)
            fact = Fact(phone=window.numbers[0].display, hours=spans, label=label)
            yield Target(f"window:{window.id}/{name}/{source}", "fact", url, fact)


def spans_of(hours: Hours) -> tuple[Span, ...]:
    """Opening hours as spans of days; none when they differ by place or cannot be said in the words of a page."""
    if hours.open == ALWAYS and not hours.varies:
        return (Span("毎日", "00:00", "24:00"),)
    parts = [part for part in rules(hours.open) if part.times or part.unknown]
    if hours.varies or any(part.unknown or part.days not in DAYS for part in parts):
        return ()
    return tuple(Span(DAYS[part.days], opens, closes) for part in parts for opens, closes in part.times)


def _values(name: str, fact: values.Fact, registry: Registry) -> Iterator[Target]:
    if fact.approx or fact.to is not None:
        return
    for source, url in _asked(registry, *fact.sources):
        if fact.kind == "yen" and isinstance(fact.value, int):
            yield Target(f"fact:{name}/{source}", "fact", url, Fact(fee=fact.value))
        elif fact.kind == "date" and isinstance(fact.value, date):
            yield Target(f"fact:{name}/{source}", "fact", url, Fact(date=fact.value))


def _asked(registry: Registry, *names: str | None) -> Iterator[tuple[str, str]]:
    """(id, address) of the sources among `names` that can be trusted for a fact, each once."""
    for name in dict.fromkeys(names):
        source = registry.sources.get(name or "")
        if name and source and source.kind in TRUSTED:
            yield name, source.url
