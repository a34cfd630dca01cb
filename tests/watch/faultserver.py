"""A web that misbehaves, on loopback: one small server for each host of tests/data/watch/behaviours.toml.

    with FaultServer(folder) as server:
        server.targets     the cases as targets, with real addresses
        server.asked       every request: (time, host, method, path)

Each host has an address of its own (127.0.0.N or ::1) and a port that the system chose. Runs in a thread.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from tests.watch.behaviours import Request, Table, answer, behaviours
from tests.watch.certificates import Authority

CASES = Path(__file__).parents[1] / "data" / "watch" / "behaviours.toml"
NAMES = "DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1," + ",".join(f"IP:127.0.0.{n}" for n in range(2, 120))
BEHAVIOURS = dict(behaviours())


@dataclass(frozen=True)
class Case:
    """One behaviour and what is to be said about it."""

    id: str
    url: str
    verdict: str
    reason: str
    why: str


@dataclass
class Host:
    """One host: its cases by raw path, and how often each was asked."""

    name: str
    ip: str
    tls: ssl.SSLContext | None
    unknown: Table
    pages: dict[str, list[Table]] = field(default_factory=dict)
    port: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    now: int = 0
    most: int = 0

    @property
    def base(self) -> str:
        host = f"[{self.ip}]" if ":" in self.ip else self.ip
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}"


class FaultServer:
    """All hosts of the table of cases."""

    def __init__(self, folder: Path, table: Table | None = None) -> None:
        self._table = table or tomllib.loads(CASES.read_text(encoding="utf-8"))
        self._folder = folder
        self.hosts: dict[str, Host] = {}
        self.asked: list[tuple[float, str, str, str]] = []
        self.agents: set[tuple[str, str]] = set()
        for number, name in enumerate(self._host_names(), start=1):
            self.hosts[name] = self._host(name, number)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()
        for case in self._table["case"]:
            self._place(case)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def forget(self) -> None:
        """Begin anew: first answers come first again."""
        self.asked.clear()
        for host in self.hosts.values():
            host.counts.clear()
            host.most = 0

    @property
    def cases(self) -> list[Case]:
        """The cases with real addresses."""
        return [
            Case(
                case["id"],
                self._fill(self._url(case)),
                case.get("verdict", ""),
                case.get("reason", ""),
                case.get("why", ""),
            )
            for case in self._table["case"]
        ]

    @property
    def ca_file(self) -> str:
        return str(self._authority.ca_file)

    @cached_property
    def _authority(self) -> Authority:
        return Authority(self._folder)

    @cached_property
    def _stranger(self) -> Authority:
        return Authority(self._folder / "stranger")

    def _host_names(self) -> Iterator[str]:
        named = (case.get("host", "main") for case in self._table["case"])
        yield from dict.fromkeys(["main", "other", *self._table.get("host", {}), *named])

    def _host(self, name: str, number: int) -> Host:
        table = self._table.get("host", {}).get(name, {})
        ip = table.get("ip", f"127.0.0.{number}")
        return Host(name, ip, self._tls(table.get("tls", "")), table.get("unknown", {"status": 404}))

    def _tls(self, kind: str) -> ssl.SSLContext | None:
        match kind:
            case "":
                return None
            case "self-signed":
                return self._authority.self_signed(kind, NAMES)
            case "unknown-authority":
                return self._stranger.context(kind, NAMES)
            case "incomplete":
                issuer = "authorityInfoAccess=caIssuers;URI:http://ca.example/ca.crt"
                return self._stranger.context(kind, NAMES, extra=issuer)
            case "wrong-name":
                return self._authority.context(kind, "DNS:somebody-else.example")
            case _:
                return self._authority.context(kind, NAMES, -1 if kind == "expired" else 2)

    def _url(self, case: Table) -> str:
        host, path = case.get("host", "main"), case.get("path", f"/{case['id']}")
        return str(case.get("url") or "{" + host + "}" + path + case.get("hash", ""))

    def _fill(self, text: str) -> str:
        """Put the hosts' addresses into a text: {main}, {other.port}."""
        for host in self.hosts.values():
            text = text.replace(f"{{{host.name}}}", host.base).replace(f"{{{host.name}.port}}", str(host.port))
            text = text.replace(f"{{{host.name}.netloc}}", host.base.partition("//")[2])
        return text

    def _filled(self, table: Any) -> Any:
        if isinstance(table, dict):
            return {key: self._filled(value) for key, value in table.items()}
        if isinstance(table, list):
            return [self._filled(value) for value in table]
        return self._fill(table) if isinstance(table, str) else table

    def _place(self, case: Table) -> None:
        """Put a case's answers, and the pages it leads to, on its host."""
        host = self.hosts[case.get("host", "main")]
        answers = case.get("answers", [case.get("answer", {})])
        path = case.get("path", f"/{case['id']}").partition("#")[0]
        if "url" not in case or "path" in case:
            host.pages[path] = self._filled(answers)
        for page in case.get("also", ()):
            self.hosts[page.get("host", host.name)].pages[page["path"]] = self._filled([page])

    async def _listen(self) -> None:
        self._servers = []
        for host in self.hosts.values():
            server = await asyncio.start_server(lambda r, w, h=host: self._serve(h, r, w), host.ip, 0, ssl=host.tls)
            host.port = server.sockets[0].getsockname()[1]
            self._servers.append(server)

    async def _end(self) -> None:
        for server in self._servers:
            server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, host: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._once(host, reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _once(self, host: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; True if the connection may be used again."""
        first = await reader.readexactly(1)
        if first == b"\x16":  # TLS on a plain port
            writer.write(answer({"status": 400}))
            return False
        lines = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        pairs = (line.partition(": ")[::2] for line in lines[1:] if line)
        request = Request(method, target, {name.lower(): value for name, value in pairs}, host.base)
        self.asked.append((time.monotonic(), host.name, method, target))
        self.agents.add((host.name, request.headers.get("user-agent", "")))
        answers = host.pages.get(target) or host.pages.get(request.path) or [host.unknown]
        table = answers[min(host.counts[request.path], len(answers) - 1)]
        host.counts[request.path] += 1
        host.now += 1
        host.most = max(host.most, host.now)
        try:
            does = table.get("does")
            if does:
                await BEHAVIOURS[does](writer, request, table)
            else:
                writer.write(answer(table))
            await writer.drain()
        finally:
            host.now -= 1
        return not does
