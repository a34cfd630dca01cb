"""The command `cardcare`: parses, calls, reports. No logic lives here.

Exit status: 0 clean, 1 problems in the content, 2 could not run.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import click

from cardcare import report
from cardcare.errors import CardcareError
from cardcare.paths import Layout

PROBLEMS, CANNOT_RUN = 1, 2

root_option = click.option("--root", type=click.Path(path_type=Path), default=".", help="A folder inside the project.")
format_option = click.option("--format", "form", type=click.Choice(report.FORMATS), default="text", show_default=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cardcare")
def cardcare() -> None:
    """Keeps the My Number Card guide true: checks what people wrote and builds the site."""


@cardcare.command()
@root_option
@format_option
def check(root: Path, form: str) -> None:
    """Check pages, words and registry, without building and without network."""
    from cardcare import building

    content, problems = building.check(Layout.find(root), date.today())
    report.problems(problems, form)
    if problems:
        sys.exit(PROBLEMS)
    click.echo(f"{len(content.pages)} pages, {len(content.registry.windows)} windows, 0 problems")


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
