"""Results as text for people, code hosts and other programs. Pure functions: rows and a title in, text out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from cardcare.problems import Place
from cardcare.watch.markdown import markdown
from cardcare.watch.row import FAILING, Row, one_line, summary, told
from cardcare.watch.verdict import Verdict

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Verdict.CHANGED: "error", Verdict.BROKEN: "error", Verdict.WARN: "warning", Verdict.TEMPORARY: "note"}
ANNOTATIONS = {"error": "error", "warning": "warning", "note": "notice"}


def text(rows: Sequence[Row], title: str) -> str:
    """Everything that is not ok, the worst first, and the count of all."""
    return "\n".join([*(line for row in told(rows) for line in _lines(row)), f"{title}: {summary(rows)}"])


def _lines(row: Row) -> list[str]:
    where = _where(row)
    name = row.name.removeprefix(where.rstrip(" "))  # a link inside the site has its place in its id
    lines = [f"{where}{row.verdict} {row.reason} {name} {one_line(row.url)}".rstrip()]
    # In quotes, because a line of a strange page that begins with "::" would be a command to the code host.
    lines += [f'    "{row.evidence}"'] if row.evidence else []
    lines += [f"    {part}" for part in (row.trace, row.note) if part]
    lines += [f"    perhaps stored at {row.archived}"] if row.archived else []
    return [*lines, *([f"    → {row.advice}"] if row.advice else [])]


def _where(row: Row) -> str:
    return f"{row.place.path}:{row.place.line}: " if row.place else ""


def as_data(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """id → verdict, reason, evidence, final_url, status, attempts."""
    fields = ("verdict", "reason", "evidence", "final_url", "status", "attempts")
    return {row.id: {name: getattr(row.result, name) for name in fields} for row in rows}


def as_json(rows: Sequence[Row], title: str) -> str:
    """All results as JSON, by id."""
    return _dump(as_data(rows))


def junit(rows: Sequence[Row], title: str) -> str:
    """JUnit XML: broken and changed fail; warn and temporary are skipped with their reason."""
    failing = sum(row.verdict in FAILING for row in rows)
    counts = {"tests": len(rows) or 1, "failures": failing, "errors": 0, "skipped": len(told(rows)) - failing}
    suite = ElementTree.Element("testsuite", {"name": title, **{name: str(count) for name, count in counts.items()}})
    for row in rows:
        case = ElementTree.SubElement(suite, "testcase", {"classname": title, "name": _sayable(row.id)})
        if row.verdict is not Verdict.OK:
            kind = "failure" if row.verdict in FAILING else "skipped"
            said = ElementTree.SubElement(
                case, kind, {"message": f"{row.verdict}: {row.reason}", "type": row.result.reason}
            )
            said.text = _sayable("\n".join(_lines(row)))
    if not rows:  # some readers take a suite without tests for a fault
        ElementTree.SubElement(suite, "testcase", {"classname": title, "name": title})
    root = ElementTree.Element("testsuites")
    root.append(suite)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _sayable(words: str) -> str:
    """A text without the signs that XML cannot hold."""
    return "".join(char for char in words if char in "\t\n" or (ord(char) >= 32 and ord(char) not in (0xFFFE, 0xFFFF)))


def sarif(rows: Sequence[Row], title: str) -> str:
    """SARIF 2.1.0; one rule for each reason."""
    found = told(rows)
    reasons = sorted({row.result.reason for row in found})
    driver = {"name": "cardcare", "rules": [{"id": reason, "shortDescription": {"text": reason}} for reason in reasons]}
    run = {"tool": {"driver": driver}, "results": [_sarif_result(row) for row in found]}
    run["automationDetails"] = {"id": f"{title}/"}
    return _dump({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _dump(data: dict[str, Any]) -> str:
    """JSON that people can read; in plain ASCII when a page sent half a character, which no file could hold."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return json.dumps(data, indent=1) if re.search("[\ud800-\udfff]", text) else text


def _sarif_result(row: Row) -> dict[str, Any]:
    place = row.place or Place(row.url)
    location = {
        "artifactLocation": {"uri": quote(place.path, safe="/:?#[]@!$&'()*+,;=%")},
        "region": {"startLine": place.line},
    }
    return {
        "ruleId": row.result.reason,
        "level": LEVELS[row.verdict],
        "message": {"text": "\n".join(_lines(row))},
        "locations": [{"physicalLocation": location}] if place.path else [],
        "partialFingerprints": {"target/v1": row.id},
    }


def github(rows: Sequence[Row], title: str) -> str:
    """Annotations on the lines of our files, and the count."""
    return "\n".join([*map(_annotation, told(rows)), f"{title}: {summary(rows)}"])


def _annotation(row: Row) -> str:
    where = f"file={_property(row.place.path)},line={row.place.line}," if row.place else ""
    said = " – ".join(part for part in (row.name, row.url, row.evidence, row.note, row.advice) if part)
    kind = ANNOTATIONS[LEVELS[row.verdict]]
    return f"::{kind} {where}title={_property(f'{row.verdict} {row.reason}')}::{_escape(said)}"


def _escape(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _escape(words).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Row], str], str]] = {
    "text": text,
    "json": as_json,
    "junit": junit,
    "sarif": sarif,
    "github": github,
    "markdown": markdown,
}
