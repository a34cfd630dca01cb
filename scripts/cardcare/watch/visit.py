"""Goes to a page as a reader does, also where the page itself sends its reader on (meta refresh, script)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cardcare.addresses import Address
from cardcare.watch.document import Document
from cardcare.watch.onward import onward
from cardcare.web import Answer, Web

LONGEST_CHAIN = 20
VISITS_OF_ONE = 2


@dataclass(frozen=True)
class Wanted:
    """How much of a page is wanted. `whole`: also of files that are no text; `conditional`: ETag and Last-Modified."""

    max_bytes: int
    whole: bool
    conditional: tuple[str, str] | None = None


@dataclass(frozen=True)
class Visit:
    """The last answer, read as a document. `scripted`: a script led there, which needs a browser."""

    answer: Answer
    document: Document
    scripted: bool = False


async def visit(web: Web, asked: Address, wanted: Wanted) -> Visit:
    """Ask for a page and follow it to where it settles."""
    answer = await web.get(asked.url, max_bytes=wanted.max_bytes, skim=not wanted.whole, conditional=wanted.conditional)
    scripted = False
    while True:
        document = Document(answer)
        step = onward(document) if not answer.error and answer.status and 200 <= answer.status < 300 else None
        if step is None or (step.address is None and step.how == "script"):
            return Visit(answer, document, scripted)
        if fault := _fault(answer, step.address):
            answer = replace(answer, error=fault)
            return Visit(answer, Document(answer), scripted)
        assert step.address is not None
        scripted = scripted or step.how == "script"
        answer = await web.get(step.address.full, max_bytes=wanted.max_bytes, skim=not wanted.whole, before=answer)


def _fault(answer: Answer, target: Address | None) -> str:
    """What is wrong with being sent on to `target`, "" if nothing is."""
    if target is None:
        return "bad-redirect"
    if [answer.url, answer.final_url, *answer.chain].count(target.url) > VISITS_OF_ONE:
        return "redirect-loop"
    return "too-many-redirects" if len(answer.chain) >= LONGEST_CHAIN else ""
