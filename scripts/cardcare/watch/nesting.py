"""Guards the HTML parser: its time grows with the square of the depth, so a hostile page is turned away before it."""

from __future__ import annotations

import re

DEEPEST = 2000  # real pages stay below 60; 5,000 elements deep cost the parser 0.3 s, 40,000 cost 20 s
_TAG = re.compile(
    r"<(/?)(?:div|ul|ol|li|dl|dd|section|article|blockquote|center|form|fieldset|table|details|main|aside|nav)\b", re.I
)


def too_deep(source: str) -> bool:
    """True if elements are nested so deeply that parsing the page would take seconds."""
    if source.count("<") < DEEPEST:
        return False
    depth = deepest = 0
    for match in _TAG.finditer(source):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest > DEEPEST
