"""The markers that a page may use: their names and what each of their words must be.

The site's own table of markers has the same names; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable

from cardcare.content.page import Marker
from cardcare.content.registry import Registry

REASONS = ("suspend", "questions", "report")
STEP_KEYS = ("who", "where", "bring")
WHICH = ("home", "more", "all")
STATUS = ("windows", "sources")


def complaint(marker: Marker, registry: Registry, lang: str) -> str:
    """Return what is wrong with a marker, empty when nothing is."""
    check = _CHECKS.get(marker.name)
    if check is None:
        return f"there is no marker [[{marker.name}]]; known: {', '.join(sorted(NAMES))}"
    return check(marker.args, registry, lang)


def _window(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    if not 1 <= len(args) <= 2:
        return "name one window, and at most one reason"
    if registry.window_for(args[0], lang) is None:
        return f"there is no window {args[0]}"
    return f"there is no reason {args[1]}; known: {', '.join(REASONS)}" if args[1:] and args[1] not in REASONS else ""


def _call(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    wrong = _window(args, registry, lang)
    window = registry.window_for(args[0], lang) if args else None
    if wrong or window is None or window.numbers:
        return wrong
    return f"window {window.id} has no number that may be printed; write [[window {window.id}]]"


def _hours(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    wrong = _window(args, registry, lang)
    window = registry.window_for(args[0], lang) if args else None
    if wrong or window is None:
        return wrong
    reason, spoken = (args[1] if args[1:] else "questions"), registry.languages[lang].spoken
    known = any(h.reason == reason and (not h.languages or spoken in h.languages) for h in window.hours)
    return "" if known else f"window {window.id} has no hours for {reason} in this language"


def _cards(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    unknown = [name for name in args if registry.window_for(name, lang) is None]
    return "" if args and not unknown else f"there is no window {' '.join(unknown) or '(none named)'}"


def _fact(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    return (
        "" if len(args) == 1 and args[0] in registry.facts else f"there is no fact {' '.join(args) or '(none named)'}"
    )


def _source(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    return "" if args[0] in registry.sources else f"there is no source {args[0]}"


def _step(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    keys = tuple(arg.split("=", 1)[0] for arg in args)
    return "" if keys == STEP_KEYS and all("=" in arg for arg in args) else "write who=… where=… bring=…"


def _situations(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    return "" if not args or args in [(w,) for w in WHICH] else f"write one of: {', '.join(WHICH)}"


def _status(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    return "" if not args or args in [(s,) for s in STATUS] else f"write one of: {', '.join(STATUS)}"


def _nothing(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    return "this marker takes no further word" if args else ""


def _later(args: tuple[str, ...], registry: Registry, lang: str) -> str:
    return ""  # guide: links need the pages; the page checks follow them


_CHECKS: dict[str, Callable[[tuple[str, ...], Registry, str], str]] = {
    "call": _call,
    "window": _window,
    "hours": _hours,
    "fact": _fact,
    "step": _step,
    "card": _cards,
    "cards": _cards,
    "situations": _situations,
    "status": _status,
    "report-address": _nothing,
    "report-form": _nothing,
    "source": _source,
    "guide": _later,
}
NAMES = frozenset(_CHECKS) - {"source", "guide"}
