"""The sentences that keep the house in order. When one is broken, the failure quotes it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.projects import REAL

SCRIPTS = REAL / "scripts"
DOORS = ("cardcare.cli", "cardcare.command_options", "cardcare.building", "cardcare.report", "mkdocs_hooks")
WORKERS = ("cardcare.site", "cardcare.checks", "cardcare.watch", "cardcare.handouts", "cardcare.feeds")
CONTENT = ("cardcare.content",)
GROUND = tuple(
    f"cardcare.{name}"
    for name in (
        "paths",
        "problems",
        "errors",
        "files",
        "numbers",
        "ruby",
        "html",
        "security",
        "sitelinks",
        "web",
        "net",
        "addresses",
        "manners",
    )
)
LAYERS = (DOORS, WORKERS, CONTENT, GROUND)  # from above to below

Breach = Callable[[str, ast.Module], Iterator[str]]


def room(module: str) -> str:
    """The part of the house that a module belongs to: "cardcare.site" for cardcare.site.after.policy."""
    return next((r for layer in LAYERS for r in layer if module == r or module.startswith(f"{r}.")), "")


def floor(module: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if room(module) in layer)


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(tree: ast.Module) -> Iterator[str]:
    """Everything that is called, raised or read, as it is written: "date.today", "sys.exit", "print"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name):
            yield ast.unparse(node)


def imported(*packages: str) -> Breach:
    def breach(module: str, tree: ast.Module) -> Iterator[str]:
        return (name for name in imports(tree) if any(name == p or name.startswith(f"{p}.") for p in packages))

    return breach


def used(*words: str) -> Breach:
    def breach(module: str, tree: ast.Module) -> Iterator[str]:
        return (name for name in names(tree) if name in words)

    return breach


def upwards(module: str, tree: ast.Module) -> Iterator[str]:
    return (name for name in imports(tree) if room(name) and floor(name) < floor(module))


def next_door(module: str, tree: ast.Module) -> Iterator[str]:
    mine = room(module)
    return (name for name in imports(tree) if mine in WORKERS and room(name) in WORKERS and room(name) != mine)


def homeless(module: str, tree: ast.Module) -> Iterator[str]:
    if module != "cardcare" and not room(module):
        yield "stands in no room"


CLOCK = ("date.today", "datetime.now", "datetime.utcnow", "datetime.date.today", "time.time", "time.localtime")
NETWORK = ("socket", "http.client", "urllib.request", "urllib3", "aiohttp", "httpx", "requests", "ssl")

# sentence -> (the modules that are free of it, how it is broken)
SENTENCES: dict[str, tuple[tuple[str, ...], Breach]] = {
    "Every module has its room.": ((), homeless),
    "Imports go downwards: doors, workers, content, ground.": ((), upwards),
    "Workers do not know one another.": ((), next_door),
    "Only mkdocs_hooks.py imports mkdocs.": (("mkdocs_hooks",), imported("mkdocs", "material", "mkdocs_static_i18n")),
    "Only web.py and its room net/ speak with the network.": (("cardcare.web", "cardcare.net"), imported(*NETWORK)),
    "Only building.py and watch/report_issue.py start another program.": (
        ("cardcare.building", "cardcare.watch.report_issue"),
        imported("subprocess", "multiprocessing"),
    ),
    "Only html.py parses HTML.": (("cardcare.html",), used("lxml.html.parse", "lxml.html.fromstring", "etree.parse")),
    "Only cli.py and report.py print.": (
        ("cardcare.cli", "cardcare.report"),
        used("print", "click.echo", "sys.stdout"),
    ),
    "Only cli.py exits.": (("cardcare.cli",), used("sys.exit", "SystemExit", "os._exit", "exit", "quit")),
    "Only the doors read the clock, and the network, which is told to wait until a time.": (
        ("cardcare.cli", "mkdocs_hooks", "cardcare.web", "cardcare.watch.options"),
        used(*CLOCK),
    ),
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(SCRIPTS.rglob("*.py")):
        parts = file.relative_to(SCRIPTS).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), ast.parse(file.read_text(encoding="utf-8"))


def breaches(sentence: str, module: str, tree: ast.Module) -> list[str]:
    free, breach = SENTENCES[sentence]
    excused = any(module == room or module.startswith(f"{room}.") for room in free)
    return [] if excused else [f"{module}: {what}" for what in breach(module, tree)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_house_is_in_order(sentence: str) -> None:
    broken = [what for module, tree in modules() for what in breaches(sentence, module, tree)]
    assert not broken, f"“{sentence}” is broken by {broken}"


PLANTED = [
    ("Every module has its room.", "cardcare.helpers", ""),
    (
        "Imports go downwards: doors, workers, content, ground.",
        "cardcare.content.page",
        "from cardcare.site import urls",
    ),
    ("Imports go downwards: doors, workers, content, ground.", "cardcare.paths", "import cardcare.content.load"),
    (
        "Imports go downwards: doors, workers, content, ground.",
        "cardcare.checks.pages",
        "from cardcare import building",
    ),
    ("Workers do not know one another.", "cardcare.checks.pages", "from cardcare.site.markers import MARKERS"),
    ("Workers do not know one another.", "cardcare.site.cards", "from cardcare import checks"),
    ("Only mkdocs_hooks.py imports mkdocs.", "cardcare.site.view", "from mkdocs.config import base"),
    ("Only web.py and its room net/ speak with the network.", "cardcare.checks.links", "import urllib.request"),
    (
        "Only building.py and watch/report_issue.py start another program.",
        "cardcare.site.after.pdf",
        "from subprocess import run",
    ),
    ("Only html.py parses HTML.", "cardcare.site.after.policy", "lxml.html.parse('x')"),
    ("Only cli.py and report.py print.", "cardcare.building", "click.echo('done')"),
    ("Only cli.py exits.", "cardcare.report", "raise SystemExit(1)"),
    (
        "Only the doors read the clock, and the network, which is told to wait until a time.",
        "cardcare.checks.pages",
        "late = date.today() > day",
    ),
]


@pytest.mark.parametrize(("sentence", "module", "code"), PLANTED)
def test_a_breach_would_be_seen(sentence: str, module: str, code: str) -> None:
    assert breaches(sentence, module, ast.parse(code))


def test_every_sentence_can_be_broken() -> None:
    assert {sentence for sentence, _, _ in PLANTED} == set(SENTENCES)


def test_nobody_calls_the_command_back() -> None:
    """cli.py is the last door: building.py and the hooks are doors, too, but do not know it."""
    assert not [name for module, tree in modules() for name in imports(tree) if name.startswith("cardcare.cli")]


@pytest.mark.parametrize("file", sorted(SCRIPTS.rglob("*.py")), ids=lambda file: file.relative_to(SCRIPTS).as_posix())
def test_a_file_says_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), "begin the file with a sentence"
