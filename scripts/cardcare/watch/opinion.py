"""What is said about one target: the link's judgement, and for a fact what the page says."""

from __future__ import annotations

from dataclasses import replace

from cardcare.addresses import BadAddressError, parse, split_scheme
from cardcare.watch import schemes
from cardcare.watch.judge import TROUBLE, Judgement, judge
from cardcare.watch.target import Target
from cardcare.watch.verdict import Verdict
from cardcare.watch.visit import Visit


def by_form(target: Target) -> Judgement | None:
    """The judgement of what is never opened; None for a page that has to be asked for."""
    scheme, _ = split_scheme(target.url.strip())
    if scheme not in ("http", "https"):
        form = schemes.by_form(target.url)
        return Judgement(form.verdict, form.reason, form.evidence)
    try:
        parse(target.url)
    except BadAddressError as error:
        return Judgement(*TROUBLE[str(error)])
    return Judgement(Verdict.OK, "form", target.url) if target.kind == "scheme" else None


def opinion(target: Target, seen: Visit, conditional: bool) -> Judgement:
    """Judge one target by the page that was seen. `conditional`: an unchanged page was to be answered by 304."""
    link = judge(parse(target.url), seen.answer, seen.document, conditional)
    if seen.scripted and link.verdict is Verdict.OK:
        link = replace(link, verdict=Verdict.WARN, reason="script-redirect")
    if target.kind != "fact" or not link.readable:
        return link
    from cardcare.watch.facts import judge_fact  # heavy: a run over links alone does not need it

    # A page that is there under a not quite right address (moved, a place missing) is still asked what it says.
    fact = Judgement(*judge_fact(target, seen.answer), readable=True)
    if fact.verdict is not Verdict.OK or link.verdict is Verdict.OK:
        return fact
    evidence = f"{link.evidence}; the page still says: {fact.evidence}"
    return replace(link, verdict=Verdict.WARN, evidence=evidence)
