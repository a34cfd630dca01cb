"""Prints problems, results and progress, for people or for a code host. With cli.py the only file that prints."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from cardcare.problems import Problem

if TYPE_CHECKING:
    from cardcare.watch.row import Row

FORMATS = ("text", "github")
ROW_FORMATS = ("text", "json", "junit", "sarif", "github", "markdown")


def problems(found: Sequence[Problem], form: str = "text") -> None:
    """Print every problem, and how to learn more about the codes."""
    for problem in found:
        click.echo(_github(problem) if form == "github" else _text(problem))
    if found:
        codes = ", ".join(sorted({problem.code for problem in found}))
        click.echo(
            f"{len(found)} problem(s). More about each code: cardcare explain {codes.split(', ')[0]} ({codes})",
            err=True,
        )


def rows(found: Sequence[Row], title: str, form: str) -> bool:
    """Print the results of the watch. Returns whether one of them says that something is wrong."""
    from cardcare.watch import formats
    from cardcare.watch.row import FAILING

    click.echo(formats.FORMATS[form](found, title))
    return any(row.verdict in FAILING for row in found)


def patch(text: str, file: str, form: str) -> None:
    """Print a patch ("-"), or say where it was written. Beside a form for machines it goes to the other channel."""
    if not text:
        click.echo("No confirmation to propose.", err=True)
    elif file == "-":
        click.echo(text, nl=False, err=form in ("json", "junit", "sarif"))
    else:
        click.echo(f"Proposed confirmations: {file}. Compare every digit, then: git apply {file}", err=True)


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Show how far a long work has come: a bar on a terminal, else a line for every tenth. Call what it gives."""
    if sys.stderr.isatty():
        with click.progressbar(length=total, label="asking", file=sys.stderr) as bar:
            yield lambda: bar.update(1)
        return
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done * 10 // total > (done - 1) * 10 // total:
            click.echo(f"{done} of {total} asked", err=True)

    yield step


def _text(problem: Problem) -> str:
    hint = f"\n    → {problem.hint}" if problem.hint else ""
    return f"{problem.path}:{problem.line}: {problem.code} {problem.message}{hint}"


def _github(problem: Problem) -> str:
    text = f"{problem.message} → {problem.hint}" if problem.hint else problem.message
    safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::error file={problem.path},line={problem.line},title={problem.code}::{safe}"
