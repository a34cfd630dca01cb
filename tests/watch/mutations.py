"""What can happen to an official page, made by code. Each mutation takes a page's source and a fact's number.

`HARMFUL` maps a name to (mutation, verdicts that are right); `HARMLESS` must leave the verdict at ok.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Mutation = Callable[[str, str], str]
NEW = "0120-77-8899"
WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")


def number_pattern(phone: str) -> re.Pattern[str]:
    """Return a pattern for a number in a source: any width of digits, any signs and tags between them."""
    gap = r"(?:<[^>]{0,60}>|[^\w<\n]){0,4}"
    digit = {str(d): f"[{d}{'０１２３４５６７８９'[d]}]" for d in range(10)}
    national = gap.join(digit[char] for char in phone if char.isdecimal())
    abroad = r"\+81" + gap + gap.join(digit[char] for char in phone[1:] if char.isdecimal())
    return re.compile(f"[#＃]?(?:{abroad}|[(（]?{national})(?![0-9０-９])")


def with_number(write: Callable[[str], str]) -> Mutation:
    """Return the mutation that writes something else wherever the page has the number."""
    return lambda source, phone: number_pattern(phone).sub(lambda _: write(phone), plain(source, phone))


def plain(source: str, phone: str) -> str:
    """Return the source with the number as plain text where it stood in a link or beside a picture."""
    has_number = number_pattern(phone).search
    source = re.sub(r'<a href="tel:.*?</a>', lambda m: phone if has_number(m[0]) else m[0], source, flags=re.S)
    return re.sub(r"<img [^>]*>", lambda m: phone if has_number(m[0]) else m[0], source)


def _digit(phone: str, place: int, step: int = 1) -> str:
    places = [i for i, char in enumerate(phone) if char.isdecimal()]
    at = places[place]
    return phone[:at] + str((int(phone[at]) + step) % 10) + phone[at + 1 :]


def _swapped(phone: str) -> str:
    """Swap the last two neighbouring digits that differ."""
    for at in range(len(phone) - 2, 0, -1):
        if phone[at].isdecimal() and phone[at + 1].isdecimal() and phone[at] != phone[at + 1]:
            return phone[:at] + phone[at + 1] + phone[at] + phone[at + 2 :]
    return _digit(phone, -1)


def _other_number_with_label(source: str, phone: str) -> str:
    """Give the label another number, and our number to another window in a row of its own."""
    changed = with_number(lambda _: NEW)(source, phone)
    row = f"<h2>ほかの課</h2><table><tr><th>ほかの課の受付</th><td>{phone}</td></tr></table></body>"
    return changed.replace("</body>", row)


def _later(source: str, _: str) -> str:
    """Move every time of day on the page by one hour; 24時間 becomes office hours."""
    digits = str.maketrans("０１２３４５６７８９", "0123456789")
    times = re.compile(r"(?<![\d０-９:：/／])([0-2０-２]?[0-9０-９])(?=(?:<ruby>)?(?:[:：]|h|時(?!間)))")
    source = times.sub(lambda m: str((int(m[1].translate(digits)) + 1) % 24), source)
    return re.sub(r"24時間(?:365日)?|24 hours", "平日 9:00〜17:00", source)


def _without_times(source: str, _: str) -> str:
    source = re.sub(r"24時間(?:365日)?|24 hours", "", source)
    return re.sub(r"[0-9０-９]+(?:[:：][0-9０-９]+|(?:<ruby>)?時[0-9０-９分]*|h\d*)", "", source)


def _body(text: str) -> Mutation:
    return lambda source, phone: f"<html><head><title>窓口</title></head><body>{text}</body></html>"


def _append(text: str) -> Mutation:
    return lambda source, phone: source.replace("</body>", f"{text}</body>")


def _mutated(change: Callable[[str], str]) -> Mutation:
    return with_number(change)


CHANGED, WARN, NOT_CHANGED = {"changed"}, {"warn"}, {"warn", "temporary"}
NUMBER_MUTATIONS: dict[str, tuple[Mutation, set[str]]] = {
    "last digit": (_mutated(lambda p: _digit(p, -1)), CHANGED),
    "first local digit": (_mutated(lambda p: _digit(p, 4)), CHANGED),
    "middle digit": (_mutated(lambda p: _digit(p, 6, 5)), CHANGED),
    "two digits swapped": (_mutated(_swapped), CHANGED),
    "digit dropped": (_mutated(lambda p: p[:-1]), CHANGED),
    "digit added": (_mutated(lambda p: p + "0"), CHANGED),
    "digit added in front": (_mutated(lambda p: "1" + p), CHANGED),
    "another number": (_mutated(lambda p: NEW), CHANGED),
    "number removed": (_mutated(lambda p: "専用フォームをお使いください"), CHANGED),
    "under 旧番号": (_mutated(lambda p: f"旧番号 {p} 新番号 {NEW}"), CHANGED),
    "旧番号 in brackets": (_mutated(lambda p: f"{p}（旧番号）"), CHANGED),
    "arrow to the new": (_mutated(lambda p: f"{p} → {NEW}"), CHANGED),
    "until a past day": (_mutated(lambda p: f"{p}（2025年3月31日まで）"), CHANGED),
    "ended": (_mutated(lambda p: f"{p}は2025年3月で終了しました。"), CHANGED),
    "former, in English": (_mutated(lambda p: f"Former number: {p}, new number: {NEW}"), CHANGED),
    "struck with del": (_mutated(lambda p: f"<del>{p}</del>"), CHANGED),
    "struck with s": (_mutated(lambda p: f"<s>{p}</s> {NEW}"), CHANGED),
    "struck by style": (_mutated(lambda p: f'<span style="text-decoration:line-through">{p}</span>'), CHANGED),
    "hidden": (_mutated(lambda p: f"<span hidden>{p}</span>"), CHANGED),
    "display none": (_mutated(lambda p: f'<b style="display: none">{p}</b>'), CHANGED),
    "commented out": (_mutated(lambda p: f"<!-- {p} -->"), CHANGED),
    "in a script": (_mutated(lambda p: f"<script>call('{p}')</script>"), CHANGED),
    "in a template": (_mutated(lambda p: f"<template>{p}</template>"), CHANGED),
    "across cells": (_mutated(lambda p: "<table><tr><td>" + "</td><td>".join(p.split("-")) + "</td></tr></table>"), CHANGED),
    "across items": (_mutated(lambda p: "<ul><li>" + "</li><li>".join(p.split("-")) + "</li></ul>"), CHANGED),
    "inside a longer number": (_mutated(lambda p: f"2026-{p}-3"), CHANGED),
    "only a picture": (_mutated(lambda p: '<img src="/img/tel-number.png" alt="電話番号">'), WARN),
    "only in noscript": (_mutated(lambda p: f"<noscript>{p}</noscript>"), WARN),
    "in another row": (_other_number_with_label, CHANGED),
}  # fmt: skip
HOURS_MUTATIONS: dict[str, tuple[Mutation, set[str]]] = {
    "an hour later": (_later, CHANGED),
    "no times any more": (_without_times, WARN),
}
PAGE_MUTATIONS: dict[str, tuple[Mutation, set[str]]] = {
    "emptied": (lambda source, phone: "", NOT_CHANGED),
    "empty body": (_body(""), NOT_CHANGED),
    "a shell for scripts": (_body("<div id=app></div><script src=/app.js></script>"), NOT_CHANGED),
    "a login": (_body("<h1>ログイン</h1><form><input name=id><input type=password></form>" + "<p>ご登録の方はこちら</p>" * 9), NOT_CHANGED),
    "a bot wall": (_body("<h1>アクセスが制限されています</h1><p>ロボットではないことを確認しています。少々お待ちください。</p>"), NOT_CHANGED),
    "maintenance": (_body("<h1>ただいまメンテナンス中です</h1><p>しばらくしてから、もう一度お試しください。ご不便をおかけします。</p>"), NOT_CHANGED),
    "soft 404": (_body("<h1>お探しのページは見つかりません</h1><p>ページが削除されたか、名前が変わった可能性があります。</p>"), NOT_CHANGED),
    "another subject": (_body("<h1>秋の文化祭</h1>" + "<p>地域の皆さまの作品を展示します。どうぞお気軽にお越しください。</p>" * 9), NOT_CHANGED),
    "a page of pictures": (_body("<img src=1.png><img src=2.png>"), NOT_CHANGED),
}  # fmt: skip
HARMLESS: dict[str, Mutation] = {
    "untouched": lambda source, phone: source,
    "full-width": _mutated(lambda p: p.translate(WIDE)),
    "long hyphens": _mutated(lambda p: p.replace("-", "―")),
    "minus signs": _mutated(lambda p: p.replace("-", "−")),
    "thin spaces": _mutated(lambda p: p.replace("-", "\u2009-\u2009")),
    "brackets": _mutated(lambda p: re.sub(r"^(0\d+)-(\d+)-", r"(\1)\2-", p)),
    "middle dots": _mutated(lambda p: p.replace("-", "・")),
    "no signs": _mutated(lambda p: p.replace("-", "")),
    "soft hyphens": _mutated(lambda p: p.replace("-", "-&shy;")),
    "in tags": _mutated(lambda p: "<b>" + p.replace("-", "</b>-<b>") + "</b>"),
    "with a note sign": _mutated(lambda p: f"{p}<sup>1</sup>"),
    "as alt text": _mutated(lambda p: f'<img src=a.png alt="電話 {p}">'),
    "a comment beside it": _mutated(lambda p: f"{p}<!-- {NEW} -->"),
    "after the old one": _mutated(lambda p: f"{p}（旧番号 {NEW}）"),
    "an old one struck": _mutated(lambda p: f"<del>{NEW}</del> {p}"),
    "hours in 時 and 分": lambda source, phone: re.sub(r"(?<![\d:.])(\d{1,2}):(\d\d)(?![\d:]|\s?[ap]\.?m)", r"\1時\2分", source),
    "wide colons": lambda source, phone: re.sub(r"(?<=\d):(?=\d\d)", "：", source),
    "から and まで": lambda source, phone: re.sub(r"(\d:\d\d|時)〜(\d{1,2}:\d\d|\d+時)", r"\1から\2まで", source),
    "spaces in the hours": lambda source, phone: source.replace("〜", " ～ "),
    "an unrelated notice": _append("<p>2025年3月31日をもって、みどり会館の受付は終了しました。旧館の電話は使えません。</p>"),
    "a footer with hours": _append("<footer>本庁 0999-00-1111 開庁時間 平日8:00〜16:00</footer>"),
    "a hidden old number": _append(f"<div hidden>電話 {NEW}</div>"),
}  # fmt: skip
