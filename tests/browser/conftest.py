"""A real browser on the real site, served on loopback. Nothing here reaches any other machine."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from cardcare import building
from cardcare.content.load import Content, load
from cardcare.paths import Layout
from cardcare.site import after
from cardcare.site.urls import site_path

LAUNCH = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WIDTHS = {"phone": 360, "desktop": 1280}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the site as a static host does: its own page for wrong addresses, and the headers of `_headers`."""

    def log_message(self, *args: Any) -> None:
        pass

    def end_headers(self) -> None:
        for line in Path(self.directory, "_headers").read_text(encoding="utf-8").splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *args: Any) -> None:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def content() -> Content:
    return load(Layout.find(Path(__file__)))


@pytest.fixture(scope="session")
def site(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole real site, built as `cardcare build` does, but into a folder of the tests."""
    folder = tmp_path_factory.mktemp("site")
    building.render(content.layout, folder)
    after.finish(after.Build(folder, content, building.DEFAULT_ADDRESS))
    return folder


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert program, "no Chromium found; `make browser` installs it or says how"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=LAUNCH)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, base: str) -> Iterator[Any]:
    """A function that opens a path of the site in a fresh context: open_page("en/pin/", width=360, scheme="dark")."""
    contexts = []

    def open_(path: str, width: int = 360, scheme: Any = "light", height: int = 640, **options: Any) -> Page:
        size: Any = {"width": width, "height": height}
        context = browser.new_context(viewport=size, color_scheme=scheme, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(base + path)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def paths(content: Content, site: Path) -> dict[str, list[str]]:
    """language -> the paths of all its pages, the home page first."""
    names = sorted((page.name for page in content.source_pages), key=lambda name: name != "index")
    return {code: [site_path(content.registry, code, name) for name in names] for code in content.registry.languages}
