"""Bodies unpacked piece by piece."""

from __future__ import annotations

import gzip
import zlib

import pytest

from cardcare.net.unpacking import Unpacker, UnpackError

TEXT = b"<p>" + bytes(range(65, 91)) * 100


def unpack(encoding: str, body: bytes, limit: int = 100_000, step: int = 7) -> Unpacker:
    unpacker = Unpacker(encoding, limit)
    for start in range(0, len(body), step):
        unpacker.feed(body[start : start + step])
    return unpacker


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("X-GZIP", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:])),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("gzip", TEXT),
        ("deflate", TEXT),
        ("utf-8", TEXT),
    ],
)
def test_all_ways_of_packing(encoding: str, body: bytes) -> None:
    for step in (7, 10_000):
        unpacker = unpack(encoding, body, step=step)
        assert (unpacker.body(), unpacker.complete, unpacker.full) == (TEXT, True, False)


def test_a_bomb_stays_small() -> None:
    bomb = gzip.compress(b"\0" * 10_000_000)
    unpacker = unpack("gzip", bomb, limit=1_000, step=len(bomb))
    assert unpacker.full and len(unpacker.body()) == 1_000 and unpacker.size == 1_001


def test_unpacking_pauses_at_the_ceiling() -> None:
    unpacker = Unpacker("gzip", 5_000)
    unpacker.ceiling = 500
    unpacker.feed(gzip.compress(b"a" * 4_000))
    assert unpacker.size == 501
    unpacker.ceiling = 5_000
    unpacker.feed()
    assert unpacker.body() == b"a" * 4_000 and unpacker.complete


def test_half_a_body_is_not_complete() -> None:
    assert not unpack("gzip", gzip.compress(TEXT)[:-10]).complete


@pytest.mark.parametrize(
    ("encoding", "body"), [("br", b"x"), ("gzip, gzip", b"x"), ("gzip", b"\x1f\x8b\x08\0xxxxxxxxxxxx")]
)
def test_what_cannot_be_unpacked_is_said(encoding: str, body: bytes) -> None:
    with pytest.raises(UnpackError):
        unpack(encoding, body)
