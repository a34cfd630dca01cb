"""What the fault server does with one request, byte by byte.

Ordinary answers are data, in tests/data/watch/behaviours.toml; here is what data cannot say. Each behaviour gets the
connection, the request and the table of its case.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import zlib
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import Any

Table = Mapping[str, Any]
FILLER = "<p>マイナンバーカードをなくしたときは、すぐに電話をかけて、一時停止を届け出てください。年中無休です。</p>\n"


@dataclass(frozen=True)
class Request:
    """One request as it arrived; `target` is the raw path with its query."""

    method: str
    target: str
    headers: Mapping[str, str]
    base: str

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


def page(table: Table) -> bytes:
    """The body of an ordinary answer: `body` as it is, or a page made of title, h1, text, head and charset."""
    charset = table.get("charset", "utf-8")
    if "body" in table:
        return str(table["body"]).encode(charset)
    meta = f'<meta charset="{table.get("named", charset)}">' if table.get("declare", "meta") in ("meta", "both") else ""
    heading = f"<h1>{table['h1']}</h1>" if "h1" in table else ""
    text = table.get("text", FILLER * 3) * int(table.get("times", 1)) + table.get("tail", "")
    head = f"<head>{meta}<title>{escape(table.get('title', '案内'))}</title>{table.get('head', '')}</head>"
    return f"<!doctype html>\n<html lang=ja>{head}<body>{heading}{text}</body></html>\n".encode(charset)


def answer(table: Table, body: bytes | None = None, **more: str) -> bytes:
    """A whole answer with status and headers."""
    body = page(table) if body is None else body
    status = table.get("status", 200)
    charset = (
        f"; charset={table.get('named', table.get('charset', 'utf-8'))}"
        if table.get("declare", "both") in ("header", "both")
        else ""
    )
    headers = {
        "Content-Type": f"text/html{charset}",
        "Content-Length": str(len(body)),
        **table.get("headers", {}),
        **more,
    }
    lines = [f"HTTP/1.1 {status} Status", *(f"{name}: {value}" for name, value in headers.items() if value != "-")]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + (b"" if status in (204, 304) else body)


async def reset(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Cut the connection with a reset, in place of an answer or in the middle of one."""
    if table.get("late"):
        writer.write(answer(table)[:-200])
        await writer.drain()
        await asyncio.sleep(0.05)
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def raw(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Send bytes as they stand in the table, then close."""
    writer.write(str(table["raw"]).replace("\n", "\r\n").encode("utf-8"))
    await writer.drain()


async def hang(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Say nothing, as long as somebody waits."""
    while not writer.transport.is_closing():
        await asyncio.sleep(0.05)


async def drip(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Never end: headers, then now and then a byte."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + (b"" if table.get("headers_too") else b"\r\n"))
    for _ in range(300):
        writer.write(b"X-Slow: 1\r\n" if table.get("headers_too") else b"<p>a")
        await writer.drain()
        await asyncio.sleep(0.2)


async def endless(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Send for ever, as fast as it is taken."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(table))
    while not writer.transport.is_closing():
        writer.write(FILLER.encode() * 400)
        await writer.drain()


async def truncated(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Promise more bytes than there are."""
    body = page(table)
    writer.write(answer(table, body, **{"Content-Length": str(len(body) + 500)}))
    await writer.drain()


async def packed(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Send the page as its `packing` says: gzip, deflate, raw-deflate, broken, bomb, label-only, chunks."""
    body, encoding = page(table), "gzip"
    match table["packing"]:
        case "gzip":
            body = gzip.compress(body)
        case "two-members":
            body = gzip.compress(body[:300]) + gzip.compress(body[300:])
        case "deflate":
            body, encoding = zlib.compress(body), "deflate"
        case "raw-deflate":
            packer = zlib.compressobj(wbits=-15)
            body, encoding = packer.compress(body) + packer.flush(), "deflate"
        case "half":
            body = gzip.compress(body)[:-40]
        case "broken-unless-identity":
            plain = request.headers.get("accept-encoding") == "identity"
            body, encoding = (body, "identity") if plain else (b"\x1f\x8b\x08\0" + body, "gzip")
        case "br":
            body, encoding = b"\x8b\x02\x80" + body, "br"
        case "bomb":
            body = gzip.compress(b"\0" * 30_000_000)
    writer.write(answer(table, body, **{"Content-Encoding": encoding}))
    await writer.drain()


async def chunks(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Send the page in chunks, and the last of them as `ending` says."""
    body = page(table)
    writer.write(answer(table, b"", **{"Content-Length": "-", "Transfer-Encoding": "chunked"}))
    writer.write(b"%x\r\n%b\r\n" % (len(body), body) + str(table["ending"]).replace("\n", "\r\n").encode())
    await writer.drain()


async def cookie(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Show the page only to who brings back a cookie."""
    if "seen=yes" in request.headers.get("cookie", ""):
        writer.write(answer(table))
        return
    via = table.get("via", request.target)
    writer.write(answer({"status": 302}, b"", Location=via, **{"Set-Cookie": "seen=yes; Path=/"}))


async def exact(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """Answer 200 only if the path arrived letter by letter as `arrives` says."""
    writer.write(answer(table if request.target == table["arrives"] else {"status": 404}))


async def countdown(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """A chain of redirects: ?n=3 leads to ?n=2, and so on."""
    number = int(request.target.partition("n=")[2] or table["from"])
    where = f"{request.path}?n={number - 1}"
    writer.write(answer(table) if number == 0 else answer({"status": 302}, b"", Location=where))


async def wait_until(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """429 with a date."""
    when = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=table["seconds"])
    writer.write(answer({"status": 429}, b"", **{"Retry-After": format_datetime(when, usegmt=True)}))


async def many_headers(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    writer.write(answer(table, None, **{f"X-Filler-{number}": "x" * 20 for number in range(table["count"])}))


async def own_content(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    """The same shell for every path, with content of its own."""
    topic = sum(map(ord, request.path)) % 97
    text = (
        "<nav>"
        + "<a href=/>メニュー</a> " * 40
        + f"</nav><p>{'あいうえおかきくけこ'[topic % 10]}に関する手続きの案内（{topic}）です。</p>"
    )
    writer.write(answer({**table, "text": text}))


async def slow(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    await asyncio.sleep(table["seconds"])
    writer.write(answer(table))


async def get_only(writer: asyncio.StreamWriter, request: Request, table: Table) -> None:
    writer.write(answer(table if request.method == "GET" else {"status": 405}))


Behaviour = Callable[[asyncio.StreamWriter, Request, Table], Awaitable[None]]


def behaviours() -> Iterator[tuple[str, Behaviour]]:
    """The behaviours by the names that the table of cases uses."""
    for made in (
        reset, raw, hang, drip, endless, truncated, packed, chunks, cookie, exact, countdown, wait_until, many_headers,
        own_content, slow, get_only,
    ):  # fmt: skip
        yield made.__name__.replace("_", "-"), made
