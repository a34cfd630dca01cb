"""Reads the Markdown files of a language: splits front matter from body and validates the front matter."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from pydantic import ValidationError

from cardcare.content.faults import Fault, from_validation
from cardcare.content.page import Front, Page
from cardcare.content.toml import Toml
from cardcare.problems import Finding, Place

_FRONT = re.compile(r"\A---\s*\n(.*?\n)---\s*(?:\n|\Z)", re.DOTALL)
_YAML_KEY = re.compile(r"^([A-Za-z_]+)\s*:")


def read_page(file: Path, shown: str, lang: str) -> Page | list[Fault]:
    """Read one page. Returns the page, or the faults that keep it from being one."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return [_fault(shown, 1, "the file is not UTF-8 text", "save it with the encoding UTF-8")]
    match = _FRONT.match(text)
    if not match:
        hint = "begin the file with a line ---, the fields, and a line ---; copy them from a neighbouring page"
        return [_fault(shown, 1, "the page has no front matter", hint)]
    return _build(text, match, shown, lang, file.stem)


def _build(text: str, match: re.Match[str], shown: str, lang: str, name: str) -> Page | list[Fault]:
    lines = {key[1]: number for number, line in enumerate(match[1].splitlines(), 2) if (key := _YAML_KEY.match(line))}
    try:
        data = yaml.safe_load(match[1]) or {}
        front = Front.model_validate(data)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        return [_fault(shown, line, "the front matter is not valid YAML", "put texts with : # { } in double quotes")]
    except ValidationError as error:
        toml = Toml({}, {(key,): number for key, number in lines.items()})
        return from_validation(error, Front, shown, toml, (), "front matter")
    except ValueError as error:  # from the YAML reader, which does not say where
        return [_fault(shown, _dateless(match[1]), f"there is no such date: {error}", "write it like 2026-11-23")]
    body = text[match.end() :]
    return Page(lang, name, shown, front, tuple(lines.items()), body, text[: match.end()].count("\n") + 1)


def _dateless(front: str) -> int:
    """The line whose date does not exist, such as 2026-02-30."""
    for number, line in enumerate(front.splitlines(), 2):
        try:
            yaml.safe_load(line)
        except yaml.YAMLError:
            continue
        except ValueError:
            return number
    return 1


def _fault(shown: str, line: int, message: str, hint: str) -> Fault:
    return Fault("page", Finding(Place(shown, line), message, hint))
