"""Proposes `confirmed` for windows whose live pages were seen to say everything that we print. A proposal is a patch
for a person to read; nothing is written here, and a number that changed is never proposed."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cardcare.content.registry import Registry
from cardcare.content.toml import line_index
from cardcare.content.watching import Memory, State
from cardcare.content.window import Window
from cardcare.content.words import Words
from cardcare.watch.memory import known
from cardcare.watch.registered import entry_of, registry_targets, source_of
from cardcare.watch.target import Target

_HOW = re.compile(r'(\bhow\s*=\s*)"[^"]*"')
_DATE = re.compile(r"(\bdate\s*=\s*)\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Confirmation:
    """A window that may be called confirmed on its live page, since when, and the looks that it rests on."""

    window: str
    path: str
    day: date
    looks: tuple[tuple[Target, Memory], ...]


def confirmations(registry: Registry, state: State, words: Mapping[str, Words]) -> list[Confirmation]:
    """Return the windows whose every printed number and comparable hours were right at their last look."""
    asked: dict[str, dict[str, list[tuple[Target, Memory]]]] = {}
    for target in registry_targets(registry, ("fact",), words):
        kind, window = entry_of(target.id)
        if kind == "window":
            question = asked.setdefault(window, {}).setdefault(target.id.split("/")[1], [])
            if memory := known(state, target):
                question.append((target, memory))
    found = (_confirmation(registry, registry.windows[name], questions) for name, questions in asked.items())
    return [confirmation for confirmation in found if confirmation]


def _confirmation(
    registry: Registry, window: Window, questions: Mapping[str, Sequence[tuple[Target, Memory]]]
) -> Confirmation | None:
    looks = [look for answers in questions.values() for look in answers]
    if any(memory.verdict == "changed" for _, memory in looks):
        return None
    right = [_right(window, answers) for answers in questions.values()]
    days = [max((memory.ok for _, memory in answers if memory.ok), default=None) for answers in right]
    if not days or None in days:
        return None
    day = min(day for day in days if day)
    if not _worth_it(window, day):
        return None
    best = tuple(look for answers in right for look in answers)
    return Confirmation(window.id, registry.place("window", window.id).path, day, best)


def _right(window: Window, answers: Sequence[tuple[Target, Memory]]) -> list[tuple[Target, Memory]]:
    """The good looks at one question: on the window's own page when that was asked, else on any of its sources."""
    own = [look for look in answers if source_of(look[0].id) == window.page]
    return [(target, memory) for target, memory in own or answers if memory.verdict == "ok" and memory.ok]


def _worth_it(window: Window, day: date) -> bool:
    """A call is stronger evidence than a page and stands until its limit; a live look gives way to a later one."""
    old = window.confirmed
    if old.how == "phone-call":
        return day > old.date + timedelta(old.limit_days)
    return old.how == "stored-copy" or day > old.date


def edited(text: str, window: str, day: date) -> str:
    """Return the text of a contacts file with the window's confirmation set to a live look on `day`.

    Only the values of `how` and `date` change; comments and spacing stay. Raises ValueError when the file is not as
    expected, for example when the confirmation is spread over lines in an unusual way.
    """
    before = tomllib.loads(text)["window"]
    number = next(n for n, entry in enumerate(before) if entry.get("id") == window)
    index, key = line_index(text), ("window", number, "confirmed")
    places = {index[k] - 1 for k in (key, (*key, "how"), (*key, "date")) if k in index}
    lines = text.splitlines(keepends=True)
    for place in places:
        lines[place] = _DATE.sub(rf"\g<1>{day}", _HOW.sub(r'\g<1>"live-page"', lines[place]))
    new = "".join(lines)
    before[number]["confirmed"] |= {"how": "live-page", "date": day}
    if tomllib.loads(new)["window"] != before:
        raise ValueError(f'the confirmation of window "{window}" is not written on lines of its own')
    return new


def patch(files: Mapping[str, str], found: Sequence[Confirmation]) -> str:
    """Return a unified diff for `git apply` over `files` (path → text); empty when there is nothing to propose."""
    texts = dict(files)
    for confirmation in found:
        texts[confirmation.path] = edited(texts[confirmation.path], confirmation.window, confirmation.day)
    return "".join(_diff(path, files[path], texts[path]) for path in sorted(files) if files[path] != texts[path])


def _diff(path: str, old: str, new: str) -> str:
    pieces = difflib.unified_diff(old.splitlines(True), new.splitlines(True), f"a/{path}", f"b/{path}")
    return "".join(piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in pieces)
