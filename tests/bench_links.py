"""Prints what the internal check costs and finds on a large invented site, next to LinkChecker in the same run.

    make bench, or python -m tests.bench_links

CPU seconds of child processes, as a person would start them. LinkChecker comes from PyPI and is not among our packages:
where the command `linkchecker` is missing, its line says so. It gets a small site, because it takes minutes for the
large one; it gets it from a server on loopback, and with its check of sections, because that is where it is best. What
it calls broken there and is not are links to #top, which HTML defines.
"""

from __future__ import annotations

import csv
import functools
import http.server
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from tests import bigsite

SIZES = ((5_000, 120_000, 500), (100, 2_400, 40))


@dataclass(frozen=True)
class Run:
    """CPU seconds of a program and the (page, address) pairs that it called broken."""

    seconds: float
    found: set[tuple[str, str]]


def ours(site: bigsite.BigSite) -> Run:
    command = [sys.executable, "-m", "cardcare.cli", "check", "site", str(site.root), "--format", "json"]
    seconds, output = _cpu_of(command)
    names = (name.removeprefix(f"{site.root.as_posix()}/").split(":", 2) for name in json.loads(output))
    return Run(seconds, {(page, address) for page, _, address in names})


def linkchecker(site: bigsite.BigSite, program: str) -> Run:
    """LinkChecker over HTTP on every page of the site; addresses of other hosts are left out."""
    with serving(site.root) as base, tempfile.NamedTemporaryFile("w", suffix="rc") as settings:
        settings.write("[AnchorCheck]\n[checking]\nmaxrequestspersecond=10000\n")
        settings.flush()
        Path(settings.name).chmod(0o644)  # it gives up its rights when it is started by the administrator
        pages = sorted(base + quote(file.relative_to(site.root).as_posix()) for file in site.root.rglob("index.html"))
        quiet = ["--no-status", "--no-robots", "--check-extern", "-o", "csv", "--ignore-url", "^(https|mailto|tel):"]
        seconds, output = _cpu_of([program, "-f", settings.name, *quiet, *pages])
    rows = csv.DictReader((row for row in output.splitlines() if not row.startswith("# ")), delimiter=";")
    return Run(seconds, {(_page(row["parentname"] or base, base), row["urlname"]) for row in rows})


def _page(address: str, base: str) -> str:
    """The file behind an address: LinkChecker meets a page under several."""
    path = unquote(urlsplit(address.removeprefix(base)).path)
    return path + "index.html" if path.endswith("/") else path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends files to the letter, and no lists of folders."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("LinkChecker", "no limit")  # without it, it asks no more than ten pages a second
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        self.send_error(404)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *args: Any) -> None:
        """A program that hangs up early is no news."""


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """Serve a folder on loopback; gives its address."""
    with Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _cpu_of(command: list[str]) -> tuple[float, str]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": "scripts"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]}: {done.stderr.strip()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def line(name: str, run: Run, site: bigsite.BigSite) -> str:
    cost = f"{run.seconds:7.2f} CPU s {run.seconds / site.links * 1000:7.3f} ms per link"
    missed, false = len(site.faults - run.found), len(run.found - site.faults)
    return f"  {name:<20} {cost}   {missed} missed, {false} false"


def main() -> None:
    program = shutil.which("linkchecker", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            site = bigsite.make(Path(folder), *size)
            print(f"{size[0]} pages, {site.links} links, {len(site.faults)} faults")
            print(line("cardcare check site", ours(site), site))
            if size is SIZES[-1] and program:
                print(line("linkchecker", linkchecker(site, program), site))
    if not program:
        print("  linkchecker is not installed; `make bench` installs it")


if __name__ == "__main__":
    main()
