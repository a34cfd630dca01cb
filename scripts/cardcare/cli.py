"""The command `cardcare`: parses, calls, reports. No logic lives here.

Exit status: 0 clean, 1 problems in the content, 2 could not run.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import click

from cardcare import report
from cardcare.command_options import all_formats_option, asking_options, format_option, root_option
from cardcare.errors import CardcareError
from cardcare.paths import ADDRESS, DEFAULT_ADDRESS, Layout

CLEAN, PROBLEMS, CANNOT_RUN = 0, 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cardcare")
def cardcare() -> None:
    """Keeps the My Number Card guide true: checks what people wrote and builds the site."""


@cardcare.group(invoke_without_command=True)
@root_option
@format_option
@click.pass_context
def check(context: click.Context, root: Path, form: str) -> None:
    """Check pages, words and registry, without building and without network; or, with a word more, links and facts."""
    if context.invoked_subcommand:
        return
    from cardcare import building

    content, problems = building.check(Layout.find(root), date.today())
    report.problems(problems, form)
    if problems:
        sys.exit(PROBLEMS)
    click.echo(f"{len(content.pages)} pages, {len(content.registry.windows)} windows, 0 problems")


@check.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@root_option
@all_formats_option
def site(folder: Path | None, root: Path, form: str) -> None:
    """Check the links inside built pages: files, sections, assets, capital letters. FOLDER: site/ when not named."""
    from cardcare.watch import inside

    title, rows = inside.look(folder, root, os.environ.get(ADDRESS, DEFAULT_ADDRESS))
    sys.exit(PROBLEMS if report.rows(rows, title, form) else CLEAN)


@check.command()
@asking_options
def links(form: str, **given: Any) -> None:
    """Ask every outside address of the registry, or of a file, whether it is still there."""
    from cardcare.watch import request

    found = request.look("links", request.Given(**given), date.today(), report.progress)
    sys.exit(PROBLEMS if report.rows(found.rows, "check links", form) else CLEAN)


@check.command()
@asking_options
@click.option(
    "--propose",
    is_flag=False,
    flag_value="-",
    metavar="[FILE]",
    help="Print, or write into FILE, a patch with new confirmations.",
)
def contacts(form: str, propose: str | None, **given: Any) -> None:
    """Ask every official page whether it still says the numbers, hours and fees that we print."""
    from cardcare.watch import request

    found = request.look("contacts", request.Given(**given), date.today(), report.progress, propose)
    failing = report.rows(found.rows, "check contacts", form)
    if propose:
        report.patch(found.patch, propose, form)
    sys.exit(PROBLEMS if failing else CLEAN)


@cardcare.command()
@root_option
@click.option("--dry-run/--send", "dry", default=True, help="Only show what would be told (the default), or tell it.")
def watch(root: Path, dry: bool) -> None:
    """Make the daily round over links and contacts and tell people: one issue, one pull request."""
    from cardcare.watch import daily, request

    daily.tell_people(request.Given(root), date.today(), report.progress, dry, click.echo)


@cardcare.command()
@root_option
@format_option
@click.option("--release", is_flag=True, help="Refuse while urgent numbers are not confirmed on their live pages.")
def build(root: Path, form: str, release: bool) -> None:
    """Check, build and publish into site/."""
    from cardcare import building

    layout, start = Layout.find(root), time.monotonic()
    result = building.build(layout, date.today(), release)
    report.problems(result.problems, form)
    if result.problems:
        click.echo("Nothing was published.", err=True)
        sys.exit(PROBLEMS)
    click.echo(f"{result.pages} pages in {time.monotonic() - start:.1f} s. Open {layout.site.name}/index.html")


@cardcare.command()
@click.argument("codes", nargs=-1, required=True)
def explain(codes: tuple[str, ...]) -> None:
    """Explain the codes of problems, for example CON104."""
    from cardcare import checks

    rules = checks.all_rules()
    unknown = [code for code in codes if code.upper() not in rules]
    if unknown:
        raise click.UsageError(f"no rule {', '.join(unknown)}; known: {', '.join(sorted(rules))}")
    click.echo("\n\n".join(rules[code.upper()].explanation for code in codes))


def main() -> None:
    """Run the command; a fault of the machine is one line and exit status 2, never a traceback."""
    try:
        cardcare()
    except CardcareError as error:
        click.echo(f"cardcare: {error}", err=True)
        sys.exit(CANNOT_RUN)
    except OSError as error:
        click.echo(f"cardcare: {error.filename or 'the system'}: {error.strerror}", err=True)
        sys.exit(CANNOT_RUN)
    except ModuleNotFoundError as error:
        click.echo(
            f"cardcare: the package {error.name} is not installed; run `make site`, which installs all", err=True
        )
        sys.exit(CANNOT_RUN)


if __name__ == "__main__":
    main()
