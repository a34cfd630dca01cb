"""Notices errors behind status 200: "page not found", site closed, parked domain, maintenance, bot wall.

Looks at titles and main headings, never at the whole text: a list of questions may quote such a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from cardcare.watch import phrases
from cardcare.watch.document import Document
from cardcare.watch.folding import fold
from cardcare.watch.phrases import SIGNS, Sign
from cardcare.watch.verdict import Verdict

LONGEST = 160  # characters; a longer sentence is a text
NOTICE = 300  # characters of visible text; a longer page without a telling heading is no notice
ANSWER = 3  # sentences; a question in a list of questions has a longer answer

_CJK = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff"
_INNER_BLANK = re.compile(rf"(?<=[{_CJK}0-9]) +(?=[{_CJK}])|(?<=[{_CJK}]) +(?=[{_CJK}0-9])")
_SEGMENT = re.compile(
    rf"(?<=[{_CJK}])-(?=[{_CJK}])|\s*[|│¦∣»«›‹＞>•→]+\s*|\s+[\-:・·/~]+\s+|[\[\]【】〔〕<>]+|\s*::\s*"
)
_SENTENCE = re.compile(r"(?<=[?])\s*|[。!:;…\n()]+|(?<=[a-z\d])\.+(?=\s|$)|、(?=$)")
_QUOTES = str.maketrans("", "", '「」『』"“”„')
_ENDS = re.compile(r"[。.!?](?:\s|$|[^\w])|。")


@dataclass(frozen=True)
class Notice:
    """What a page says about itself, with the words in which it does."""

    verdict: Verdict
    reason: str
    evidence: str


def notice(document: Document) -> Notice | None:
    """Return what the page says about itself instead of its content, None for an ordinary page."""
    if document.kind == "text":
        return _first(_sentences_of_text(document), "text") if len(document.visible) <= NOTICE else None
    if document.kind != "html" or not _is_suspect(document):
        return None
    return _in_headings(document) or _in_short_page(document) or _by_machinery(document)


def _is_suspect(document: Document) -> bool:
    """A quick look that lets ordinary pages pass without parsing them."""
    return not document.is_wordy or any(read(text) for text in document.glance())


def _in_headings(document: Document) -> Notice | None:
    found = _first([document.title], "title") or _first(document.headings, "h1")
    if not found or _is_innocent(document):
        return None
    if found.reason == phrases.ERROR_PAGE:  # which error it is stands below
        return next(filter(_is_missing, _notices(document.lines[:12], "text")), found)
    return found


def _is_innocent(document: Document) -> bool:
    """An entry of a list of questions or words: worded like a message, and then explained."""
    heads = fold(" ".join([document.title, *document.headings])).lower()
    return bool(phrases.QUESTIONS.search(heads)) and len(_ENDS.findall(document.visible)) > ANSWER


def _in_short_page(document: Document) -> Notice | None:
    """A page of a few words whose message stands in a lesser heading, or in no heading at all."""
    heads = fold(" ".join([document.title, *document.headings])).lower()
    if len(document.visible) > NOTICE or document.headings or phrases.QUESTIONS.search(heads):
        return None
    return _first(document.lesser_headings[:1], "h2") or _first(_sentences_of_text(document), "text")


def _by_machinery(document: Document) -> Notice | None:
    """On a page of few words, parking services and captchas betray themselves by what is loaded."""
    if document.is_wordy:
        return None
    addresses = " ".join(
        node.attributes.get(name) or ""
        for name in ("src", "href", "action")
        for node in document.tree.css(f"script[{name}], iframe[{name}], a[{name}], form[{name}], link[{name}]")
    )
    service = next((host for host in phrases.PARKING if host in addresses), "")
    if service:
        return Notice(Verdict.BROKEN, "parked", f"the page loads {service}")
    if document.has(phrases.CAPTCHA) and not document.has(phrases.FIELDS):
        return Notice(Verdict.WARN, "bot-wall", f"a captcha: “{_short(document.visible)}”")
    return None


def _first(texts: Iterable[str], place: str) -> Notice | None:
    return next(_notices(texts, place), None)


def _notices(texts: Iterable[str], place: str) -> Iterator[Notice]:
    for text in texts:
        if sign := read(text):
            yield Notice(sign.verdict, sign.reason, f"{place}: “{_short(text)}”")


def _is_missing(found: Notice) -> bool:
    return found.reason == phrases.MISSING


def _sentences_of_text(document: Document) -> list[str]:
    return document.lines[:8]


@lru_cache(2048)
def read(text: str) -> Sign | None:
    """Return what a title or heading says about its page, None for an ordinary one."""
    folded = fold(text).lower().replace("’", "'").translate(_QUOTES)
    found = [sign for segment in _SEGMENT.split(folded) if (sign := _sign_of(segment))]
    telling = (sign for sign in found if not sign.vague)  # "Sorry! That page cannot be found."
    return next(telling, found[0] if found else None)


def _sign_of(segment: str) -> Sign | None:
    """What a part of a title says: in one of its sentences, or in a word group beside a name."""
    flat = _INNER_BLANK.sub("", segment)
    found = [sign for sentence in _SENTENCE.split(flat) if (sign := _fitting(sentence, flat, None))]
    if not found and re.search(f"[{_CJK}] ", segment):
        groups = segment.split(" ")
        rests = (" ".join(groups[index + 1 :]) for index in range(len(groups)))
        found = [sign for group, rest in zip(groups, rests, strict=True) if (sign := _fitting(group, group + rest, 0))]
    return next((sign for sign in found if not sign.vague), found[0] if found else None)


def _fitting(sentence: str, context: str, room: int | None) -> Sign | None:
    """The first sign whose words nearly fill the sentence, unless the words around them explain or quote it."""
    sentence = phrases.DAY.sub("", sentence).strip(" 、,.-_")
    if not 2 < len(sentence) <= LONGEST or sentence.endswith("?"):
        return None
    for sign in SIGNS:
        match = sign.words.search(sentence)
        if match and _rest(sentence, match) <= (_room(sign, sentence) if room is None else room):
            around = context.replace(match[0], "", 1)
            return None if phrases.EXPLAINING.search(around) or (room == 0 and _goes_on(around)) else sign
    return None


def _rest(sentence: str, match: re.Match[str]) -> int:
    """How many characters stand beside the words of a sign, fillers and punctuation apart."""
    beside = phrases.FILLER.sub("", sentence[: match.start()] + " " + sentence[match.end() :])
    return len(re.sub(r"[\W_]+", "", beside))


def _room(sign: Sign, sentence: str) -> int:
    return sign.room * (1 if re.search(f"[{_CJK}]", sentence) else 2)


def _goes_on(around: str) -> bool:
    """True if a particle follows: "ページが見つかりません と出たら"."""
    return bool(re.match("[ぁ-ん]", around.strip()))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
