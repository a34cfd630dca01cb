"""Does the page still say it? The one question that Card Care is named for; asked when a page was fetched well.

| the page                                                              | verdict                  | reason              |
| --------------------------------------------------------------------- | ------------------------ | ------------------- |
| says the number as a whole token, with the expected hours             | ok                       | said                |
| says it, and the hours beside it are others                           | changed                  | hours-differ        |
| says it, and hours are ambiguous, incomplete, contradictory           | warn                     | hours-unclear       |
| says it, and no hours stand with it                                   | warn                     | hours-missing       |
| says it, but with another label, and another number with ours         | changed                  | number-elsewhere    |
| says it, but dials another number                                     | warn                     | dials-other         |
| gives it only as old, former, ended, until a past day                 | changed                  | number-retired      |
| gives it only until a coming day, or speaks of an end in its sentence | warn                     | number-ending       |
| has it only struck through or hidden                                  | changed                  | number-struck/-hidden |
| has it only in comment, script, template                              | changed                  | number-unseen       |
| has it only inside a longer number, or across cells                   | changed                  | number-in-longer, number-across-cells |
| has it only in a code, a title attribute, noscript, with letters      | warn                     | number-unclear      |
| has another number with the label                                     | changed                  | number-look-alike, number-replaced |
| has a picture where the number should be                              | warn                     | number-in-picture   |
| is empty, a login, a bot wall, under maintenance, a shell for scripts | warn, temporary          | see page_trouble.py |
| is a PDF or file without text, undecodable                            | warn                     | see reading.py      |
| was cut off before the number                                         | warn                     | truncated           |
| speaks of something else                                              | warn                     | other-page          |
| has no such number, though it is about our window                     | changed                  | number-missing      |
"""

from __future__ import annotations

from cardcare.watch.fact_absent import judge_absent
from cardcare.watch.fact_context import Context, Judged
from cardcare.watch.fact_present import judge_present
from cardcare.watch.numbers_on_page import find
from cardcare.watch.page_trouble import trouble
from cardcare.watch.reading import Unreadable, read
from cardcare.watch.target import Target
from cardcare.watch.values import judge_date, judge_fee
from cardcare.watch.verdict import Verdict
from cardcare.web import Answer


def judge_fact(target: Target, answer: Answer) -> Judged:
    """Return verdict, reason and the page's own passage for a fact target whose page came with a good status."""
    if target.fact is None:
        raise ValueError(f"target {target.id!r} has no fact to look for")
    page = read(answer)
    if isinstance(page, Unreadable):
        return Verdict.WARN, page.reason, page.evidence
    context = Context.of(page, target.fact, answer)
    results = list(_judge_parts(context))
    return (
        max(results, key=lambda result: _WEIGHT[result[0]]) if results else (Verdict.WARN, "nothing-asked", page.title)
    )


_WEIGHT = {Verdict.OK: 0, Verdict.WARN: 1, Verdict.TEMPORARY: 2, Verdict.BROKEN: 3, Verdict.CHANGED: 4}


def _judge_parts(context: Context) -> list[Judged]:
    """Judge each part of the fact: number with hours, fee, date."""
    fact, page, results = context.fact, context.page, []
    if fact.phone:
        results.append(judge_present(context) if find(page, fact.phone) else judge_absent(context))
    elif context.expected_week:
        results.append(judge_present(context))
    if fact.fee is not None:
        results.append(judge_fee(page, context.labels, fact.fee, context.today))
    if fact.date is not None:
        results.append(judge_date(page, context.labels, fact.date, context.today))
    bad = next((result for result in results if result[0] is not Verdict.OK), None)
    if bad and not fact.phone:
        found = trouble(page, bool(context.labels), bool(context.all_numbers))
        return [found] if found else results
    return results
