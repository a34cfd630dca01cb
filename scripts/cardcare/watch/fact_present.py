"""Judges a page that says the number: still current, still with its label, still with its hours?"""

from __future__ import annotations

from collections.abc import Sequence

from cardcare.watch.association import standing
from cardcare.watch.fact_context import Context, Judged
from cardcare.watch.hours_compare import Outcome
from cardcare.watch.hours_judge import MOST_PLACES, Seen, judge_places
from cardcare.watch.nearby import Surroundings
from cardcare.watch.numbers_on_page import SHORT_LENGTH, Number, find, look_alike, national
from cardcare.watch.quoting import quote, quote_lines
from cardcare.watch.retired import past
from cardcare.watch.verdict import Verdict


def judge_present(context: Context) -> Judged:
    """Judge number, label and hours; without a number, the hours beside the label."""
    page, fact = context.page, context.fact
    found = find(page, fact.phone)[:MOST_PLACES] if fact.phone else []
    state = {n: past(page, (n.line, n.start, n.end), context.today, fact.label) for n in found}
    current = [number for number in found if state[number] == ""]
    if found and not current:
        ending = next((number for number in found if state[number] == "maybe"), None)
        number = ending or found[0]
        verdict = (Verdict.WARN, "number-ending") if ending else (Verdict.CHANGED, "number-retired")
        return (*verdict, quote(page, number.line, number.start, number.end))
    others = [number for number in context.all_numbers if number.dial != context.dial]
    around = Surroundings(page, current, others, context.today, fact.label)
    return _misplaced(context, around) or _judge_hours(context, around, current)


def _misplaced(context: Context, around: Surroundings) -> Judged | None:
    """Return the verdict if the label has another number now, or the number's link dials another."""
    if len(context.dial) >= SHORT_LENGTH and around.ours:
        where, other = standing(around, context.labels)
        if other and where != "together":
            evidence = quote(context.page, other.line, other.start, other.end)
            return (
                (Verdict.CHANGED, "number-elsewhere", evidence)
                if where == "apart"
                else (Verdict.WARN, "label-unclear", evidence)
            )
    for dialled, shown in context.page.tel_conflicts:
        if context.dial and context.dial == national(shown):
            return Verdict.WARN, "dials-other", f"{shown} (tel:{dialled})"[:160]
    return None


def _judge_hours(context: Context, around: Surroundings, current: Sequence[Number]) -> Judged:
    """Return the verdict on the hours, ok where none are asked for."""
    page, week = context.page, context.expected_week
    said = _said(context, current)
    if context.fact.hours and week is None:
        return Verdict.WARN, "hours-not-understood", said[2]
    if week is None:
        return said
    seen = _seen(context, around, current)
    evidence = quote_lines(page, sorted({*seen.lines, *_beside(around, seen.lines)})) if seen.lines else said[2]
    if seen.outcome is Outcome.EQUAL:
        return Verdict.OK, said[1], said[2] if current else evidence
    if seen.outcome is Outcome.DIFFERS:
        return Verdict.CHANGED, "hours-differ", evidence
    if not context.hours_asked:
        return said
    if seen.outcome is Outcome.NONE:
        return Verdict.WARN, "hours-missing", said[2]
    return Verdict.WARN, "hours-unclear", evidence


def _seen(context: Context, around: Surroundings, current: Sequence[Number]) -> Seen:
    """Ask the places of the number, then those of the label."""
    week = context.expected_week or {}
    numbers = judge_places(around, week, [n.place for n in _preferred(context, around, current)], context.today)
    labels = judge_places(around, week, [(label.line, label.start) for label in context.labels], context.today)
    if numbers.outcome is Outcome.DIFFERS and labels.outcome is Outcome.EQUAL:
        return Seen(Outcome.UNCLEAR, numbers.lines)
    if numbers.outcome in (Outcome.EQUAL, Outcome.DIFFERS):
        return numbers
    if labels.outcome in (Outcome.EQUAL, Outcome.DIFFERS):
        return labels
    return numbers if numbers.outcome is not Outcome.NONE else labels


def _preferred(context: Context, around: Surroundings, current: Sequence[Number]) -> Sequence[Number]:
    """Return the places of the number that stand with the label, if there are any."""
    named = []
    for number in current:
        for scope in around.page.scopes(around.page.lines[number.line]):
            inside = set(scope.lines)
            if any(label.line in inside for label in context.labels):
                named.append((len(inside), number))
                break
    closest = min((size for size, _ in named), default=0)
    return [number for size, number in named if size <= closest] or current


def _said(context: Context, current: Sequence[Number]) -> Judged:
    """Return ok, with a remark when a look-alike number stands on the page."""
    if not current:
        return Verdict.OK, "said", context.page.title[:160]
    number = current[0]
    alike = next((other for other in context.all_numbers if look_alike(context.dial, other.dial)), None)
    evidence = quote(context.page, number.line, number.start, number.end)
    if alike:
        return Verdict.OK, "said-beside-look-alike", evidence
    return Verdict.OK, "said", evidence


def _beside(around: Surroundings, lines: Sequence[int]) -> list[int]:
    """Return the line of our number that is nearest to the hours, so that the evidence shows both."""
    nearest = min(around.ours, key=lambda n: abs(n.line - lines[0]), default=None)
    return [nearest.line] if nearest and abs(nearest.line - lines[0]) <= 4 else []
