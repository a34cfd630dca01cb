"""Prints problems for people, or as line annotations for a code host. With cli.py the only file that prints."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cardcare.problems import Problem

FORMATS = ("text", "github")


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


def _text(problem: Problem) -> str:
    hint = f"\n    → {problem.hint}" if problem.hint else ""
    return f"{problem.path}:{problem.line}: {problem.code} {problem.message}{hint}"


def _github(problem: Problem) -> str:
    text = f"{problem.message} → {problem.hint}" if problem.hint else problem.message
    safe = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::error file={problem.path},line={problem.line},title={problem.code}::{safe}"
