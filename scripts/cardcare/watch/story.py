"""What people are told of a round: the report of one issue, and the text and changes of one pull request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cardcare.content.load import Content
from cardcare.content.watching import State
from cardcare.watch.markdown import address, code, markdown
from cardcare.watch.memory import as_text
from cardcare.watch.propose import Confirmation, confirmations, patch
from cardcare.watch.row import FAILING, Row, one_line
from cardcare.watch.verdict import Verdict

ISSUE = "The watch: {count} to look at"
ALL_WELL = "The watch: all well"
NOTHING_YET = "The watch: no page has been looked at yet"
CONFIRM = "Confirm {count} contact window(s) on their live pages"
NOTE = "Note what the watch saw"
BODY = """The watch proposes this; nothing is true because a program says so. **Before you merge, open each page
yourself and compare every digit.** Take out the windows that you did not compare. A number that changed is never
proposed here: it stands in the issue of the watch.
"""


@dataclass(frozen=True)
class Story:
    """What people are told. `memory` and `changes` (a patch) are the content of the pull request; `worth_it` is False
    when it would show readers nothing new."""

    issue_title: str
    report: str
    needs_people: bool
    request_title: str
    request: str
    memory: str
    changes: str
    worth_it: bool


def tell(content: Content, rows: Sequence[Row], state: State, today: date) -> Story:
    """Make the story of a round."""
    found = confirmations(content.registry, state, content.words)
    files = {c.path: (content.layout.root / c.path).read_bytes().decode() for c in found}
    count = sum(row.verdict in (*FAILING, Verdict.WARN) for row in rows)
    return Story(
        issue_title=ISSUE.format(count=count) if count else ALL_WELL if rows else NOTHING_YET,
        report=markdown(rows, f"What the watch saw, {today}"),
        needs_people=count > 0,
        request_title=f"{CONFIRM.format(count=len(found)) if found else NOTE} ({today})",
        request="\n".join([BODY, *(line for confirmation in found for line in _evidence(confirmation))]),
        memory=as_text(state),
        changes=patch(files, found),
        worth_it=bool(found) or _shown(state) != _shown(content.state),
    )


def _evidence(confirmation: Confirmation) -> list[str]:
    """The page's own words for everything that a window's confirmation rests on."""
    lines = [f"### {code(confirmation.window)}, seen on {confirmation.day}", ""]
    for target, memory in confirmation.looks:
        said = code(one_line(memory.evidence)) if memory.evidence else "no passage kept"
        lines.append(f"* {code(target.id.split('/')[1])}: {said}, {address(target.url)}, {memory.content_hash[:12]}")
    return [*lines, ""]


def _shown(state: State) -> dict[str, str]:
    """What the site shows of a memory."""
    return {name: memory.verdict for name, memory in state.targets.items()}
