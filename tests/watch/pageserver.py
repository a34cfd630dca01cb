"""A small web on loopback whose pages a test can change, and which remembers what it was asked."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Pages:
    """Path → page (HTML) or status. `asked` are the paths asked for, `etags` the paths that have one."""

    base: str = ""
    pages: dict[str, str | int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    etags: set[str] = field(default_factory=set)

    def answer(self, path: str, known: str | None) -> tuple[int, str, bytes]:
        self.asked.append(path)
        page = self.pages.get(path, 404)
        if isinstance(page, int):
            return page, "", b"<title>Not for you</title><p>There is nothing to read here, whoever you are.</p>"
        tag = f'"{hash(page)}"' if path in self.etags else ""
        if tag and tag == known:
            return 304, tag, b""
        return 200, tag, f'<html lang="ja"><meta charset="utf-8">{page}</html>'.encode()


@contextmanager
def serving() -> Iterator[Pages]:
    """Serve on a port of the system's choice."""
    web = Pages()

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            status, tag, body = web.answer(self.path, self.headers.get("If-None-Match"))
            self.send_response(status)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            if tag:
                self.send_header("ETag", tag)
            self.end_headers()
            self.wfile.write(body)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        web.base = f"http://127.0.0.1:{server.server_port}"
        yield web
        server.shutdown()
