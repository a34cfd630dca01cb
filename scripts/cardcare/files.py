"""Writes files so that nobody ever meets half of one."""

from __future__ import annotations

import os
from pathlib import Path

from cardcare.errors import BuildError


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8, or leave the old file as it was. Raises BuildError when the folder is not writable."""
    new = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        new.write_text(text, encoding="utf-8", newline="")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise BuildError(f"cannot write {path}: {error.strerror}") from error
