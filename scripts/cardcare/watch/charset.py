"""Turns the bytes of a foreign page into text. Believes nobody: header, BOM and meta are heard, then the bytes decide.

Called by reading.py for facts and by the link judgement for titles. Knows no HTML beyond the charset declaration.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
JAPANESE = ("cp932", "euc_jp")
LOOSE = ("iso8859-1", "cp1252", "ascii")  # single-byte sets read any bytes, so their success proves nothing
HEAD_BYTES = 4096  # a declaration later than this is not looked for
SAMPLE_BYTES = 200_000  # enough to tell the encodings apart

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]+)""", re.I)
_ALIAS = {"shiftjis": "cp932", "sjis": "cp932", "xsjis": "cp932", "windows31j": "cp932", "mskanji": "cp932"}
_ALIAS |= {"xeucjp": "euc_jp", "ujis": "euc_jp", "gb2312": "gb18030", "gbk": "gb18030", "euckr": "cp949"}
_ALIAS |= {"iso2022jp": "iso2022_jp_ext", "xuserdefined": "", "latin1": "cp1252", "iso88591": "cp1252"}
_KANA = re.compile("[\u3041-\u3093\u30a1-\u30f6]")
_WRONG = re.compile("[\ufffd\u0080-\u0084\u0086-\u009f\ue000-\uf8ff]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_ACCENT = re.compile(r"(?<=[A-Za-z])[\u00c0-\u00ff](?=[A-Za-z ,.:;)])|(?<= )[\u00c0-\u00ff](?=[a-z ])")


def decode(body: bytes, headers: Mapping[str, str]) -> str:
    """Return the page's text; bytes that fit no encoding become U+FFFD, never an exception."""
    for bom, name in BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace")
    return body.decode(charset(body, headers), "replace").removeprefix("\ufeff")


def charset(body: bytes, headers: Mapping[str, str]) -> str:
    """Return the Python name of the encoding that the bytes are really in."""
    if b"\x1b$" in body or b"\x1b(J" in body:
        return "iso2022_jp_ext"
    declared = list(_declarations(body, headers))
    if _is_utf8(body):
        return "utf-8"
    if b"\x00" in body[:200]:  # ASCII text in two-byte units, without a BOM
        return "utf-16-le" if body[1:2] == b"\x00" else "utf-16-be"
    sample = body[:SAMPLE_BYTES]
    names = dict.fromkeys([*declared, *JAPANESE, "utf-8", "cp1252"])
    return max(names, key=lambda name: _likeness(sample, name, name in declared))


def broken_share(text: str) -> float:
    """Return which share of the characters beyond ASCII could not be read; 0 for plain ASCII."""
    beyond = sum(1 for char in text if char > "\x7f")
    return len(_WRONG.findall(text)) / beyond if beyond else 0.0


def _declarations(body: bytes, headers: Mapping[str, str]) -> Iterator[str]:
    """Yield the encodings that header and page claim, as Python names, unknown ones left out."""
    for claim in (headers.get("content-type", "").encode(), body[:HEAD_BYTES]):
        for match in _DECLARED.finditer(claim):
            name = match[1].decode("ascii")
            name = _ALIAS.get(re.sub(r"[^a-z0-9]", "", name.lower()), name)
            try:
                yield codecs.lookup(name).name
            except LookupError:
                continue


def _is_utf8(body: bytes) -> bool:
    """True if every byte sequence is UTF-8; a character cut off at the end of the body is forgiven."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(sample: bytes, name: str, declared: bool) -> float:
    """Score how much the bytes, read as `name`, look like a page: kana speak for it, broken characters against."""
    text = sample.decode(name, "replace")
    beyond = max(1, len(_HIGH.findall(sample)))
    good = 2 * len(_KANA.findall(text)) if name in (*JAPANESE, "utf-8") else 0
    good += len(_ACCENT.findall(text)) if name in LOOSE else 0
    bad = 8 * len(_WRONG.findall(text)) + 2 * len(_HALF_KANA.findall(text))
    trust = 0.1 if declared and name not in LOOSE else 0.05 if declared else 0.0
    return (good - bad) / beyond + trust - (0.02 if name == "cp1252" else 0)
