"""The options that several verbs of the command share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from cardcare import report

root_option = click.option("--root", type=click.Path(path_type=Path), default=".", help="A folder inside the project.")
format_option = click.option("--format", "form", type=click.Choice(report.FORMATS), default="text", show_default=True)
all_formats_option = click.option(
    "--format", "form", type=click.Choice(report.ROW_FORMATS), default="text", show_default=True
)
some_file = click.Path(path_type=Path, dir_okay=False)
there_is = click.Path(path_type=Path, dir_okay=False, exists=True)
ASKING = (
    root_option,
    all_formats_option,
    click.option(
        "--only", multiple=True, metavar="ID", help="An id, a window, a source, or a pattern; may be repeated."
    ),
    click.option("--since", metavar="DAYS|DATE", help="Skip what was right more recently than that."),
    click.option("--jobs", type=click.IntRange(1), help="How many pages are asked at once."),
    click.option("--timeout", type=click.FloatRange(0, min_open=True), help="Seconds for one page."),
    click.option("--budget", type=click.FloatRange(0, min_open=True), help="Seconds for everything."),
    click.option(
        "--targets", type=there_is, metavar="FILE", help="A list of targets as JSON, instead of the registry."
    ),
    click.option("--output", type=some_file, metavar="FILE", help="Write the results as JSON by id."),
    click.option("--allow-loopback", is_flag=True, help="Let targets be on this computer."),
    click.option("--ca", type=there_is, metavar="FILE", help="Trust this authority as well (PEM)."),
)


def asking_options(command: Callable[..., None]) -> Callable[..., None]:
    """What all verbs share that ask pages of others."""
    for option in reversed(ASKING):
        command = option(command)
    return command
