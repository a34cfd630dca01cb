"""Unpacks a compressed body piece by piece and stops at a limit, so that a gzip bomb stays small. Knows no network."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zlib import _Decompress

GZIP_MARK = b"\x1f\x8b"
KNOWN = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}
FOREIGN = ("br", "zstd", "compress", "x-compress", "dcb", "dcz")  # never asked for, sent by a few servers all the same


class UnpackError(ValueError):
    """The body is not what its Content-Encoding says."""


class Unpacker:
    """Collects a body. `limit` counts unpacked bytes; `packed` counts what came over the line. Unpacking pauses at
    `ceiling` until that is raised, so that a few bytes cannot become many behind the caller's back."""

    def __init__(self, encoding: str, limit: int) -> None:
        names = [name for part in encoding.lower().split(",") if (name := part.strip())]
        if len(names) > 1 or (names and names[-1] in FOREIGN):
            raise UnpackError(f"the body is packed as {encoding}")
        self._coding = KNOWN.get(names[-1], "") if names else ""
        self._limit = self.ceiling = limit
        self._pieces: list[bytes] = []
        self._inflate: _Decompress | None = None
        self._waiting = b""
        self.size = self.packed = 0

    @property
    def full(self) -> bool:
        """True when the body is longer than the limit; the rest need not be read."""
        return self.size > self._limit

    @property
    def complete(self) -> bool:
        """False when a packed body ends before its end mark."""
        return self._inflate is None or self._inflate.eof

    def body(self) -> bytes:
        return b"".join(self._pieces)[: self._limit]

    def feed(self, data: bytes = b"") -> None:
        """Take the next piece; without one, go on after the ceiling was raised. Raises UnpackError."""
        if self._coding and not self.packed and data:
            self._begin(data)
        self.packed += len(data)
        if self._inflate is None:
            self._keep(data)
            return
        try:
            self._unpack(self._waiting + data)
        except zlib.error as error:
            raise UnpackError(str(error)) from error

    def _begin(self, data: bytes) -> None:
        """Believe the first bytes more than the header: a plain page is often labelled gzip."""
        if self._coding == "gzip":
            self._inflate = zlib.decompressobj(31) if data[:1] == GZIP_MARK[:1] else None
        elif data[0] & 0x0F == 8 and (len(data) < 2 or (data[0] * 256 + data[1]) % 31 == 0):
            self._inflate = zlib.decompressobj(15)
        elif data[:1] != b"<":
            self._inflate = zlib.decompressobj(-15)
        self._coding = ""

    def _unpack(self, data: bytes) -> None:
        while data and self._inflate and self.size <= self.ceiling:
            self._keep(self._inflate.decompress(data, self.ceiling - self.size + 1))
            data = self._inflate.unconsumed_tail
            if self._inflate.eof and self._inflate.unused_data.startswith(GZIP_MARK):
                data = self._inflate.unused_data
                self._inflate = zlib.decompressobj(31)
        self._waiting = data
        if self.full:
            self.packed -= len(data)

    def _keep(self, data: bytes) -> None:
        if data:
            self._pieces.append(data)
            self.size += len(data)
