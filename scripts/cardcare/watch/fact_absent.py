"""Judges a page that does not say the number: what happened to it? Answers in words that help a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cardcare import numbers as written
from cardcare.watch.association import beyond_own, numbers_of
from cardcare.watch.fact_context import Context, Judged
from cardcare.watch.folding import PICTURE, fold, kanji_digits
from cardcare.watch.labels import Label, share_found
from cardcare.watch.nearby import Surroundings
from cardcare.watch.numbers_on_page import SHORT_LENGTH, find_across, find_inside, look_alike
from cardcare.watch.page_text import Line
from cardcare.watch.page_trouble import trouble
from cardcare.watch.quoting import quote
from cardcare.watch.verdict import Verdict

NEAR_LINES = 2  # a picture so near below a label stands for what the label names
RELEVANT_SHARE = 0.6  # of the label's pairs of characters
_TIGHT = ("row", "item", "group", "block", "cell", "rows", "column")
_TELEPHONE = re.compile(
    r"電話|ダイヤル|お?問い?合わ?せ|窓口|コールセンター|phone|call|contact|hotline|telefone|teléfono|전화|电话|電話",
    re.I,
)
_PHONE_PICTURE = re.compile(
    r"tel|phone|denwa|電話|フリーダイヤル|free.?dial|番号|number|hotline|ダイヤル|0120|call", re.I
)


def judge_absent(context: Context) -> Judged:
    """Return the first explanation that fits; the page's own trouble comes before any accusation."""
    page = context.page
    relevant = bool(context.labels)
    found = trouble(
        page, relevant or share_found(page, context.fact.label) >= RELEVANT_SHARE, bool(context.all_numbers)
    )
    if found:
        return found
    return next(_explanations(context))


def _explanations(context: Context) -> Iterator[Judged]:
    page = context.page
    yield from _not_rightly_seen(context)
    yield from _in_something_longer(context)
    yield from _beside_label(context)
    if _in_picture(context):
        yield Verdict.WARN, "number-in-picture", _about(context)
    if context.truncated:
        yield Verdict.WARN, "truncated", _about(context)
    glued = find_across(page, context.fact.phone or "") if len(context.dial) >= SHORT_LENGTH else None
    if glued:
        yield Verdict.CHANGED, "number-across-cells", quote(page, glued.line, glued.start, glued.end)
    if len(context.dial) >= SHORT_LENGTH and _loose(context.dial).search(_spoken(page.source)):
        yield Verdict.CHANGED, "number-unseen", _about(context)
    alike = next((n for n in context.all_numbers if look_alike(context.dial, n.dial)), None)
    if alike:
        yield Verdict.CHANGED, "number-look-alike", quote(page, alike.line, alike.start, alike.end)
    if not context.labels and not _TELEPHONE.search(page.text):
        yield Verdict.WARN, "other-page", _about(context)
    yield Verdict.CHANGED, "number-missing", _about(context)


def _not_rightly_seen(context: Context) -> Iterator[Judged]:
    """Yield what holds the number where no reader takes it for current."""
    pattern = _loose(context.dial)
    for cause, verdict, reason in (
        ("struck", Verdict.CHANGED, "number-struck"),
        ("hidden", Verdict.CHANGED, "number-hidden"),
        ("folded", Verdict.WARN, "number-unclear"),
        ("noscript", Verdict.WARN, "number-unclear"),
        ("title", Verdict.WARN, "number-unclear"),
    ):
        text = next((t for t in context.page.unseen.get(cause, []) if pattern.search(kanji_digits(fold(t)))), None)
        if text is not None:
            yield verdict, reason, f"({cause}) {' '.join(text.split())}"[:160]


def _in_something_longer(context: Context) -> Iterator[Judged]:
    """Yield what has the digits inside a longer number or code, or with letters among them."""
    page = context.page
    if len(context.dial) < SHORT_LENGTH:
        return
    for number in find_inside(page, context.fact.phone or "")[:1]:
        text = page.lines[number.line].folded
        in_code = re.search(r"[A-Za-z]$", text[: number.start]) and not re.match(r"-?\d", text[number.end :])
        verdict = (Verdict.WARN, "number-unclear") if in_code else (Verdict.CHANGED, "number-in-longer")
        yield (*verdict, quote(page, number.line, number.start, number.end))
    for line in page.lines:
        if re.search(r"[A-Za-z○◯]", line.text) and context.dial in _dials(line):
            yield Verdict.WARN, "number-unclear", quote(page, line.index)


def _dials(line: Line) -> list[str]:
    return [found.dial for found in written.find(line.text, short=False)]


def _beside_label(context: Context) -> Iterator[Judged]:
    """Yield what stands with the label instead of our number: another number, or a picture."""
    page = context.page
    if len(context.dial) < SHORT_LENGTH:
        return
    around = Surroundings(page, [], context.all_numbers, context.today, context.fact.label)
    for label in context.labels:
        picture, frame = _picture_of(context, label)
        numbers, scope = numbers_of(around, label)
        alone = not any(picture and abs(number.line - picture.index) <= 1 for number in numbers)
        if picture and (scope is None or len(frame) < len(scope.lines) or (alone and picture.index in scope.lines)):
            yield Verdict.WARN, "number-in-picture", quote(page, picture.index)
        elif numbers and scope and scope.kind != "page":
            number = next((n for n in numbers if look_alike(context.dial, n.dial)), numbers[0])
            reason = "number-look-alike" if look_alike(context.dial, number.dial) else "number-replaced"
            yield Verdict.CHANGED, reason, quote(page, number.line, number.start, number.end)


def _picture_of(context: Context, label: Label) -> tuple[Line | None, Sequence[int]]:
    """Return the line with a picture in the smallest scope around the label that has one, and the scope's lines."""
    page, home = context.page, context.page.lines[label.line]
    for scope in page.scopes(home):
        lines = (page.lines[index] for index in scope.lines if index >= label.line)
        found = next((line for line in lines if line.has_picture and line.landmark == home.landmark), None)
        if beyond_own(page, home, scope):
            break
        if found is None:
            continue
        tight = scope.kind in _TIGHT or found.index - label.line <= NEAR_LINES
        return (found, scope.lines) if tight or _tells_of_phone(context, found) else (None, ())
    return None, ()


def _in_picture(context: Context) -> bool:
    """True if a picture's address has the number, or a picture of a telephone stands where nothing else explains it."""
    pictures = context.page.pictures
    if any(context.dial in re.sub(r"\D", "", picture.src) for picture in pictures):
        return True
    return not context.labels and any(_PHONE_PICTURE.search(f"{picture.src} {picture.alt}") for picture in pictures)


def _tells_of_phone(context: Context, line: Line) -> bool:
    """True if a picture of the line has a name or text that speaks of a telephone."""
    before = sum(one.text.count(PICTURE) for one in context.page.lines[: line.index])
    pictures = context.page.pictures[before : before + line.text.count(PICTURE)]
    return any(_PHONE_PICTURE.search(f"{picture.src} {picture.alt}") for picture in pictures)


def _about(context: Context) -> str:
    """Return the passage that names the window, or the title."""
    if context.labels:
        label = context.labels[0]
        return quote(context.page, label.line, label.start, label.end)
    return (context.page.title or context.page.text[:160]).strip()[:160]


def _loose(dial: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\d)" + r"[ .・()\-]{0,3}".join(map(re.escape, dial)) + r"(?!\d)")


def _spoken(source: str) -> str:
    """Return the source folded, for a look at comments and scripts."""
    return fold(source) if len(source) < 2_000_000 else ""
