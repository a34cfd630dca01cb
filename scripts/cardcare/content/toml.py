"""Reads TOML and remembers on which line each key stands, so that every complaint can name one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Key = tuple[str | int, ...]

_TABLE = re.compile(r"^\s*(\[\[|\[)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r'^\s*(?:"([^"]+)"|([A-Za-z0-9_\-@]+))\s*=')
_AT_LINE = re.compile(r"\(at line (\d+)")
_BARE = re.compile(r"=\s*(\d{1,2}:\d{2}(?!:)\S*|0\d[\d-]*|\+\d[\d-]*|#\d+|(?!\d{4}-\d\d-)\d+-\d+-\d+(?=\s|$))")


@dataclass(frozen=True)
class Toml:
    """A file's data and the line of every table and key; `error` is set instead when it cannot be read."""

    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Key, int] = field(default_factory=dict)
    error: tuple[int, str, str] | None = None  # line, message, hint

    def line(self, *key: str | int) -> int:
        """The line of a key, or of the nearest table around it, or 1."""
        for end in range(len(key), 0, -1):
            if key[:end] in self.lines:
                return self.lines[key[:end]]
        return 1


def read(path: Path) -> Toml:
    """Read a TOML file; a file that cannot be read gives a Toml with `error`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Toml(tomllib.loads(text), line_index(text))
    except FileNotFoundError:
        return Toml(error=(1, "the file is missing", "add it, or restore it from version control"))
    except UnicodeDecodeError:
        return Toml(error=(1, "the file is not UTF-8 text", "save it with the encoding UTF-8"))
    except tomllib.TOMLDecodeError as error:
        return Toml(error=_explain(text, str(error)))


def _explain(text: str, message: str) -> tuple[int, str, str]:
    at = _AT_LINE.search(message)
    line = int(at.group(1)) if at else len(text.splitlines()) or 1
    source = (text.splitlines() or [""])[min(line, len(text.splitlines())) - 1]
    if bare := _BARE.search(source):
        return line, f"the value {bare.group(1)} is bare", f'write it in quotes: = "{bare.group(1)}"'
    return line, f"not valid TOML: {message}", "compare the line with its neighbours: quotes, brackets, ="


def line_index(text: str) -> dict[Key, int]:
    """Return the line of every table and key of a TOML text that tomllib accepts.

    A key path is a tuple such as ("window", 0, "number", 1, "dial"). Multi-line values are skipped
    over only as far as their lines do not look like keys, which holds for our lists and texts.
    """
    lines: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    here: Key = ()
    for number, line in enumerate(text.splitlines(), 1):
        if table := _TABLE.match(line):
            here = _enter(table.group(2), table.group(1) == "[[", counts)
            lines[here] = number
        elif key := _KEY.match(line):
            lines.setdefault((*here, key.group(1) or key.group(2)), number)
    return lines


def _enter(name: str, repeated: bool, counts: dict[Key, int]) -> Key:
    parts = [part.strip().strip('"') for part in name.split(".")]
    path: Key = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, parts[-1])
    if not repeated:
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])
