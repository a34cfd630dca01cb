"""Tells whether a page gives a number or hours only as a thing of the past: 旧番号, former, ended, until a past date.

A word counts only where it speaks of the number: in its own clause, or in the header, term or short line that names it.
旧姓, 旧カード, "12 years old" and 「IP電話からはご利用いただけません」 say nothing about the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cardcare.watch.dates_on_page import until_dates
from cardcare.watch.folding import fold
from cardcare.watch.numbers_on_page import ANY_NUMBER
from cardcare.watch.page_text import Page

Past = Literal["", "maybe", "yes"]

_THING = (
    r"(?:番号|電話|連絡先|お?問い?合わ?せ|窓口|ダイヤル|フリーダイヤル|フリーコール|コールセンター|センター|受付|ナビダイヤル|専用|相談|サポート"
    r"|tel|時間|営業|業務|総合|情報|案内|ホットライン)"
)
_GONE = r"(?:廃止|終了|(?<!利用)(?<!一時)停止|閉鎖|休止)(?:した|しました|された|済み?(?:の)?|の)|使われなくなった|使えなくなった|使用しなくなった|(?:ご利用|お使い)いただけなくなった"
_EN_OLD = r"(?:old|former|previous|retired|discontinued|obsolete|expired|ended|defunct|closed|outdated|past|superseded)"
_EN_THING = r"(?:(?:toll|free|phone|contact|call|dial|help)[ -])*(?:numbers?|phone|tel|telephone|hotline|line|contacts?|dial|cent(?:er|re)|desk|hours)"
_OTHER = r"antig[oa]s?\b|anterior(?:es)?\b|desativad[oa]|encerrad[oa]|antigu[oa]s?\b|旧号码|原号码|舊號碼|原電話|已停用|以前的|구 ?번호|이전 번호|số cũ"
OLD = re.compile(
    rf"今までの{_THING}|(?:stop using|(?:do not|don't) (?:call|use|dial)|replaces|instead of)(?: the)?(?: old)?(?: number)?\W*$"
    rf"|(?<![新復])旧(?:い|の|来の)?{_THING}|(?<![新復一-龥])旧\s*(?=[:;)\]】」』》>|]|[(]|\s|\d|$|→)|(?<=[(\[【「『《〔])旧"
    rf"|以前(?:の|は|まで)|従来の|これまでの|かつての|過去の{_THING}|変更前|改定前|改正前|移転前|移行前|見直し前|切替前"
    rf"|(?:{_GONE}){_THING}|^\W*(?:廃止|終了|使用停止|廃番|旧|ended|old|former|formerly)\W*$|[(\[【](?:廃止|終了|使用停止|廃番|終了済み?|廃止済み?)[)\]】]"
    rf"|(?<![a-z]){_EN_OLD}\s+(?:\w+\s+){{0,3}}?{_EN_THING}|[(\[]\s*{_EN_OLD}\s*[)\]]|(?<![a-z]){_EN_OLD}\s*:|(?<![a-z])(?:formerly|previously)\W{{0,3}}$|{_OTHER}",
    re.I,
)
_NEW = re.compile(
    r"新(?:しい|た|番号|電話|窓口|:|\s)|現在の|今後は|代わ[りっ]|変わ[りっ]|に代え|に変更|(?:^|\W)(?:new|now|instead|current)\b|nov[oa]\b|nuev[oa]\b",
    re.I,
)
_DEAD = re.compile(
    r"^\s*[)」』】\]]?\s*[(（]?\s*(?:の(?:番号|電話番号|電話|ダイヤル)?)?\s*(?:は|も|につきましては|については|での)?、?\s*(?:現在|既に|すでに|もう|今は)?は?、?\s*"
    r"(?:[\d年月日令和平成元末 ]{2,16}(?:を?もって|をもちまして|で|に|末で)?、?\s*)?(?:の?(?:サービス|受付|受け付け|運用|業務|提供|使用|利用|相談)を?)?\s*"
    r"(?:終了(?:し(?:ま|て)|いた|となり|済|[)）】]|$)|廃止(?:し|いた|され|となり|済|[)）】]|$)|停止し|閉鎖し|休止し"
    r"|使われて(?:い|お)|使用(?:できま|して(?:い|お)りません|していません)|(?:ご利用|お使い)(?:いただけま|になれま|できま)せん|利用できま(?:せん)"
    r"|つながりません|繋がりません|通じません|無効|使用停止とな|廃番|欠番|[^。]{0,16}に統合され)"
    r"|^\s*(?:has been|have been|was|were|is|will be)\s+replaced\b|^\s*is now\s+[+\d(]"
    r"|^\s*\)?,?\s*(?:is|are|was|were|has been|have been|has)?\s*(?:now\s+)?(?:no longer|not in (?:use|service)|discontinued|ended|out of (?:service|use)|disconnected|retired|closed|shut down|invalid|obsolete)",
    re.I,
)
_DEAD_SOMEWHERE = re.compile(
    r"終了(?:しました|いたしました|しております)|廃止(?:しました|され)|現在使われて|no longer (?:in|available|used|valid)|has (?:been discontinued|ended)",
    re.I,
)
_ARROW = re.compile(r"^\s*\)?\s*(?:→|⇒|➡|➔|⇨|->|=>|▶|>)")
_FROM_TO = re.compile(r"^\s*\)?\s*(?:から|より|を|to)\s*[^\d。]{0,12}$")
_CHANGED = re.compile(r"変更|変わ|切り?替|移行|changed?|replaced|moved")
_TELLS_OF_NUMBER = re.compile(_THING + r"|^[\s\d年月日令和平成元()末:/.-]*(?:迄|まで)\W*$|" + _EN_THING, re.I)


@dataclass(frozen=True)
class Context:
    """The words that speak of one place on a page: directly before it, directly after it, and above it."""

    before: str
    after: str
    between: str | None
    beyond: str
    sentence: str
    heads: tuple[str, ...]


def past(
    page: Page, place: tuple[int, int, int], today: date | None, label: str = "", like: re.Pattern[str] = ANY_NUMBER
) -> Past:
    """Return "yes" if the page calls the place past, "maybe" if its sentence speaks of an end, else "".

    `place` is line, start and end; `like` finds things of the same kind, whose words are not this one's.
    """
    context = _context(page, place, like)
    own = fold(label)
    own_old = re.compile(rf"(?<![新復])旧(?:\s|「)*{re.escape(own)}", re.I) if label else None
    # The window's own name is no news: 一時利用停止の受付 has nothing to do with an end.
    for text in (*context.heads, context.before):
        if is_old(text.replace(own, " ") if own else text) or (own_old and own_old.search(text)):
            return "yes"
    if _dead_after(context) or (_old_after(context.after) and not _NEW.search(context.before)):
        return "maybe" if _until(context.after, today) == "maybe" else "yes"
    ended = [_until(text, today) for text in _until_texts(context)]
    if "yes" in ended:
        return "yes"
    return "maybe" if "maybe" in ended or _DEAD_SOMEWHERE.search(context.sentence) else ""


def is_old(text: str) -> bool:
    """True if the last word of change in a text is one for the past."""
    old = [match.end() for match in OLD.finditer(text)]
    new = [match.end() for match in _NEW.finditer(text)]
    return bool(old) and max(old) > max(new, default=-1)


def _old_after(after: str) -> bool:
    """True if a bracket or clause directly after the number calls it old: 0120-… (旧番号)."""
    bracket = re.match(r"\s*[(\[【「][^)\]】」]*.?", after)
    clause = bracket or re.match(r"\s*(?:は|が|is|was).*", after)
    return clause is not None and is_old(clause[0])


def _dead_after(context: Context) -> bool:
    if _DEAD.search(context.after):
        return True
    if context.between is None:
        return False
    moved = _FROM_TO.search(context.between) and _CHANGED.search(context.beyond + context.before)
    return bool(_ARROW.search(context.between) or moved)


def _until_texts(context: Context) -> Iterator[str]:
    yield context.before[-24:]
    if re.match(r"\s*[(\[【※~]", context.after):
        yield context.after
    yield from (head for head in context.heads if _TELLS_OF_NUMBER.search(head))


def _until(text: str, today: date | None) -> Past:
    """Judge "until <date>": past when the date is, a day that still comes or has no year is only worth a look."""
    found: Past = ""
    for day in until_dates(text):
        if day is not None and (today is None or day < today):
            return "yes"
        found = "maybe"
    return found


def _context(page: Page, place: tuple[int, int, int], like: re.Pattern[str]) -> Context:
    """Cut the words around a place at sentence ends and at its neighbours of the same kind."""
    line, start, end = page.lines[place[0]], place[1], place[2]
    text = line.folded
    left, right = text[:start], text[end:]
    first = max(left.rfind("。"), left.rfind("! "), -1) + 1
    last = right.find("。") if "。" in right else len(right)
    before = left[max([first, *(match.end() for match in like.finditer(left, first))]) :]
    following = like.search(right, 0, last)
    after = right[: following.start()] if following else right[:last]
    beyond = right[following.end() : last + 20] if following else ""
    heads = [fold(head) for head in page.heads(line)]
    if before.strip(" (:-[「") and not re.fullmatch(r"\W*(?:tel|電話(?:番号)?|☎|phone)\W*", before.strip(), re.I):
        heads = [head for head in heads if head not in map(fold, page.lead(line))]
    headings = [fold(heading) for heading in page.headings(line)]
    clause = _first_clause(after) if following else after
    between = after if following else None
    return Context(before, clause, between, beyond, text[first : end + last], (*heads, *headings))


def _first_clause(after: str) -> str:
    """Return the part of the words between two numbers that speaks of the first: 0120-… (旧番号)、新番号 0120-…"""
    clause = re.split(r"[、,/|]", after)[0]
    closed = clause.find(")")
    return clause[: closed + 1] if closed >= 0 else clause.split("(")[0]
